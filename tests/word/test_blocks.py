"""Each kind of block as GB/T 9704-2012 sets it: where it begins, what stays with it, what comes with it."""

from __future__ import annotations

import datetime
import io
import itertools
import re
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from drafter.document import model
from drafter.document.model import Document, Gap, Meta, Run
from drafter.word.table import Column, shares
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.document.model import Block
    from drafter.word.skeleton import Skeleton

    Element = etree._Element
    Body = Callable[..., list[Element]]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = "2026年2月8日"  # six 字 wide: six digits at a half, three Han at one


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


@pytest.fixture
def body(standard: Skeleton, parts_of: Callable) -> Body:
    """The elements of the body that blocks become."""

    def body(*blocks: Block) -> list[Element]:
        parts = parts_of(write(Document(Meta("题"), blocks), standard))
        return list(etree.fromstring(parts["word/document.xml"])[0])[:-1]

    return body


def text(element: Element) -> str:
    return "".join("\n" if each.tag == f"{W}br" else each.text or "" for each in element.iter(f"{W}t", f"{W}br"))


def look(element: Element, name: str) -> dict[str, str]:
    """The attributes of one of a paragraph's properties, without their namespace."""
    found = element.find(f"{W}pPr/{W}{name}")
    return {} if found is None else {key.removeprefix(W): value for key, value in found.attrib.items()}


def right(element: Element) -> float:
    return int(look(element, "ind")["rightChars"]) / 100


def keeps(element: Element) -> bool:
    return element.find(f"{W}pPr/{W}keepNext") is not None


def is_blank(element: Element) -> bool:
    return element.tag == f"{W}p" and not text(element)


# 署名 and date


@pytest.mark.parametrize(
    ("name", "name_right", "date_right"),
    [
        ("城市博物馆事业发展中心", 2, 5),  # 11 字: begins 13 from the edge, the date 2 after it
        ("城市博物馆办", 2, 0),  # as wide as the date
        ("城市博物馆", 5, 2),  # the date is wider: it takes the 2, and 署名 begins 2 before it
        ("办公室", 7, 2),
    ],
)
def test_unsealed_the_date_begins_two_after_the_name(
    body: Body, name: str, name_right: float, date_right: float
) -> None:
    *_, signed, dated = body(model.Signature((runs(name),), runs(DATE)))

    assert (right(signed), right(dated)) == (name_right, date_right)
    assert (right(signed) + len(name)) - (right(dated) + 6) == 2


@pytest.mark.parametrize(
    ("name", "name_right", "date_right"),
    [
        ("城市博物馆", 4.5, 4),
        ("办公室", 5.5, 4),
        ("城市博物馆事业发展中心", 1.5, 4),
        ("城市博物馆公共文化事业发展服务中心", 0, 5.5),  # too wide to be centred over a date at 4: both move
    ],
)
def test_sealed_the_name_is_centred_over_the_date(body: Body, name: str, name_right: float, date_right: float) -> None:
    *_, signed, dated = body(model.Signature((runs(name),), runs(DATE), sealed=True))

    assert (right(signed), right(dated)) == (name_right, date_right)
    assert right(signed) + len(name) / 2 == right(dated) + 6 / 2


def test_several_sealed_names_keep_one_axis(body: Body) -> None:
    names = (runs("城市博物馆公共文化事业发展服务中心"), runs("图书馆"))
    *_, long, short, dated = body(model.Signature(names, runs(DATE), sealed=True))

    assert right(long) + 17 / 2 == right(short) + 3 / 2 == right(dated) + 6 / 2


def test_indents_are_in_characters_and_in_twips(body: Body) -> None:
    *_, dated = body(model.Signature((runs("办公室"),), runs(DATE)))

    assert look(dated, "ind") == {"rightChars": "200", "right": "630"}


