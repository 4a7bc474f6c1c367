"""Web addresses that an article spells out."""

import pytest

from reader.facts.links import find_links
from reader.facts.reading import read


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a?b=c, or not.", "https://example.org/a?b=c"),
        ("(more at www.example.com)", "https://www.example.com"),
        ("See https://example.org/wiki/Lund_(town).", "https://example.org/wiki/Lund_(town)"),
        ("Read it on example.gov.uk today.", "https://example.gov.uk"),
    ],
)
def test_an_address_ends_before_the_punctuation(text: str, address: str) -> None:
    [link] = find_links(read(text))
    assert link.value == address


def test_a_mail_address_is_no_link() -> None:
    assert find_links(read("Write to ada@example.org or call.")) == []
