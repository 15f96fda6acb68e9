"""Headings that have no label: known by a style, a font, bold type or brackets that the text around them has not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from drafter.language.numbering import DECIMALS, division, parse, top_decimal
from drafter.language.numerals import parse_whole
from drafter.language.punctuation import ends_sentence, first_sentence
from drafter.language.width import normal
from drafter.recover.lists import pattern
from drafter.recover.structure_plain import plain_lines, short_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.language.numbering import Label
    from drafter.recover.model import Part

_LONGEST = 60
_LONGEST_BOLD = 40
_SHORTEST_LEAD = 4
_FEWEST_ARTICLES = 3
_ABOVE = ("title", "subtitle", "speaker", "salutation")


class Looks:
    """How the lines of a document look; ``bracketed`` are those that 【】 stood around."""

    def __init__(self, parts: Sequence[Part], bracketed: frozenset[int] = frozenset()) -> None:
        self._parts = parts
        self._bracketed = bracketed
        self._first = max((at + 1 for at, part in enumerate(parts) if part.kind in _ABOVE), default=0)
        text = [part for part in parts if part.kind == "text"]
        fonts = Counter[str]()
        for part in text:
            fonts[part.font] += len(part.text)
        self._font = fonts.most_common(1)[0][0] if fonts else ""
        self._bold = sum(len(part.text) for part in text if part.bold) * 3 > sum(fonts.values())
        self._articles = self._numbered_articles()
        labels = (division(normal(part.text)) for part in text if len(part.text) <= _LONGEST)
        self._decimal = any(label and label.style in DECIMALS for label in labels)
        self._signs = self._heading_signs()
        self._plain = plain_lines(parts, self._first, bool(self._signs))
        self._short = short_sentences(parts, self._plain)

    def key(self, at: int) -> str:
        """What a part shares with headings of its level, "" where it is none."""
        part = self._parts[at]
        if part.kind == "heading":
            return "attachment"
        words = normal(part.text).strip()
        if part.kind != "text" or at < self._first:
            return ""
        if self.lead(at):
            return "article" if at in self._articles else "lead"
        if at in self._short:
            return "short"
        if not self._may_head(at, words):
            return ""
        found = self.label(at)
        return found.style if found else self._look(at, part)

    def label(self, at: int) -> Label | None:
        """The label of a part, chapter or article, or of a level counted in decimals."""
        words = normal(self._parts[at].text)
        return division(words) or (top_decimal(words) if self._decimal else None)

    def lead(self, at: int) -> int:
        """How many characters of a part are a heading that the rest of it runs in behind; 0 for none."""
        part = self._parts[at]
        if at in self._articles:
            return len(first_sentence(part.text))
        end = len(part.lead) if part.text.startswith(part.lead) else 0
        if part.kind != "text" or not _SHORTEST_LEAD <= end <= _LONGEST_BOLD or parse(normal(part.text)):
            return 0
        match = pattern("structure", "heading.lead_ends").match(part.text, end - 1)
        return match.end() if match else 0

    def _may_head(self, at: int, words: str) -> bool:
        if not words or len(words) > _LONGEST or ends_sentence(words) or words.endswith(("，", "；", "、")):
            return False
        announces = pattern("structure", "heading.announces").search(words)
        if announces or (parse(words) and not self._parts[at].style_level):
            return False
        return at + 1 < len(self._parts)

    def _look(self, at: int, part: Part) -> str:
        if part.style_level:
            return f"style:{part.style_level}"
        if pattern("structure", "heading.style").search(part.named):
            return _styled(part.named)
        if at in self._bracketed:
            return "brackets"
        if self._sign(part) in self._signs:
            return f"sign:{self._sign(part)}"
        if part.font != self._font and pattern("structure", "heading.fonts").search(part.font):
            return f"font:{part.font}"
        if part.bold and not self._bold and len(part.text) <= _LONGEST_BOLD:
            return "bold"
        return "plain" if at in self._plain else ""

    def _numbered_articles(self) -> frozenset[int]:
        """The paragraphs that begin with 第一条, 第二条, …: the articles of a rule, if there are three or more."""
        article = pattern("structure", "heading.article")
        found = [at for at, part in enumerate(self._parts) if part.kind == "text" and article.match(part.text)]
        return frozenset(found if len(found) >= _FEWEST_ARTICLES else ())

    def _sign(self, part: Part) -> str:
        """The ◆ or ※ that a line begins with, "" for none."""
        match = pattern("structure", "heading.sign").match(part.text) if part.kind == "text" else None
        return match["sign"] if match else ""

    def _heading_signs(self) -> frozenset[str]:
        """The signs behind which only short lines stand that are no sentences, two of them or more."""
        lines: dict[str, list[bool]] = {}
        for at, part in enumerate(self._parts):
            if at >= self._first and self._sign(part):
                lines.setdefault(self._sign(part), []).append(self._may_head(at, normal(part.text).strip()))
        return frozenset(sign for sign, heads in lines.items() if len(heads) > 1 and all(heads))


def _styled(named: str) -> str:
    match = pattern("structure", "heading.style_level").search(named)
    if match is None:
        return f"named:{named}"
    return f"style:{parse_whole(match['digit'] or match['han'])}"