@pytest.mark.parametrize(("sealed", "blanks"), [(False, 1), (True, 2)])
def test_blank_lines_before_the_signature(body: Body, sealed: bool, blanks: int) -> None:
    elements = body(model.Paragraph(runs("完。")), model.Signature((runs("馆"),), runs(DATE), sealed))

    assert [is_blank(each) for each in elements] == [False, *[True] * blanks, False, False]


def test_the_date_never_stands_alone_on_a_page(body: Body) -> None:
    first, last, blank, one, other, date = body(
        model.Paragraph(runs("前。")),
        model.Paragraph(runs("完。")),
        model.Signature((runs("城市博物馆"), runs("城市图书馆")), runs(DATE)),
    )

    assert not keeps(first)
    assert all(map(keeps, (last, blank, one, other)))
    assert not keeps(date)


def test_the_table_above_a_signature_stays_with_it(body: Body, table: model.Table) -> None:
    _, written, *_ = body(table, model.Signature((runs("馆"),), runs(DATE)))
    rows = [[keeps(cell) for cell in row.iter(f"{W}p")] for row in written.iter(f"{W}tr")]

    assert rows == [[False] * 5] * 3 + [[True] * 5]


def test_the_note_above_a_signature_stays_with_it(body: Body) -> None:
    elements = body(model.AttachmentNote((runs("甲"), runs("乙"))), model.Signature((runs("馆"),), runs(DATE)))

    assert [keeps(each) for each in elements] == [False, False, True, True, True, False]


# 附件说明, 附件


def test_a_single_attachment_has_no_number_and_hangs(body: Body) -> None:
    blank, note = body(model.AttachmentNote((runs("实施计划表"),)))

    assert is_blank(blank)
    assert text(note) == "附件：实施计划表"
    assert look(note, "ind") == {"left": "1575", "hanging": "945", "firstLineChars": "0"}  # name at 5, label at 2


def test_several_attachments_stand_under_each_other(body: Body) -> None:
    titles = tuple(runs(f"表{number}") for number in range(1, 11))
    _, *notes = body(model.AttachmentNote(titles))
    starts = [(int(look(each, "ind")["left"]) - int(look(each, "ind")["hanging"])) / 315 for each in notes]
    names = [int(look(each, "ind")["left"]) / 315 for each in notes]

    assert [text(each) for each in notes][:2] == ["附件：1.表1", "2.表2"]
    assert starts == pytest.approx([2] + [5] * 9, abs=0.01)
    assert names == pytest.approx([6] * 9 + [6.5], abs=0.01)


@pytest.mark.parametrize(("number", "label"), [(0, "附件"), (1, "附件1"), (12, "附件12")])
def test_an_attachment_opens_a_page_with_its_title_on_the_third_line(body: Body, number: int, label: str) -> None:
    mark, blank, title, _ = body(model.Attachment(number, runs("计划表"), ()))

    assert text(mark) == label
    assert look(mark, "pStyle") == {"val": "AttachmentLabel"}
    assert is_blank(blank)
    assert (text(title), look(title, "pStyle")) == ("计划表", {"val": "AttachmentTitle"})


