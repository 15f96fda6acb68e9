"""References in a text: found, followed, and, where they lead nowhere, told with the word at fault."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.outline.narrow import narrow
from drafter.outline.references import Malformed, Reference, parse, quote
from drafter.outline.resolve import resolve
from drafter.outline.scope import scope_of
from drafter.problems import DrafterError

from .outlines import complaints, loaded, outline_of, printed

NOWHERE = scope_of(outline_of(""))
SIGNS = ["{", "}", "{{", "}}", "｛｛", "｝｝", "'", '"', "|", "｜", " ", "甲", "\n"]
BRACES = st.lists(st.sampled_from(SIGNS)).map("".join)


@given(st.text().filter(lambda words: "{{" not in words and "｛｛" not in words))
def test_text_without_references_stays_as_it_is(words: str) -> None:
    text = parse(words, "/title")

    assert resolve(text, NOWHERE) is text
    assert "".join(piece.text for piece in text.pieces) == text == words


@given(st.text() | BRACES)
def test_any_text_at_all_can_be_parsed_and_nothing_of_it_is_lost(words: str) -> None:
    text = parse(words, "/title")

    assert text == words
    found = [part for part in text.parts if isinstance(part, Reference | Malformed)]
    assert all(words[part.offset : part.offset + len(part.source)] == part.source for part in found)


@given(st.text() | BRACES)
@example("{｛｛")
@example("{{{{{ year }}}}}")
def test_any_text_can_be_written_so_that_it_prints_as_it_is(words: str) -> None:
    assert resolve(parse(quote(words), "/title"), NOWHERE) == words


@given(st.text() | BRACES)
def test_a_reference_that_leads_nowhere_stands_as_it_was_typed(words: str) -> None:
    parts = parse(words, "/title").parts
    told = []

    resolve(parse(words, "/title"), NOWHERE, lambda _, misuse: told.append(misuse.word))

    assert len(told) == sum(isinstance(part, Reference | Malformed) for part in parts)


@pytest.mark.parametrize(
    ("words", "print_as"),
    [
        ("全年接待{{ 接待游客 }}。", "全年接待4.5万人次。"),
        ("{{接待游客}}{{ 接待游客|增长 }}", "4.5万人次比上年增长15.5%"),
        ("{{ 接待游客 | value | han }}", "四万五千一百二十"),
        ("{{　接待游客　｜　growth　}}", "比上年增长15.5%"),
        ("PM2.5为{{ PM2.5 }}，{{ ＰＭ２．５ }}，{{ PM2.5.unit }}", "PM2.5为4.50微克，4.50微克，微克"),
        ("{{ year }}年、{{ next_year }}年、{{ last_year }}年", "2025年、2026年、2024年"),
        ("{{ 年度 }}年、{{ 下年度 }}年、{{ 上年度 }}年", "2025年、2026年、2024年"),
        ("（{{ date }}）{{ 日期 | spoken }}", "（2026年2月8日）今年"),
        ("{{ organization.name }}（{{ 单位.自称 }}）", "城市博物馆（我馆）"),
        ("{{ organization }}建成{{ organization.founded | anniversary }}", "城市博物馆建成67周年"),
        ("{{ 接待游客.截至 }}，{{ 接待游客.来源 }}", "2025年12月31日，开放部"),
        ("{{ 三个馆 }}", "未来馆、幸福馆和理想馆"),
        ("{{{ year }}}", "{2025}"),
        ("{% if %}、{# 注 #}、{ }、}}", "{% if %}、{# 注 #}、{ }、}}"),
        ("{{ '{{' }} 名称 {{ \"}}\" }}", "{{ 名称 }}"),
    ],
)
def test_what_references_print(words: str, print_as: str) -> None:
    assert printed(words) == print_as


@pytest.mark.parametrize(
    ("words", "message", "under"),
    [
        ("全年{{ 接待旅客 }}人", "facts.unknown-name", "接待旅客"),
        ("{{ 接待游客.人数 }}", "facts.unknown-field", "接待游客.人数"),
        ("{{ 会议.日子 }}", "facts.unknown-field", "会议.日子"),
        ("{{ 接待游客.show }}", "facts.unknown-field", "接待游客.show"),
        ("{{ meeting.agenda.did }}", "facts.no-fields", "meeting.agenda.did"),
        ("{{ year.name }}", "facts.no-fields", "year.name"),
        ("{{ 接待游客 | grow }}", "facts.unknown-filter", "grow"),
        ("{{ 三个馆 | growth }}", "facts.misfit", "growth"),
        ("{{ meeting.date | growth }}", "facts.misfit", "growth"),
        ("{{ 讲解员 | date }}", "facts.misfit", "date"),
        ("{{ 接待游客 | growth | han }}", "facts.misfit", "han"),
        ("{{ next_year | anniversary }}", "facts.too-early", "anniversary"),
        ("{{ 1 + 1 }}", "facts.only-names", "1 + 1"),
        ("{{ cycler.__init__('x') }}", "facts.only-names", "cycler.__init__('x')"),
        ("{{ }}", "facts.no-name", "{{ }}"),
        ("{{ | growth }}", "facts.no-name", "{{ | growth }}"),
        ("{{ 接待游客 | }}", "facts.no-filter", "{{ 接待游客 | }}"),
        ("全年{{ 接待游客 }，", "facts.not-closed", "{{ 接待游客 }，"),
        ("全年｛｛ 接待游客 ｝｝，", "facts.wide-braces", "｛｛ 接待游客 ｝｝"),
    ],
)
def test_what_is_wrong_with_a_reference(words: str, message: str, under: str) -> None:
    assert complaints(words) == [(message, under)]


def test_a_wrong_name_is_told_with_the_nearest_and_an_edit_that_mends_it() -> None:
    [problem] = loaded("facts: {接待游客: {value: 1}}\nsections: [{title: '接待{{ 接待游容 }}'}]").problems

    assert problem.args["near"] == "接待游客"
    assert problem.edits
    assert (problem.edits[0].old, problem.edits[0].new, problem.edits[0].place.column) == ("接待游容", "接待游客", 26)


def test_the_line_of_a_reference_is_found_inside_blocks_and_folds() -> None:
    body = """\
        sections:
        - lead: |
            第一段。
            第二段{{ 没有 }}。
          text: >
            折行的
            第二行{{ 也没有 }}。
        """

    assert [problem.place.line for problem in loaded(body).problems] == [9, 12]


def test_every_reference_at_fault_is_told_in_one_pass() -> None:
    assert [words for _, words in complaints("{{ 甲 }}{{ 乙 }}\n{{ 丙 }}{{ 接待游客 }}")] == ["甲", "乙", "丙"]


def test_a_reference_in_a_field_nobody_prints_is_checked_too() -> None:
    body = "credits: {撰稿: '{{ 甲 }}'}\nsections: [{papers: [news], brief: '{{ 乙 }}', due: '{{ 丙 }}'}]"

    assert [problem.args["name"] for problem in loaded(body).problems] == ["甲", "乙", "丙"]


def test_texts_named_in_texts_are_resolved() -> None:
    body = "meeting: {name: '{{ organization.name }}{{ year }}年会议'}\ntitle: 在{{ meeting.name }}上的讲话"

    assert narrow(outline_of(body), "speech").title == ("在城市博物馆2025年会议上的讲话",)


def test_texts_that_name_each_other_are_told_and_stand_as_typed() -> None:
    body = "meeting: {name: '{{ meeting.short }}会', short: '{{ meeting.name }}'}\ntitle: '{{ meeting.name }}'"
    result = loaded(body)

    assert [(problem.id, problem.place.line) for problem in result.problems] == [("facts.entangled", 6)] * 2
    assert result.outline is not None
    assert narrow(result.outline, "report").meeting.name == "{{ meeting.short }}会"


def test_a_whole_name_comes_before_a_name_with_a_field() -> None:
    outline = outline_of("facts: {甲: {value: 1, unit: 件}, 甲.单位: {value: 7}}\ntitle: '{{ 甲.单位 }}{{ 甲.unit }}'")

    assert narrow(outline, "report").title == ("7件",)


def test_points_are_counted_where_there_are_some() -> None:
    body = """\
        sections:
        - title: 有{{ points | count }}个
          lead: "{{ points | join }}{{ points | digits }}"
          points: [甲, {points: [乙]}, {paragraph: 丙}, {title: "丁{{ points | count }}", points: [一, 二, 三]}]
        """

    [section] = narrow(outline_of(body), "report").sections

    assert section.title == "有三个"
    assert section.lead == ("甲、乙和丁三3",)


def test_points_mean_nothing_outside_of_a_part() -> None:
    [problem] = loaded("title: '{{ points | count }}个'\nsections: [{title: 甲}]").problems

    assert problem.id == "facts.points-outside"


def chained(item: str, links: int, end: str) -> str:
    """Lists each of which names the next, the last of which holds ``end``."""
    return "".join(f"  l{i}: {item.format(i + 1)}\n" for i in range(links)) + f"  l{links}: [{end}]"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (chained("'{{{{ l{0} }}}}{{{{ l{0} }}}}'", 14, "一二三四五六七八九十"), "too-much-text"),
        (chained("'{{{{ l{0} }}}}{{{{ l{0} }}}}'", 40, "一"), "entangled"),
        (chained("'{{{{ l{0} }}}}'", 2000, "一"), "entangled"),
    ],
)
def test_references_cannot_be_made_to_grow_without_end(body: str, message: str) -> None:
    began = time.perf_counter()
    result = loaded(f"lists:\n{body}\nsections: [{{text: '{'{{ l0 }}' * 100}'}}]")

    assert {problem.id for problem in result.problems} >= {f"facts.{message}"}
    assert time.perf_counter() - began < 20
    assert result.outline is not None
    if message == "too-much-text":
        with pytest.raises(DrafterError):
            narrow(result.outline, "report")
