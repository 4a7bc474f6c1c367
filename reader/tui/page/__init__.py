"""How an article becomes lines of cells: pure functions over its text and blocks.

Nothing here knows a widget, so what is on a line, and what is under a cell, can be tested and
measured without a terminal.
"""
