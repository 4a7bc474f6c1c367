"""Newsmargin: read news in the terminal, annotate it, and keep the notes as Markdown."""

__version__ = "0.1.0"
