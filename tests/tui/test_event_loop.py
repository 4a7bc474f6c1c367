"""The event loop of the screen is loaded without TLS, which others may still load."""

import subprocess
import sys

LOADED = "import sys; from reader.tui.event_loop import load_without_tls; load_without_tls(); "


def run(code: str) -> str:
    """Return what *code* prints in a process of its own."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_event_loop_is_there_and_tls_is_not() -> None:
    told = "import asyncio; asyncio.run(asyncio.sleep(0)); print('ssl' in sys.modules)"
    assert run(LOADED + told) == "False"


def test_who_asks_the_web_has_tls_all_the_same() -> None:
    told = "import ssl; print(type(ssl.create_default_context()).__name__)"
    assert run(LOADED + told) == "SSLContext"


def test_beside_another_thread_nothing_is_held_back() -> None:
    beside = (
        "import threading; done = threading.Event();"
        "threading.Thread(target=done.wait, daemon=True).start(); "
    )
    told = "print('asyncio' in sys.modules); done.set()"
    assert run("import sys; " + beside + LOADED + told) == "False"


def test_the_screen_is_loaded_without_tls() -> None:
    assert run(LOADED + "import reader.tui.app; print('_ssl' in sys.modules)") == "False"
