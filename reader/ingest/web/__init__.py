"""Web pages: which of a page's text is the article, and what structure it has.

Libraries vote on the choice; the structure is always read from the page's own tree, because what
they hand back has lost quotes, captions and the kinds of lists.
"""
