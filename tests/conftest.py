"""Keeps the developer's own data, settings, cache and environment out of every test."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_OURS = ("NEWSMARGIN_", "TEXTUAL", "XDG_")
_COLOURS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLORTERM", "COLUMNS", "LINES")
_TOOLS = ("EDITOR", "VISUAL", "PAGER", "BROWSER")

# No test is about time: the machine that runs it may be busy. What needs many rounds says so.
settings.register_profile(
    "busy", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, and an environment that says nothing."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(_OURS) or name in (*_COLOURS, *_TOOLS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for name, folder in {
        "XDG_DATA_HOME": ".local/share",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_STATE_HOME": ".local/state",
        "NEWSMARGIN_DATA_DIR": "newsmargin",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    return home
