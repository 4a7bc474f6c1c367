"""Starts the program, once it is sure to be whole.

Another distribution on the package index imports as ``reader`` too. Installed into one
environment, the two overwrite each other's files, and what then goes wrong says nothing of why.
"""

import os
import sys

_REMEDY = "install newsmargin on its own, with `uv tool install newsmargin` or `pipx`"
_INTERRUPTED = 130


def main() -> int:
    """Run the command line and return its exit code; 2 when the installation is mixed up."""
    problem = _rival(__file__.rsplit(os.sep, 2)[0])
    if not problem:
        try:
            from reader.first_frame import first_frame
        except ModuleNotFoundError as error:
            problem = _missing(error)
        except KeyboardInterrupt:
            return _INTERRUPTED
        else:
            try:
                first_frame.show()
                from reader.cli import main as run
            except ModuleNotFoundError as error:
                problem = _missing(error)
            except KeyboardInterrupt:
                return _INTERRUPTED
            else:
                return run()
            finally:
                first_frame.end()
    sys.stderr.write(f"reader: {problem}; {_REMEDY}\n")
    return 2


def _missing(error: ModuleNotFoundError) -> str:
    """Return what is wrong when a module cannot be found."""
    return f"its module {error.name} is missing from this environment"


def _rival(folder: str) -> str:
    """Return what is wrong when another distribution owns ``reader`` in *folder*, else nothing."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return ""
    if any(name.startswith("reader-") and name.endswith(".dist-info") for name in names):
        return "another distribution called reader is installed over this one"
    return ""


if __name__ == "__main__":
    sys.exit(main())
