"""A character as a reader sees it is never cut."""

import pytest

from reader.annotations.graphemes import cluster_end, cluster_start, splits_cluster

WHOLE = {
    "accent": "e\u0301",
    "several accents": "o\u0302\u0323",
    "vowel sign": "कि",
    "flag": "🇫🇷",
    "family": "👩\u200d👩\u200d👧",
    "skin tone": "👍🏽",
    "flag of Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "line end": "\r\n",
    "Hangul in parts": "\u1112\u1161\u11ab",
    "Hangul with two initials": "\u1112\u1112\u1161",
    "Hangul syllable with a final": "하\u11ab",
    "initial before a syllable": "\u1112하",
    "vowel after an open syllable": "하\u1161",
    "final after a whole syllable": "한\u11ab",
    "half-width voicing": "\uff76\uff9e",
}


@pytest.mark.parametrize("cluster", WHOLE.values(), ids=WHOLE.keys())
def test_no_offset_inside_a_cluster_is_a_boundary(cluster: str) -> None:
    text = f"a{cluster}b"
    for offset in range(2, 1 + len(cluster)):
        assert splits_cluster(text, offset)
        assert cluster_start(text, offset) == 1
        assert cluster_end(text, offset) == 1 + len(cluster)
    for offset in (0, 1, 1 + len(cluster), len(text)):
        assert not splits_cluster(text, offset)
        assert cluster_start(text, offset) == cluster_end(text, offset) == offset


@pytest.mark.parametrize("text", ["ab", "北京", "🇫🇷🇩🇪", "\n\u0301", "한국", "한\u1161", "a\u200dé"])
def test_neighbours_that_are_two_characters_may_be_parted(text: str) -> None:
    assert not splits_cluster(text, 2 if text.startswith("🇫") or "\u200d" in text else 1)
