"""The verb that helps with templates of one's own: template."""

from argparse import ArgumentParser
from pathlib import Path

from reader.cli.options import Verbs
from reader.cli.session import Session
from reader.errors import NotFoundError, ReaderError


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
    purpose = "print a template for exports to begin with, or try one of your own"
    verbs.add("template", template, purpose, _declare)


def _declare(parser: ArgumentParser) -> None:
    """Declare the arguments of ``template``."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="a template, which is tried on notes made for that"
    )


def template(session: Session) -> int:
    """Print the template to begin with, or what a template makes of an article with two marks."""
    from reader.export.template import DEFAULT, render_template
    from reader.export.template_sample import sample

    name = session.arguments.file
    text = DEFAULT if name is None else render_template([sample()], template_text(name), name)
    session.out.text(text.removesuffix("\n"))
    return 0


def template_text(name: str) -> str:
    """Return the text of the template in the file *name*.

    Raises:
        NotFoundError: if there is no such file.
        ReaderError: if it cannot be read.
    """
    try:
        return Path(name).expanduser().read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NotFoundError(name, "there is no such file", "check the path") from error
    except UnicodeDecodeError as error:
        raise ReaderError(name, "not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise ReaderError(name, f"cannot be read ({problem})") from error
