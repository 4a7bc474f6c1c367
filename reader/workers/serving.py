"""What a worker does before it serves: it limits itself, and keeps its output for answers."""

import os
import resource
import sys
from typing import IO


def limit_memory(megabytes: int) -> None:
    """Let this process have no more than so many MiB of address space."""
    size = megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def own_output() -> IO[bytes]:
    """Return the standard output for answers alone; what libraries print goes nowhere."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return os.fdopen(kept, "wb")
