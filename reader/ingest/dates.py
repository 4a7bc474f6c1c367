"""Dates as newsrooms write them, to ISO 8601."""

import re
from datetime import date, datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero ene gennaio gen janeiro januari stycznia ocak января"
            " जनवरी",
            "february feb februar février fév febrero febbraio fevereiro fev februari lutego şubat"
            " февраля फरवरी फ़रवरी",
            "march mar märz mär mars marzo março maart mrt marca mart марта मार्च",
            "april apr avril avr abril abr aprile kwietnia nisan апреля अप्रैल",
            "may mai mayo maggio mag maio mei maj maja mayıs мая मई",
            "june jun juni juin junio giugno giu junho czerwca haziran июня जून",
            "july jul juli juillet juil julio luglio lug julho lipca temmuz июля जुलाई",
            "august aug août agosto ago augustus augusti sierpnia ağustos августа अगस्त",
            "september sept sep septembre septiembre settembre setembro września eylül"
            " сентября सितंबर सितम्बर",
            "october oct oktober okt octobre octubre ottobre ott outubro out października ekim"
            " октября अक्टूबर अक्तूबर",
            "november nov novembre noviembre novembro listopada kasım ноября नवंबर नवम्बर",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember"
            " grudnia aralık декабря दिसंबर दिसम्बर",
        ),
        start=1,
    )
    for name in names.split()
}

_ZONES = {
    name: minutes
    for minutes, names in {
        0: "utc gmt z wet",
        60: "bst cet wat",
        120: "cest eet cat sast",
        180: "eest msk eat trt",
        210: "irst",
        240: "gst",
        270: "aft",
        300: "pkt",
        330: "ist slst",
        345: "npt",
        360: "bdt",
        390: "mmt",
        420: "ict wib",
        480: "hkt sgt pht myt awst wita",
        540: "jst kst wit",
        570: "acst",
        600: "aest",
        630: "acdt",
        660: "aedt",
        720: "nzst",
        780: "nzdt",
        -180: "brt art adt",
        -240: "edt ast",
        -150: "ndt",
        -210: "nst",
        -300: "est cdt",
        -360: "cst mdt",
        -420: "mst pdt",
        -480: "pst akdt",
        -540: "akst",
        -600: "hst",
    }.items()
    for name in names.split()
}
"""Zone abbreviations of news pages, in minutes east; IST is India's, the commonest there."""

_US_ZONES = {"et": (-300, -240), "ct": (-360, -300), "mt": (-420, -360), "pt": (-480, -420)}
"""Abbreviations that mean standard time in winter and daylight time in summer."""

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE_FORMS = (
    *(
        re.compile(rf"(?<![\w.]){form}(?![^\WT]|\.\d)", re.IGNORECASE)
        for form in (
            r"(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)",
            rf"(?P<month>{_MONTH})\.?,?\s+{_DAY},?\s+{_YEAR}",
            rf"{_DAY}\.?(?:\s+(?:of|de))?[\s-](?P<month>{_MONTH})\.?,?(?:\s+de)?[\s-]{_YEAR}",
            r"(?P<year>(?:19|20)\d\d)/(?P<number>[01]?\d)/(?P<day>[0-3]?\d)",
            r"(?P<day>[0-3]?\d)\.(?P<number>[01]?\d)\.(?P<year>(?:19|20)\d\d)",
            r"(?P<year>(?:19|20)\d\d)\.(?P<number>[01]?\d)\.(?P<day>[0-3]?\d)",
        )
    ),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>[01]?\d)\s?[月월]\s?"
        r"(?P<day>[0-3]?\d)\s?[日일号]"
    ),
)
"""The last is that of the scripts that write no spaces, so that any letter may stand beside it."""

_CLOCK = re.compile(
    r"(?<![\d:.+-])(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?P<zone>(?:UTC|GMT)?\s?[+-]\d{1,2}:?(?:\d\d)?(?!\d)|[A-Z]{1,5}\b)?",
    re.IGNORECASE,
)
_NEAR = 40


def find_date(text: str) -> re.Match[str] | None:
    """Return the first full date in *text*, with a named year, or None."""
    return next(iter(_dates(text)), None)


def _dates(text: str) -> list[re.Match[str]]:
    """Return the first date of each form in *text*, in reading order."""
    found = [match for form in _DATE_FORMS if (match := form.search(text))]
    return sorted(found, key=lambda match: match.start())


def iso_date(text: str) -> str | None:
    """Return the first date in *text* as ISO 8601, None when there is none.

    With a time of day beside it, the moment; with a zone beside that, its offset too. A day that
    no calendar has is no date.
    """
    for match in _dates(text):
        day = _day(match)
        if day is not None:
            return _with_time(day, text[match.end() : match.end() + _NEAR], text[: match.start()])
    return None


def _day(match: re.Match[str]) -> date | None:
    """Return the calendar day that *match* names."""
    parts = match.groupdict()
    month = _MONTHS[parts["month"].lower()] if "month" in parts else int(parts["number"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _with_time(day: date, after: str, before: str) -> str:
    """Return *day* with the time of day that stands close after or before it."""
    clock = _CLOCK.search(after.removeprefix("T")) or _last(_CLOCK, before[-_NEAR:])
    hour = _hour(clock) if clock else None
    if clock is None or hour is None:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, hour, int(clock["minute"]))  # noqa: DTZ001
    moment = moment.replace(second=int(clock["second"] or 0))
    minutes = _offset(clock["zone"] or "", day)
    if minutes is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    return moment.isoformat()


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match of *pattern* in *text*."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


def _hour(clock: re.Match[str]) -> int | None:
    """Return the hour of *clock* from 0 to 23, None when it is no time of day."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half:
        return hour % 12 + (12 if half.startswith("p") else 0) if 1 <= hour <= 12 else None
    return hour if hour < 24 else None


def _offset(zone: str, day: date) -> int | None:
    """Return the minutes east of Greenwich that *zone* names on *day*, None for no zone."""
    zone = re.sub(r"\s", "", zone).lower()
    numeric = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d\d)?", zone)
    if numeric:
        minutes = int(numeric[2]) * 60 + int(numeric[3] or 0)
        return (-minutes if numeric[1] == "-" else minutes) if minutes <= 14 * 60 else None
    if zone in _US_ZONES:
        winter, summer = _US_ZONES[zone]
        return summer if _is_us_summer(day) else winter
    return _ZONES.get(zone)


def _is_us_summer(day: date) -> bool:
    """Tell whether the clocks of the United States are forward on *day* (the rule since 2007)."""
    march = date(day.year, 3, 8)
    november = date(day.year, 11, 1)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return start <= day < end
