"""D612: paragraphs that would print without an end mark, and headings that would print with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.lines import ends_in_address
from drafter.check.spans import MASK
from drafter.check.typed import typed
from drafter.language.punctuation import END_MARKS, PAUSE_MARKS, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.check.finding import At
    from drafter.check.typed import Said
    from drafter.check.view import View

NO_TITLE_ENDS_SO = ("。", "，", "、", "；", ";", ",")
CLOSES = tuple(END_MARKS + PAUSE_MARKS + "!?.:,;”’）)》】" + MASK)
SHORTEST = 8


def find(view: View) -> Iterator[At]:
    """Only what the program does not put right by itself: it closes points that run on, and headings in a paragraph."""
    written = view.once(typed)
    open_ended, closed = [], 0
    for index, said in enumerate(written.said):
        if said.kind == "body" and said.field in ("text", "tail", "paragraph"):
            line = written.line(index)
            ends = line.endswith(CLOSES) or ends_sentence(said.text) or ends_in_address(line)
            closed += ends
            if not ends and len(said.text) >= SHORTEST and said.part and not said.part.runs_on:
                open_ended.append(index)
        elif _is_line(said) and said.text.endswith(NO_TITLE_ENDS_SO) and not _goes_on(written.said, index):
            end = written.starts[index] + len(said.text)
            yield written.at(end - 1, end, "title")
    if closed > len(open_ended):
        for index in open_ended:
            end = written.starts[index] + len(written.said[index].text)
            yield written.at(end - 1, end)


def _goes_on(all_said: Sequence[Said], index: int) -> bool:
    """Whether it is a line of a title that the next line continues: that may end with a comma."""
    said, following = all_said[index], all_said[index + 1 : index + 2]
    return said.kind == "title" and any(each.kind == "title" and each.paper == said.paper for each in following)


def _is_line(said: Said) -> bool:
    """Whether a text is a title on a line of its own."""
    return said.kind == "title" or bool(said.part and said.kind == "heading" and said.part.form == "line")
