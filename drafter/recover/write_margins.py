"""What stands before and behind the body: the lines of the title, whom it addresses, what is attached, who signs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.language.dates import day, parse_day
from drafter.recover.model import Part
from drafter.recover.tree import is_table
from drafter.recover.write_tables import table_of
from drafter.recover.write_text import glued, literal, one_line, typed
from drafter.recover.write_yaml import Brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

Fields = dict[str, Any]
TITLE, UNDER, SALUTATION = ("title",), ("subtitle", "speaker", "date", "credits"), ("salutation",)
ORDER = (TITLE, UNDER, SALUTATION)
NOTE = "附件："
_BACK = re.compile("n*(?:s+d)?c?$")
_BACK_ATTACHED = re.compile("n+(?:s+d)?(?:at)+$")
_ATTACHMENT = re.compile("附件([0-9]*) (.+)")


class Margins(msgspec.Struct, frozen=True):
    """All parts: those before the body, in the order they are printed, the body's, and those behind it."""

    front: tuple[Part, ...]
    body: tuple[Part, ...]
    back: tuple[Part, ...]


def margins(parts: Sequence[Part]) -> Margins:
    """Where the body begins and ends. What the program would not print where it stands belongs to the body."""
    end = _front(parts)
    front = sorted(parts[:end], key=lambda part: next(at for at, kinds in enumerate(ORDER) if part.kind in kinds))
    back = _back(parts, end)
    if not _attached(_of(parts[back:], "attachment-note")):
        back += len(_of(parts[back:], "attachment-note"))
    return Margins(tuple(front), tuple(parts[end:back]), tuple(parts[back:]))


def _back(parts: Sequence[Part], end: int) -> int:
    """Where begins what stands behind a body that ends with the last part, or with its attachments."""
    codes = "".join(map(_code, parts[end:]))
    found = _BACK_ATTACHED.search(codes)
    if found is None or not _fit(parts[end + found.start() :]):
        found = _BACK.search(codes)
    return end + found.start() if found else len(parts)


def _fit(back: Sequence[Part]) -> bool:
    """Whether each attachment bears the number and title that the note on them gives it."""
    titles = _attached(_of(back, "attachment-note"))
    return bool(titles) and all(0 < number <= len(titles) for number in _tables(back, titles))


def _tables(back: Sequence[Part], titles: Sequence[str]) -> dict[int, Part]:
    """The tables of attachments by the number of each in the note; 0 for one that is not named there."""
    found: dict[int, Part] = {}
    for heading, table in pairwise(back):
        said = _ATTACHMENT.fullmatch(heading.text) if heading.kind == "attachment" else None
        if said:
            number = int(said[1] or 1)
            numbered = bool(said[1]) == (len(titles) > 1)
            named = numbered and number <= len(titles) and _bare(titles[number - 1]) == _bare(said[2])
            found[number if named and number not in found else 0] = table
    return found


def before(front: Sequence[Part]) -> Fields:
    """Title, subtitle and salutation."""
    lines = {"title": TITLE, "subtitle": UNDER, "salutation": SALUTATION}
    found = {key: [_line(part) for part in front if part.kind in kinds] for key, kinds in lines.items()}
    return {key: words[0] if len(words) == 1 else words for key, words in found.items()}


def behind(back: Sequence[Part]) -> Fields:
    """What is attached, who signs and when, and the hands it went through."""
    signed = [_line(part) for part in _of(back, "signature")]
    dated = next((parse_day(part.text) for part in _of(back, "date")), None)
    credits_line = next((_credits(part.text) for part in _of(back, "credits")), {})
    return {
        "date": str(dated or ""),
        "attachments": _attachments(back),
        "signature": {"by": Brackets(signed)} if signed else {},
        "credits": {role: literal(name) for role, name in credits_line.items()},
    }


def _attachments(back: Sequence[Part]) -> list[Any]:
    """The titles of what is attached, and the tables that stand under them on pages of their own."""
    titles = _attached(_of(back, "attachment-note"))
    tables = _tables(back, titles)
    said = [one_line(literal(title)) for title in titles]
    return [
        {"title": title, "table": table_of(tables[number])} if number in tables else title
        for number, title in enumerate(said, 1)
    ]


def _line(part: Part) -> str:
    return one_line(glued(literal(part.label), typed(part)))


def _front(parts: Sequence[Part]) -> int:
    """How many parts stand before the body: up to a salutation, or to what is no line of a title."""
    for at, part in enumerate(parts):
        if part.kind in SALUTATION:
            return at + 1
        if part.kind not in (*TITLE, *UNDER):
            return at
    return len(parts)


def _of(parts: Sequence[Part], kind: str) -> list[Part]:
    return [part for part in parts if part.kind == kind]


def _code(part: Part) -> str:
    """A letter for the kind of a part behind the body; ``x`` for one that cannot be printed there as it stands."""
    if part.kind in ("attachment-note", "signature"):
        return "s" if part.kind == "signature" else "n"
    if part.kind == "attachment" and _ATTACHMENT.fullmatch(part.text):
        return "a"
    if is_table(part):
        return "t"
    if part.label:
        return "x"
    if part.kind == "date":
        found = parse_day(part.text)
        return "d" if found and day(found) == _bare(part.text) else "x"
    return "c" if part.kind == "credits" and _credits(part.text) else "x"


def _attached(notes: Sequence[Part]) -> list[str]:
    """The titles under 附件：, with numbers where there are several; none where they are not written so."""
    lines = [(note.label + note.text).strip() for note in notes]
    if not lines or not lines[0].startswith(NOTE):
        return []
    lines[0] = lines[0].removeprefix(NOTE).strip()
    if len(lines) == 1:
        return lines if lines[0] and not lines[0].startswith("1") else []
    marks = [f"{number}." for number in range(1, len(lines) + 1)]
    numbered = all(line.startswith(mark) for line, mark in zip(lines, marks, strict=True))
    return [line.removeprefix(mark).strip() for line, mark in zip(lines, marks, strict=True)] if numbered else []


def _credits(text: str) -> dict[str, str]:
    """The hands that a line in brackets names: （撰稿：甲　审核：乙）; none where it is written otherwise."""
    words = text.strip()
    hands = [hand.partition("：") for hand in words[1:-1].split()]
    told = words[:1] + words[-1:] == "（）" and all(role and name for role, _, name in hands)
    return {role: name for role, _, name in hands} if told else {}


def _bare(text: str) -> str:
    return "".join(text.split())
