"""A part's words as an outline holds them: references where they were found, braces quoted, one line a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.punctuation import END_MARKS, PAUSE_MARKS, close
from drafter.outline.references import quote
from drafter.yaml_files import FORBIDDEN

if TYPE_CHECKING:
    from drafter.recover.model import Part

MARKS = tuple(END_MARKS + PAUSE_MARKS)
BREAK = re.compile(r"[\v\n\r]+")
STOP = "。"
BRACES = ("{", "｛")


def typed(part: Part, text: str | None = None) -> str:
    """What is typed for a part, or for the beginning ``text`` of it; a break inside is a line end."""
    words = part.text if text is None else text
    found, end = [], 0
    for each in sorted(part.references, key=lambda reference: reference.start):
        if end <= each.start < each.end <= len(words):
            found += [quote(_printable(words[end : each.start])), f"{{{{ {each.name} }}}}"]
            end = each.end
    return clean("".join([*found, quote(_printable(words[end:]))]))


def literal(words: str) -> str:
    """What is typed so that ``words`` are printed, as far as an outline can hold them."""
    return quote(clean(words))


def glued(typed: str, more: str) -> str:
    """Two typed texts as one: a brace that ends the one and a brace that begins the other are no reference."""
    if typed[-1:] in BRACES and typed[-1:] == more[:1] != more[1:2]:
        return typed[:-1] + quote(typed[-1] + more[0]) + more[1:]
    return typed + more


def clean(words: str) -> str:
    """``words`` without what no outline can hold; a break is a line end, and no line begins or ends with blanks."""
    lines = (line.strip() for line in _printable(words).split("\n"))
    return "\n".join(line for line in lines if line)


def _printable(words: str) -> str:
    return FORBIDDEN.sub("", BREAK.sub("\n", words))


def one_line(words: str) -> str:
    """Typed words on one line, where a title has no room for a second."""
    return words.replace("\n", " ")


def without_mark(text: str, mark: str = STOP, following: str = "") -> str:
    """A title without the mark that the program puts behind it, where what follows does not begin with one."""
    bare = text.removesuffix(mark)
    return bare if bare != text and close(bare, mark) == text and not following.startswith(MARKS) else text


def title_of(part: Part, labelled: bool, text: str | None = None) -> str:
    """What is typed for the title of a heading or point, or for the beginning ``text`` of it.

    ``labelled``: the program prints its label; else that is part of the title.
    """
    kept = "" if labelled else literal(part.label)
    return one_line(glued(kept, typed(part, text)))
