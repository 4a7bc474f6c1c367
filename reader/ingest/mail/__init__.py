"""Mail to articles: newsletters above all, and whatever else arrives as one MIME message.

The message is taken apart by the standard library. Its HTML is the article where it has any, and
its text otherwise; the subject is the headline, the sender the publisher or the author. A page
that a browser saved as MIME is taken out of it here too, and read as the page that it is.
"""
