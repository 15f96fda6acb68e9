"""An outline as a writer types it comes out typed, every field of it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drafter.outline.edits import translate_keys
from drafter.outline.load import load, loads
from drafter.outline.text import Gap, Text

if TYPE_CHECKING:
    from drafter.outline.model import Node, Outline

FORMAT = Path(__file__).parent / "format.yaml"
REPOSITORY = Path(__file__).parents[2]
SHIPPED = sorted((REPOSITORY / "outlines").rglob("*.yaml"))


def outline_of(text: str) -> Outline:
    loaded = loads(text.encode(), "大纲.yaml")
    assert loaded.problems == ()
    assert loaded.outline
    return loaded.outline


def node_of(text: str) -> Node:
    lines = [f"    {line}" for line in text.strip("\n").split("\n")]
    return outline_of("sections:\n  -" + "\n".join(lines)[3:] + "\n").sections[0]


@pytest.fixture(scope="module")
def whole() -> Outline:
    return outline_of(FORMAT.read_text("utf-8"))


def test_every_text_knows_its_pointer(whole: Outline) -> None:
    assert whole.meeting.place == "学术报告厅"
    assert isinstance(whole.meeting.place, Text)
    assert whole.meeting.place.pointer == "/meeting/place"
    assert [text.pointer for text in whole.sections[3].text] == [
        "/sections/3/text/0",
        "/sections/3/text/1/0",
        "/sections/3/text/1/1",
    ]


def test_titles_are_by_paper(whole: Outline) -> None:
    assert list(whole.titles) == ["report", ""]
    assert whole.titles["report"] == ("城市博物馆{{ year }}年工作总结", "与{{ next_year }}年工作计划")
    assert whole.title == ("城市博物馆部署新年工作",)
    assert whole.subtitles == {"": ("（{{ meeting.date | date }}）",)}
    assert whole.salutations == {"speech": "同志们："}
    assert whole.sections[2].titles == {"report": "工作中存在的不足", "speech": "讲问题，要一针见血"}


def test_numbers_are_exact_and_days_are_days(whole: Outline) -> None:
    visitors = whole.facts["接待游客"]

    assert str(whole.facts["参与率"].value) == "90.50"
    assert (visitors.value, visitors.target) == (Decimal(45120), Decimal(50000))
    assert visitors.as_of == datetime.date(2025, 12, 31)
    assert whole.date == datetime.date(2026, 2, 8)
    assert whole.sections[3].points[0].due == datetime.date(2026, 6, 30)
    assert whole.sections[3].points[1].due == "6月底前"


def test_facts_keep_what_they_are_made_of(whole: Outline) -> None:
    assert whole.facts["鉴定文物"].sum == ("一级文物", "三级文物")
    assert whole.facts["送鉴藏品"].parts == ("鉴定文物",)
    assert whole.facts["送鉴藏品"].once
    assert whole.facts["热搜排名"].rank
    assert (whole.facts["接待游客"].show, whole.facts["收集意见"].about) == ("万", "多")
    assert (whole.facts["讲解员"].value, whole.facts["讲解员"].source) == (None, "社教部")
    assert whole.lists == {"三个馆": ("未来馆", "幸福馆", "理想馆")}
    assert whole.headline == ("接待游客",)


def test_a_list_may_be_one_text_and_a_person_a_name(whole: Outline) -> None:
    assert whole.organization.guided_by == ("省文物局",)
    assert whole.meeting.speaker.post == "党支部书记、馆长"
    assert whole.meeting.agenda[1].who == ("开放部", "社教部")
    assert whole.meeting.agenda[0].topic == Gap("/meeting/agenda/0/topic", "议程主题")


def test_a_leader_is_known_by_name(whole: Outline) -> None:
    assert (whole.meeting.host.post, whole.meeting.host.call) == ("副馆长", "张某副馆长")
    assert whole.leaders[0].name == "张某"


def test_levels_are_numbered_and_set_by_depth_where_nobody_says(whole: Outline) -> None:
    achievements, problems = whole.sections[1], whole.sections[2]
    deep = achievements.points[0]

    assert (achievements.numbering, achievements.form, achievements.separator) == ("paren", "line", "；")
    assert (deep.numbering, deep.form, deep.separator) == ("shi", "inline", "。")
    assert deep.points[0].numbering == "none"
    assert (problems.numbering, problems.form, problems.separator) == ("shi", "paragraph", "。")
    assert [node.depth for node in (achievements, deep, deep.points[0])] == [0, 1, 2]


def test_a_point_has_its_parents_role_unless_it_has_one(whole: Outline) -> None:
    assert [point.role for point in whole.sections[3].points] == ["goals", "tasks"]
    assert whole.sections[1].points[0].points[1].role == "achievements"


@pytest.mark.parametrize(
    ("above", "below", "lowest"),
    [
        ("chapter", "paren", "digit"),
        ("paren", "digit", "paren-digit"),
        ("digit", "paren-digit", "circled"),
        ("paren-digit", "circled", "none"),
        ("shi", "none", "none"),
        ("yao", "none", "none"),
        ("ordinal", "none", "none"),
        ("first", "none", "none"),
        ("quoted-digit", "none", "none"),
        ("circled", "none", "none"),
        ("none", "digit", "paren-digit"),
    ],
)
def test_a_level_is_numbered_by_the_style_above_it(above: str, below: str, lowest: str) -> None:
    node = node_of(f"title: 〇\nnumbering: {above}\npoints: [{{title: 一, points: [{{title: 二, points: [三]}}]}}]")
    deep = "{points: [{title: 一, points: [{title: 二, points: [三]}]}]}"
    group = node_of(f"title: 〇\nnumbering: {above}\npoints: [{deep}]")

    for first in (node.points[0], group.points[0].points[0]):
        assert (first.numbering, first.points[0].numbering) == (below, lowest)
    assert node.points[0].form == ("inline" if below in ("none", "circled") else "line")


def test_a_style_named_inside_a_sentence_is_followed_again() -> None:
    node = node_of(
        "title: 〇\nnumbering: shi\npoints: [{title: 一, numbering: digit, points: [{title: 二, points: [三]}]}]"
    )

    assert node.points[0].points[0].numbering == "paren-digit"


def test_points_come_in_four_shapes(whole: Outline) -> None:
    full, paragraph, group = whole.sections[1].points

    assert full.points[1].titles == {"": "展览供给更加丰富"}
    assert (paragraph.paragraph, paragraph.text, paragraph.titles) == (True, ("一段不编号的话。",), {})
    assert (group.titles, [point.title for point in group.points]) == ({}, ["一", "二"])


def test_a_group_takes_the_place_of_its_points() -> None:
    node = node_of("title: 甲\nnumbering: yao\npoints:\n  - points: [一, 二]\n  - 三\n  - points: [四]")
    group = node.points[0]

    assert (group.depth, group.points[0].depth, group.numbering) == (1, 1, "yao")
    assert group.form == "inline"


def test_tables_attachments_signature_and_credits(whole: Outline) -> None:
    table, plan = whole.sections[3].table, whole.attachments[0]

    assert table
    assert (table.header, table.rows) == (("任务", "时限"), (("布展", "6月"), ("开放", "")))
    assert plan.table
    assert (plan.title, plan.table.made_from) == ("2026年度重点项目实施计划表", "tasks")
    assert whole.signature
    assert (whole.signature.by, whole.signature.seal) == (("城市博物馆",), True)
    assert whole.credits == {"撰稿": "刘某", "审核": "李某"}
    assert whole.layout == "gbt9704"


def test_an_attachment_may_have_its_rows_itself_and_a_signature_be_a_name() -> None:
    outline = outline_of("attachments: [名单, {title: 表, header: [甲], rows: [[1], [2]]}]\nsignature: 城市博物馆\n")

    assert [attachment.title for attachment in outline.attachments] == ["名单", "表"]
    assert outline.attachments[0].table is None
    assert outline.attachments[1].table
    assert outline.attachments[1].table.rows == (("1",), ("2",))
    assert outline.signature
    assert outline.signature.by == ("城市博物馆",)


def test_an_empty_cell_is_a_cell_of_the_header_too() -> None:
    table = node_of("title: 甲\ntable:\n  header: ['', 一月, 二月]\n  rows:\n    - [开放, 3, 4]").table

    assert table
    assert (table.header, table.rows) == (("", "一月", "二月"), (("开放", "3", "4"),))


def test_a_hand_nobody_has_named_is_a_placeholder() -> None:
    outline = outline_of("credits: {撰稿: , 审核/签发: 李某}\n")

    assert outline.credits == {"撰稿": "【撰稿：待填】", "审核/签发": "李某"}
    assert outline.credits["撰稿"].pieces[0].gap == Gap("/credits/撰稿", "撰稿")
    assert outline.places.find("/credits/审核~1签发").column == 24


def test_both_languages_say_the_same(whole: Outline) -> None:
    chinese = translate_keys(FORMAT.read_text("utf-8"), "zh")
    in_chinese = outline_of(chinese)

    assert "类型: 年度总结" in chinese
    assert "{{ 接待游客 | 增长 }}" in chinese
    titles = in_chinese.titles["report"]
    assert titles[0] == "城市博物馆{{ 年度 }}年工作总结"
    assert in_chinese.facts == whole.facts
    assert in_chinese.organization == whole.organization
    assert [node.role for node in in_chinese.sections] == [node.role for node in whole.sections]
    assert [node.numbering for node in in_chinese.sections] == [node.numbering for node in whole.sections]


def test_languages_may_be_mixed_and_a_name_means_what_its_place_says() -> None:
    outline = outline_of(
        "标题: 总结\nfacts:\n  标题: {数值: 3, unit: 个}\n部分:\n  - {role: 成绩, 标题: 甲, text: 乙}\n"
    )

    assert outline.title == ("总结",)
    assert outline.facts["标题"].value == 3
    assert outline.sections[0].role == "achievements"


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("kind: annual-report\nmeeting: {date: 2026-02-08}", 2025),
        ("kind: 年度会议\nmeeting: {date: 2026-02-08}", 2025),
        ("kind: deployment-meeting\nmeeting: {date: 2026-02-08}", 2026),
        ("kind: assessment-speech\ndate: 2026-03-01", 2026),
        ("kind: campaign-summary\ncampaign: {from: 2009-06-01, to: 2009-07-10}", 2009),
        ("kind: annual-report\nyear: 2020\nmeeting: {date: 2026-02-08}", 2020),
        ("kind: annual-report\nmeeting: {date: 2025-12-28}", 2025),
        ("kind: annual-meeting\ndate: 2025-11-01", 2025),
        ("kind: annual-report\nmeeting: {date: 2025-10-31}", 2024),
        ("kind: deployment-meeting\nmeeting: {date: 2025-12-28}", 2025),
    ],
)
def test_the_year_follows_the_kind_unless_given(head: str, year: int) -> None:
    assert outline_of(head + "\n").year == year


def test_without_any_date_the_year_is_a_gap() -> None:
    outline = outline_of("kind: annual-report\n")

    assert outline.year == Gap("/year", "年度")
    assert outline.date == Gap("/date", "成文日期")
    assert not outline.year


def test_the_papers_date_is_the_meetings() -> None:
    assert outline_of("meeting: {date: 2026-02-08}\n").date == datetime.date(2026, 2, 8)


def test_what_is_empty_is_a_gap_with_its_own_name() -> None:
    outline = outline_of("meeting:\n  place:\n  host: {name: , post: ~}\norganization: {name: '', abbr: null}\n")

    assert outline.meeting.place == Gap("/meeting/place", "会议地点")
    assert outline.meeting.host.post == Gap("/meeting/host/post", "主持人职务")
    assert outline.meeting.speaker.name == Gap("/meeting/speaker/name", "讲话人姓名")
    assert outline.organization.name == Gap("/organization/name", "单位名称")
    assert outline.organization.abbr == Gap("/organization/abbr", "单位简称")


def test_an_empty_title_or_paragraph_stands_as_a_placeholder() -> None:
    node = node_of("title:\ntext:\npoints:\n  -\n  - paragraph:")

    assert node.title == "【标题：待填】"
    assert node.title.pieces[0].gap == Gap("/sections/0/title", "标题")
    assert node.text == ("【正文：待填】",)
    assert node.points[0].title == "【标题：待填】"
    assert node.points[1].text == ("【段落：待填】",)


def test_scalars_are_text_until_the_model_types_them() -> None:
    node = node_of("title: 08\ntext: yes\nlead: 12:30\nbrief: 1_000\ntail: 0x1F\nby: 2026-02-08")

    assert (node.title, node.text, node.lead) == ("08", ("yes",), ("12:30",))
    assert (node.brief, node.tail, node.by) == ("1_000", ("0x1F",), "2026-02-08")


@pytest.mark.parametrize(
    ("typed", "truth"), [("true", True), ("yes", True), ("是", True), ("false", False), ("否", False)]
)
def test_yes_and_no(typed: str, truth: bool) -> None:
    assert outline_of(f"facts:\n  甲: {{once: {typed}}}\n").facts["甲"].once is truth


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("text: 一段", ["一段"]),
        ("text: [一段, 两段]", ["一段", "两段"]),
        ("text: |\n  一段\n\n  两段\n  三段\n", ["一段", "两段", "三段"]),
        ("text: |-\n  一段", ["一段"]),
        ("text: |\n  一段\n      \n  两段", ["一段", "两段"]),
        ("text: >-\n  折成\n  一段\n\n  两段", ["折成一段", "两段"]),
        ("text: 不加引号的\n  也能\n  折行", ["不加引号的也能折行"]),
        ('text: "引号里\n  折行 and\n  words"', ["引号里折行 and words"]),
        ("text: '一 二'", ["一 二"]),
        ("text: |\n  　　缩进的一段\n   空一格的", ["　　缩进的一段", " 空一格的"]),
        ("text: 在 Word 里\n  GB/T 9704\n  有规定", ["在 Word 里 GB/T 9704 有规定"]),
    ],
)
def test_paragraphs(typed: str, paragraphs: list[str]) -> None:
    assert list(node_of(typed).text) == paragraphs


def test_a_paper_of_the_writers_own_and_a_kind_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "templates" / "papers").mkdir(parents=True)
    (tmp_path / "templates" / "papers" / "notice.html.j2").write_text("<article/>")
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "monthly.yaml").write_text("kind: monthly\n")
    path = tmp_path / "大纲.yaml"
    path.write_text("kind: monthly\ntitle: {notice: 通知}\nsections: [{title: 甲, papers: [notice]}]\n", "utf-8")

    loaded = load(str(path))

    assert loaded.problems == ()
    assert loaded.outline
    assert (loaded.outline.kind, list(loaded.outline.titles)) == ("monthly", ["notice"])
    assert loaded.outline.sections[0].papers == ("notice",)


def test_points_for_other_papers_do_not_use_up_a_numbering() -> None:
    points = "".join(f"      - {{title: 甲, papers: [{paper}]}}\n" for paper in ["report", "speech"] * 3)
    head = "sections:\n  - title: 一\n    numbering: first\n    points:\n"

    assert loads((head + points).encode(), "").problems == ()
    more = loads((head + points + "      - 乙\n      - 丙\n").encode(), "").problems
    assert [problem.id for problem in more] == ["outline.numbering-runs-out"]
    assert more[0].args["count"] == 5


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_outline_loads_without_a_problem(path: Path) -> None:
    loaded = load(str(path))

    assert loaded.problems == ()
    assert loaded.outline
    assert loaded.outline.sections


def test_the_shipped_outlines_are_there() -> None:
    assert len(SHIPPED) >= 10


def test_everything_of_an_outline_is_frozen(whole: Outline) -> None:
    values: list[Any] = [whole, whole.sections[0], whole.facts["讲解员"], whole.meeting.place]

    for value in values:
        with pytest.raises(AttributeError):
            value.kind = "x"
