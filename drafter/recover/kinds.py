"""Which kind of document it is: what it is called, whom it addresses, how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.genre import cue as genre_cue
from drafter.check.genre import told
from drafter.check.lines import is_prose
from drafter.recover.lists import pattern
from drafter.recover.plain import plain

if TYPE_CHECKING:
    from drafter.recover.model import Old

_KINDS = {"report": "annual-report", "summary": "campaign-summary", "speech": "assessment-speech"}
LEAD = 400
GOVERNMENT = "政府工作报告"
"""A government's report: it speaks to delegates, of the year before, and is no speech."""


def kind_of(old: Old) -> tuple[str, bool]:
    """The kind, and whether it is sure of that."""
    title = _words(old, "title").strip(" 　《》")
    told_text = (plain(part.text).strip() for part in old.parts if part.kind == "text")
    lead = next((words for words in told_text if is_prose(words)), "")
    subtitle = _words(old, "subtitle")
    addressed = _addressed(old)
    genre = told(title, addressed and GOVERNMENT not in title, lead[:LEAD]) or told(subtitle, addressed, lead[:LEAD])
    said = f"{title}\n{lead.partition('。')[0][:LEAD]}"
    if genre == "news":
        return _of_news(said)
    if genre == "report" and pattern("kinds", "campaign").search(title):
        return "campaign-summary", True
    if genre == "speech" and pattern("kinds", "annual").search(title):
        return "annual-meeting", True
    return _KINDS.get(genre) or _guessed(old, title), genre in _KINDS


def plans(old: Old) -> bool:
    """Whether a document says by its title that all of it is to come."""
    title = _words(old, "title").strip(" 　《》")
    return bool(pattern("kinds", "plan").search(title)) and not pattern("kinds", "review").search(title)


def _of_news(said: str) -> tuple[str, bool]:
    """News of an annual meeting looks back as well; of any other, only ahead."""
    if pattern("kinds", "annual").search(said):
        return "annual-meeting", True
    return "deployment-meeting", bool(pattern("kinds", "meeting").search(said))


def _guessed(old: Old, title: str) -> str:
    """The likeliest kind where nothing names one."""
    if _addressed(old):
        return "assessment-speech"
    if pattern("kinds", "campaign").search(title):
        return "campaign-summary"
    headed = any(part.kind == "heading" for part in old.parts)
    return "annual-report" if headed or pattern("kinds", "report").search(title) else "deployment-meeting"


def _addressed(old: Old) -> bool:
    """Whether people are spoken to (同志们：), and not an office written to (县人民政府：)."""
    return bool(genre_cue("salutation", "speech").search(_words(old, "salutation").strip()))


def _words(old: Old, kind: str) -> str:
    return "".join(plain(part.text) for part in old.parts if part.kind == kind)
