"""Loads asyncio without TLS, which the screen has no use for: OpenSSL takes 4 MB of memory.

All that asks the web does so in threads of its own, and loads TLS when it does.
"""

import sys
import threading


def load_without_tls() -> None:
    """Load asyncio as a Python without OpenSSL has it, unless something may be asking the web.

    While it loads, ``ssl`` cannot be imported; so no other thread may be at work.
    """
    if {"asyncio", "ssl"} & sys.modules.keys() or threading.active_count() > 1:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what is None there is not found
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
