"""Words of other languages that scale a sum of money or name its currency.

Only words that mean one thing wherever they stand beside a number; "riyal" in Arabic, which five
countries have, is none of them.
"""

import re
import unicodedata

_SCALES = {
    10**3: "हज़ार тыс тысяча тысячи тысяч тис тисяч ألف آلاف mila Tsd tusen tysięcy nghìn 千 천",
    10**4: "万 萬 만",
    10**5: "लाख লাখ lac lacs",
    10**6: """
        млн миллион миллиона миллионов мільйон мільйони мільйонів مليون ملايين Mio Millionen millón
        millones milhão milhões milione milioni miljoen miljoner miljoonaa milyon triệu mln 百万
    """,
    10**7: "करोड़ কোটি",
    10**8: "亿 億 억",
    10**9: """
        mil_millones mil_milhões अरब млрд миллиард миллиарда миллиардов мільярд мільярди мільярдів
        مليار مليارات Mrd Milliarde Milliarden milliard milliards miliardo miliardi miljard
        miljarder milyar mld bilhão bilhões tỷ tỉ
    """,
    10**12: """
        трлн триллион триллиона триллионов تريليون Billionen billón billones trilhão trilhões
        兆 조
    """,
}
_NAMES = {
    "INR": "रुपये रुपए रुपया रुपयों",
    "USD": "डॉलर доллар доллара долларов долл دولار دولارات 美元 美金 米ドル ドル 달러",
    "EUR": "यूरो евро يورو 欧元 歐元 ユーロ 유로",
    "GBP": "英镑 英鎊 ポンド 파운드",
    "RUB": "рубль рубля рублей руб",
    "UAH": "гривна гривня гривен гривень гривні",
    "CNY": "人民币 人民幣 元 юань юаня юаней",
    "JPY": "日元 円",
    "HKD": "港元 港币",
    "KRW": "韩元 원",
}
_NOT_MONEY = r"(?![素旦年老件首帅勋形周盤熟])"
"""Signs that make another word of one that also names a currency."""

_NUKTA = "\N{DEVANAGARI SIGN NUKTA}"


def _plain(word: str) -> str:
    """Return *word* in the one form that the tables are asked in."""
    parts = unicodedata.normalize("NFD", word.strip(" .")).replace(_NUKTA, "")
    return parts.casefold()


def _words(listed: str) -> list[str]:
    """Return the words of *listed*, in which an underscore stands for a space."""
    return [word.replace("_", " ") for word in listed.split()]


def _written(listed: str) -> set[str]:
    """Return the ways to write each word: letters with their marks joined, apart, left out."""
    forms: set[str] = set()
    for word in _words(listed):
        apart = unicodedata.normalize("NFC", word)
        joined = apart.replace("ड" + _NUKTA, "\u095c").replace("ज" + _NUKTA, "\u095b")
        forms |= {apart, joined, apart.replace(_NUKTA, "")}
    return forms


def _pattern(listed: set[str]) -> str:
    """Return a pattern of *listed*, the longer first; what has letters ends where a word ends."""
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    signs = "|".join(re.escape(word) for word in ordered if _is_sign(word))
    alphabetic = "|".join(re.escape(word) for word in ordered if not _is_sign(word))
    return rf"(?:(?:{alphabetic})(?!\w)|{signs})"


def _is_sign(word: str) -> bool:
    """Tell whether *word* is of a script that puts no spaces between words."""
    return word[0] >= "\u3000"


_FACTORS = {_plain(word): factor for factor, listed in _SCALES.items() for word in _words(listed)}
_CODES = {_plain(word): code for code, listed in _NAMES.items() for word in _words(listed)}

FOREIGN_SCALE = _pattern({form for listed in _SCALES.values() for form in _written(listed)})
"""One word that multiplies the number before it. Match it with ``re.IGNORECASE``."""

FOREIGN_NAME = (
    _pattern({form for listed in _NAMES.values() for form in _written(listed)}) + _NOT_MONEY
)
"""The name of a currency. Match it with ``re.IGNORECASE``."""

UNSURE_SCALE = re.compile(r" mil\b", re.IGNORECASE)
"""A word that is a thousand in one language and a million in another."""

_ONE_SCALE = re.compile(FOREIGN_SCALE, re.IGNORECASE)


def factor_of(written: str | None) -> int:
    """Return what the scale words in *written* multiply a number by; 1 when there are none."""
    factor = 1
    for scale in _ONE_SCALE.findall(written or ""):
        factor *= _FACTORS[_plain(scale)]
    return factor


def foreign_currency(name: str) -> str:
    """Return the ISO 4217 code of a name that ``FOREIGN_NAME`` matches."""
    return _CODES[_plain(name)]
