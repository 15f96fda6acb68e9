"""One paper of an outline: what appears in it, its titles, how it speaks of the organization."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from drafter.outline.narrow import narrow
from drafter.outline.text import Gap, Text

from .outlines import HEAD, outline_of

TITLED = """\
title: {report: [工作总结, 和计划], other: 总结}
subtitle: {report: 二月}
salutation: {speech: "同志们："}
"""


@pytest.mark.parametrize(
    ("paper", "title"), [("report", ("工作总结", "和计划")), ("speech", ("总结",)), ("news", ("总结",))]
)
def test_the_title_is_that_of_the_paper_or_of_every_other(paper: str, title: tuple[str, ...]) -> None:
    assert narrow(outline_of(TITLED), paper).title == title


def test_what_is_said_of_another_paper_is_not_said_of_this_one() -> None:
    narrowed = narrow(outline_of("title: {report: 工作总结}\n" + TITLED.partition("\n")[2]), "news")

    assert (narrowed.title, narrowed.subtitles, narrowed.salutations) == ((), {}, {})


@pytest.mark.parametrize(
    ("titles", "paper", "title"),
    [
        ("工作", "speech", "工作"),
        ("{report: 报告里的, speech: 讲话里的}", "speech", "讲话里的"),
        ("{speech: 讲话里的, report: 报告里的}", "news", "报告里的"),
        ("{speech: 讲话里的, summary: 总结里的}", "news", "讲话里的"),
        ("{report: 报告里的, other: 别处的}", "news", "别处的"),
    ],
)
def test_a_section_keeps_a_title_in_every_paper(titles: str, paper: str, title: str) -> None:
    outline = outline_of(f"sections:\n- title: {titles}\n  text: 甲")

    assert narrow(outline, paper).sections[0].title == title


BODY = """\
sections:
- title: 总
  lead: 有{{ points | count }}点：
  points:
  - {title: 甲, papers: [report]}
  - {title: 乙, papers: [report, speech]}
  - 丙
  - papers: [report]
    points: [丁, 戊]
- title: 只在报告里
  papers: [report]
  text: 文
- title: 内容只在报告里
  points: [{title: 己, papers: [report]}]
