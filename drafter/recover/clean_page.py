"""Drops what stood around the text on a web page: navigation, counters, sources, captions, other articles."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.check.genre import HEAD
from drafter.check.page_lines import of_page
from drafter.language import dates
from drafter.language.numbering import parse
from drafter.language.punctuation import ends_sentence
from drafter.language.width import is_han
from drafter.recover.dropping import PAY_WALL, bare, without
from drafter.recover.lists import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.model import Old, Part

CHROME, RELATED = "recover.site-chrome", "recover.related"
SOURCE, CAPTION = "recover.source-line", "recover.caption"
_LONGEST = 400
_LONGEST_HEADLINE = 60
_LONGEST_STEP = 12
_STEPS = 6
_NEAR = 2
_MOST_TIPS = 12
_WORD = 2
_FEWEST_COLUMNS = 4


class Page:
    """A document's lines as those of a page, and where the text lies among them.

    ``sure`` are the page's wherever they stand, ``known`` where they stand outside the text or beside another,
    ``words`` (分享, 下载) beside another such word too, ``likely`` only beside one that is sure or known.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        path = set(_path(lines))
        self.sure = [at in path or _is("sure", line) or _is("paywall", line) for at, line in enumerate(lines)]
        known = [_is_known(line) and not self.announces_its_own(at) for at, line in enumerate(lines)]
        self.words = [is_known and _is_word(line) for is_known, line in zip(known, lines, strict=True)]
        self.known = [is_known and not word for is_known, word in zip(known, self.words, strict=True)]
        self.likely = [_is("likely", line) for line in lines]
        own = [at for at, line in enumerate(lines) if line and not self.of_page(at)]
        text = [at for at in own if _is_text(lines[at])] or own or [0]
        self.first, self.last = text[0], text[-1]
        bylines = [at for at in range(self.first) if _is("byline", lines[at])]
        self.sure = [sure or bylines == [at] for at, sure in enumerate(self.sure)]

    def announces_its_own(self, at: int) -> bool:
        """Whether a list of books follows, which a library may recommend in a paper of its own, or whom to ask."""
        following = "".join(self.lines[at + 1 : at + 2])
        return bool(re.match("[0-9.、（） ]*《", following) or pattern("clean", "page.notice").search(following))

    def of_page(self, at: int) -> bool:
        """Whether a line may be the page's."""
        return self.sure[at] or self.known[at] or self.words[at] or self.likely[at]

    def outside(self, at: int) -> bool:
        """Whether a line stands above or below the text."""
        return at < self.first or at > self.last

    def beside_another(self, at: int) -> bool:
        """Whether a line has another near it that is the page's where it stands outside the text."""
        near = [each for each in range(at - _NEAR, at + _NEAR + 1) if each != at and 0 <= each < len(self.lines)]
        words = self.words[at] and any(self.words[each] for each in near if abs(each - at) == 1)
        return words or any(self.sure[each] or self.known[each] for each in near)


def run(old: Old) -> Old:
    """The document without its page."""
    lines = ["" if part.cell else bare(part) for part in old.parts]
    page = Page(lines)
    reasons = {at: CHROME for at in range(len(lines)) if _goes(page, at)}
    reasons |= dict.fromkeys(_tips(page), CHROME) | dict.fromkeys(_names(page, reasons), CHROME)
    reasons |= dict.fromkeys(_menu(page, old.parts), CHROME)
    reasons |= dict.fromkeys(_related(page), RELATED)
    source = pattern("clean", "page.source")
    reasons |= {at: SOURCE for at in reasons if _date(lines[at]) or source.fullmatch(lines[at])}
    reasons |= {at: PAY_WALL for at, line in enumerate(lines) if _is("paywall", line)}
    reasons |= {at: CAPTION for at, line in enumerate(lines) if _is_caption(line)}
    return _dated(without(old, reasons), [lines[at] for at in sorted(reasons)])


def _goes(page: Page, at: int) -> bool:
    """Whether a line is dropped: one that is surely the page's, or may be and is not alone among the text's own."""
    if page.sure[at]:
        return True
    beside = page.lines[max(0, at - 1) : at + 2]
    if any(pattern("clean", "page.notice").search(line) for line in beside):
        return False
    return page.of_page(at) and (page.beside_another(at) or (page.outside(at) and page.known[at]))


