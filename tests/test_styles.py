"""Every selector of the sheets names a widget, an id or a class that the screen really has."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual
from textual.css.model import Selector, SelectorType
from textual.css.parse import parse
from textual.dom import DOMNode

import reader.tui
from reader.resources import later_style_sheets, style_sheets
from reader.tui.themes import TOKENS

SHEETS = [*style_sheets(), *later_style_sheets()]
PACKAGE = Path(reader.tui.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)


def nodes() -> set[type[DOMNode]]:
    """Return every class of node that can stand on a screen, with all of ours loaded."""
    for module in pkgutil.walk_packages(reader.tui.__path__, "reader.tui."):
        importlib.import_module(module.name)
    found: set[type[DOMNode]] = set()
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    return found


TYPES = {kind.__name__ for kind in nodes()}
PARTS = {part for kind in nodes() for part in getattr(kind, "COMPONENT_CLASSES", ())}


def selectors(sheet: Path) -> Iterator[Selector]:
    """Yield every selector of *sheet*."""
    css = re.sub(r"\$[\w-]+", "red", sheet.read_text(encoding="utf-8"))
    for rule in parse("", css, (str(sheet), "")):
        for chain in rule.selector_set:
            yield from chain.selectors


def is_named(name: str) -> bool:
    """Tell whether our code, or Textual's own, gives *name* to something."""
    quoted = re.compile(rf"""["' ]{re.escape(name)}["' ]""")
    if quoted.search(CODE):
        return True
    theirs = Path(textual.__file__).parent
    return any(
        quoted.search(path.read_text(encoding="utf-8")) for path in theirs.glob("widgets/*.py")
    )


@each_sheet
def test_every_selector_names_something_that_is_there(sheet: Path) -> None:
    missing = set()
    for selector in selectors(sheet):
        name = selector.name
        match selector.type:
            case SelectorType.TYPE:
                found = name in TYPES
            case SelectorType.CLASS:
                found = name in PARTS or is_named(name)
            case SelectorType.ID:
                found = is_named(name)
            case _:
                found = True
        if not found:
            missing.add(name)
    assert missing == set()


@each_sheet
def test_a_sheet_holds_tokens_and_no_colours_of_its_own(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)|\brgba?\(", css) == []


@each_sheet
def test_a_sheet_says_what_it_is_for(sheet: Path) -> None:
    assert sheet.read_text(encoding="utf-8").startswith("/* ")


@each_sheet
def test_a_sheet_has_the_name_of_its_module(sheet: Path) -> None:
    assert list(PACKAGE.rglob(f"{sheet.stem}.py"))


def test_every_token_is_used() -> None:
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    used = set(re.findall(r"\$([\w-]+)", css))
    code = CODE.replace((PACKAGE / "themes.py").read_text(encoding="utf-8"), "")
    assert {name for name in TOKENS if name not in used and f'"{name}"' not in code} == set()
