"""The words that tell who speaks: verbs of saying, pronouns, and nouns for speakers."""

import re

from reader.facts.words import words

_VERBS = (
    "said|says|say|saying|told|tells|telling|added|adds|adding|wrote|writes|writing|tweeted"
    "|posted|stated"
    "|stating|announced|announces|announcing|claimed|claims|claiming|argued|argues|arguing"
    "|insisted|insists|insisting|acknowledged|acknowledges|acknowledging|admitted|admits|admitting"
    "|confirmed|confirms|confirming|denied|denies|denying|warned|warns|warning|explained|explains"
    "|explaining|noted|notes|noting|asked|asks|asking|replied|replies|responded|responds|declared"
    "|declares|declaring|suggested|suggests|suggesting|remarked|quipped|joked|jokes|recalled"
    "|recalls"
    "|concluded|concludes|continued|continues|testified|pledged|pledges|vowed|vows|vowing|urged"
    "|urges"
    "|urging|called|calls|calling|described|describes|describing|reported|reports|predicted"
    "|predicts"
    "|complained|complains|lamented|lamenting|asserted|asserts|asserting|contended|contends"
    "|conceded"
    "|concedes|emphasi[sz]ed|emphasi[sz]ing|stressed|stresses|stressing|reiterated|reiterating"
    "|observed|observes|commented|comments|promised|promises|promising|thinks|believes|believed"
    "|thought|shouted|shouting|exclaimed|cautioned|maintained|maintains|proclaimed|proclaiming"
    "|accused"
    "|accuses|accusing|praised|praises|praising|critici[sz]ed|critici[sz]ing|slammed|blasted"
    "|mused|put"
    " it|went on|opined|boasted|boasting|signal(?:l)?ed|signal(?:l)?ing|hinted|ruled|sang|sings"
    "|dubbed"
    "|labell?ed|labell?ing|branded|referred|refers|referring|pointed out|pointing out|citing|cited"
    "|cites|denounced|denounces|denouncing|declined|decried|mocked|mocking|yelled|yelling|chanted"
    "|chanting|whispered|demanded|demanding|agreed|agrees|wondered|wonders|interjected"
    "|countered|counters|retorted|summari[sz]ed|tweeting|posting|charged|dismissed"
    "|dismisses"
    "|dismissing|characterized|characterised|characterizing|deemed|hailed|expressed|expresses"
    "|expressing|outlined|revealed|reveals|revealing|disclosed|indicated|indicates|indicating"
    "|repeated"
    "|repeatedly said|read|reads|offered|began|spoke|quoted"
    "|quoting|apologi[sz]ed|condemned|condemns|condemning|welcomed|welcomes|joking|bragged|bragging"
    "|alleged|alleges|alleging|advised|answered|assured|assures|challenged|teased"
    "|ripped|attacked|defended|vented|touted|touts|touting|proposed|proposing|objected"
    "|protested|swore|sworn|tweets|believing|ridiculed|railed"
)
CUE = re.compile(rf"(?<![\w-])(?P<verb>{_VERBS})\b(?! of the (?:report|bill))")
"""A verb of saying."""

BY = re.compile(
    r"(?<![\w-])(?P<verb>[Aa]ccording to|(?:acknowledged|stated|described|called|dubbed|said"
    r"|quoted|reported"
    r"|announced|noted|written|posted|tweeted|made|told|put|issued|released|published|cited"
    r"|confirmed"
    r"|expressed|outlined|labell?ed|condemned|denounced|hailed|echoed) by)\b ?"
)
"""Words after which the speaker stands."""

PRONOUN = re.compile(r"(?<![\w'])(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t)(?!\w)")

_HEAD = (
    "spokes(?:man|woman|person|people)|statement|officials?|campaign|report|newspaper|sources?"
    "|aides?"
    "|advisers?|advisors?|senators?|candidates?|nominee|president|minister|ministry|governor"
    "|mayor|judge"
    "|lawyers?|attorneys?|group|company|agency|department|police|analysts?|experts?|professor"
    "|director"
    "|chairman|chairwoman|voters?|polls?|study|letter|emails?|billionaire|businessman|businesswoman"
    "|mogul|lawmakers?|congressman|congresswoman|Republicans?|Democrats?|tweet|paper|editorial"
    "|author"
    "|woman|man|mother|father|leaders?|critics|supporters?|strategist|reporters?|host|committee"
    "|court"
    "|White House|executives?|secretary|commissioner|ambassador|diplomats?|investigators?"
    "|prosecutors?"
    "|economists?|scientists?|researchers?|residents?|witness(?:es)?|protesters?|activists?"
    "|students?"
    "|employees?|workers?|players?|coach|boss|owner|founder|manager|editors?|journalists?|columnist"
    "|anchor|crowd|audience|organi[sz]ation|union|commission|board|council|memo|document|complaint"
    "|lawsuit|article|post|message|video|ad|commercial|transcript|surrogates?|delegates?|member"
    "|members|insiders?|operatives?|pollster|donors?|moderator|panel|intelligence community|bureau"
)
NOUN_PHRASE = re.compile(
    rf"(?<![\w'])(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]nother|[Ss]ome"
    rf"|[Tt]wo|[Ss]everal"
    rf"|[Mm]any|US|U\.S\.|[Ss]enior|(?!(?:At|As|In|On|For|By|From|With|While|When|After|Before"
    rf"|But|And|If|To)\b)[A-Z][\w.]+(?:'s)?) (?:[\w'-]+ ){{0,4}}?(?:{_HEAD})\b"
)
"""A noun for someone who speaks, or for what is read out."""

MEN = words(
    "Mr Messrs Sir Lord King Prince Emperor Sultan Sheikh Pope Cardinal Father Brother Congressman"
    " Councilman Chairman Spokesman Herr Monsieur"
)
WOMEN = words(
    "Ms Mrs Miss Dame Lady Baroness Countess Duchess Princess Queen Empress Sister Congresswoman"
    " Councilwoman Chairwoman Spokeswoman Frau Madame"
)
"""Titles that tell who "he" and "she" cannot be."""

MALE = words(
    "husband father son brother grandfather uncle nephew actor king prince businessman congressman"
    " spokesman chairman fisherman policeman salesman grandson stepfather widower boyfriend man"
)
FEMALE = words(
    "wife mother daughter sister grandmother aunt niece actress queen princess businesswoman"
    " congresswoman spokeswoman chairwoman policewoman granddaughter stepmother widow girlfriend"
    " woman heroine waitress"
)
"""Nouns right before a name that tell the same."""

FIRST_PERSON = frozenset({"i", "we"})
