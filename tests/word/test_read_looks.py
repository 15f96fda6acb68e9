"""What styles, runs and lists of a Word file say of a line: style, level, bold, font, label."""

from __future__ import annotations

import pytest

from .word_files import STYLES, line, opened, p, part


@pytest.mark.parametrize(
    ("properties", "style", "level", "bold", "font"),
    [
        ("", "正文", 0, False, "宋体"),
        ('<w:pStyle w:val="1"/>', "heading 1", 1, False, "黑体"),
        ('<w:pStyle w:val="x"/>', "本馆标题", 1, True, "黑体"),
        ('<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>', "本馆标题", 0, True, "黑体"),
        ('<w:outlineLvl w:val="2"/>', "正文", 3, False, "宋体"),
        ('<w:pStyle w:val="loop"/>', "圈", 0, False, "宋体"),
        ('<w:pStyle w:val="n"/>', "Heading 3", 3, False, "宋体"),
        ('<w:pStyle w:val="Heading2"/>', "", 2, False, "宋体"),
    ],
)
def test_styles(properties: str, style: str, level: int, bold: bool, font: str) -> None:
    found = line(p("甲", properties), styles=STYLES)

    assert (found.style, found.level, found.bold, found.font) == (style, level, bold, font)


@pytest.mark.parametrize(
    ("runs", "style", "bold", "font"),
    [
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t> </w:t></w:r>", "a", True, "宋体"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>", "a", False, "宋体"),
        ('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>甲</w:t></w:r>', "x", False, "黑体"),
        ('<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>甲</w:t></w:r>', "a", True, "宋体"),
        ('<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>甲</w:t></w:r>', "x", False, "黑体"),
        ('<w:ins><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t>甲</w:t></w:r></w:ins>', "x", True, "楷体"),
        (
            '<w:r><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>',
            "a",
            False,
            "",
        ),
    ],
)
def test_looks_of_runs(runs: str, style: str, bold: bool, font: str) -> None:
    found = line(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>', styles=STYLES)

    assert (found.bold, found.font) == (bold, font)


def test_fonts_of_the_theme() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
    )
    run = '<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr><w:t>甲</w:t></w:r></w:p>'

    assert line(run, theme=theme).font == "等线"


def level(number: int, format: str, text: str, more: str = "") -> str:
    printed = f'<w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{printed}{more}</w:lvl>'


def numbered(number: int, at: int | None = 0) -> str:
    depth = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return p("文", f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, levels: str, lists: str = "", **parts: str) -> list[str]:
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{lists}',
    )
    return [each.label for each in opened(body, numbering=numbering, **parts).lines]


THREE = (
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%1.%2.%3")
)


def test_levels_begin_again_below_each_number() -> None:
    body = "".join(numbered(1, at) for at in (0, 1, 1, 0, 1, 2, 2, 0, 2))

    assert labels(body, THREE) == [
        "一、",
        "（一）",
        "（二）",
        "二、",
        "（一）",
        "二.一.1",
        "二.一.2",
        "三、",
        "三.一.1",
    ]


def test_a_legal_level_prints_digits_and_one_that_never_restarts_goes_on() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", '<w:isLgl/><w:lvlRestart w:val="0"/>')
    body = "".join(numbered(1, at) for at in (0, 1, 0, 1))

    assert labels(body, levels) == ["第一章", "1.1", "第二章", "2.2"]


def test_lists_of_one_kind_count_on_unless_they_say_otherwise() -> None:
    same = '<w:abstractNumId w:val="7"/>'
    changes = ("", '<w:startOverride w:val="5"/>', level(0, "upperLetter", "%1)"))
    lists = "".join(
        f'<w:num w:numId="{number}">{same}<w:lvlOverride w:ilvl="0">{change}</w:lvlOverride></w:num>'
        for number, change in enumerate(changes, 2)
    )
    body = "".join(numbered(number) for number in (1, 2, 3, 3, 0, 9, 4))

    assert labels(body, THREE, lists) == ["一、", "二、", "五、", "六、", "", "", "G)"]


def test_numbering_that_a_style_brings() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="heading 3"/><w:basedOn w:val="h1"/></w:style>',
    )
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.")
    levels += level(2, "decimalEnclosedCircleChinese", "%3", '<w:pStyle w:val="h3"/>')
    body = "".join(p("文", f'<w:pStyle w:val="{style}"/>') for style in ("h1", "h2", "h2", "h3", "h1"))
    off = p("文", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    assert labels(body + off, levels, styles=styles) == ["一、", "1.", "2.", "①", "二、", ""]


@pytest.mark.parametrize(
    ("format", "printed"),
    [
        ("decimal", "12"),
        ("decimalZero", "12"),
        ("upperRoman", "XII"),
        ("lowerRoman", "xii"),
        ("upperLetter", "L"),
        ("chineseCounting", "十二"),
        ("ideographDigital", "一二"),
        ("chineseLegalSimplified", "壹拾贰"),
        ("ideographZodiac", "亥"),
        ("ideographTraditional", "12"),
        ("decimalEnclosedCircle", "⑫"),
        ("decimalEnclosedParen", "⑿"),
        ("decimalEnclosedFullstop", "⒓"),
        ("decimalFullWidth", "１２"),
        ("hebrew1", "12"),
        ("none", ""),
    ],
)
def test_formats_of_numbers(format: str, printed: str) -> None:
    assert labels(numbered(1) * 12, level(0, format, "%1"))[-1] == printed


def test_a_bullet_is_no_label() -> None:
    assert labels(numbered(1), level(0, "bullet", "\uf0b7")) == [""]