"""


@pytest.mark.parametrize(
    ("paper", "lead", "titles"),
    [("report", "有五点：", 3), ("speech", "有两点：", 1), ("news", "有一点：", 1)],
)
def test_points_are_counted_after_the_paper_leaves_some_out(paper: str, lead: str, titles: int) -> None:
    sections = narrow(outline_of(BODY), paper).sections

    assert (sections[0].lead, len(sections)) == ((lead,), titles)


def test_what_is_emptied_by_the_paper_falls_away_and_what_is_only_a_title_stays() -> None:
    body = """\
        sections:
        - title: 总
          points:
          - {title: 甲, points: [{title: 乙, papers: [report]}]}
          - points: [{title: 丙, papers: [report]}]
          - 丁
        """

    [section] = narrow(outline_of(body), "speech").sections

    assert [(point.title, len(point.points)) for point in section.points] == [("甲", 0), ("丁", 0)]


@pytest.mark.parametrize(
    ("section", "gap"),
    [
        ("title: '{{ next_year }}年计划'", "2026年计划"),
        ("role: closing", "结尾"),
        ("{title: 工作, text: }", "工作"),
    ],
)
def test_a_section_nobody_has_written_holds_a_placeholder(section: str, gap: str) -> None:
    [found] = narrow(outline_of(f"sections:\n- {section}"), "report").sections

    assert found.text == (f"【{gap}：待填】",)
    assert found.text[0].pieces[0].gap == Gap("/sections/0/text", gap)


@pytest.mark.parametrize(
    ("fields", "paper", "self"),
    [
        ("name: 城市博物馆, self: 我馆, abbr: 城博", "report", "我馆"),
        ("name: 城市博物馆, self: 我馆, abbr: 城博", "news", "城博"),
        ("name: 城市博物馆, self: 我馆", "news", "该馆"),
        ("name: 城市博物馆", "news", "该馆"),
        ("name: 城市博物馆", "speech", "我馆"),
        ("name: 市文化和旅游局", "news", "该局"),
        ("name: 省文化厅", "news", "该厅"),
        ("name: 市群众艺术中心", "news", "该中心"),
        ("name: 市发展和改革委员会", "news", "该委"),
        ("name: 某大学, self: 我们学校", "news", "该校"),
        ("name: 云上书屋, self: 我处", "news", "该处"),
        ("name: 云上书屋", "news", "【单位自称：待填】"),
        ("area: 我市", "news", "【单位自称：待填】"),
    ],
)
def test_how_a_paper_speaks_of_the_organization(fields: str, paper: str, self: str) -> None:
    head = HEAD.replace("name: 城市博物馆, self: 我馆, founded: 1959", fields)
    narrowed = narrow(outline_of("sections: [{title: '{{ organization.self }}'}]", head), paper)

    assert narrowed.sections[0].title == self
    assert str(narrowed.organization.self) == self


EVERYWHERE = """\
title: 甲{{ year }}
subtitle: 甲{{ year }}
salutation: 甲{{ year }}
guidance: ["甲{{ year }}"]
meeting: {name: "甲{{ year }}", speaker: {name: "甲{{ year }}"}, agenda: [{did: "甲{{ year }}", who: ["甲{{ year }}"]}]}
campaign: {to: "甲{{ year }}", demands: ["甲{{ year }}"]}
lists: {名单: ["甲{{ year }}"]}
leaders: [{name: "甲{{ year }}"}]
attachments: [{title: "甲{{ year }}", header: ["甲{{ year }}"], rows: [["甲{{ year }}"]]}]
signature: {by: ["甲{{ year }}"]}
credits: {撰稿: "甲{{ year }}"}
sections:
- title: 甲{{ year }}
  text: 甲{{ year }}
  brief: 甲{{ year }}
  lead: ["甲{{ year }}"]
  tail: 甲{{ year }}
  owner: 甲{{ year }}
  due: 甲{{ year }}
  by: 甲{{ year }}
  table: {header: ["甲{{ year }}"], rows: [["甲{{ year }}"]]}
  points: [{title: "甲{{ year }}", points: [{paragraph: "甲{{ year }}"}]}]
"""


def texts(value: Any) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, tuple):
        return [text for each in value for text in texts(each)]
    if isinstance(value, msgspec.Struct):
        return [text for field in value.__struct_fields__ for text in texts(getattr(value, field))]
    return []


def test_every_text_of_a_narrowed_outline_is_resolved_and_keeps_its_place() -> None:
    typed = texts(outline_of(EVERYWHERE))
    resolved = texts(narrow(outline_of(EVERYWHERE), "report"))

    assert sum(text == "甲{{ year }}" for text in typed) == EVERYWHERE.count("甲{{ year }}")
    assert sum(text == "甲2025" for text in resolved) == EVERYWHERE.count("甲{{ year }}")
    assert sorted(text.pointer for text in resolved) == sorted(text.pointer for text in typed)


def test_an_outline_can_be_narrowed_to_each_paper_without_being_changed() -> None:
    outline = outline_of(BODY)
    before = texts(outline)

    narrow(outline, "speech")

    assert texts(outline) == before
    assert narrow(narrow(outline, "report"), "report") == narrow(outline, "report")


def test_placeholders_are_called_after_the_heading_they_stand_under() -> None:
    body = """
        sections:
          - title: "{{ next_year }}年计划"
            points:
              - {title: , text: }
              - {title: 修缮库房。, text: , points: [{title: }]}
              - {title: 办好一年一度的读书节活动，吸引更多的读者, lead: , points: [甲]}
        """

    [section] = narrow(outline_of(body), "report").sections

    first, second, third = section.points
    assert (str(first.title), str(first.text[0])) == (
        "【2026年计划第一条标题：待填】",
        "【2026年计划第一条正文：待填】",
    )
    assert (str(second.title), str(second.text[0])) == ("修缮库房。", "【修缮库房：待填】")
    assert str(second.points[0].title) == "【修缮库房第一条：待填】"
    assert str(third.lead[0]) == "【办好一年一度的读书节活动引语：待填】"
