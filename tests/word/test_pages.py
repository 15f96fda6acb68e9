"""A real renderer's pages, measured: LibreOffice makes the PDF, pdfplumber reads it.

The fonts of the standard are not on a test machine; Noto CJK stands in for them, whose Han are as wide and whose lines,
set exactly, are as high.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from drafter.document import model
from drafter.document.model import Document, Meta, Run
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafter.word.skeleton import Skeleton

    Page = pdfplumber.page.Page

MM = 72 / 25.4
LEFT, RIGHT, BOTTOM = 28, 210 - 26, 297 - 35  # the text area, in mm from the sheet's left and top
FONTS = {"仿宋_GB2312": "Serif", "楷体_GB2312": "Serif", "方正小标宋简体": "Serif", "宋体": "Serif", "黑体": "Sans"}


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Makes a PDF of every Word file in a folder, by LibreOffice with a profile and full-width fonts of its own."""
    soffice, fc_list = shutil.which("soffice"), shutil.which("fc-list")
    if not soffice or not fc_list:
        pytest.skip("LibreOffice (soffice) or fontconfig (fc-list) is not installed: the pages cannot be measured")
    listed = subprocess.run([fc_list, ":lang=zh-cn", "family"], capture_output=True, text=True, check=True).stdout
    if not all(f"Noto {kind} CJK SC" in listed for kind in FONTS.values()):
        pytest.skip("Noto Serif CJK and Noto Sans CJK are not installed: no full-width font to measure with")
    profile = tmp_path_factory.mktemp("office")
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    environment = os.environ | {"FONTCONFIG_FILE": str(_fonts(profile))}

    def convert(folder: Path) -> None:
        files = sorted(map(str, folder.glob("*.docx")))
        full = [*command, "--outdir", str(folder), *files]
        subprocess.run(full, env=environment, check=True, capture_output=True, timeout=120)

    return convert


def _fonts(folder: Path) -> Path:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test><edit name="family" mode="assign"'
        f' binding="strong"><string>Noto {kind} CJK SC</string></edit></match>'
        for name, kind in FONTS.items()
    )
    path = folder / "fonts.conf"
    include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    path.write_text(f"<fontconfig>{include}{rules}</fontconfig>", "utf-8")
    return path


