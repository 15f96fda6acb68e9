"""Text keeps what was typed, knows its place, and goes into HTML whole."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from drafter.outline.text import Gap, Piece, Text, blank, joined

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What XML 1.0 can hold; other characters are a problem when an outline is loaded.
XML_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n\r<>&\"'{}"))


def read(html: str) -> Element:
    return ElementTree.fromstring(html)  # noqa: S314


@given(words=XML_TEXT, pointer=XML_TEXT)
def test_any_text_comes_out_of_its_html_unchanged(words: str, pointer: str) -> None:
    span = read(Text(words, pointer).__html__())

    assert (span.tag, span.text or "", span.get("data-src")) == ("span", words, pointer)


@given(words=XML_TEXT, fact=XML_TEXT.filter(bool))
def test_a_fact_in_a_text_is_marked_in_its_html(words: str, fact: str) -> None:
    data = read(joined((Piece("接待"), Piece(words, fact)), "/sections/0/text").__html__())[0]

    assert (data.tag, data.text or "", data.get("data-fact")) == ("data", words, fact)


@given(label=XML_TEXT, who=XML_TEXT, pointer=XML_TEXT)
def test_a_gap_says_what_is_missing_who_has_it_and_where_it_belongs(label: str, who: str, pointer: str) -> None:
    mark = read(Gap(pointer, label, who).__html__())

    assert (mark.tag, mark.text) == ("mark", f"【{label}：待填】")
    assert dict(mark.attrib) == {"data-gap": label, "data-who": who, "data-src": pointer}


def test_a_gap_is_false_and_prints_as_a_placeholder() -> None:
    gap = Gap("/meeting/place", "会议地点")

    assert not gap
    assert f"在{gap}召开" == "在【会议地点：待填】召开"


def test_a_text_left_empty_is_true_and_prints_its_gap() -> None:
    gap = Gap("/sections/0/title", "标题", "办公室")
    text = blank(gap)

    assert text
    assert text == "【标题：待填】"
    assert read(text.__html__())[0].get("data-who") == "办公室"


@given(words=st.text(), start=st.integers(-9, 9), end=st.integers(-9, 9))
def test_a_text_behaves_as_the_string_it_is(words: str, start: int, end: int) -> None:
    text = Text(words, "/title")

    assert (text == words, len(text), bool(text), text[start:end]) == (True, len(words), bool(words), words[start:end])
    assert {words: 1}[text] == 1


def test_a_text_can_travel_to_another_process() -> None:
    text = joined((Piece("接待"), Piece("4.5万人次", "接待游客")), "/sections/0/text")

    copy = pickle.loads(pickle.dumps(text))  # noqa: S301

    assert (copy, copy.pointer, copy.pieces) == (text, text.pointer, text.pieces)
