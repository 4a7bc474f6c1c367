"""Units of measure and things counted, and how each measure converts to SI."""

from dataclasses import dataclass


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
millimetre = m 0.001: mm, millimetre, millimetres, millimeter, millimeters
centimetre = m 0.01: cm, centimetre, centimetres, centimeter, centimeters
metre = m 1: metre, metres, meter, meters
kilometre = m 1000: km, kms, kilometre, kilometres, kilometer, kilometers
mile = m 1609.344: mile, miles
nautical mile = m 1852: nautical mile, nautical miles
yard = m 0.9144: yard, yards
foot = m 0.3048: foot, feet, ft
inch = m 0.0254: inch, inches
light-year = m 9460730472580800: light-year, light-years
gram = kg 0.001: gram, grams, gramme, grammes
kilogram = kg 1: kg, kgs, kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos
tonne = kg 1000: tonne, tonnes, metric ton, metric tons
ton = kg 907.18474: ton, tons
pound-mass = kg 0.45359237: lb, lbs
ounce = kg 0.028349523125: ounce, ounces, oz
millilitre = m3 0.000001: ml, millilitre, millilitres, milliliter, milliliters
litre = m3 0.001: litre, litres, liter, liters
gallon = m3 0.003785411784: gallon, gallons
barrel = m3 0.158987294928: barrel, barrels
bushel = m3 0.03523907016688: bushel, bushels
cubic metre = m3 1: cubic metre, cubic metres, cubic meter, cubic meters
cubic foot = m3 0.028316846592: cubic foot, cubic feet
square metre = m2 1: square metre, square metres, square meter, square meters, sq m
square kilometre = m2 1000000: square kilometre, square kilometres, square kilometer
square kilometre = m2 1000000: square kilometers, sq km
square foot = m2 0.09290304: square foot, square feet, sq ft
square mile = m2 2589988.110336: square mile, square miles
hectare = m2 10000: hectare, hectares
acre = m2 4046.8564224: acre, acres
mile per hour = m/s 0.44704: mph, miles per hour, miles an hour
kilometre per hour = m/s 0.2777777777777778: kph, km/h, kmph, kilometres per hour
kilometre per hour = m/s 0.2777777777777778: kilometers per hour, kilometres an hour
kilometre per hour = m/s 0.2777777777777778: kilometers an hour
knot = m/s 0.5144444444444445: knots
watt = W 1: watt, watts
kilowatt = W 1000: kW, kilowatt, kilowatts
megawatt = W 1000000: MW, megawatt, megawatts
gigawatt = W 1000000000: GW, gigawatt, gigawatts
kilowatt-hour = J 3600000: kWh, kilowatt-hour, kilowatt-hours, kilowatt hours
megawatt-hour = J 3600000000: MWh, megawatt-hour, megawatt-hours, megawatt hours
terawatt-hour = J 3600000000000000: TWh, terawatt-hour, terawatt-hours, terawatt hours
joule = J 1: joule, joules
calorie = J 4184: calories
volt = V 1: volt, volts
ampere = A 1: amps, amperes
hertz = Hz 1: Hz, hertz
megahertz = Hz 1000000: MHz, megahertz
gigahertz = Hz 1000000000: GHz, gigahertz
kilobyte = byte 1000: KB, kilobytes
megabyte = byte 1000000: MB, megabyte, megabytes
gigabyte = byte 1000000000: GB, gigabyte, gigabytes
terabyte = byte 1000000000000: TB, terabyte, terabytes
degree Celsius = K 1 273.15: °C, degrees Celsius, degrees centigrade, degree Celsius, ℃
degree Fahrenheit = K 0.5555555555555556 255.3722222222222: °F, degrees Fahrenheit
degree Fahrenheit = K 0.5555555555555556 255.3722222222222: degree Fahrenheit, ℉
kelvin = K 1: kelvin, kelvins
degree = rad 0.017453292519943295: degrees, °
pascal = Pa 1: pascals
millibar = Pa 100: millibar, millibars
decibel = dB 1: decibel, decibels, dB
carat = kg 0.0002: carat, carats
"""

_COUNTED = """
people troops soldiers jobs votes seats cases deaths aircraft workers employees members passengers
students children civilians patients homes houses households vehicles cars shares units ships
vessels
casualties victims refugees migrants prisoners hostages protesters demonstrators officers rebels
militants fighters residents families voters women men tourists visitors customers subscribers users
goals points runs wickets medals copies tickets fans flights stores branches countries companies
farmers teachers doctors nurses missiles tanks drones warheads bombs rockets rounds bodies injuries
infections doses persons adults migrants pupils delegates nations villages schools hospitals
"""


def _measures() -> dict[str, Unit]:
    """Return the measures by their written forms."""
    units: dict[str, Unit] = {}
    for line in _MEASURES.strip().splitlines():
        head, _, forms = line.partition(": ")
        name, _, conversion = head.partition(" = ")
        si, factor, *offset = conversion.split(" ")
        unit = Unit(name, si, float(factor), float(offset[0]) if offset else 0.0)
        units |= dict.fromkeys(forms.split(", "), unit)
    return units


UNITS = _measures() | {word: Unit(word) for word in _COUNTED.split()}
"""Units by written form; case matters, for MW is no mw."""
