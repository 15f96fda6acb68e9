"""One thing called two ways in one text: 其它 and 其他, 市文旅局 and 市文化和旅游局 where no short form is defined."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import pairs
from drafter.check.short_forms import short_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """The first place of a word of the list, where the text has the other word too; titles are quoted as they are."""
    text = _title().sub(lambda title: "\ufffc" * len(title[0]), view.normal)
    for word, other in pairs("one_thing").items():
        start, there = text.find(word), text.find(other)
        if start >= 0 and there >= 0 and not _is_defined(word, view):
            args: dict[str, str | int] = {"other": other, "line": view.place(there, there + len(other)).line}
            yield Finding(start, start + len(word), args)


def _is_defined(word: str, view: View) -> bool:
    """Whether the text says that it is a short form, or the office or outline does."""
    return word == view.office.abbr or any(word in form.short or form.short in word for form in view.once(short_forms))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"《[^《》\n]*》")