@pytest.fixture(scope="module")
def pages(
    convert: Callable[[Path], None], standard: Skeleton, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, list[Page]]]:
    """The pages of a few papers, all made by one run of LibreOffice."""
    body = model.Paragraph(runs("汉" * 28 * 66))
    table = model.Table((runs("序号"), runs("任务")), tuple((runs(str(n)), runs("任务" * 20)) for n in range(40)))
    papers = {
        "body": (body,),
        "title": (model.Title((runs("城市博物馆二〇二五年"), runs("工作总结"))), model.Paragraph(runs("汉" * 200))),
        "table": (table,),
        "closing": (
            model.Paragraph(runs("汉" * (26 + 28 * 17))),
            model.Paragraph(runs("末" * 64)),
            model.Signature((runs("城市博物馆"),), runs("二〇二六年二月八日")),
            model.Attachment(1, runs("计划表"), (model.Paragraph(runs("汉" * 60)),)),
        ),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, blocks in papers.items():
        (folder / f"{name}.docx").write_bytes(write(Document(Meta(name), blocks), standard))
    convert(folder)
    with ExitStack() as stack:
        yield {name: stack.enter_context(pdfplumber.open(folder / f"{name}.pdf")).pages for name in papers}


def lines(page: Page) -> dict[int, str]:
    """The lines of the text area by their height from the top in points."""
    found: dict[int, str] = {}
    for char in page.chars:
        if char["bottom"] < BOTTOM * MM + 3:
            found[round(char["top"])] = found.get(round(char["top"]), "") + char["text"]
    return dict(sorted(found.items()))


def ink(page: Page, top: float, bottom: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is printed between two heights, in mm."""
    scale = 300 / 25.4
    image = page.to_image(resolution=300).original.convert("L").point(lambda grey: 255 * (grey < 128))
    box = image.crop((0, round(top * scale), image.width, round(bottom * scale))).getbbox()
    assert box, "nothing is printed there"
    return box[0] / scale, box[1] / scale + top, box[2] / scale, box[3] / scale + top


def test_a_page_holds_22_lines_of_28_characters(pages: dict[str, list[Page]]) -> None:
    first, second, *_ = pages["body"]
    for page in (first, second):
        assert len(lines(page)) == 22
    counts = Counter(len(line) for line in [*lines(first).values(), *lines(second).values()])

    assert counts == {28: 43, 26: 1}  # the paragraph's first line begins two characters in


def test_the_text_stays_inside_its_area(pages: dict[str, list[Page]]) -> None:
    left, top, right, _ = ink(pages["body"][1], 30, BOTTOM)

    assert left == pytest.approx(LEFT, abs=0.6)  # a glyph leaves a little air in its square
    assert right == pytest.approx(RIGHT, abs=1.0)
    assert top == pytest.approx(37 + 2.3, abs=1.0)  # 16 pt of type in the middle of a line of 28.95 pt


def test_page_numbers_stand_7_mm_under_the_text_outside(pages: dict[str, list[Page]]) -> None:
    """The dash's own ink is measured. 1 mm of play: where a font draws its dash in its square is the font's choice."""
    odd, even, *_ = pages["body"]
    odd_left, odd_top, odd_right, odd_bottom = ink(odd, BOTTOM + 2, 290)
    even_left, *_ = ink(even, BOTTOM + 2, 290)
    one_character = 14 / MM

    assert odd_right == pytest.approx(RIGHT - one_character, abs=1)
    assert even_left == pytest.approx(LEFT + one_character, abs=1)
    assert odd_left > 105 > even_left
    assert (odd_top + odd_bottom) / 2 == pytest.approx(BOTTOM + 7, abs=1)


def test_page_numbers_are_one_font_and_size(pages: dict[str, list[Page]]) -> None:
    number = [char for char in pages["body"][0].chars if char["top"] > BOTTOM * MM]

    assert "".join(char["text"] for char in number) == "— 1 —"
    assert len({char["fontname"] for char in number}) == 1
    assert {round(char["size"]) for char in number} == {14}


def test_the_title_is_centred_and_takes_a_line_each(pages: dict[str, list[Page]]) -> None:
    page = pages["title"][0]
    tops = list(lines(page))
    words = [char for char in page.chars if round(char["size"]) == 22]

    for text in ("城市博物馆二〇二五年", "工作总结"):
        line = [char for char in words if char["text"] in text and round(char["top"]) == tops[text == "工作总结"]]
        middle = (line[0]["x0"] + line[-1]["x1"]) / 2 / MM
        assert "".join(char["text"] for char in line) == text
        assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    # 22 pt and 16 pt stand a little differently in their lines.
    assert tops[1] - tops[0] == pytest.approx(28.95, abs=1)
    assert tops[2] - tops[1] == pytest.approx(2 * 28.95, abs=6)


def test_a_table_repeats_its_header_and_stays_in_the_text_area(pages: dict[str, list[Page]]) -> None:
    assert len(pages["table"]) > 1
    for page in pages["table"]:
        left, _, right, bottom = ink(page, 30, BOTTOM + 1)
        assert page.extract_text().split()[0:2] == ["序号", "任务"]
        assert left >= LEFT - 0.5
        assert right <= RIGHT + 0.5
        assert bottom <= BOTTOM + 0.5


def test_signature_and_date_never_stand_alone_and_attachments_open_a_page(pages: dict[str, list[Page]]) -> None:
    first, second, third = pages["closing"]
    closing = [line.strip() for line in lines(second).values()]

    assert list(lines(first).values()) == ["汉" * 26, *["汉" * 28] * 17]
    assert closing[0] == "末" * 26
    assert closing[-2:] == ["城市博物馆", "二〇二六年二月八日"]
    opened = list(lines(third).items())
    assert [line for _, line in opened[:2]] == ["附件1", "计划表"]
    assert opened[1][0] - opened[0][0] == pytest.approx(2 * 28.95, abs=6)
