"""Units of measure: how they are written, and how each converts to SI.

A table gives the units; prefixes ("kilo", "MW"), powers ("square", "km²") and rates ("a day",
"/s") are put together when a text is read. Case matters, for MW is no mw.
"""

import re
from dataclasses import dataclass
from functools import cache

from reader.facts.words import words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, by the name that facts give it."""

    name: str

    si: str | None = None
    """The SI unit it converts to; None for things that are counted."""

    factor: float = 1.0
    """How many SI units one of it is."""

    offset: float = 0.0
    """What is added after multiplying; only temperatures need it."""


_MEASURES = """
* metre = m 1: metres, meter, meters; m
* gram = kg 0.001: grams, gramme, grammes; g
* litre = m3 0.001: litres, liter, liters; l, L
* watt = W 1: watts; W
* watt-hour = J 3600: watt-hours, watt hour, watt hours; Wh
* electronvolt = J 1.602176634e-19: electronvolts, electron-volts; eV
* joule = J 1: joules; J
* volt = V 1: volts; V
* volt-ampere = VA 1: volt-amperes; VA
* ampere = A 1: amperes, amps; A
* ohm = ohm 1: ohms; Ω
* hertz = Hz 1: hertz; Hz
* newton = N 1: newtons; N
* pascal = Pa 1: pascals; Pa
* bar = Pa 100000: bars; bar
* tonne = kg 1000: tonnes, metric ton, metric tons, metric tonnes; t
* byte = byte 1: bytes; B
* bit = bit 1: bits; bit
* bit per second = bit/s 1: bits per second; bps
* pixel = pixel 1: pixels; px
* sievert = Sv 1: sieverts; Sv
* gray = Gy 1: grays; Gy
* becquerel = Bq 1: becquerels; Bq
* tesla = T 1: teslas; T
* mole = mol 1: moles; mol
* lumen = lm 1: lumens; lm
* parsec = m 30856775814913673: parsecs; pc
* calorie = J 4.184: ; cal
kilocalorie = J 4184: calories, kilocalories, kcal
kilogram = kg 1: kgs, kilo, kilos, kilogramme, kilogrammes
kilometre = m 1000: kms
micron = m 0.000001: microns
mile = m 1609.344: miles, mi
nautical mile = m 1852: nautical miles, nmi
yard = m 0.9144: yards, yd, yds
foot = m 0.3048: feet, ft, foot
inch = m 0.0254: inches, in
fathom = m 1.8288: fathoms
furlong = m 201.168: furlongs
light-year = m 9460730472580800: light-years, light year, light years
astronomical unit = m 149597870700: astronomical units
gigatonne of TNT = J 4.184e18: gigatons of TNT
kiloton = kg 907184.74: kilotons
megaton = kg 907184740: megatons
ton = kg 907.18474: tons
pound-mass = kg 0.45359237: lb, lbs
ounce = kg 0.028349523125: ounces, oz
fluid ounce = m3 0.0000295735295625: fluid ounces, fl oz
troy ounce = kg 0.0311034768: troy ounces
stone = kg 6.35029318: stones
carat = kg 0.0002: carats
quintal = kg 100: quintals
gallon = m3 0.003785411784: gallons, gal
pint = m3 0.000473176473: pints
quart = m3 0.000946352946: quarts
cup = m3 0.0002365882365: cups
tablespoon = m3 0.00001478676478125: tablespoons, tbsp
teaspoon = m3 0.00000492892159375: teaspoons, tsp
barrel = m3 0.158987294928: barrels, bbl
barrel per day = m3/s 0.0000018401307283333: bpd
ton per day = kg/s 0.010499822222: tpd
bushel = m3 0.03523907016688: bushels
acre-foot = m3 1233.48183754752: acre-feet, acre feet
hectare = m2 10000: hectares, ha
acre = m2 4046.8564224: acres
mile per hour = m/s 0.44704: mph
kilometre per hour = m/s 0.2777777777777778: kph, kmph
mile per gallon = m/m3 425143.70743027: mpg
foot per second = m/s 0.3048: fps
knot = m/s 0.5144444444444445: knots, kt, kts
horsepower = W 745.6998715822702: hp, bhp
British thermal unit = J 1055.05585262: BTU, BTUs
revolution per minute = 1/s 0.016666666666666666: rpm
kibibyte = byte 1024: kibibytes, KiB
mebibyte = byte 1048576: mebibytes, MiB
gibibyte = byte 1073741824: gibibytes, GiB
kilobyte = byte 1000: KB
degree Celsius = K 1 273.15: °C, ° C, degrees Celsius, degrees centigrade, ℃, ºC, degrees C, C
degree Celsius = K 1 273.15: degree centigrade
degree Fahrenheit = K 0.5555555555555556 255.3722222222222: °F, ° F, degrees Fahrenheit, ℉
degree Fahrenheit = K 0.5555555555555556 255.3722222222222: ºF, degrees F, F
kelvin = K 1: kelvins
degree = rad 0.017453292519943295: degrees, °
arcsecond = rad 0.00000484813681109536: arcseconds
millimetre of mercury = Pa 133.322387415: mmHg
pound per square inch = Pa 6894.757293168: psi
standard atmosphere = Pa 101325: atmospheres, atm
decibel = dB 1: decibels, dB
part per million = 1 0.000001: parts per million, ppm
part per billion = 1 0.000000001: parts per billion, ppb
gigayear = s 31557600000000000: gigayears, Ga, gigaannum, gigaannums
megayear = s 31557600000000: megayears, Ma, megaannum, megaannums
"""
"""``name = SI unit, factor, offset: other words; symbols``; after a star, prefixes may stand."""

_PREFIXES = (
    ("atto", "a", 1e-18),
    ("femto", "f", 1e-15),
    ("pico", "p", 1e-12),
    ("nano", "n", 1e-9),
    ("micro", "µ", 1e-6),
    ("milli", "m", 1e-3),
    ("centi", "c", 1e-2),
    ("deci", "d", 1e-1),
    ("hecto", "h", 1e2),
    ("kilo", "k", 1e3),
    ("mega", "M", 1e6),
    ("giga", "G", 1e9),
    ("tera", "T", 1e12),
    ("peta", "P", 1e15),
    ("exa", "E", 1e18),
    ("zetta", "Z", 1e21),
)
_TIMES = """
second = s 1: seconds, sec, secs, s
minute = s 60: minutes, min, mins
hour = s 3600: hours, hr, hrs, h
day = s 86400: days
week = s 604800: weeks
month = s 2629800: months
year = s 31557600: years, annum, yr
"""
_TAKERS = words("person head capita household inhabitant passenger vehicle unit")
_NOT_ALONE = words(
    "A B C F J K N T pm am ag al at aT Pa PA EA MA pc cal pt mt nt MN ET PT MT GT HT TL PC s h min"
)
"""Symbols that mean something else too often to be read without a rate."""

_POWERS = {"2": 2, "²": 2, "squared": 2, "3": 3, "³": 3, "cubed": 3}
_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_FORM = r"[A-Za-z°º℃℉µμΩ%]+(?:-[A-Za-z]+)?"
_UNIT = re.compile(
    rf"(?:(?P<power>square|cubic|sq|cu)\.? )?(?P<form>{_FORM}(?: (?:{_FORM}))?(?: {_FORM})?)"
)
_POWER = re.compile(r"\^?(?P<sign>[23²³])(?![\d.,]*\d)| (?P<word>squared|cubed)\b")
_OF_WEATHER = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|hot\w*|cold\w*|cool\w*|warm\w*|freez\w+|weather|climate"
    r"|minus|mercury|oven)\b",
    re.IGNORECASE,
)
_INCHES_AFTER = re.compile(
    r"\.?(?:$|[.,;)]|\n| (?:thick|long|wide|high|tall|deep|across|thickness|diameter|of rain)\b)"
)
_NO_HOUR_BEFORE = re.compile(r"\d\.(?:\d|\d{3,}) \Z")
_RATE = re.compile(
    r"(?:(?P<slash> ?/ ?)|[ -](?:per|an?|each|every)[ -])(?P<power>square |cubic |sq\.? )?"
    r"(?P<form>[A-Za-zµ]+)"
)


def _listed(table: str) -> dict[str, Unit]:
    """Return the units of a table by their written forms, those with prefixes among them."""
    units: dict[str, Unit] = {}
    for line in table.strip().splitlines():
        head, _, forms = line.partition(":")
        name, _, conversion = head.removeprefix("* ").partition(" = ")
        si, factor, *offset = conversion.split(" ")
        unit = Unit(name, si, float(factor), float(offset[0]) if offset else 0.0)
        spelled, _, symbols = forms.partition(";")
        long = [name, *_separate(spelled)]
        units |= dict.fromkeys([*long, *_separate(symbols)], unit)
        if line.startswith("* "):
            units |= _with_prefixes(unit, long, _separate(symbols))
    return units


def _separate(listed: str) -> list[str]:
    """Return the forms of *listed*, which commas separate."""
    return [form.strip() for form in listed.split(",") if form.strip()]


def _with_prefixes(unit: Unit, long: list[str], symbols: list[str]) -> dict[str, Unit]:
    """Return the multiples of *unit* by their written forms."""
    multiples: dict[str, Unit] = {}
    for prefix, letter, factor in _PREFIXES:
        multiple = Unit(prefix + unit.name, unit.si, unit.factor * factor)
        forms = [prefix + word for word in long] + [letter + symbol for symbol in symbols]
        multiples |= dict.fromkeys(forms, multiple)
        if letter == "µ":
            multiples |= dict.fromkeys(["μ" + symbol for symbol in symbols], multiple)
    return multiples


_TIME = _listed(_TIMES)
_ALL = _listed(_MEASURES)
FIRST_WORDS = frozenset(form.split(" ")[0] for form in _ALL) | _POWER_WORDS.keys()
"""Words that the writing of a unit can begin with."""


@cache
def _longest_form(written: str) -> str | None:
    """Return the longest beginning of *written* that is a unit, at the end of a word."""
    parts = written.split(" ")
    for count in range(len(parts), 0, -1):
        form = " ".join(parts[:count])
        if form in _ALL:
            return form
    first, hyphen, _ = parts[0].partition("-")
    return first if hyphen and first in _ALL else None


def unit_at(flat: str, start: int, end: int) -> tuple[Unit, int] | None:
    """Return the unit written at *start*, and where its writing ends; None without one."""
    match = _UNIT.match(flat, start, end)
    form = _longest_form(match["form"]) if match else None
    if match is None or form is None:
        return None
    at = match.start("form") + len(form)
    unit = _ALL[form]
    power = _POWER_WORDS.get(match["power"] or "")
    if power is None and (sign := _POWER.match(flat, at, end)):
        power, at = _POWERS[sign["sign"] or sign["word"]], sign.end()
    rate = _rate(flat, at, end)
    if flat[at : at + 1].isalnum() or (rate is None and _is_another_word(flat, form, start, at)):
        return None
    unit = _powered(unit, power) if power else unit
    return (_rated(unit, rate[0]), rate[1]) if rate else (unit, at)


def _is_another_word(flat: str, form: str, start: int, end: int) -> bool:
    """Tell whether what looks like a symbol is rather another word: "5m people", "2 in all"."""
    if form == "in":
        return _INCHES_AFTER.match(flat, end) is None
    if form in {"am", "pm"}:
        return _NO_HOUR_BEFORE.search(flat, max(0, start - 12), start) is None
    if form in {"C", "F"} and flat[start - 1 : start].isdigit():
        return _OF_WEATHER.search(flat[max(0, start - 100) : end + 60]) is None
    return form in _NOT_ALONE or (form == "m" and flat[start - 1 : start].isdigit())


def _rate(flat: str, start: int, end: int) -> tuple[Unit, int] | None:
    """Return the unit after "per", "a" or a slash, and where it ends."""
    match = _RATE.match(flat, start, end)
    if match is None:
        return None
    form = match["form"]
    slash = match["slash"] is not None
    known = match.group().lstrip(" -").startswith("per")
    if form in _TAKERS and known:
        return Unit(form), match.end()
    unit = _TIME.get(form) or (_ALL.get(form) if slash or known else None)
    if unit is None:
        return None
    at = match.end()
    power = _POWER_WORDS.get((match["power"] or "").strip(" ."))
    if power is None and (sign := _POWER.match(flat, at, end)):
        power, at = _POWERS[sign["sign"] or sign["word"]], sign.end()
    return (_powered(unit, power) if power else unit), at


def _powered(unit: Unit, power: int) -> Unit:
    """Return the square or the cube of a unit."""
    name = f"{'square' if power == 2 else 'cubic'} {unit.name}"
    return Unit(name, f"{unit.si}{power}", unit.factor**power)


def _rated(unit: Unit, per: Unit) -> Unit:
    """Return so much of *unit* for every one of *per*."""
    name = f"{unit.name} per {per.name}"
    if unit.si is None or per.si is None:
        return Unit(name)
    return Unit(name, f"{unit.si}/{per.si}", unit.factor / per.factor)
