"""Electronic books to articles: one article a book, its chapters the sections of it.

A book is an archive of pages. Nothing of it is unpacked to the disk, and of an archive that grows
out of all measure when it is unpacked no more is read than a book has.
"""
