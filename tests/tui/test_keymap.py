"""Which keys hold, and what is said of those that cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import KEYMAPS, Config
from reader.tui import commands  # noqa: F401  # makes the commands known
from reader.tui.desk.showing import hints_for
from reader.tui.key_names import advice_on, key_name, same_key
from reader.tui.keymap import COMMANDS, clashes, keys_in_force
from reader.tui.presets import PRESETS
from tests.tui.conftest import OpenDesk

each_preset = pytest.mark.parametrize("keymap", PRESETS)


def test_the_configuration_knows_every_preset() -> None:
    assert tuple(PRESETS) == KEYMAPS


@each_preset
def test_no_two_commands_share_a_key(keymap: str) -> None:
    assert clashes({}, keymap) == []
    held = [same_key(key) for keys in keys_in_force(keymap, {}).values() for key in keys]
    assert len(held) == len(set(held))


@each_preset
def test_a_preset_leaves_no_command_without_a_key(keymap: str) -> None:
    keys = keys_in_force(keymap, {})
    assert [name for name, one in COMMANDS.items() if one.keys and not keys[name]] == []


@each_preset
def test_a_preset_names_commands_and_keys_that_there_are(keymap: str) -> None:
    assert PRESETS[keymap].keys() - COMMANDS.keys() == set()
    assert [key for keys in PRESETS[keymap].values() for key in keys if advice_on(key)] == []


def test_a_key_of_ones_own_wins_over_the_usual_one_and_both_commands_are_named() -> None:
    (told,) = clashes({"claim": ("h",)})
    assert told == (
        "keys.claim: `h` was highlight, which gives way; choose another key for one of them"
    )
    keys = keys_in_force("default", {"claim": ("h",)})
    assert (keys["claim"], keys["highlight"]) == (("h",), ())


def test_of_two_keys_of_ones_own_the_first_holds_and_the_other_is_told() -> None:
    own = {"highlight": ("f2",), "claim": ("f2", "f3")}
    (told,) = clashes(own)
    assert told == "keys.claim: `f2` is already highlight; choose another key"
    assert keys_in_force("default", own)["claim"] == ("f3",)


def test_a_key_that_a_command_no_longer_has_is_free() -> None:
    assert clashes({"highlight": (), "claim": ("h",)}) == []


def test_a_key_of_ones_own_wins_over_that_of_a_preset() -> None:
    (told,) = clashes({"highlight": ("d",)}, "less")
    assert told.startswith("keys.highlight: `d` was half-page-down")
    keys = keys_in_force("less", {"highlight": ("d",)})
    assert keys["highlight"] == ("d",)
    assert keys["half-page-down"] == ("ctrl+d",)


def test_keys_that_terminals_do_not_tell_apart_are_one() -> None:
    (told,) = clashes({"claim": ("ctrl+i",)})
    assert told.startswith("keys.claim: `tab` was next-pane")


def test_a_command_nobody_knows_is_told_with_the_nearest() -> None:
    (told,) = clashes({"hilight": ("h",)})
    assert told == "keys.hilight: there is no such command; did you mean highlight?"
    (told,) = clashes({"xyzzy": ("h",)})
    assert told.endswith("`f1` lists them all")


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        ("ctlr+h", "did you mean"),
        ("control+h", "did you mean `ctrl+h`?"),
        ("^s", "did you mean `ctrl+s`?"),
        ("C-s", "did you mean `ctrl+s`?"),
        ("esc", "did you mean `escape`?"),
        ("pgdn", "did you mean `pagedown`?"),
        ("f77", "did you mean `f"),
        ("gg", "a key is called `h`, `ctrl+s`, `f5` or `escape`"),
        (" ", "did you mean `space`?"),
    ],
)
def test_a_key_that_does_not_exist_is_told_with_what_to_write(key: str, advice: str) -> None:
    (told,) = clashes({"highlight": (key,)})
    assert told.startswith(f"keys.highlight: there is no key `{key}`; {advice}")


@pytest.mark.parametrize(
    "key", ["h", "H", "?", "question_mark", "é", "ctrl+s", "shift+up", "alt+x", "f12", "colon"]
)
def test_a_key_that_exists_is_not_told(key: str) -> None:
    assert advice_on(key) == ""


@given(st.dictionaries(st.sampled_from([*COMMANDS]), st.lists(st.sampled_from("hcaxqj"))))
def test_whatever_is_configured_no_key_does_two_things(own: dict[str, list[str]]) -> None:
    asked = {name: tuple(keys) for name, keys in own.items()}
    for keymap in PRESETS:
        keys = keys_in_force(keymap, asked)
        holders: dict[str, set[str]] = {}
        for name, held in keys.items():
            for key in held:
                holders.setdefault(same_key(key), set()).add(name)
        assert all(len(names) == 1 for names in holders.values())
        wanted = {key for held in asked.values() for key in held}
        assert wanted <= holders.keys()


def test_keys_are_shown_briefly() -> None:
    assert [key_name(key) for key in ("ctrl+r", "pagedown", "h")] == ["^r", "PgDn", "h"]


async def test_the_keys_of_less_turn_pages(desk: OpenDesk) -> None:
    async with desk("Orchard", config=Config(keymap="less"), size=(80, 24)) as at:
        await at.press("d")
        half = at.screen.body.top_line
        assert half > 0
        await at.press("u")
        assert at.screen.body.top_line == 0
        await at.press("f")
        assert at.screen.body.top_line > half
        await at.press("h")
        assert at.quotes
        await at.press("Z")
        assert not at.quotes


async def test_the_keys_of_vim_turn_pages(desk: OpenDesk) -> None:
    async with desk("Orchard", config=Config(keymap="vim"), size=(80, 24)) as at:
        await at.press("ctrl+f")
        assert at.screen.body.top_line > 0
        await at.press("ctrl+b")
        assert at.screen.body.top_line == 0
        await at.press("ctrl+e")
        assert at.screen.body.top_line == 1


async def test_the_bottom_line_hints_at_the_keys_that_hold(desk: OpenDesk) -> None:
    async with desk(config=Config(keys={"highlight": ("f2",), "claim": ()})) as at:
        hints = dict(hints_for(at.screen))
        assert hints["f2"] == "highlight"
        assert "c" not in hints


async def test_keys_that_cannot_hold_are_told_at_the_start(desk: OpenDesk) -> None:
    async with desk(config=Config(keys={"claim": ("h",)})) as at:
        told = [one.words for one in at.screen.telling.messages]
        assert any("`h` was highlight, which gives way" in words for words in told)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("m", "there is no mark here to reply to"),
        ("x", "there is no mark here"),
        ("n", "there are no found words to step through"),
        ("O", "nothing is selected"),
        ("p", "no mark of this article has lost its place"),
        ("T", "that is for the facts beside the page"),
        ("right", "j move"),
    ],
)
async def test_a_key_that_can_do_nothing_says_why(desk: OpenDesk, key: str, told: str) -> None:
    async with desk() as at:
        await at.press(key)
        assert told in at.said


async def test_the_keys_of_vim_that_go_by_word_archive_nothing(desk: OpenDesk) -> None:
    async with desk(config=Config(keymap="vim")) as at:
        await at.press("e", "w")
        assert at.screen.article is not None
        assert not at.library.state(at.screen.article.id).get("archived")
        await at.press("v", "w", "e", "e", "b", "o")
        body = at.screen.body
        assert body.article is not None
        assert body.selection is not None
        assert body.article.text[slice(*body.selection.span)] == "The harbour at"
        assert body.selection.active < body.selection.fixed


async def test_hints_name_the_keys_that_hold_in_every_pane(desk: OpenDesk) -> None:
    keys = {"highlight": ("f2",), "copy-quote": (), "select-words": ("h",), "line-down": ("e",)}
    async with desk(config=Config(keys=keys)) as at:
        await at.press("h")
        hints = dict(hints_for(at.screen))
        assert hints["f2"] == "highlight"
        assert hints["ek"] == "line"
        assert "copy" not in hints.values()
        await at.press("escape", "t", "t")
        hints = dict(hints_for(at.screen))
        assert (hints["h"], hints["←→"]) == ("pick several", "fold")
