"""Reads the word lists that stand in the rules' modules."""


def words(listed: str) -> frozenset[str]:
    """Return the words of *listed*, which white space separates."""
    return frozenset(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of *listed*, which commas separate."""
    parts = (" ".join(part.split()) for part in listed.split(","))
    return frozenset(part for part in parts if part)
