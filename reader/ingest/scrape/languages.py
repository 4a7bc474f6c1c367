"""The language of a text: by its script, or by its small words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
}
"""The commonest language of each script; kana come before the signs that Chinese has alone."""

_LEAST = 0.2
_LONGEST = 20_000

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": """the a an of to in and for on with at by from is are was were be as that this it
        its his her their has have had not but or if will would can could said after before over
        under into than then who which what when how why you we they he she i your our my
        about more most also been do does did so up out no new all one two some may there
        these those while because""",
        "de": """der die das ein eine einer einem einen eines des dem den und oder aber auch nicht
        nur noch schon mit von vom zu zum zur in im ins an am auf aus bei beim nach vor für über
        unter durch gegen ohne um bis seit ist sind war waren wird werden wurde wurden hat haben
        hatte hatten sei kann soll will sich er sie es wir ich man ihr ihre sein seine als wie
        dass daß wenn weil da so dann mehr sehr was wer wo hier kein keine diese dieser dieses""",
        "fr": """le la les l un une des du de d et ou où mais aussi ne pas plus que qu qui quoi
        dont ce cet cette ces il elle ils elles on nous vous je se s son sa ses leur leurs notre
        votre en au aux à dans par pour sur sous avec sans chez entre vers depuis est sont était
        étaient a ont avait avaient été être avoir sera si comme quand très tout tous y n c""",
        "es": """el la los las un una unos unas de del y e o u pero también no más que qué quien
        cual donde cuando como se su sus le les lo al a en por para con sin sobre entre desde
        hasta hacia es son era eran fue fueron ha han había habían ser estar está están este esta
        estos estas ese esa eso muy ya si hay yo nos todo todos porque""",
        "pt": """o a os as um uma uns umas de do da dos das e ou mas também não mais que quem qual
        onde quando como se seu sua seus suas lhe ao aos à às em no na nos nas num numa por pelo
        pela para com sem sobre entre desde até é são era eram foi foram há tem têm tinha ser
        estar está estão este esta isso esse essa muito já eu ele ela eles elas porque""",
        "it": """il lo la i gli le l un uno una di del dello della dei degli delle e o ma anche
        non più che chi cui dove quando come si suo sua suoi sue loro al allo alla ai agli alle a
        in nel nella nei nelle da dal dalla dai dalle su sul sulla sui per con senza tra fra è
        sono era erano fu stato stata ha hanno aveva avevano essere questo questa questi queste
        molto già se c ci ne dopo prima adesso""",
        "hi": """का की के को से में पर ने और या है हैं था थी थे हो गया गई गए कर करने किया कि यह वह ये वे
        इस उस इन उन एक भी ही तो तक नहीं लिए साथ बाद जो जब अब कहा बताया अपने अपनी कुछ सभी लेकिन रहा
        रही रहे होने हुई हुआ हुए""",
    }.items()
}
"""The small words of the languages that lines can be weighed in."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0900-\u0963])*")
_LEAST_SMALL = 0.2


def language_of_script(text: str) -> str | None:
    """Return the language that the letters of *text* are most likely of, None when they tell none.

    Latin, Cyrillic and Arabic letters tell none: too many languages share them.
    """
    letters = sum(map(str.isalpha, text)) or 1
    for language, script in _SCRIPTS.items():
        if len(script.findall(text)) > _LEAST * letters:
            return language
    return None


def language_of_words(texts: Iterable[str]) -> str | None:
    """Return the language that most small words in *texts* are of, None when they are too few."""
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    counted = Counter(words)
    shares = {
        language: sum(counted[word] for word in small) for language, small in SMALL_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if words and shares[best] > _LEAST_SMALL * len(words) else None


def language_of_lines(texts: Iterable[str]) -> str | None:
    """Return the language of the lines that are long enough to be running text."""
    long: list[str] = []
    size = 0
    for text in texts:
        if len(text) >= _SHORTEST and size < _LONGEST:
            long.append(text[:_LONGEST])
            size += len(text)
    return language_of_words(long)


_SHORTEST = 60
"""A line with fewer characters says too little of its language."""
