"""What comes out is a Word file: valid by the schema, whole as a package, and always the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from drafter.document import model
from drafter.document.model import Document, Meta, Run
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.word.skeleton import Skeleton

    Parts = dict[str, bytes]

ROOT = Path(__file__).parents[2]
BASE = ROOT / "drafter" / "word" / "base"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_every_part_is_valid(paper: Document, standard: Skeleton, parts_of: Callable, invalid: Callable) -> None:
    parts = parts_of(write(paper, standard))

    assert {"word/document.xml", "word/styles.xml", "word/comments.xml", "word/footer2.xml"} <= set(parts)
    assert invalid(parts) == []


def test_the_schema_check_itself_sees_a_child_out_of_order(
    paper: Document, standard: Skeleton, parts_of: Callable, invalid: Callable
) -> None:
    parts = parts_of(write(paper, standard))
    swapped = parts["word/document.xml"].replace(b'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>', b"")
    parts["word/document.xml"] = swapped.replace(b"<w:tblPr>", b'<w:tblPr><w:tblLayout w:type="fixed"/>', 1)

    assert invalid(parts)


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (model.Table((), ()),),
        (model.Table((), (((Run("少"),),), ((Run("多"),), (Run("一格"),)))),),
        (model.Signature((), ()),),
        (model.AttachmentNote(()),),
        (model.Title(()),),
        (model.Attachment(0, (), (model.Attachment(3, (Run("附件里的附件"),), ()),)),),
    ],
)
def test_odd_documents_are_valid_too(
    blocks: tuple[model.Block, ...], standard: Skeleton, parts_of: Callable, invalid: Callable
) -> None:
    data = write(Document(Meta(""), blocks), standard)

    assert invalid(parts_of(data)) == []
    docx.Document(io.BytesIO(data))


def test_the_base_package_is_a_valid_word_file_of_its_own(
    tmp_path: Path, parts_of: Callable, invalid: Callable
) -> None:
    path = tmp_path / "base.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(path for path in BASE.rglob("*") if path.is_file()):
            archive.write(file, file.relative_to(BASE).as_posix())

    assert invalid(parts_of(path.read_bytes())) == []
    assert docx.Document(str(path)).sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_every_relationship_leads_to_a_part_with_a_type(
    paper: Document, standard: Skeleton, parts_of: Callable, loose_ends: Callable
) -> None:
    assert loose_ends(parts_of(write(paper, standard))) == set()


def test_footers_are_those_the_section_names(paper: Document, standard: Skeleton, parts_of: Callable) -> None:
    parts = parts_of(write(paper, standard))
    targets = {each.get("Id"): each.get("Target") for each in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    references = etree.fromstring(parts["word/document.xml"]).iter(f"{W}footerReference")

    named = {each.get(f"{W}type"): targets[each.values()[1]] for each in references}

    assert named == {"default": "footer1.xml", "even": "footer2.xml"}


def test_every_style_used_is_there(paper: Document, standard: Skeleton, parts_of: Callable) -> None:
    parts = parts_of(write(paper, standard))
    there = {each.get(f"{W}styleId") for each in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for name in ("document", "comments", "footer1", "footer2", "styles")
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
        for each in etree.fromstring(parts[f"word/{name}.xml"]).iter(W + tag)
    }

    assert {"Title", "Heading1", "Heading2Char", "PaperTable", "PageNumberOdd"} <= used
    assert used <= there


def test_the_same_paper_gives_the_same_bytes(paper: Document, standard: Skeleton) -> None:
    assert write(paper, standard) == write(paper, standard)


def test_the_same_paper_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    script = """
import datetime, hashlib
from drafter import library
from drafter.document.model import *
from drafter.word.skeleton import skeleton
from drafter.word.write import write
blocks = Title(((Run("题"),),)), Paragraph((Run("【甲：待填】", gap=Gap("甲", "乙")),))
meta = Meta("题", "馆", datetime.date(2026, 2, 8))
data = write(Document(meta, blocks), skeleton(library.built_in("layouts", "gbt9704")))
print(hashlib.sha256(data).hexdigest())
"""
    seeds = [("1", "a", "UTC"), ("2", "b", "Asia/Shanghai")]
    digests = set()
    for seed, cache, zone in seeds:
        own = {"PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / cache), "TZ": zone, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", script], env=os.environ | own, capture_output=True, check=True)
        digests.add(done.stdout)

    assert len(digests) == 1


def test_the_zip_holds_no_clock(paper: Document, standard: Skeleton) -> None:
    with zipfile.ZipFile(io.BytesIO(write(paper, standard))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
