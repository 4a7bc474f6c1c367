"""Templates of one's own: limited, and precise about what is wrong with them."""

import builtins
from typing import Any

import pytest

from reader.errors import ReaderError
from reader.export import Material
from reader.export.template import DEFAULT, render_template
from reader.export.template_sample import sample
from reader.export.template_worker import answer
from tests.export.stories import COSTS, ferry, some_marks

MATERIAL = [Material(ferry().id, ferry(), tuple(some_marks()))]
CONTEXT: dict[str, Any] = {"words": ["a", "b"]}


def test_the_template_to_begin_with_writes_every_mark() -> None:
    text = render_template(MATERIAL, DEFAULT, "mine.j2")
    assert text.startswith("# Saltby to lose its “old” ferry: what now?\n\nExample Courier · Ida")
    assert f"> {COSTS}\n\n**≠ disputed**: The figure is from May.\n" in text
    assert "Follow this one." in text
    assert "Tags: bus lines" in text
    assert "Maren Holt" not in render_template([sample()], DEFAULT, "mine.j2")


def test_an_article_that_is_not_held_is_written_too() -> None:
    [mark] = some_marks()[:1]
    text = render_template([Material("a0", None, (mark,))], DEFAULT, "mine.j2")
    assert text.startswith("# a0\n")


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("one\n{{ two.three }}", "mine.j2, line 2: 'two' is undefined"),
        ("one\n\n{% for %}", "mine.j2, line 3: Expected an expression"),
        ("{{ 1 / 0 }}", "mine.j2, line 1: division by zero"),
        ("{{ ''.__class__.__mro__ }}", "mine.j2, line 1: access to attribute '__class__'"),
        ("{% include '/etc/passwd' %}", "mine.j2, line 1: no loader"),
        ("{{ 'x' * 10**10 }}", "mine.j2.*: asks for more than a template may have"),
    ],
)
def test_an_error_names_the_line(template: str, problem: str) -> None:
    with pytest.raises(ReaderError, match=problem):
        render_template(MATERIAL, template, "mine.j2")


@pytest.mark.slow
def test_a_template_without_an_end_is_ended() -> None:
    loop = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"
    with pytest.raises(ReaderError, match="asks for more than a template may have"):
        render_template(MATERIAL, loop, "mine.j2")


def test_the_worker_answers_with_text_or_with_the_problem() -> None:
    assert answer("{% for w in words %}{{ w }}{% endfor %}\n", CONTEXT) == {"text": "ab"}
    assert answer("{{ 'a\nb' | quoted }}", CONTEXT) == {"text": "> a\n> b"}
    assert answer("{{ '*a*' | escaped }}", CONTEXT) == {"text": "\\*a\\*"}
    assert answer("{{ words[9].x }}", CONTEXT)["line"] == 1
    assert answer("{% macro f() %}{{ f() }}{% endmacro %}\n{{ f() }}", CONTEXT)["line"] == 1


def test_without_jinja_the_worker_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any) -> Any:
        if name.startswith("jinja2"):
            raise ImportError
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert answer("x", CONTEXT) == {"missing": True}
