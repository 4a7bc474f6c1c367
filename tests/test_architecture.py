"""The layers hold, starting is light, and every module says what it is for."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path for folder in ("reader", "tests", "tools") for path in (ROOT / folder).rglob("*.py")
)
HEAVY = (
    *("textual", "rich", "bs4", "lxml", "trafilatura", "readability", "resiliparse", "justext"),
    *("feedparser", "httpx2", "tinydb", "markdownify", "markdown_it", "yaml", "nh3", "shtab"),
)
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
DOCUMENTED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
LONGEST: dict[type[ast.AST], int] = {
    ast.Module: 400,
    ast.FunctionDef: 50,
    ast.AsyncFunctionDef: 50,
}
"""The most lines that a piece of code may take."""


@cache
def trees() -> dict[Path, ast.Module]:
    """Return all modules, parsed once, and not by those who run other tests."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh Python loads to run *code*."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.splitlines()[-1].split())


def test_imports_point_down_the_layers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=None, verbose=False) == 0, capsys.readouterr().out


def test_loading_the_command_line_loads_nothing_heavy() -> None:
    loaded = loaded_by("import reader.cli.parser; reader.cli.parser.build_parser()")
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("verb", ["list", "notes", "undo"])
def test_verbs_on_the_library_load_neither_the_screen_nor_what_reads_pages(
    verb: str, tmp_path: Path
) -> None:
    words = ["--data-dir", str(tmp_path), verb]
    loaded = loaded_by(f"import reader.cli; reader.cli.main({words!r})")
    assert loaded.isdisjoint(set(HEAVY) - {"tinydb"})


@pytest.mark.parametrize("package", ["article", "facts", "annotations"])
def test_the_model_loads_nothing_but_the_standard_library(package: str) -> None:
    loaded = loaded_by(f"import reader.{package}")
    ours = {name for name in loaded if name.startswith("reader.")}
    assert loaded.isdisjoint(HEAVY)
    assert ours.isdisjoint({"reader.config", "reader.paths", "reader.resources"})


def test_every_module_and_function_says_what_it_is_for() -> None:
    silent = [
        f"{path.relative_to(ROOT)}: {getattr(node, 'name', 'the module')}"
        for path, tree in trees().items()
        for node in _documented(tree, everything=path.is_relative_to(ROOT / "reader"))
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_module_and_no_function_is_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {getattr(node, 'name', 'the module')}: {length} lines"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if (length := _length(node)) > LONGEST.get(type(node), length)
    ]
    assert long == []


def _documented(tree: ast.Module, *, everything: bool) -> Iterator[Documented]:
    """Yield the module and, if *everything*, its classes, functions and methods.

    Not those within functions, nor those whose names say it all.
    """
    yield tree
    waiting: list[ast.stmt] = [*tree.body] if everything else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ClassDef):
            waiting += node.body
        if isinstance(node, DOCUMENTED) and not node.name.startswith("__"):
            yield node


def _length(node: ast.AST) -> int:
    """Return how many lines a piece of code takes; 0 if it is none that counts."""
    if isinstance(node, ast.Module):
        return max((part.end_lineno or 0 for part in node.body), default=0)
    if isinstance(node, DOCUMENTED):
        return (node.end_lineno or node.lineno) - node.lineno + 1
    return 0
