"""An outline printed word for word, imported and printed again says the same, paragraph by paragraph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import library
from drafter.document.plain import to_text
from drafter.outline.load import load
from drafter.papers.compose import compose
from drafter.papers.printed import printed
from drafter.recover.convert import convert
from drafter.recover.expected import bare
from drafter.word import read as read_word
from drafter.word.skeleton import skeleton
from drafter.word.write import write

from .made_up import manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "outlines/examples"
Node = dict[str, Any]

WHOSE = [
    "展览",
    "讲解",
    "藏品",
    "社教",
    "安保",
    "文创",
    "宣传",
    "财务",
    "人事",
    "后勤",
    "研究",
    "图书",
    "信息",
    "修复",
    "志愿",
]
DONE = ["工作有序开展", "水平稳步提升", "制度不断健全", "队伍得到加强", "渠道继续拓宽", "质量明显提高", "成效更加突出"]
TITLES = [whose + done for done in DONE for whose in WHOSE]
"""Enough for all headings of an outline to differ: what repeats a heading is taken for a table of contents."""
SENTENCES = st.sampled_from(
    [
        "全年办展九个，其中引进展览两个。",
        "我馆坚持把观众放在首位，讲解词每季度修订一次。",
        "接待游客4.5万人次，比上年增长15.5%。",
        "各部门各司其职，年初定下的任务按期完成。",
        "在“国际博物馆日”期间，组织专题活动6场！",
        "对发现的问题（共12项）及时整改，做到件件有着落。",
        "展厅延长开放两小时；节假日照常开放。",
    ]
)
OPENING = "2025年，在上级部门的指导下，城市博物馆对照年度目标责任书，安排展览、藏品、社教、安全四条线，任务按期完成。"
"""As long as no line of a page is: a paper whose paragraphs are all of one width is taken for one that was wrapped."""
NUMBERING = (("paren", "shi", "yao"), ("digit", "ordinal", "first"), ("paren-digit", "quoted-digit"))
FORMS = ("line", "lead-in", "paragraph", "inline")


def points(depth: int) -> st.SearchStrategy[list[Node]]:
    """Two to four points, perhaps with points of their own."""
    return st.lists(nodes(depth), min_size=2, max_size=3)


@st.composite
def nodes(draw: st.DrawFn, depth: int) -> Node:
    """A point with some of what a point may have. No two levels are numbered alike: what is printed could not tell."""
    node: Node = {"title": ""}
    if draw(st.booleans()):
        node["text"] = draw(st.lists(SENTENCES, min_size=1, max_size=2, unique=True))
    if depth < 3 and draw(st.booleans()):
        node |= {"numbering": draw(st.sampled_from(NUMBERING[depth])), "form": draw(st.sampled_from(FORMS))}
        node["points"] = draw(points(depth + 1))
        node["lead"] = draw(st.sampled_from(["", "主要做了以下几件事：", "存在以下不足："]))
        node["tail"] = draw(st.sampled_from(["", "以上做法，今后要长期坚持。"]))
    return {key: value for key, value in node.items() if value or key == "title"}


@st.composite
def outlines(draw: st.DrawFn) -> str:
    """An outline's YAML: a title, an opening, sections."""
    made = {
        "title": "城市博物馆2025年工作总结",
        "salutation": draw(st.sampled_from(["", "各位领导："])),
        "start": draw(st.sampled_from([1, 1, 3])),
        "sections": [{"role": "opening", "text": OPENING}, *_titled(draw(points(0)), iter(TITLES))],
    }
    return json.dumps({key: value for key, value in made.items() if value}, ensure_ascii=False)


def _titled(found: list[Node], titles: Iterator[str]) -> list[Node]:
    for node in found:
        node["title"] = next(titles)
        _titled(node.get("points", []), titles)
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(outlines())
def test_what_is_printed_is_printed_again(outline: str) -> None:
    once = printed(outline)
    found = convert(msgspec.structs.replace(manuscript(once), format="docx"), printed)

    assert [bare(line) for line in printed(found.text)] == [bare(line) for line in once]
    assert found.proof.holds


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", ["verbatim", "report", "speech", "news", "summary"])
def test_a_draft_comes_back_from_word(path: Path, paper: str) -> None:
    outline = load(str(path)).outline
    assert outline
    drafted = compose(outline, paper)
    data = write(drafted, skeleton(library.built_in("layouts", "gbt9704")))
    found = convert(read_word.read(data, "稿子.docx"), printed)

    assert bare("".join(printed(found.text))) == bare(to_text(drafted))
    assert found.proof.holds
