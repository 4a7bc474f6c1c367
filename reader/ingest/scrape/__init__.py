"""Raw text scrapes: an article among menus, buttons and notices, with its headings lost.

Each line is judged by weights that were fitted beforehand (``labelling``); labels with their
values, the headline and the publisher are read by rules. Nothing is thrown away: what is no part
of the text is in the article's ``dropped``, with why.
"""

from reader.ingest.scrape.reading import read_scrape

__all__ = ["read_scrape"]
