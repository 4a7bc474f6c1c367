"""The verbs about the program itself: doctor, restore, locate, config, completions."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any

from reader.cli.options import Verbs, add_json
from reader.cli.output import Style
from reader.cli.session import Session
from reader.cli.toml import as_toml

if TYPE_CHECKING:
    from reader.store import Finding

_SHELLS = ("bash", "zsh", "fish", "tcsh")


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("doctor", doctor, "look for damage in the store, and repair it", _declare_doctor)
    verbs.add("restore", restore, "take back from a backup what is missing", _declare_restore)
    verbs.add("locate", locate, "print where the files are", add_json)
    verbs.add("config", config, "print the settings and the file they stand in", add_json)
    verbs.add("completions", completions, "print the completions of a shell", _declare_completions)


def _declare_doctor(parser: ArgumentParser) -> None:
    """Declare the arguments of ``doctor``."""
    parser.add_argument("--repair", action="store_true", help="repair or set apart; delete nothing")
    add_json(parser)


def _declare_restore(parser: ArgumentParser) -> None:
    """Declare the arguments of ``restore``."""
    backup = "a day, a name or a file; none lists the backups there are"
    parser.add_argument("backup", metavar="BACKUP", nargs="?", help=backup)
    add_json(parser)


def _declare_completions(parser: ArgumentParser) -> None:
    """Declare the arguments of ``completions``."""
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help=", ".join(_SHELLS))


def doctor(session: Session) -> int:
    """Print what is wrong with the store; 1 when something is and was not repaired."""
    findings = session.library.doctor(repair=session.arguments.repair)
    if session.wants_json:
        session.out.json([_as_dict(finding) for finding in findings])
    for finding in findings:
        told = f"{finding.path}: {finding.problem}; {finding.remedy}"
        if not session.wants_json:
            session.out.line(("repaired  " if finding.repaired else "found     ", "dim"), told)
    notices = session.library.take_notices()
    for notice in notices:
        session.out.warn(notice)
    if not findings:
        session.out.say("the store is sound now" if notices else "the store is sound")
    return int(bool(notices) or any(not finding.repaired for finding in findings))


def _as_dict(finding: "Finding") -> dict[str, Any]:
    """Return a finding ready for JSON."""
    return {
        "path": str(finding.path),
        "problem": finding.problem,
        "remedy": finding.remedy,
        "repaired": finding.repaired,
    }


def restore(session: Session) -> int:
    """Merge a backup in, and print how much came back; without one print which there are."""
    from reader.library.labels import counted

    name = session.arguments.backup
    if name is None:
        return _list_backups(session)
    back = session.library.backups.restore(name)
    counts = {"marks": back.marks, "states": back.states, "library": back.entries}
    if session.wants_json:
        session.out.json({"backup": name, **counts})
    elif not any(counts.values()):
        session.out.say(f"{name}: nothing came back; all of it is here, or newer")
    else:
        marks, states = counted(back.marks, "mark"), counted(back.states, "state")
        entries = counted(back.entries, "entry", "entries")
        session.out.line(f"{marks}, {states} of articles and {entries} of the library came back")
    return 0


def _list_backups(session: Session) -> int:
    """Print the backups there are, the latest first."""
    found = [(path.name, path.stat().st_size) for path in session.library.backups.all()]
    if session.wants_json:
        session.out.json([{"name": name, "bytes": size} for name, size in found])
        return 0
    for name, size in found:
        session.out.line(name, (f"  {size} bytes", "dim"))
    if not found:
        session.out.say("there are no backups yet; one is made on each day that changes something")
    return 0


def locate(session: Session) -> int:
    """Print where the library, the settings and the index are."""
    from reader.resources import bundled

    paths = session.paths
    places = {
        "data": str(paths.data),
        "config": str(paths.config_file),
        "cache": str(paths.cache),
        "styles": str(bundled("styles")),
        "samples": str(bundled("sample_articles")),
    }
    if session.wants_json:
        session.out.json(places)
    else:
        for name, place in places.items():
            session.out.line((f"{name:<8} ", "dim"), place)
    return 0


def config(session: Session) -> int:
    """Print every setting with its value, as the file would have it; those not set as comments.

    Returns 1 when the file has some that there are not.
    """
    settings = session.config.describe()
    if session.wants_json:
        session.out.json({"file": str(session.paths.config_file), "settings": settings})
    else:
        session.out.line((f"# {session.paths.config_file}", "dim"))
        for setting in settings:
            meaning: tuple[str, Style] = (f"  # {setting['meaning']}", "dim")
            if setting["value"] in (None, ""):
                session.out.line((f"# {setting['key']} =", "dim"), meaning)
            else:
                session.out.line(f"{setting['key']} = {as_toml(setting['value'])}", meaning)
    return int(bool(session.config.warnings))


def completions(session: Session) -> int:
    """Print the script that completes our arguments in a shell."""
    import shtab

    from reader.cli.parser import build_parser

    session.out.text(shtab.complete(build_parser(), session.arguments.shell))
    return 0
