"""The only network code: one document, over http or https, from a public address.

A page that the user asks for must not be a way into the network that the user sits in. Every
hop's host is looked up here, and the connection goes to the very address that was checked.
"""

from reader.ingest.fetch.asking import fetch
from reader.ingest.fetch.model import FEED, FEED_TYPES, PAGE, PLAIN, Fetched, Validators, Wanted

__all__ = ["FEED", "FEED_TYPES", "PAGE", "PLAIN", "Fetched", "Validators", "Wanted", "fetch"]
