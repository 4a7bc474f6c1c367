"""Textual's command palette, safe from keys that come before its list is laid out."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Lists every command, to be found by its name."""

    def _action_command_list(self, action: str) -> None:
        """Pass an action on to the list, which fails at turning pages before it has a height."""
        if self.query_one(CommandList).size.height:
            super()._action_command_list(action)
