"""An old document that has been understood, written as the outline that a person would have made of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.messages import say
from drafter.outline.edits import translate_keys
from drafter.outline.narrow import VERBATIM
from drafter.recover.tree import grow
from drafter.recover.write_body import Body
from drafter.recover.write_head import facts, head, in_order
from drafter.recover.write_left_out import with_left_out
from drafter.recover.write_margins import before, behind, margins
from drafter.recover.write_yaml import ABOVE, Behind, Line, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old

Fields = dict[Any, Any]
PRINTED = ("/title", "/subtitle", "/salutation", "/signature", "/credits")
"""Fields that are printed: what they say stands in the parts."""
PARTED = (
    "organization",
    "meeting",
    "campaign",
    "facts",
    "numbering form start sections",
    "attachments signature credits",
)
"""Keys with a blank line before them; some stand together."""


class Written(msgspec.Struct, frozen=True):
    """An outline's YAML, and by the index of each heading and point the label that is printed before it."""

    text: str
    labels: dict[int, str]


def write(old: Old, keys: str = "zh", keep_all: bool = False) -> str:
    """The outline as YAML, its keys in Chinese or English; with ``keep_all`` what was dropped stands in comments."""
    return written(old, keys, keep_all).text


def written(old: Old, keys: str = "zh", keep_all: bool = False) -> Written:
    """As ``write``, with the labels that will be printed."""
    above, old, below = with_left_out(old, keys) if keep_all else ((), old, ())
    parts = margins(old.parts)
    body = Body(say("recover.role-guessed", keys))
    fields = {**_named(old, keys), **before(parts.front)}
    told = {pointer: value for pointer, value in old.fields.items() if not pointer.startswith(PRINTED)}
    fields |= head(told) | {key: value for key, value in behind(parts.back).items() if value}
    fields |= {"facts": facts(old.facts, keys), **body.sections(grow(parts.body, len(parts.front)))}
    lines = [*mapping({ABOVE: above}), *_spaced(in_order(fields)), *(Line("", line) for line in below)]
    return Written(_joined(lines, keys), body.labels)


def _named(old: Old, keys: str) -> Fields:
    fields: Fields = {"drafter": 1, "kind": old.kind, "paper": VERBATIM}
    return fields if old.kind_sure else {**fields, Behind("kind"): say("recover.kind-guessed", keys)}


def _spaced(fields: Fields) -> Iterator[Line]:
    """The lines of an outline, its larger parts and its sections parted by blank ones."""
    last = ""
    for key, value in fields.items():
        lines = [] if isinstance(key, Behind) else list(mapping({key: value, Behind(key): fields.get(Behind(key), "")}))
        group = next((keys for keys in PARTED if key in keys.split()), "") if lines else ""
        if group and group != last:
            yield Line("")
        yield from _with_gaps(lines) if key == "sections" else lines
        last = group or last


def _with_gaps(sections: list[Line]) -> Iterator[Line]:
    """The lines of sections, a blank one before each that does not stand in one line with the one before."""
    for last, line in pairwise([Line("  - "), *sections]):
        if _begins(line) and not _begins(last) and not last.text.endswith("sections:"):
            yield Line("")
        yield line


def _begins(line: Line) -> bool:
    """Whether a section begins with a line, or with the comment above it."""
    return line.text.startswith("  - ") or (line.text == "  " and bool(line.comment))


def _joined(lines: list[Line], keys: str) -> str:
    """The lines as text in a language, which changes words in lines, never their number; comments stay as they are."""
    text = translate_keys("\n".join(line.text for line in lines) + "\n", keys)
    shown = zip(text.split("\n"), lines, strict=False)
    return "\n".join(_with_comment(words, line) for words, line in shown) + "\n"


def _with_comment(words: str, line: Line) -> str:
    if not line.comment:
        return words
    return f"{words}  # {line.comment}" if words.strip() else f"{words}# {line.comment}"
