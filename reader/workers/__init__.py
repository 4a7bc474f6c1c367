"""Worker processes: what may take long, much memory or a crash does so outside the reader's own.

``process`` is the end that asks, ``serving`` what every worker does first. What the two say to each
other is the affair of those who use them. Nothing but the standard library.
"""
