"""The names of the months in languages other than English."""

import re
import unicodedata

_LISTED = (
    "januar janvier enero gennaio janeiro januari januar janar января січня जनवरी يناير"
    " كانون_الثاني stycznia ocak tammikuuta",
    "februar février febrero febbraio fevereiro februari февраля лютого फ़रवरी فبراير شباط lutego"
    " şubat helmikuuta",
    "märz mars marzo março maart марта березня मार्च مارس آذار marca mart maaliskuuta",
    "april avril abril aprile апреля квітня अप्रैल أبريل إبريل نيسان kwietnia nisan huhtikuuta",
    "mai mayo maggio maio mei maj мая травня मई مايو أيار maja mayıs toukokuuta",
    "juni juin junio giugno junho июня червня जून يونيو حزيران czerwca haziran kesäkuuta",
    "juli juillet julio luglio julho июля липня जुलाई يوليو تموز lipca temmuz heinäkuuta",
    "august août agosto augustus augusti августа серпня अगस्त أغسطس آب sierpnia ağustos elokuuta",
    "september septembre septiembre settembre setembro сентября вересня सितंबर सितम्बर سبتمبر أيلول"
    " września eylül syyskuuta",
    "oktober octobre octubre ottobre outubro октября жовтня अक्टूबर अक्तूबर أكتوبر"
    " تشرين_الأول października ekim lokakuuta",
    "november novembre noviembre novembro ноября листопада नवंबर नवम्बर نوفمبر تشرين_الثاني"
    " listopada kasım marraskuuta",
    "dezember décembre diciembre dicembre dezembro desember december декабря грудня दिसंबर दिसम्बर"
    " ديسمبر كانون_الأول grudnia aralık joulukuuta",
)
"""By month; a line end or an underscore is a space."""


def _plain(name: str) -> str:
    """Return *name* in the one form that the table is asked in."""
    apart = unicodedata.normalize("NFD", name).replace("\N{DEVANAGARI SIGN NUKTA}", "")
    return apart.casefold()


def _forms(name: str) -> set[str]:
    """Return the ways to write *name*: with its marks joined or apart, and without a nukta."""
    name = name.replace("_", " ")
    forms = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}
    return forms | {form.replace("\N{DEVANAGARI SIGN NUKTA}", "") for form in forms}


_NUMBERS = {
    _plain(name.replace("_", " ")): month
    for month, listed in enumerate(_LISTED, start=1)
    for name in listed.split()
}
_NAMES = sorted({form for listed in _LISTED for name in listed.split() for form in _forms(name)})

FOREIGN_MONTH = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
"""The name of a month. Match it with ``re.IGNORECASE``."""


def foreign_month_number(name: str) -> int:
    """Return the number of the month that ``FOREIGN_MONTH`` matched."""
    return _NUMBERS[_plain(name)]
