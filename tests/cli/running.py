"""One article and one run of the command line, as the tests of the command line use them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ARTICLE = """\
---
title: The harbour opens late
author: Ada Marsh
date: 2025-12-11
site_name: Example Wire
---

The harbour of Lowmouth opened two years late on Thursday, at a cost of $6.3 billion.

## What was promised

- Nine berths by 2023
- A railway to the quay

> "We said soon," the mayor, Jon Field, told the council. "We did not say when."

| Year | Ships |
| --- | --- |
| 2024 | 12 |
| 2025 | 90 |
"""


@dataclass(frozen=True)
class Done:
    """What came of one run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, as the one JSON document that it is."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """What was printed, as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]
"""Runs a command line on the library of the test."""
