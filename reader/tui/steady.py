"""Writes to the terminal so that its lines stay in step (see ``reader.tui.page.steady``)."""

from textual.driver import Driver

from reader.tui.page.steady import steady


class SteadyDriver(Driver):
    """Put before a driver's own class, steadies what that writes."""

    def write(self, data: str) -> None:
        """Write *data*, each word at its column."""
        super().write(steady(data))  # type: ignore[safe-super]  # of the driver that comes next
