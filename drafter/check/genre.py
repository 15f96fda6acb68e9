"""Which genre a document is, what its title is, and how to know its parts: the cues are ``data/genres.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.language.numbering import parse
from drafter.language.punctuation import END_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

HEAD = 60
"""Paragraphs from the start among which a title may stand: a page that was copied whole has its navigation first."""
LONGEST_TITLE = 60
SHORTEST_TITLE = 6
OWN_TEXT = 200
"""Characters under which a document is a note, a list or a fragment, of which nothing can be asked."""
CLOSING = 3


@cache
def cue(table: str, name: str) -> re.Pattern[str]:
    """The pattern of that name."""
    return re.compile(_cues()[table][name])


def genre(view: View) -> str:
    """``speech``, ``report``, ``summary``, ``news``, or "" where a document shows no sign of any."""
    if view.outline or len(view.text) < OWN_TEXT:
        return ""
    salutation = any(cue("salutation", "speech").search(view.words(each)) for each in _first(view, LONGEST_TITLE * 2))
    title = view.once(title_of)
    words = view.words(title).strip(" 　《》") if title else ""
    return told(words, salutation, lead(view))


def told(title: str, salutation: bool, lead: str) -> str:
    """The genre by a document's title, whether somebody is addressed in it, and its first paragraph; "" for unknown."""
    said = named(title)
    if said == "news" or not (salutation or said):
        return "news" if _leads_like_news(lead, said) else ""
    return "speech" if salutation and said != "report" else said


def title_of(view: View) -> Paragraph | None:
    """The line that is a document's title: the first that reads like one, or that a style says is; None for none."""
    lines = (each for each in _first(view, LONGEST_TITLE) if len(view.words(each).strip()) >= SHORTEST_TITLE)
    return next((each for each in lines if named(view.words(each).strip(" 《》"))), None)


def named(title: str) -> str:
    """The genre that a title names; "" for none."""
    return next((name for name in _cues()["title"] if cue("title", name).search(title)), "")


def body(view: View) -> Iterator[Paragraph]:
    """The paragraphs of running text."""
    return (each for each in view.paragraphs if each.source.kind == "body" and _ends(view.words(each)))


def lead(view: View) -> str:
    """The first paragraph of running text, "" where there is none."""
    return next((view.words(each).strip() for each in body(view)), "")


def closing(view: View) -> list[Paragraph]:
    """The last paragraphs that hold a sentence, the last first."""
    reverse = (each for each in reversed(view.paragraphs) if _ends(view.words(each)))
    return [each for _, each in zip(range(CLOSING), reverse, strict=False)]


def _first(view: View, longest: int) -> Iterator[Paragraph]:
    """The short lines at the head of a document, without labels, up to its first long paragraph."""
    head = takewhile(lambda each: len(view.words(each)) <= OWN_TEXT, view.paragraphs[:HEAD])
    short = (each for each in head if 0 < len(view.words(each).strip()) <= longest)
    return (each for each in short if not parse(view.words(each).strip()))


def _leads_like_news(lead: str, said: str) -> bool:
    """Whether the first paragraph tells of an event; where the title does, it need not say when."""
    wanted = cue("news", "what") if said else cue("lead", "news")
    return bool(wanted.search(lead))


def _ends(words: str) -> bool:
    return words.rstrip(" ”’）").endswith(tuple(END_MARKS))


@cache
def _cues() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "data" / "genres.toml").read_text("utf-8"))
    return data
