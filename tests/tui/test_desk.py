"""The parts of the screen that are loaded when they are first used."""

from importlib import import_module

import pytest

from reader.tui.screens.desk import Desk, OnFirstUse

PARTS = {name: one for name, one in vars(Desk).items() if isinstance(one, OnFirstUse)}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_of_the_class_that_it_is_declared_to_be(name: str) -> None:
    """What is loaded is what the type checker believes."""
    part = PARTS[name]
    assert Desk.__annotations__[name] == f"OnFirstUse[{part.kind}]"
    assert getattr(import_module(part.module), part.kind).__module__ == part.module


def test_a_part_is_made_once_for_each_screen_and_not_before_it_is_used() -> None:
    """What has not been used is not there to be asked anything."""
    one, other = Desk(), Desk()
    assert Desk.leaving.made_for(one) is None
    made = one.leaving
    assert one.leaving is made
    assert Desk.leaving.made_for(one) is made
    assert Desk.leaving.made_for(other) is None
    assert other.leaving is not made
