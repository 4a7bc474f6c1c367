"""The words of page furniture: what stands around an article on news pages.

Hand-written, by idea. A word here is a hint that a line is furniture, never a verdict.
"""

import re

_GROUPS = {
    "action": r"""
        subscri(?:be|ption|bers?) | sign\s?(?:up|in|out) | log\s?(?:in|out) | register
        | newsletters?
        | click | tap\s+here | read\s+(?:more|next|also|full|the\s+full|our) | learn\s+more
        | see\s+(?:more|also|all)
        | view\s+(?:all|more|comments?|profile) | show\s+(?:more|less|all)
        | load(?:ing)?(?:\s+more)? | continue\s+reading | find\s+out\s+more
        | get\s+(?:started|in\s+touch)
        | shop\s+now | buy\s+now | book\s+now | join\s+(?:us|now|the|our) | download | follow\s+us
        | donate | contact\s+us | leave\s+a\s+(?:reply|comment) | post\s+a\s+comment | submit
        | enter\s+your | your\s+email | add\s+to\s+(?:cart|bag|basket) | skip\s+to | back\s+to
        | jump\s+to | go\s+to | play\s+video | watch\s+(?:now|more|live) | listen | save | reply
        | required\s+fields | accept | unsubscribe | try\s+again | thank\s+you\s+for | app
        | anmelden | abonnieren | newsletter\s+bestellen | jetzt\s+lesen | weiterlesen | springen
        | je\s+m['’]abonne | abonnez-vous | s['’]abonner | se\s+connecter | inscrivez-vous
        | réagir | ajouter\s+à\s+vos\s+favoris | lire\s+(?:aussi|la\s+suite) | voir\s+plus
        | iniciar\s+sesión | suscr[ií]bete | suscripción | reg[ií]strate | guardar
        | leer\s+más | ver\s+más | te\s+puede\s+interesar
        | entrar | assine | cadastre-se | receba | saiba\s+mais | veja\s+(?:mais|também)
        | leia\s+(?:mais|também) | accedi | abbonati | iscriviti | registrati | leggi\s+anche
        | scopri\s+di\s+più | पढ़ें | देखें | डाउनलोड | फॉलो\s+करें | फ़ॉलो\s+करें | सब्सक्राइब
        | लॉग\s?इन | क्लिक\s+करें
    """,
    "sharing": r"""
        share[ds]? | facebook | twitter | instagram | linkedin | whatsapp | pinterest | youtube
        | tiktok | reddit | telegram | flipboard | messenger | e-?mail | print | tweet | copy\s+link
        | bluesky | mastodon | threads | rss | link\s+copied
        | teilen | drucken | partager | imprimer | compartir | imprimir | compartilh(?:e|ar)
        | condividi | stampa | शेयर(?:\s+करें)? | व्हाट्सएप | फेसबुक | ट्विटर
    """,
    "site": r"""
        menu | search | home(?:\s?page)? | about(?:\s+us)? | site\s?map | trending | latest
        | most\s+(?:read|popular|viewed) | popular | recommended | recommendations | sponsored
        | advertis\w+ | related | more\s+(?:from|on|in|news|stories) | categor(?:y|ies) | archives?
        | careers | jobs | faqs? | press | help | support | shop | cart | account | profile | events
        | next | prev(?:ious)? | newer | older | posts? | articles? | stories | topics? | tags?
        | you\s+(?:may|might)\s+(?:also\s+)?like | in\s+this\s+(?:article|story|post)
        | table\s+of\s+contents | contents | overview | resources | comments?(?:\s+\(?\d+\)?)?
        | editor['’]s\s+picks | don['’]t\s+miss | up\s+next | featured | breaking\s+news | live
        | video | photos | gallery | podcasts? | weather | sports? | opinion | login | english
        | español | français | deutsch
        | startseite | anzeige | werbung | kommentare? | mehr\s+(?:zum\s+thema|von|aus)
        | meistgelesen | accueil | publicité | commentaires? | sur\s+le\s+même\s+sujet
        | les\s+plus\s+lus | à\s+la\s+une | inicio | portada | publicidad | comentarios?
        | más\s+(?:información|leídas|noticias) | relacionad[ao]s | contenido | publicidade
        | comentários? | mais\s+lidas | contenuto\s+sponsorizzato | pubblicità | commenti
        | più\s+letti | होम | वीडियो | फोटो | ताज़ा | लेटेस्ट | ख़बरें | खबरें | न्यूज़ | विज्ञापन
        | टिप्पणियाँ | टिप्पणियां | संबंधित
    """,
    "legal": r"""
        cookies? | privacy | terms | all\s+rights | copyright | © | \(c\) | disclaimer | gdpr
        | accessibility | conditions | licen[sc]ed? | affiliate | commission | policy | reserved
        | trademarks? | disclosure | guidelines | do\s+not\s+sell | consent | moderat\w+ | abusive
        | alle\s+rechte | vorbehalten | datenschutz | impressum | tous\s+droits | mentions\s+légales
        | política | aviso\s+legal | normas | derechos | reservados | direitos | riproduzione
        | riservat[ai] | diritti
    """,
    "credit": r"""
        photo(?:graph|grapher|s)?(?:\s+by)? | image[s]?(?:\s+by)? | getty | shutterstock | istock
        | unsplash | pexels | reuters | afp | courtesy | credits? | illustration | source | via
        | file\s+photo | screenshot | caption | alamy | wikimedia
        | foto(?:s|graf(?:ie|in)?)? | bild(?:er)? | crédits? | crédito | fuente | quelle | फोटो\s*:
    """,
    "about": r"""
        by | written\s+by | posted(?:\s+(?:by|on|in))? | published | updated | last\s+updated
        | reviewed\s+by | edited\s+by | author | contributor | staff | editor | reporter | writer
        | correspondent | filed\s+under | tagged | min(?:ute)?s?(?:\s+read)? | ago | views? | likes?
        | followers | guest | admin | location | read\s+time | reading\s+time
        | lesezeit | stand\s*: | aktualisiert | veröffentlicht | publié | mis\s+à\s+jour
        | temps\s+de\s+lecture | publicado | actualizado | tiempo\s+de\s+lectura | archivado\s+en
        | atualizado | tempo\s+de\s+leitura | pubblicato | aggiornato | minut[io]\s+di\s+lettura
        | अपडेट | प्रकाशित | टैग | लेखक | लेखिका
    """,
}

