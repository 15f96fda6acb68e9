"""An old document becomes an outline: understood, written, held against the document, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.recover.model import Old
from drafter.recover.passes import recover
from drafter.recover.proof import Proof, prove
from drafter.recover.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.document.manuscript import Manuscript
    from drafter.recover.facts import Which


class Converted(msgspec.Struct, frozen=True):
    """``text`` is the outline's YAML; ``old`` what was found, dropped, changed and doubted; ``proof`` the count."""

    text: str
    old: Old
    proof: Proof


def convert(
    manuscript: Manuscript,
    render: Callable[[str], list[str]],
    keys: str = "zh",
    which: Which = "all",
    keep_all: bool = False,
) -> Converted:
    """The outline of an old document. ``render`` gives the lines that an outline's YAML prints as it stands.

    ``keys`` is the language of the outline's keys, ``which`` says what figures become facts; with ``keep_all`` what was
    dropped stands in the outline as comments.
    """
    made = verify(recover(manuscript, which), render, keys, keep_all)
    return Converted(made.outline.text, made.old, prove(made.old, made.outline.labels, made.printed))
