"""Reads the word lists that stand in the rules' modules."""


def words(listed: str) -> frozenset[str]:
    """Return the words of *listed*, which white space separates."""
    return frozenset(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of *listed*, which commas separate."""
    parts = (" ".join(part.split()) for part in listed.split(","))
    return frozenset(part for part in parts if part)


MONTHS_AND_DAYS = words(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov
    Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays
    """
)
"""What a name is not, though it has a capital letter."""
