"""Texts that trip matching: other scripts, invisible characters, templates, and total rewrites."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.annotations import Anchoring, anchor
from tests.annotations.stories import BUSES, COSTS, LEAD, LORRIES, QUOTE, WEATHER

Form = Literal["NFC", "NFD"]
STORY = "\n\n".join([LEAD, COSTS, QUOTE, LORRIES, BUSES])
ANYTHING = st.text(max_size=80)
ADDED = "\n\n".join([WEATHER, "A second vote is planned for the week after the summer recess."])


def find(passage: str, old: str, new: str, *, snapshot: bool = True) -> Anchoring:
    """Anchor *passage*, which was marked where it first stands in *old*, in *new*."""
    start = old.index(passage)
    end = start + len(passage)
    before, after = old[max(0, start - 64) : start], old[end : end + 64]
    return anchor(new, passage, before, after, start, old_text=old if snapshot else None)


def words_at(found: Anchoring, text: str) -> str | None:
    """Return what stands at the place that was found; None when none was."""
    return None if found.start is None else text[found.start : found.end]


SCRIPTS = {
    "Chinese": (
        "港务局周二投票决定关闭旧渡轮码头。",
        "仅东码头的修理就要花费六百万元，是市议会预算的两倍多。",
        "居民表示反对并要求重新讨论。",
    ),
    "Japanese": (
        "港湾評議会は火曜日に古いフェリー乗り場を閉鎖することを決めた。",
        "東桟橋の修理だけで六百万円かかり、予算の二倍を超える。",
        "住民は反対し、話し合いを求めている。",
    ),
    "Thai": (
        "สภาท่าเรือลงมติเมื่อวันอังคารให้ปิดท่าเรือเก่า",
        "การซ่อมท่าเรือฝั่งตะวันออกจะต้องใช้เงินหกล้านบาท",
        "ชาวบ้านไม่เห็นด้วยและขอให้พิจารณาใหม่",
    ),
    "Arabic": (
        "صوّت مجلس الميناء يوم الثلاثاء على إغلاق المحطة القديمة.",
        "ستكلّف إصلاحات الرصيف الشرقي وحده ستة ملايين دولار.",
        "ويعارض السكان القرار ويطالبون بنقاش جديد.",
    ),
    "Hebrew": (
        "מועצת הנמל החליטה ביום שלישי לסגור את המסוף הישן.",
        "תיקון הרציף המזרחי לבדו יעלה שישה מיליון דולר.",
        "התושבים מתנגדים ודורשים דיון חדש.",
    ),
    "Hindi": (
        "बंदरगाह परिषद ने मंगलवार को पुराना टर्मिनल बंद करने का निर्णय लिया।",
        "केवल पूर्वी घाट की मरम्मत पर साठ लाख रुपये खर्च होंगे।",
        "निवासी विरोध कर रहे हैं और नई चर्चा चाहते हैं।",
    ),
    "Korean": (
        "항만 위원회는 화요일에 낡은 여객 터미널을 닫기로 했다.",
        "동쪽 부두의 수리에만 육백만 원이 든다고 한다.",
        "주민들은 반대하며 새로운 논의를 요구한다.",
    ),
    "emoji": (
        "The crew 👩‍🚒👨‍👩‍👧 waved 🏴󠁧󠁢󠁳󠁣󠁴󠁿 at noon.",
        "Then 👩🏽‍🔬 the chemist and 🇳🇴🇸🇪 the sailors cheered 🎉.",
        "Nobody 🤷🏾‍♂️ knew why.",
    ),
}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize(("form", "other"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_passage_is_found_in_every_script_and_form(script: str, form: Form, other: Form) -> None:
    before, passage, after = SCRIPTS[script]
    old = unicodedata.normalize(form, f"{before} {passage} {after}")
    new = unicodedata.normalize(other, f"{after}\n\n{before} {passage} {after}")
    found = find(unicodedata.normalize(form, passage), old, new)
    assert found.status in ("exact", "moved")
    assert words_at(found, new) == unicodedata.normalize(other, passage)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_passage_that_is_gone_is_lost_in_every_script(script: str) -> None:
    before, passage, after = SCRIPTS[script]
    assert find(passage, f"{before} {passage} {after}", f"{before} {after}").status == "orphan"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_slip_in_the_middle_is_forgiven_in_every_script(script: str) -> None:
    before, passage, after = SCRIPTS[script]
    cut = len(passage) // 2
    edited = passage[:cut] + "x" + passage[cut:]
    new = f"{after} {before} {edited} {after}"
    found = find(passage, f"{before} {passage} {after}", new)
    assert found.status == "edited"
    assert words_at(found, new) == edited


def test_a_range_never_cuts_what_a_reader_sees_as_one_character() -> None:
    old = "They said: the family 👨‍👩‍👧 came. Then all went home to their beds."
    new = "They said: the big family 👨‍👩‍👧‍👦 came. Then all went home to their beds."
    found = find("the family 👨‍👩‍👧", old, new)
    assert words_at(found, new) in (None, "the big family 👨‍👩‍👧‍👦")


@pytest.mark.parametrize(
    "written",
    [
        QUOTE.replace("“", '"').replace("”", '"'),
        QUOTE.replace("Nobody", "No\u00adbody").replace("tickets", "tic\u200bkets"),
        QUOTE.replace(" ", "\u00a0"),
        QUOTE.replace("who has", "who\n has"),
        QUOTE.replace("Maren Holt", "**Maren Holt**"),
        QUOTE.replace("Maren Holt", "[Maren Holt](https://example.org/holt)"),
        QUOTE.replace("31 years", "_31_ years[4]"),
        "\ufeff" + QUOTE,
    ],
)
def test_another_way_to_write_a_passage_leaves_it_where_it_is(written: str) -> None:
    new = STORY.replace(QUOTE, written)
    found = find(QUOTE, STORY, new)
    assert found.status == "exact"
    assert not found.facts_changed
    assert (words_at(found, new) or "").strip("\ufeff.") in written


@pytest.mark.parametrize("passage", ["ferry", "council had", "Holt", "31", "$6.3 million"])
def test_a_word_or_two_are_found_by_what_stands_around_them(passage: str) -> None:
    new = f"{WEATHER}\n\n{STORY}"
    found = find(passage, STORY, new)
    assert found.start == STORY.index(passage) + len(WEATHER) + 2


@pytest.mark.parametrize("passage", ["ferry", "council had", "Holt", "31", "$6.3 million"])
def test_a_word_or_two_whose_sentence_went_are_lost(passage: str) -> None:
    home = next(one for one in (LEAD, COSTS, QUOTE) if passage in one)
    decoy = f"Elsewhere the {passage} was spoken of by others in another town."
    new = f"{STORY.replace(home, '')}\n\n{decoy}"
    assert find(passage, STORY, new).status == "orphan"


def entry(hour: int, boats: int) -> str:
    """Return an entry of a live blog, which differs from the next by its figures alone."""
    return f"{hour}:00 Update: the harbour office counts {boats} boats at the eastern pier."


def test_an_entry_of_a_live_blog_is_told_from_its_likes() -> None:
    old = "\n\n".join(entry(hour, 20 + 3 * hour) for hour in range(8, 18))
    new = "\n\n".join(entry(hour, 20 + 3 * hour) for hour in range(19, 7, -1))
    found = find(entry(12, 56), old, new)
    assert words_at(found, new) == entry(12, 56)


@pytest.mark.parametrize("dropped", range(8, 18))
def test_an_entry_that_a_live_blog_dropped_is_not_taken_for_another(dropped: int) -> None:
    entries = {hour: entry(hour, 20 + 3 * hour) for hour in range(8, 18)}
    old = "\n\n".join(entries.values())
    new = "\n\n".join(text for hour, text in entries.items() if hour != dropped)
    assert find(entries[dropped], old, new).status in ("orphan", "ambiguous")


def test_an_entry_whose_figure_was_corrected_says_so() -> None:
    old = "\n\n".join(entry(hour, 20 + 3 * hour) for hour in range(8, 18))
    new = old.replace(entry(12, 56), entry(12, 65))
    found = find(entry(12, 56), old, new)
    assert words_at(found, new) == entry(12, 65)
    assert found.facts_changed


@pytest.mark.parametrize("passage", [LEAD, BUSES])
def test_an_edited_passage_at_either_end_of_an_article_is_found(passage: str) -> None:
    edited = passage.replace("the new", "a new").replace("by next", "before next")
    assert edited != passage
    new = STORY.replace(passage, edited)
    found = find(passage, STORY, new)
    assert found.status == "edited"
    assert words_at(found, new) == edited


def test_each_of_several_equal_sentences_keeps_its_place() -> None:
    refrain = "The council did not answer."
    old = "\n\n".join([LEAD, refrain, COSTS, refrain, QUOTE, refrain, LORRIES])
    new = f"{WEATHER}\n\n{old}"
    start = -1
    for _ in range(3):
        start = old.index(refrain, start + 1)
        end = start + len(refrain)
        found = anchor(new, refrain, old[start - 64 : start], old[end : end + 64], start)
        assert found.start == start + len(WEATHER) + 2


def test_paragraphs_in_another_order_keep_their_marks() -> None:
    new = "\n\n".join([BUSES, QUOTE, LEAD, LORRIES, COSTS])
    for passage in (LEAD, COSTS, QUOTE, LORRIES, BUSES):
        found = find(passage, STORY, new)
        assert found.status in ("exact", "moved")
        assert words_at(found, new) == passage


def test_a_passage_across_paragraphs_is_found_when_one_was_put_between() -> None:
    passage = f"{COSTS[-39:]}\n\n{QUOTE[:39]}"
    new = STORY.replace(f"{COSTS}\n\n", f"{COSTS}\n\nThe mayor was there.\n\n")
    found = find(passage, STORY, new)
    assert found.status == "edited"
    assert words_at(found, new) == f"{COSTS[-39:]}\n\nThe mayor was there.\n\n{QUOTE[:39]}"


def test_nothing_is_found_in_an_article_rewritten_from_end_to_end() -> None:
    new = (
        "Saltby is going to lose its ferry: that much was plain once the vote was counted.\n\n"
        "Mending one pier is beyond its means, the treasurer said, and the other is no better.\n\n"
        "A ticket seller wept. Drivers cursed. From spring there will be buses, three an hour."
    )
    for passage in (LEAD, COSTS, QUOTE, LORRIES, BUSES):
        assert find(passage, STORY, new).status == "orphan"


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING, st.none() | st.integers(), st.none() | ANYTHING)
def test_whatever_is_asked_is_answered(
    text: str, quote: str, prefix: str, suffix: str, hint: int | None, old: str | None
) -> None:
    found = anchor(text, quote, prefix, suffix, hint, old_text=old)
    places = [*(found.suggestion or ())]
    if found.start is not None and found.end is not None:
        places.append((found.start, found.end))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert (found.start is None) == (found.status in ("ambiguous", "orphan"))


@given(st.text(max_size=60), st.data())
def test_what_is_put_before_a_text_shifts_its_passages_by_its_length(
    before: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(STORY) - 30))
    passage = STORY[start : start + 30]
    assume(passage == passage.strip() and STORY.count(passage) == 1)
    new = f"{before}\n\n{STORY}"
    assert words_at(find(passage, STORY, new), new) == passage


@given(st.sampled_from([LEAD, COSTS, QUOTE, LORRIES, BUSES]), st.sampled_from(["", ADDED]))
def test_the_same_text_is_exact_with_and_without_the_old_one(passage: str, added: str) -> None:
    for snapshot in (True, False):
        found = find(passage, STORY, STORY + added, snapshot=snapshot)
        assert (found.status, found.start) == ("exact", STORY.index(passage))
        assert not found.facts_changed
