"""JSON: one object, whose ``problems`` are the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.cli.formats.records import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.problems import Problem


def text(problems: Sequence[Problem]) -> str:
    """All problems as JSON, in the order given."""
    data = msgspec.json.encode({"problems": [record(problem) for problem in problems]})
    return msgspec.json.format(data, indent=2).decode()
