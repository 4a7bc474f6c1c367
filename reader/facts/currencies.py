"""The currencies newspapers write about: their signs, names and ISO 4217 codes."""

import re

CODES = (
    "USD EUR GBP JPY INR CNY RMB RUB AUD CAD CHF HKD SGD NZD SEK NOK DKK ZAR BRL MXN KRW TRY"
    " SAR AED"
    " PLN CZK HUF ILS THB IDR MYR PHP PKR BDT LKR EGP NGN KES GHS UAH ARS CLP COP PEN TWD VND QAR"
    " KWD DEM FRF ITL CRC GEL LAK BTC ETH ISK RON BGN HRK RSD KZT BYN IQD IRR JOD LBP MMK NPR OMR"
    " PYG TND TZS UGX UYU UZS ZMW XAF XOF VES DOP GTQ HNL AZN BHD MAD"
)
SMALL_CODES = "usd eur gbp rmb cny jpy inr aud cad nzd chf hkd sgd mxn brl krw btc"
"""Codes that are also written small, being no words."""

SIGNS = {
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "Z$": "ZWL",
    "MX$": "MXN",
    "MEX$": "MXN",
    "MXN$": "MXN",
    "USD$": "USD",
    "AUD$": "AUD",
    "CAD$": "CAD",
    "NZD$": "NZD",
    "HKD$": "HKD",
    "SGD$": "SGD",
    "₡": "CRC",
    "₾": "GEL",
    "₭": "LAK",
    "RM": "MYR",
    "RS": "INR",
    "RS.": "INR",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₿": "BTC",
    "₸": "KZT",
    "₵": "GHS",
    "৳": "BDT",
    "ரூ": "INR",
}

_PLAIN = """
dollar USD, cent USD, buck USD, euro EUR, pound GBP, pound sterling GBP, sterling GBP, pence GBP,
penny GBP, quid GBP, yen JPY, rupee INR, yuan CNY, renminbi CNY, rouble RUB, ruble RUB, franc CHF,
mark DEM, deutsche mark DEM, deutschemark DEM, d-mark DEM, lira TRY, won KRW, krona SEK, kronor SEK,
krone NOK, kroner NOK, peso MXN, reais BRL, real BRL, baht THB, ringgit MYR, rand ZAR, dirham AED,
riyal SAR, shekel ILS, guilder NLG, markka FIM, rupiah IDR, peseta ESP, zloty PLN, forint HUF,
koruna CZK, hryvnia UAH, naira NGN, dong VND, taka BDT, tenge KZT, rial IRR, bolivar VES,
drachma GRD,
escudo PTE, schilling ATS, cedi GHS, bitcoin BTC, ether ETH
"""

_NATIONAL = """
dollar: us USD, u.s. USD, american USD, united states USD, australian AUD, canadian CAD,
 hong kong HKD,
 singapore SGD, new zealand NZD, taiwan TWD, taiwanese TWD, jamaican JMD, zimbabwean ZWL
pound: british GBP, irish IEP, egyptian EGP, lebanese LBP, syrian SYP, sudanese SDG, cypriot CYP
franc: swiss CHF, french FRF, belgian BEF, luxembourg LUF, cfa XOF
peso: mexican MXN, argentine ARS, chilean CLP, colombian COP, philippine PHP, uruguayan UYU,
 cuban CUP
rupee: indian INR, pakistani PKR, pakistan PKR, sri lankan LKR, nepali NPR, nepalese NPR,
 mauritian MUR
mark: german DEM, west german DEM, finnish FIM
krona: swedish SEK, icelandic ISK
krone: norwegian NOK, danish DKK
kroner: norwegian NOK, danish DKK
crown: swedish SEK, icelandic ISK, norwegian NOK, danish DKK, czech CZK
koruna: czech CZK
yen: japanese JPY
yuan: chinese CNY
won: south korean KRW, korean KRW
lira: turkish TRY, italian ITL
rouble: russian RUB, belarusian BYN
ruble: russian RUB, belarusian BYN
real: brazilian BRL
rand: south african ZAR
riyal: saudi SAR, qatari QAR, omani OMR, yemeni YER
dinar: kuwaiti KWD, iraqi IQD, serbian RSD, jordanian JOD, bahraini BHD, algerian DZD, tunisian TND
dirham: moroccan MAD, uae AED
shilling: kenyan KES, ugandan UGX, tanzanian TZS
hryvnia: ukrainian UAH
markka: finnish FIM
guilder: dutch NLG
baht: thai THB
shekel: israeli ILS
cent: us USD, american USD, canadian CAD, australian AUD, euro EUR
"""

HUNDREDTHS = frozenset({"cent", "cents", "pence", "penny"})
"""Names of a hundredth of a currency."""

NEEDS_SCALE = frozenset({"won", "mark", "real", "rand", "buck", "dong", "rial", "sterling"})
"""Names that are other words too, and count as money only after a large number."""


def _plain_names() -> dict[str, str]:
    """Return the codes by the names that stand alone."""
    pairs = (entry.split() for entry in _PLAIN.replace("\n", " ").split(",") if entry.strip())
    return {" ".join(pair[:-1]): pair[-1] for pair in pairs}


def _national_names() -> dict[str, str]:
    """Return the codes by names with a country's adjective, as in "Swiss franc"."""
    names: dict[str, str] = {}
    for line in _NATIONAL.replace("\n ", " ").strip().splitlines():
        unit, _, entries = line.partition(":")
        for entry in entries.split(","):
            *nation, code = entry.split()
            names[f"{' '.join(nation)} {unit}"] = code
    return names


NAMES = _plain_names() | _national_names()
"""ISO codes by name, in lower case and the singular."""


def currency_of(written: str) -> str | None:
    """Return the code of a currency's sign, code or name as written."""
    compact = written.replace(" ", "").upper()
    if compact in SIGNS:
        return SIGNS[compact]
    if written in SIGNS:
        return SIGNS[written]
    if compact in CODES.split():
        return "CNY" if compact == "RMB" else compact
    name = re.sub(r"\s+", " ", written.lower())
    return NAMES.get(name) or NAMES.get(name.removesuffix("s")) or NAMES.get(_singular(name))


def _singular(name: str) -> str:
    """Return *name* with its first word in the singular, as in "pounds sterling"."""
    first, _, rest = name.partition(" ")
    return f"{first.removesuffix('s')} {rest}"
