"""Short digests without OpenSSL, which ``hashlib`` loads: it takes 3.5 MB of memory.

Ids, names of files and numbers of documents are made of them; the version of an article is not,
for that is a SHA-256 and a whole text long.
"""

try:
    from _blake2 import blake2s  # the very same that hashlib has
except ImportError:  # a Python that has it elsewhere
    from hashlib import blake2s

__all__ = ["blake2s"]
