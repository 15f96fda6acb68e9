"""Runs of text as WordprocessingML: escaped, merged where they look alike, gaps highlighted with a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.word.xml_text import in_run

if TYPE_CHECKING:
    from drafter.document.model import Gap, Run, Runs
    from drafter.word.skeleton import Skeleton

# Marks that Word sets in the Latin font unless told otherwise: quotes, dashes, ellipsis, ·, × (ECMA-376 17.3.2.26).
_EITHER_SCRIPT = re.compile("[\u00a7\u00a8\u00b0\u00b1\u00b4\u00b7\u00d7\u00f7\u2000-\u2bff]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'


class Body:
    """A body being written: the skeleton that it is for, and the comments on its gaps so far."""

    __slots__ = ("comments", "skeleton")

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton
        self.comments: list[Gap] = []


def runs_xml(body: Body, runs: Runs) -> str:
    """Runs as ``w:r`` elements; neighbours that look alike become one, since Word and its users see only looks."""
    if len(runs) == 1 and runs[0].gap is None:
        run = runs[0]
        return _run(body, run.text, run.bold, run.level)
    pieces: list[str] = []
    held, bold, level = "", False, 0
    for run in runs:
        if run.gap is None and run.bold == bold and run.level == level:
            held += run.text
            continue
        pieces.append(_run(body, held, bold, level))
        held, bold, level = run.text, run.bold, run.level
        if run.gap is not None:
            pieces.append(_placeholder(body, run, run.gap))
            held = ""
    pieces.append(_run(body, held, bold, level))
    return "".join(pieces)


def _run(body: Body, text: str, bold: bool, level: int, marked: str = "") -> str:
    if not text:
        return ""
    looks = f'<w:rStyle w:val="{body.skeleton.styles[f"run_in{level}"]}"/>' if level else ""
    if _EITHER_SCRIPT.search(text):
        looks += _HINT
    if bold:
        looks += "<w:b/>"
    looks += marked
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{in_run(text)}</w:t></w:r>'


def _placeholder(body: Body, run: Run, gap: Gap) -> str:
    """A gap: highlighted directly, since Word's styles cannot hold a highlight, and with a comment of its own."""
    number = len(body.comments)
    body.comments.append(gap)
    colour = f'<w:highlight w:val="{body.skeleton.placeholder.highlight}"/>'
    return (
        f'<w:commentRangeStart w:id="{number}"/>{_run(body, run.text, run.bold, run.level, colour)}'
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="{body.skeleton.styles["comment_mark"]}"/></w:rPr>'
        f'<w:commentReference w:id="{number}"/></w:r>'
    )
