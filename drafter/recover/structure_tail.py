"""What stands below the text: signature and date, credits, the note on what is attached, and the attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.language.numbering import parse
from drafter.language.width import normal
from drafter.recover.lists import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.recover.model import Part

_LINES = 6
_NOTES = 12


def tailed(parts: Sequence[Part]) -> list[Part]:
    """The parts with what stands below the text told apart."""
    attached = _attached(parts)
    body, below = list(parts[:attached]), list(parts[attached:])
    start = max(len(body) - _LINES, 0)
    signed = [line for part in body[start:] for line in _signed(part)]
    return [*_noted([*body[:start], *_dated(signed)]), *_titled(below)]


def _attached(parts: Sequence[Part]) -> int:
    """Where the first attachment begins: a line that says 附件 and nothing else, in the second half."""
    alone = pattern("structure", "tail.attachment")
    behind = (at for at in range(len(parts) // 2, len(parts)) if _may_be(parts[at]))
    return next((at for at in behind if at and alone.match(normal(parts[at].text))), len(parts))


def _may_be(part: Part) -> bool:
    return part.kind == "text" and len(part.text) < 100 and not part.label


def _signed(part: Part) -> list[Part]:
    """A line of signature and date as two."""
    match = pattern("structure", "tail.signed_and_dated").match(normal(part.text)) if _may_be(part) else None
    if match is None or not pattern("structure", "tail.signature").match(match["by"]):
        return [part]
    by = replace(part, text=part.text[: match.end("by")], kind="signature")
    return [by, replace(part, text=part.text[match.start("date") :], kind="date", runs_in=True)]


def _dated(parts: list[Part]) -> list[Part]:
    """The last lines: credits and dates by what they say, a signature by where it stands."""
    found = [replace(part, kind="credits") if _is(part, "tail", "credits") else part for part in parts]
    dates = [at for at, part in enumerate(found) if _is(part, "head", "date")]
    for at in dates:
        found[at] = replace(found[at], kind="date")
    above = [at - 1 for at in dates if at and _is(found[at - 1], "tail", "name")]
    near = [each for at in dates for each in (at + 1, at - 2)] or [len(found) - 1]
    by = [at for at in near if 0 <= at < len(found) and _is(found[at], "tail", "signature")]
    for at in {*above, *by}:
        found[at] = replace(found[at], kind="signature")
    return found


def _is(part: Part, table: str, key: str) -> bool:
    said = pattern("structure", f"{table}.{key}").match(normal(part.text))
    return bool(said) and _may_be(part) and not parse(part.text)


def _noted(parts: list[Part]) -> list[Part]:
    """附件：… and the numbered lines under it, before the signature."""
    first = max(len(parts) - _NOTES, 1)
    start = next((at for at in range(first, len(parts)) if _is(parts[at], "tail", "attachment_note")), None)
    if start is None:
        return parts
    end = start + 1
    while end < len(parts) and _may_be(parts[end]) and (parts[end].label or parse(parts[end].text)):
        end += 1
    noted = [replace(part, kind="attachment-note") for part in parts[start:end]]
    return [*parts[:start], *noted, *parts[end:]]


def _titled(parts: Sequence[Part]) -> list[Part]:
    """附件1 and the line below it as one: an attachment where a table follows, else a heading of its own text."""
    found: list[Part] = []
    alone = pattern("structure", "tail.attachment")
    rest = iter(range(len(parts)))
    for at in rest:
        part = parts[at]
        if not (_may_be(part) and alone.match(normal(part.text))):
            found.append(part)
            continue
        titled = at + 1 < len(parts) and _may_be(parts[at + 1])
        title = parts[next(rest)].text if titled else ""
        following = at + 1 + titled
        table = following < len(parts) and parts[following].kind == "table"
        text = f"{part.text} {title}".strip()
        found.append(replace(part, text=text, kind="attachment" if table else "heading", level=1))
    return found
