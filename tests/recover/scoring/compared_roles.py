"""The roles of a recovered document's sections, and of passages that have no heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .marks import NOT_BODY, Mark, label_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.model import Old, Part

    from .annotated import Annotation, Row


def roles(truth: Annotation, old: Old) -> Iterator[Mark]:
    told = roles_of(old.parts)
    for category, rows in (("role", truth.sections), ("role of a passage", truth.passages)):
        for row in rows:
            given = told[_part_at(old.parts, row)]
            right = given in str(row[1]).split("|")
            yield Mark(category, right, int(row[0]), f"{(*row, '')[2]} {given or 'none'}, not {row[1]}")


def roles_of(parts: tuple[Part, ...]) -> list[str]:
    """The role of every part: its own, or that of the heading it stands under; above all headings, that before it."""
    told: list[str] = []
    above: dict[int, str] = {}
    for part in parts:
        if part.kind in ("heading", "point"):
            above = {level: role for level, role in above.items() if level < part.level}
            above[part.level] = part.role or (above[max(above)] if above else "")
        elif part.level == 0 and part.kind not in NOT_BODY:
            above = {0: part.role or (above.get(0, "") if set(above) <= {0} else "")}
        inherited = [above[level] for level in sorted(above) if level <= part.level and above[level]]
        told.append(part.role or (inherited[-1] if inherited else ""))
    return told


def _part_at(parts: tuple[Part, ...], row: Row) -> int:
    """Where what stands at a line is among the parts; a line that was joined to another is with it."""
    label = label_key(str(row[2])) if len(row) > 2 else ""
    body = [at for at, part in enumerate(parts) if part.kind not in NOT_BODY]
    here = [at for at in body if parts[at].line == row[0] and (not label or label_key(parts[at].label) == label)]
    before = [at for at in body if parts[at].line < int(row[0])]
    return (here or before[-1:] or [0])[0]