def _is(key: str, line: str) -> bool:
    return 0 < len(line) <= _LONGEST and pattern("clean", f"page.{key}").fullmatch(line) is not None


def _is_word(line: str) -> bool:
    return 0 < len(line) <= _WORD and is_han(line[0])


def _is_known(line: str) -> bool:
    return of_page(line) or _is("outside", line) or _is("items", line)


def _is_text(line: str) -> bool:
    """Whether a line is of running text: a headline may close with ！ or ？ too."""
    return "。" in line or (len(line) > _LONGEST_HEADLINE and ends_sentence(line))


def _path(lines: Sequence[str]) -> Iterator[int]:
    """首页 and what follows it up to 正文, a line each."""
    for at, line in enumerate(lines):
        if pattern("clean", "page.opens_path").fullmatch(line):
            steps = lines[at + 1 : at + 1 + _STEPS]
            end = next((n for n, step in enumerate(steps) if pattern("clean", "page.closes_path").fullmatch(step)), -1)
            if end >= 0 and all(0 < len(step) <= _LONGEST_STEP for step in steps[:end]):
                yield from range(at, at + end + 2)


def _tips(page: Page) -> Iterator[int]:
    """A site's numbered advice, where the next line after it is the page's again."""
    for at, line in enumerate(page.lines):
        if pattern("clean", "page.tips").fullmatch(line):
            following = range(at + 1, min(at + 1 + _MOST_TIPS, page.last))
            tips = list(takewhile(lambda n: parse(page.lines[n]) or page.of_page(n), following))
            if tips and page.of_page(tips[-1]):
                yield from (n for n in tips if not page.of_page(n))


def _menu(page: Page, parts: Sequence[Part]) -> Iterator[int]:
    """The columns of a site, a line each, with 首页 first: above the text or below it."""
    short = [_is("menu", line) and not part.style_level for line, part in zip(page.lines, parts, strict=True)]
    columns = [each and page.outside(at) for at, each in enumerate(short)]
    home, done = pattern("clean", "page.opens_menu"), 0
    for at, line in enumerate(page.lines):
        if at >= done and columns[at] and home.fullmatch(line):
            done = next((n for n in range(at, len(columns)) if not columns[n]), len(columns))
            yield from range(at, done if done - at >= _FEWEST_COLUMNS else at)


def _names(page: Page, gone: dict[int, str]) -> Iterator[int]:
    """The site's name and the column's above the title, which the path through the site repeats or follows."""
    above = range(min(page.first, len(page.lines), HEAD))
    paths = [page.lines[at] for at in gone if at in above and " " in page.lines[at]]
    rest = [at for at in above if at not in gone]
    for at in rest[:-1]:
        line = page.lines[at]
        named = _is("site", line) and page.beside_another(at) and at < max(gone, default=-1)
        if 0 < len(line) <= _LONGEST_STEP * 2 and (named or any(line in path.split() for path in paths)):
            yield at


def _related(page: Page) -> Iterator[int]:
    """Below the text, the titles of other articles, from the line that announces them on."""
    start = next((at for at in range(page.last + 1, len(page.lines)) if _is("related", page.lines[at])), None)
    if start is None or page.announces_its_own(start):
        return
    for at in range(start, len(page.lines)):
        line = page.lines[at]
        if len(line) > _LONGEST_HEADLINE or dates.parse_day(line) or _ends_paper(line):
            return
        yield at


def _ends_paper(line: str) -> bool:
    return bool(pattern("structure", "tail.attachment_note").search(line))


def _is_caption(line: str) -> bool:
    return pattern("clean", "caption.line").fullmatch(line) is not None


def _date(line: str) -> str:
    """The day on which a page says it was put up, as 2026-02-08; "" where a line says none."""
    if not pattern("clean", "page.date").search(line):
        return ""
    found = next((day for day in dates.find(line) if day.year and day.day and dates.exists(day)), None)
    return f"{found.year:04}-{found.month:02}-{found.day:02}" if found else ""


def _dated(old: Old, lines: Sequence[str]) -> Old:
    date = next(filter(None, map(_date, lines)), "")
    return replace(old, fields={"/date": date, **old.fields}) if date else old
