"""PDF documents to articles, where the optional library that opens them is installed.

A PDF knows where each letter stands and nothing of paragraphs; what is a heading, what goes on
from line to line and what stands on every page is told here by place and size.
"""
