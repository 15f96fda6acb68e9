"""HTML, Markdown and plain text: read back by other programs, they say what the document says."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drafter.document import model
from drafter.document.markdown import to_markdown
from drafter.document.plain import to_text
from drafter.document.text import all_runs, join_runs
from drafter.document.write_html import to_html

WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text.strip() != "")
TRICKY = "\\`*_[]<>&|~#+-=.:!)(1 \u3000\"'县。一"
TEXTS = WORDS | st.text(st.sampled_from(TRICKY), min_size=1).filter(lambda text: text.strip() != "")


def document(*blocks: model.Block) -> model.Document:
    return model.Document(model.Meta("题目"), blocks)


def runs(*texts: str) -> model.Runs:
    return tuple(model.Run(text) for text in texts)


class Words(HTMLParser):
    """The text of each paragraph of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h1", "h2", "td", "th"):
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data


@example(["第一 #"], False)
@example(["2026", ". 目标"], False)
@example(["一是抓学习。", "*县"], True)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.booleans())
def test_markdown_eats_nothing(texts: list[str], bold: bool) -> None:
    inside = tuple(model.Run(text, bold=bold) for text in texts)
    written = to_markdown(document(model.Paragraph(inside), model.Heading(1, "", inside)))
    page = Words()
    page.feed(MarkdownIt("gfm-like", {"linkify": False}).render(written))
    assert [found.strip("\n") for found in page.found] == ["".join(texts)] * 2


@given(TEXTS, TEXTS)
def test_markdown_tables_eat_nothing(first: str, second: str) -> None:
    written = to_markdown(document(model.Table((runs("a"), runs("b")), ((runs(first), runs(second)),))))
    page = Words()
    page.feed(MarkdownIt("gfm-like", {"linkify": False}).render(written))
    assert [found.strip("\n") for found in page.found] == ["a", "b", first, second]


@given(TEXTS, TEXTS)
def test_a_page_eats_nothing(first: str, second: str) -> None:
    blocks = (model.Title((runs(first),)), model.Paragraph((model.Run(second, bold=True, level=2),)))
    page = Words()
    page.feed(to_html(document(*blocks)).partition("<article>")[2])
    assert [found.strip("\n") for found in page.found] == [first, second]


def whole() -> model.Document:
    gap = model.Run("【人：待填】", gap=model.Gap("人", '"部"'))
    return document(
        model.Title((runs("甲"), runs("乙"))),
        model.Subtitle(runs("日期")),
        model.Salutation(runs("同志们：")),
        model.Heading(2, "（一）", runs("题")),
        model.Paragraph((model.Run("头。", level=2), model.Run("文", bold=True), gap)),
        model.Table((), ((runs("1"), runs("2")),), runs("表")),
        model.AttachmentNote((runs("表一"), runs("表二"))),
        model.Signature((runs("单位"),), runs("2026年2月8日"), sealed=True),
        model.Credits(runs("（撰稿：刘某）")),
        model.Attachment(1, runs("表一"), (model.Paragraph(runs("附")),)),
    )


@pytest.mark.parametrize("write", [to_html, to_markdown, to_text])
def test_every_block_is_written(write: object) -> None:
    assert callable(write)
    written = write(whole())
    for run in all_runs(whole().blocks):
        assert run.text in written
    for word in ("（一）", "附件：", "附件1"):
        assert word in written


def test_plain_text_is_laid_out_in_lines() -> None:
    lines = to_text(whole()).splitlines()
    assert lines[:6] == ["甲", "乙", "日期", "", "同志们：", "\u3000\u3000（一）题"]
    assert lines[-5:] == ["", "附件1", "表一", "", "\u3000\u3000附"]
    assert "\u3000\u3000附件：1.表一" in lines


def test_one_blank_line_stands_between_a_title_and_its_table() -> None:
    table = model.Table((), ((runs("1"),),))
    attached = document(model.Attachment(0, runs("表一"), (table, table)))
    assert to_text(attached).splitlines() == ["", "附件", "表一", "", "1", "", "1"]
    assert to_text(document(model.Attachment(0, runs("图"), ()))).splitlines() == ["", "附件", "图", ""]


def test_a_page_says_who_can_fill_a_gap() -> None:
    assert '<mark title="&quot;部&quot;">【人：待填】</mark>' in to_html(whole())


def test_several_attached_are_numbered_and_one_is_not() -> None:
    one = document(model.AttachmentNote((runs("表"),)))
    assert "附件：表" in to_markdown(one)
    assert "附件：表" in to_text(one)
    assert "1." not in to_html(one).partition("<article>")[2]


def test_all_runs_are_found() -> None:
    assert join_runs(tuple(all_runs(whole().blocks))) == (
        "甲乙日期同志们：题头。文【人：待填】表12表一表二单位2026年2月8日（撰稿：刘某）表一附"
    )
