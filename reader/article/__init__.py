"""The article: an immutable text with its blocks, sections and provenance.

Standard library only, frozen, no input or output. Every offset anywhere in the program counts
Unicode code points of ``Article.text``.
"""
