"""A layout file: what it says reaches the Word file, what is wrong with it is told with its line."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter import library
from drafter.messages import catalog, describe, remedy, say
from drafter.problems import DrafterError
from drafter.word.read_layout import read_layout
from drafter.word.skeleton import skeleton
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.document.model import Document
    from drafter.problems import Problem
    from drafter.word.layout import Layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STANDARD = library.built_in("layouts", "gbt9704")


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(DrafterError) as caught:
        read_layout("本馆.yaml", text.encode() if isinstance(text, str) else text)
    return caught.value.problems


def layout(text: str) -> Layout:
    return read_layout("本馆.yaml", text.encode())


def style(parts: dict[str, bytes], id: str) -> etree._Element:
    tree = etree.fromstring(parts["word/styles.xml"])
    return next(each for each in tree.iter(f"{W}style") if each.get(f"{W}styleId") == id)


@pytest.fixture
def parts(paper: Document, parts_of: Callable) -> dict[str, bytes]:
    return parts_of(write(paper, skeleton(STANDARD)))


def made(tmp_path: Path, paper: Document, parts_of: Callable, text: str) -> dict[str, bytes]:
    path = tmp_path / "本馆.yaml"
    path.write_text(text, "utf-8")
    return parts_of(write(paper, skeleton(str(path))))


def test_the_page_is_that_of_the_standard(paper: Document) -> None:
    section = docx.Document(io.BytesIO(write(paper, skeleton(STANDARD)))).sections[0]

    sizes = [section.page_width, section.page_height, section.top_margin, section.bottom_margin]
    sizes += [section.left_margin, section.right_margin]
    assert [round(size.mm, 1) for size in sizes] == pytest.approx([210, 297, 37, 35, 28, 26], abs=0.1)


def test_the_grid_is_that_of_the_standard(parts: dict[str, bytes]) -> None:
    grid = etree.fromstring(parts["word/document.xml"]).find(f".//{W}docGrid")
    body = style(parts, "Normal")

    assert dict(grid.attrib) == {f"{W}type": "lines", f"{W}linePitch": "579"}
    assert body.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "579"
    assert body.find(f"{W}pPr/{W}spacing").get(f"{W}lineRule") == "exact"
    assert body.find(f"{W}rPr/{W}spacing").get(f"{W}val") == "-5"
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert body.find(f"{W}pPr/{W}widowControl").get(f"{W}val") == "0"
    assert body.find(f"{W}pPr/{W}autoSpaceDE").get(f"{W}val") == "0"


@pytest.mark.parametrize(
    ("id", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", "32"),
        ("Title", "方正小标宋简体", "44"),
        ("Heading1", "黑体", None),
        ("Heading1Char", "黑体", None),
        ("Heading2", "楷体_GB2312", None),
        ("Heading3", None, None),
        ("TableText", None, "28"),
        ("AttachmentLabel", "黑体", None),
        ("Footer", "宋体", "28"),
    ],
)
def test_fonts_and_sizes_are_those_of_the_standard(
    parts: dict[str, bytes], id: str, font: str | None, size: str | None
) -> None:
    look = style(parts, id)
    fonts, sizes = look.find(f"{W}rPr/{W}rFonts"), look.find(f"{W}rPr/{W}sz")

    every = [fonts.get(W + kind) for kind in ("ascii", "hAnsi", "eastAsia")] if fonts is not None else [None] * 3
    assert every == [font] * 3
    assert (sizes.get(f"{W}val") if sizes is not None else None) == size


def test_every_font_is_listed_with_what_may_stand_in_for_it(parts: dict[str, bytes]) -> None:
    listed = {each.get(f"{W}name"): each for each in etree.fromstring(parts["word/fontTable.xml"])}
    used = {
        value
        for part in ("styles", "footer1", "footer2", "document")
        for fonts in etree.fromstring(parts[f"word/{part}.xml"]).iter(f"{W}rFonts")
        for kind, value in fonts.attrib.items()
        if kind != f"{W}hint"
    }

    assert used <= set(listed)
    assert "FangSong" in listed["仿宋_GB2312"].find(f"{W}altName").get(f"{W}val").split(",")
    assert b"Theme" not in parts["word/styles.xml"]


def test_every_style_but_the_body_that_must_not_indent_says_so(parts: dict[str, bytes]) -> None:
    for name in ("Title", "Subtitle", "Salutation", "TableText", "Signature", "Date", "AttachmentLabel", "Footer"):
        assert style(parts, name).find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "0", name


def test_headings_are_words_own(paper: Document) -> None:
    document = docx.Document(io.BytesIO(write(paper, skeleton(STANDARD))))
    headings = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]

    assert [(each.style.name, each.text) for each in headings[:2]] == [
        ("Heading 1", "一、工作完成情况"),
        ("Heading 2", "（一）工作完成情况"),
    ]


def test_a_copy_that_changes_one_line_changes_that_alone(tmp_path: Path, paper: Document, parts_of: Callable) -> None:
    theirs = made(tmp_path, paper, parts_of, "styles:\n  heading1: {font: 宋体, bold: yes}\n")
    ours = parts_of(write(paper, skeleton(STANDARD)))

    assert {name for name in ours if ours[name] != theirs[name]} == {"word/styles.xml", "docProps/custom.xml"}
    assert style(theirs, "Heading1").find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "宋体"
    assert style(theirs, "Heading1Char").find(f"{W}rPr/{W}b").get(f"{W}val") is None


def test_another_page_makes_another_grid(
    tmp_path: Path, paper: Document, parts_of: Callable, invalid: Callable
) -> None:
    text = "page: {top: 30 mm, bottom: 3 cm, left: 1 in, right: 72 pt, lines: 24, characters: 28}\n"
    parts = made(tmp_path, paper, parts_of, text)
    page = etree.fromstring(parts["word/document.xml"]).find(f".//{W}sectPr")
    height = 16838 - 2 * 1701

    assert page.find(f"{W}pgMar").get(f"{W}left") == page.find(f"{W}pgMar").get(f"{W}right") == "1440"
    assert page.find(f"{W}docGrid").get(f"{W}linePitch") == str(height // 24)
    assert invalid(parts) == []


def test_digits_may_have_a_font_of_their_own(tmp_path: Path, paper: Document, parts_of: Callable) -> None:
    parts = made(tmp_path, paper, parts_of, "styles:\n  body: {latin: Times New Roman}\n")

    for name in ("Normal", "Heading1"):
        fonts = style(parts, name).find(f"{W}rPr/{W}rFonts")
        assert fonts.get(f"{W}ascii") == "Times New Roman"
        assert fonts.get(f"{W}eastAsia") != "Times New Roman"
    assert b"Times New Roman" in parts["word/fontTable.xml"]


@pytest.mark.parametrize("text", ["page_number: {text: ''}", "page_number:\n  text: 第{page}页\n  odd: center"])
def test_page_numbers_as_an_office_wants_them(
    text: str, tmp_path: Path, paper: Document, parts_of: Callable, invalid: Callable
) -> None:
    parts = made(tmp_path, paper, parts_of, text)
    words = "".join(etree.fromstring(parts["word/footer1.xml"]).itertext())

    assert words == ("" if "''" in text else "第 PAGE 1页")
    assert invalid(parts) == []


def test_tables_may_go_without_inner_lines(tmp_path: Path, paper: Document, parts_of: Callable) -> None:
    parts = made(tmp_path, paper, parts_of, "table_lines: {outer: 1.5 pt, inner: 0 pt}")
    rules = style(parts, "PaperTable").find(f"{W}tblPr/{W}tblBorders")

    assert [(rule.get(f"{W}val"), rule.get(f"{W}sz")) for rule in rules] == [("single", "12")] * 4 + [("nil", "0")] * 2


def test_markup_in_a_layout_stays_text(tmp_path: Path, paper: Document, parts_of: Callable, invalid: Callable) -> None:
    text = (
        "fonts: {仿宋: {name: '<&\">'}}\npage_number: {text: '<{page}>&'}\nplaceholder: {author: '<\"&', comment: '<&'}"
    )

    assert invalid(made(tmp_path, paper, parts_of, text)) == []


@pytest.mark.parametrize(
    ("text", "id", "line", "column"),
    [
        ("pages: {}", "unknown-key", 1, 1),
        ("page:\n  with: 210 mm", "unknown-key", 2, 3),
        ("page:\n  width: 210", "bad-length", 2, 10),
        ("page:\n  width: 210 km", "bad-length", 2, 10),
        ("page:\n  width: -1 mm", "bad-length", 2, 10),
        ("page:\n  width: 9 m", "bad-length", 2, 10),
        ("page:\n  lines: 22.5", "bad-number", 2, 10),
        ("page:\n  lines: 0", "bad-number", 2, 10),
        ("page:\n  lines: [22]", "wants-text", 2, 10),
        ("page: A4", "wants-map", 1, 7),
        ("- page", "wants-map", 1, 1),
        ("styles:\n  body: {size: 大}", "bad-size", 2, 16),
        ("styles:\n  body: {size: nan pt}", "bad-size", 2, 16),
        ("styles:\n  body: {align: middle}", "bad-choice", 2, 17),
        ("styles:\n  body: {bold: maybe}", "bad-switch", 2, 16),
        ("styles:\n  body: {line: 22}", "bad-line-height", 2, 16),
        ("styles:\n  body: {first_line: 2 mm}", "bad-characters", 2, 22),
        ("styles:\n  body: {before: 一行}", "bad-lines", 2, 18),
        ("styles:\n  heading9: {}", "unknown-key", 2, 3),
        ("blank_lines: {after_title: 99}", "bad-count", 1, 28),
        ("page_number: {text: 第页}", "bad-page-number", 1, 21),
        ("placeholder: {highlight: orange}", "bad-choice", 1, 26),
        ("page: {}\npage: {}", "key-twice", 2, 1),
        ("page:\n  characters: 40", "no-room-across", 2, 15),
        ("styles:\n  body: {size: 小四}", "no-room-across", 2, 16),
        ("page:\n  lines: 60", "no-room-down", 2, 10),
        ("page: {left: 200 mm}", "no-room-across", 1, 14),
        ("page: [", "layout-no-yaml", 1, 8),
        ("fonts: {\n仿宋: {name: x}\n", "layout-no-yaml", 1, 8),
        ("page:\n\tlines: 1", "layout-no-yaml", 2, 1),
        ("page: &x\n  <<: *y", "layout-no-yaml", 2, 7),
        ("a: " + "[" * 200_000, "layout-too-deep", 0, 0),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, id: str, line: int, column: int) -> None:
    problem = problems(text)[0]

    assert problem.id == f"word.{id}"
    assert problem.place.file == "本馆.yaml"
    assert (problem.place.line, problem.place.column) == (line, column)
    if line:
        assert problem.place.source == text.split("\n")[line - 1]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_problem_can_be_said(lang: str) -> None:
    text = "pge: 1\npage: {width: x}\nstyles: {body: {align: x, bold: x}, nobody: {}}\npage_number: {text: x}"
    for problem in problems(text):
        assert describe(problem, lang)
        assert remedy(problem, lang) or problem.id.endswith(("switch", "map"))
    slots = {"file": "f", "value": "v", "key": "k", "nearest": "n", "known": "k", "choices": "c", "fits": 1, "asked": 2}
    for name in catalog("word"):
        assert "{" not in say(f"word.{name}", lang, **slots).replace("{page}", "")


def test_all_problems_of_a_file_come_together() -> None:
    found = problems("page: {width: x, lines: y}\nfont: {}\nstyles:\n  body: {size: z}\n")

    assert [problem.place.line for problem in found] == [1, 1, 2, 4]


def test_a_slip_is_answered_with_the_nearest_name() -> None:
    (problem,) = problems("page: {widht: 210 mm}")

    assert remedy(problem, "en") == "Did you mean “width”?"
    assert remedy(problem, "zh") == "是不是想写“width”？"


@pytest.mark.parametrize("data", [b"", b"# nothing", b"page:\nstyles:\n", "\ufeffpage: {lines: 22}".encode()])
def test_what_says_nothing_is_the_standard(data: bytes) -> None:
    assert read_layout("x.yaml", data) == read_layout(STANDARD, Path(STANDARD).read_bytes())


def test_a_layout_saved_by_notepad_in_gbk_is_read() -> None:
    text = "fonts:\n  仿宋: {name: 华文仿宋}\n"

    assert read_layout("x.yaml", text.encode("gb18030")).fonts["仿宋"].name == "华文仿宋"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_layout_is_read_in_any_encoding_that_an_outline_is(encoding: str) -> None:
    text = "fonts:\n  仿宋: {name: 华文仿宋}\n"

    assert read_layout("x.yaml", text.encode(encoding)).fonts["仿宋"].name == "华文仿宋"


def test_a_layout_that_could_never_be_read_through_is_refused() -> None:
    assert problems(b"fonts: [" + b",".join([b"a"] * 300_000) + b"]")[0].id == "word.layout-too-large"


@pytest.mark.parametrize("data", [b"\xff\xfe\xff", b"\x00\x01\x02", b"\x81" * 7, b"#" * 1_000_001])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert problems(data)[0].id in ("word.layout-not-text", "word.layout-too-large")


@pytest.mark.parametrize("name", ["没有.yaml", "没有.docx", "\0"])
def test_a_layout_that_is_not_there(name: str) -> None:
    with pytest.raises(DrafterError) as caught:
        skeleton(name)

    assert caught.value.problems[0].id in ("word.layout-missing", "word.layout-unreadable")


def test_a_folder_is_no_layout(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        skeleton(str(tmp_path))

    assert caught.value.problems[0].id == "word.layout-unreadable"


@settings(max_examples=300)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_layout_or_problems(data: bytes) -> None:
    with suppress(DrafterError):
        read_layout("x.yaml", data)


keys = st.sampled_from(
    ["page", "styles", "fonts", "body", "width", "lines", "size", "text", "page_number", "alternatives"]
)
scalars = st.sampled_from(
    ["22", "16 pt", "三号", "yes", "", "\x01", "1e9 mm", "9" * 400, "inf pt", "{page}", "grid", "-0 mm"]
)
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@settings(max_examples=300)
@given(trees)
def test_any_tree_is_a_layout_or_problems(tree: object) -> None:
    try:
        read_layout("x.yaml", json.dumps(tree, ensure_ascii=True).encode())
    except DrafterError as error:
        for problem in error.problems:
            assert describe(problem, "zh")
            assert problem.place.line > 0