GROUPS = tuple(_GROUPS)
"""The ideas the words are grouped by."""

_WORDS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _GROUPS.items())
    + r")(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 400
"""How much of a line is looked at; furniture shows itself at once."""

_ASIDE = re.compile(
    r"""(?:also\s+read|read\s+(?:also|more|next)|more\s+on\s+this|see\s+also|related(?:\s+story)?
    |recommended|watch(?:\s+(?:now|live|video))?|in\s+pics|don['’]t\s+miss|must\s+read
    |lesen\s+sie\s+auch|mehr\s+(?:zum\s+thema|dazu)|auch\s+interessant
    |(?:à\s+)?lire\s+aussi|à\s+lire|voir\s+aussi|notre\s+dossier
    |lea\s+también|lee\s+también|te\s+puede\s+interesar|le\s+puede\s+interesar|además
    |leia\s+(?:também|mais)|veja\s+(?:também|mais)|saiba\s+mais
    |leggi\s+anche|guarda\s+anche|potrebbe\s+interessarti
    |(?:यह|ये)\s+भी\s+(?:पढ़ें|पढ़ें|देखें))
    \s*[:|–—-]\s*\S""",
    re.IGNORECASE | re.VERBOSE,
)
_CALL = re.compile(
    r"""(?:click|tap|follow|subscribe|download|join|sign\s+up|get|watch|read|support|donate|add
    |install|buy|listen)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_ASIDE = 40
_NOTICE = re.compile(
    r"""\W*(?:©|\([cC]\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4})|all\s+rights\s+reserved)
    |\W*(?:photo(?:graph)?|image|picture|foto|video|bild)s?\s*(?:by|source|credit|courtesy|caption)?
    \s*(?:[:,/]|\sby\s|$)
    |\((?:additional\s+)?(?:reporting|writing|editing)\s+by\s.{3,200}\)$
    |for\s+immediate\s+release\W*$|\#{3,}$|-\s?30\s?-$|-?\s?ends\s?-?$|(?:press\s+)?contacts?:.*@
    |.{0,80}\bsubscribe\b.{0,30}\b(?:for\s+free|to\s+receive|to\s+our|newsletter)\b
    |.{0,60}\b(?:audio|narration)\b.{0,60}\bgenerated\s+by\b
    |(?:please\s+)?enter\s+(?:a\s+valid|your)\s+e-?mail
    |this\s+(?:interview|conversation|article|story)\s+(?:has\s+been|was)\s+.{0,40}\b(?:edited|condensed|translated|updated)\b.{0,60}$
    |(?:we|our|this\s+(?:site|website))\b.{0,80}\bcookies\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BUTTON = re.compile(
    r"""(?:teilen|drucken|anzeige|werbung|kommentare|anmelden|newsletter\s+bestellen
    |zum\s+(?:haupt)?inhalt\s+springen|lesezeit|mehr\s+zum\s+thema|alle\s+rechte\s+vorbehalten
    |partager|imprimer|publicité|commentaires|se\s+connecter|je\s+m['’]abonne
    |la\s+suite\s+après\s+(?:la|cette)\s+publicité|temps\s+de\s+lecture|réagir(?:\s+à\s+cet\s+article)?
    |sur\s+le\s+même\s+sujet|ajouter\s+à\s+vos\s+favoris|tous\s+droits\s+réservés
    |compartir(?:\s+en\s+\w+)?|publicidad|(?:ver\s+)?comentarios|iniciar\s+sesión|suscr[ií]bete|guardar
    |más\s+información|normas\s+de\s+participación|política\s+de\s+(?:cookies|privacidad)
    |todos\s+(?:los\s+derechos|os\s+direitos)\s+reservados
    |compartilh(?:e|ar)|(?:continua\s+depois\s+da\s+)?publicidade|comentários|assine|entrar
    |veja\s+mais|leia\s+mais|receba\s+(?:as\s+)?notícias\s+no\s+whatsapp
    |condividi|stampa|pubblicità|commenti|accedi|abbonati|iscriviti(?:\s+alla\s+newsletter)?
    |contenuto\s+sponsorizzato|riproduzione\s+riservata
    |(?:.{0,30}\s)?शेयर\s+करें|विज्ञापन|(?:सभी\s+)?टिप्पणियाँ(?:\s+देखें)?|और\s+(?:पढ़ें|देखें)|संबंधित\s+ख़बरें
    |.{0,40}फॉलो\s+करें|लॉग\s?इन)(?:\W*\d+\s*min(?:uten?|utes?|utos|uti)?)?\W*\d*\W*$
    |abonnez-vous\s+à\s+(?:notre|la)\s|.{0,60}ऐप\s+डाउनलोड\s+करें
    |\d{1,2}\s*(?:-?\s*min(?:ute)?s?\s+read|minut[io]\s+di\s+lettura|min(?:utos)?\s+de\s+(?:lectura|leitura)
    |min(?:utes)?\s+de\s+lecture|min\.?\s+lesezeit)\W*$
    |(?:estimated\s+)?(?:read(?:ing)?\s+time|time\s+to\s+read)\s*:?\s*\d+\s*min\w*\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""The surest furniture: buttons, in languages whose buttons are not told by the weights too."""


def is_notice(text: str) -> bool:
    """Tell whether a line is what no line of an article is: a claim of copyright, a button."""
    if len(text.split()) > _LONGEST_ASIDE:
        return False
    return _NOTICE.match(text) is not None or _BUTTON.match(text) is not None


def is_aside(text: str, publisher: str | None = None) -> bool:
    """Tell whether a line within the text calls the reader elsewhere.

    Args:
        text: the line.
        publisher: who published it; a line that calls to do something and names them is one too.
    """
    if len(text.split()) > _LONGEST_ASIDE:
        return False
    calls = publisher is not None and publisher in text and _CALL.match(text) is not None
    return calls or _ASIDE.match(text) is not None


def furniture(text: str) -> dict[str, int]:
    """Return how many characters of the line's beginning each group of words covers."""
    covered = dict.fromkeys(GROUPS, 0)
    for match in _WORDS.finditer(text[:_LONGEST]):
        covered[match.lastgroup or ""] += match.end() - match.start()
    return covered
