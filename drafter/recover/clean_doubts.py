"""Says where a text is damaged and cannot be mended: lost stretches, masked names, broken or traditional characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.left_out import notes
from drafter.check.rules.words.d407_masked_names import find as masked_names
from drafter.check.rules.words.d408_mixed_scripts import find as traditional
from drafter.check.rules.words.d410_broken_characters import find as broken
from drafter.language.glosses import torn_gloss
from drafter.recover.dropping import PAY_WALL
from drafter.recover.model import Doubt
from drafter.recover.shown import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.recover.model import Old


def run(old: Old) -> Old:
    """The document with a doubt for each line and kind of damage."""
    view = view_of(old.parts)
    found = sorted(
        {(view.place(at, at + 1).line, why): text for at, why, text in reversed(list(_damage(view)))}.items()
    )
    doubts = [Doubt(why, line, {"text": text}) for (line, why), text in found]
    doubts += [
        Doubt("recover.cut-short", gone.line, {"text": gone.text}) for gone in old.dropped if gone.why == PAY_WALL
    ]
    return replace(old, doubts=(*old.doubts, *doubts))


def _damage(view: View) -> Iterator[tuple[int, str, str]]:
    """Where, of what kind, and the characters."""
    for why, find in _FINDERS:
        yield from ((each.start, why, view.text[each.start : each.end]) for each in find(view))
    for why, pattern in (("recover.cut-short", notes()), ("recover.broken-text", torn_gloss())):
        yield from ((match.start(), why, match[0]) for match in pattern.finditer(view.normal))


_FINDERS = (
    ("recover.masked-name", masked_names),
    ("recover.traditional", traditional),
    ("recover.broken-text", broken),
)
