"""Sources to articles: told apart by content, read by format, assembled in one place.

Everything but ``fetch`` is pure: the same source gives the same article.
"""
