"""Reads the word lists that stand in the rules' modules."""


def words(listed: str) -> frozenset[str]:
    """Return the words of *listed*, which white space separates."""
    return frozenset(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of *listed*, a comma or a line end after each."""
    parts = listed.replace("\n", ",").split(",")
    return frozenset(part.strip() for part in parts if part.strip())
