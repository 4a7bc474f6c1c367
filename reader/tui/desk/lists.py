"""The list of every key, and that of every command by its name, over the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.tui.desk.showing import special_hints
from reader.tui.key_names import key_name, same_key
from reader.tui.keymap import COMMANDS, GROUPS, Command
from reader.tui.page.cells import width
from reader.tui.page.layout import wrap_own
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

LATEST = 5
"""How many commands that were chosen by name stand first the next time."""

_LEAST_ROOM = 20
"""With fewer cells beside its keys, what a command does stands below them."""

_KEYS_CELLS = 12
_NAME_CELLS = 20


class Lists:
    """Shows what can be done, and does what is chosen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._latest: list[str] = []
        """The commands chosen by name, the last one first."""

    def show_keys(self) -> None:
        """List every key, those first that do something of their own here.

        What is typed narrows the list; one key brings its command to the top.
        """
        rows = [*self._here(), *self._folded(self._by_group())]
        self._screen.chooser.open("Keys", rows, self._do, offer=self._by_key(rows))

    def _by_key(self, rows: Sequence[Row]) -> Callable[[str], Row | None]:
        """Return what finds among *rows* that of the command whose key was typed."""

        def of_key(typed: str) -> Row | None:
            if not typed.strip():
                return None
            name = next((n for n, held in self._keys.items() if _is_key(typed, held)), None)
            return next((row for row in rows if name is not None and row.key == name), None)

        return of_key

    def show_commands(self) -> None:
        """List every command by its name, the latest chosen first, and the themes.

        Its key brings a command to the top here, too, for some type `:q` to quit.
        """
        latest = [COMMANDS[name] for name in self._latest]
        rest = sorted((one for one in COMMANDS.values() if one not in latest), key=_name)
        named = (self._named(one) for one in (*latest, *rest) if one.id != "palette")
        rows = [*self._folded(named), *self._screen.colours.rows()]
        self._screen.chooser.open("Commands", rows, self._run, offer=self._by_key(rows))

    def _folded(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield *rows*, each with rows below it for the words that have no room on it."""
        cells = min(98, self._screen.size.width - 6)
        for row in rows:
            before = 2 * row.indent + width(row.sign) + 1
            room = cells - before - (width(row.aside) + 2 if row.aside else 1)
            below = row._replace(sign=" " * width(row.sign), aside="", selectable=False)
            words = row.text
            if room < _LEAST_ROOM:
                yield row._replace(text="")
                below = below._replace(sign="", indent=row.indent + 1)
                room = max(_LEAST_ROOM, cells - 2 * below.indent)
            else:
                start, end = next(iter(wrap_own(words, room)))
                yield row._replace(text=words[start:end])
                words = words[end:].lstrip()
            if words:
                yield from (below._replace(text=words[a:z]) for a, z in wrap_own(words, room))

    @property
    def _keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of each command."""
        return dict(self._screen.keymap)

    def _can(self, one: Command) -> bool:
        """Tell whether a command can do anything when the list is put away."""
        cover = self._screen.foreground.cover_with_keys
        return cover.takes(one.id) if cover is not None else one.when(self._screen)

    def _here(self) -> Iterator[Row]:
        """Yield what the keys do where the focus is, when that is not the page."""
        hints = special_hints(self._screen)
        if hints:
            yield Row("Here", style="group", selectable=False)
        for keys, words in hints:
            yield Row(words.capitalize() + ".", indent=1, sign=f"{keys:<{_KEYS_CELLS}}")

    def _by_group(self) -> Iterator[Row]:
        """Yield a row for each command, by group; what can do nothing now is quiet."""
        for group in GROUPS:
            yield Row(group, style="group", selectable=False)
            for one in COMMANDS.values():
                if one.group == group:
                    names = " ".join(key_name(key) for key in self._keys[one.id])
                    style = "" if self._can(one) else "quiet"
                    sign = f"{names:<{_KEYS_CELLS}}"
                    yield Row(one.help, one.id, indent=1, sign=sign, style=style)

    def _named(self, one: Command) -> Row:
        """Return the row of a command under its name."""
        names = " ".join(key_name(key) for key in self._keys[one.id])
        style = "" if self._can(one) else "quiet"
        return Row(one.help, one.id, sign=f"{_name(one):<{_NAME_CELLS}}", aside=names, style=style)

    def _run(self, row: Row) -> None:
        """Do what was chosen by its name."""
        if row.key in COMMANDS:
            self._latest = [row.key, *(one for one in self._latest if one != row.key)][:LATEST]
            self._do(row)
        else:
            self._screen.colours.choose(row.key)

    def _do(self, row: Row) -> None:
        """Do the command of *row*, or say that it can do nothing now."""
        found = COMMANDS.get(str(row.key))
        if found is None:
            return
        if self._screen.check_action("command", (found.id,)):
            self._screen.action_command(found.id)
        else:
            self._screen.tell(f"{_name(found).lower()}: there is nothing that it could do here")


def _name(one: Command) -> str:
    """Return the name of a command as people read it."""
    return one.id.replace("-", " ").capitalize()


def _is_key(typed: str, keys: tuple[str, ...]) -> bool:
    """Tell whether *typed* is one of *keys*, as it is configured or as it is shown."""
    written = typed.strip()
    named = same_key(written) if written else ""
    return any(named == same_key(key) or written == key_name(key) for key in keys)