def test_the_style_of_the_mark_begins_the_page(standard: Skeleton, parts_of: Callable) -> None:
    styles = etree.fromstring(parts_of(write(Document(Meta(""), ()), standard))["word/styles.xml"])
    breaks = [each.get(f"{W}styleId") for each in styles if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert breaks == ["AttachmentLabel"]


# title


def test_the_writers_own_lines_win(body: Body) -> None:
    (title,) = body(model.Title((runs("城市博物馆2025年"), runs("工作总结"))))

    assert text(title) == "城市博物馆2025年\n工作总结"


def test_a_long_title_is_broken_and_keeps_its_runs(body: Body) -> None:
    long = "城市博物馆2025年度工作总结表彰暨2026年工作部署会议"
    (title,) = body(model.Title(((Run(long[:10]), Run(long[10:20], bold=True), Run(long[20:])),)))
    bold = "".join(text(run) for run in title.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None)

    assert text(title).replace("\n", "") == long
    assert all(len(line.encode("gbk")) <= 40 for line in text(title).split("\n"))
    assert text(title).count("\n") == 1
    assert bold.replace("\n", "") == long[10:20]


def test_a_title_that_fits_stays_on_its_line(body: Body) -> None:
    (title,) = body(model.Title((runs("城" * 20),)))

    assert "\n" not in text(title)


def test_a_title_with_digits_is_not_set_to_the_last_character(body: Body) -> None:
    """Twenty 字 fit to the hair; a font with wider digits would push the last one onto a line of its own."""
    (title,) = body(model.Title((runs("在市群众艺术馆2026年工作部署会议上的讲话"),)))

    assert text(title).count("\n") == 1
    assert len(text(title).partition("\n")[2]) > 2


def test_a_title_with_a_gap_is_broken_around_it(body: Body) -> None:
    gap = Run("【会议名称：待填】", gap=Gap("会议名称"))
    (title,) = body(model.Title(((Run("在城市博物馆2025年度工作总结表彰暨"), gap, Run("上的讲话")),)))

    assert text(title) == "在城市博物馆2025年度工作总结表彰\n暨【会议名称：待填】上的讲话"
    assert len(list(title.iter(f"{W}commentReference"))) == 1


def test_one_blank_line_follows_the_whole_title(body: Body) -> None:
    elements = body(
        model.Title((runs("题"),)),
        model.Subtitle(runs("副")),
        model.Subtitle(runs("人")),
        model.Salutation(runs("同志们：")),
    )

    assert [text(each) for each in elements] == ["题", "副", "人", "", "同志们："]


# headings and run-in heads


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_run_in_heads_take_the_companion_of_their_heading_style(body: Body, level: int) -> None:
    (paragraph,) = body(model.Paragraph((Run("（一）抓学习。", level=level), Run("全年"))))
    head, rest = paragraph.iter(f"{W}r")

    assert head.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == f"Heading{level}Char"
    assert rest.find(f"{W}rPr") is None


def test_a_heading_has_its_number_as_text(body: Body) -> None:
    (heading,) = body(model.Heading(2, "（一）", runs("抓学习")))

    assert (text(heading), look(heading, "pStyle")) == ("（一）抓学习", {"val": "Heading2"})
    assert heading.find(f"{W}pPr/{W}numPr") is None


def test_body_paragraphs_have_no_formatting_of_their_own(body: Body) -> None:
    (paragraph,) = body(model.Paragraph(runs("全年")))

    assert paragraph.find(f"{W}pPr") is None


# placeholders


def test_a_gap_is_highlighted_and_its_comment_says_who_knows(standard: Skeleton, parts_of: Callable) -> None:
    gaps = (Run("【讲解员：待填】", gap=Gap("讲解员", "社教部")), Run("，"), Run("【经费：待填】", gap=Gap("经费")))
    meta = Meta("题", "城市博物馆", datetime.date(2026, 2, 8))
    data = write(Document(meta, (model.Paragraph(gaps),)), standard)
    tree = etree.fromstring(parts_of(data)["word/document.xml"])
    marked = [text(run) for run in tree.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight[@{W}val='yellow']") is not None]
    comments = list(docx.Document(io.BytesIO(data)).comments)

    assert marked == ["【讲解员：待填】", "【经费：待填】"]
    assert [each.text for each in comments] == ["待填：讲解员（请向社教部核实）", "待填：经费"]
    assert {(each.author, each.initials) for each in comments} == {("Drafter", "D")}
    assert {each.timestamp.date() for each in comments if each.timestamp} == {meta.date}
    assert len({each.comment_id for each in comments}) == 2


def test_a_comment_encloses_its_gap_and_no_more(body: Body) -> None:
    (paragraph,) = body(model.Paragraph((Run("共"), Run("【数：待填】", gap=Gap("数")), Run("名"))))
    kinds = [each.tag.removeprefix(W) for each in paragraph]

    assert kinds == ["r", "commentRangeStart", "r", "commentRangeEnd", "r", "r"]
    assert text(paragraph[2]) == "【数：待填】"


# properties


def test_properties_say_title_organization_and_the_outlines_date(paper: Document, standard: Skeleton) -> None:
    core = docx.Document(io.BytesIO(write(paper, standard))).core_properties

    assert core.title == "城市博物馆2025年工作总结与2026年工作计划"
    assert core.author == core.last_modified_by == "城市博物馆"
    assert core.created == core.modified == datetime.datetime(2026, 2, 8, tzinfo=datetime.UTC)
    assert core.language == "zh-CN"


def test_what_is_not_known_is_left_out(standard: Skeleton, parts_of: Callable) -> None:
    gap = model.Paragraph((Run("【x】", gap=Gap("x")),))
    parts = parts_of(write(Document(Meta("题"), (gap,)), standard))
    everything = b"".join(parts.values()).decode()

    assert not re.search("python-docx|created|creator|2013|1980|w:date", everything)
    assert re.findall("<Application>(.*?)<", everything) == ["Drafter"]


# tables


def test_the_header_repeats_and_rows_stay_whole(body: Body, table: model.Table) -> None:
    caption, written, _ = body(table)
    rows = list(written.iter(f"{W}tr"))

    assert text(caption) == "2026年度重点项目实施计划表"
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_cells_have_styles_of_their_own(body: Body, table: model.Table) -> None:
    _, written, _ = body(table)
    styles = [[look(cell, "pStyle")["val"] for cell in row.iter(f"{W}p")] for row in written.iter(f"{W}tr")]

    assert set(styles[0]) == {"TableHead"}
    assert styles[1] == ["TableCenter", "TableText", "TableCenter", "TableCenter", "TableCenter"]


def test_a_table_fills_the_text_area(body: Body, table: model.Table, standard: Skeleton) -> None:
    _, written, _ = body(table)
    grid = [int(each.get(f"{W}w")) for each in written.iter(f"{W}gridCol")]
    cells = [int(each.get(f"{W}w")) for each in next(written.iter(f"{W}tr")).iter(f"{W}tcW")]

    assert sum(grid) == standard.text_width
    assert grid == cells


@pytest.mark.parametrize(
    "wishes", [[2, 23, 4, 6, 14], [4, 4], [0, 0], [100, 5], [30, 30], [1] * 30, [40] * 20, [2, 40, 40], [8.7] * 5]
)
def test_columns_fill_the_room_in_the_order_of_their_wishes(wishes: list[float]) -> None:
    widths = shares([Column(wish, wish <= 9) for wish in wishes], 8845, 280)
    by_wish = sorted(zip(wishes, widths, strict=True))

    assert sum(widths) == 8845
    assert min(widths) > 0
    assert all(narrow <= wide + len(widths) for (_, narrow), (_, wide) in itertools.pairwise(by_wish))


def test_figures_and_dates_do_not_wrap_while_others_can(body: Body) -> None:
    cells = ("1", "用好新定级的革命文物", "藏品部", "2026年11月30日", "记忆展观众2万人次")
    written = body(model.Table((), (tuple(runs(cell) for cell in cells),)))[0]
    room = [int(each.get(f"{W}w")) - 170 for each in written.iter(f"{W}gridCol")]

    assert all(room[index] >= len(cells[index].encode("gbk")) / 2 * 280 for index in (0, 2, 3))
    assert room[1] >= 5 * 280
    assert room[4] >= 5 * 280


def test_two_tables_never_run_into_one(body: Body) -> None:
    table = model.Table((), ((runs("甲"),),))
    tags = [each.tag.removeprefix(W) for each in body(table, table)]

    assert tags == ["tbl", "p", "tbl", "p"]


def test_what_must_follow_a_table_opens_no_page(body: Body) -> None:
    *_, low = body(model.Table((), ((runs("甲"),),)))

    assert look(low, "spacing") == {"line": "20", "lineRule": "exact"}
