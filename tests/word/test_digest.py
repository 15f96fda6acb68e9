"""A file that somebody has worked on is told from one that is exactly as Drafter wrote it."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from drafter.word.digest import untouched
from drafter.word.write import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.document.model import Document
    from drafter.word.skeleton import Skeleton


@pytest.fixture
def draft(tmp_path: Path, paper: Document, standard: Skeleton) -> Path:
    path = tmp_path / "讲话稿.docx"
    path.write_bytes(write(paper, standard))
    return path


def rezip(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """The same file packed anew, with other compression and another clock."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name in reversed(source.namelist()):
            data = change(name, source.read(name))
            if data is not None:
                target.writestr(name, data)


def test_what_was_written_is_untouched(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "副本.docx"
    shutil.copy(draft, copy)

    assert untouched(str(draft))
    assert untouched(str(copy))


def test_another_zip_of_the_same_parts_is_untouched(draft: Path) -> None:
    rezip(draft, lambda _name, data: data)

    assert untouched(str(draft))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "docProps/custom.xml"])
def test_a_change_in_any_part_is_noticed(draft: Path, part: str) -> None:
    rezip(draft, lambda name, data: data.replace(b"</", b" </", 1) if name == part else data)

    assert not untouched(str(draft))


@pytest.mark.parametrize("part", ["word/comments.xml", "docProps/custom.xml"])
def test_a_part_taken_away_is_noticed(draft: Path, part: str) -> None:
    rezip(draft, lambda name, data: None if name == part else data)

    assert not untouched(str(draft))


def test_a_part_added_is_noticed(draft: Path) -> None:
    with zipfile.ZipFile(draft, "a") as archive:
        archive.writestr("word/media/image1.png", b"x")

    assert not untouched(str(draft))


def test_one_changed_character_is_noticed(draft: Path) -> None:
    document = docx.Document(str(draft))
    document.paragraphs[4].runs[0].text += "。"
    document.save(str(draft))

    assert not untouched(str(draft))


def test_a_file_saved_by_another_program_is_touched(draft: Path) -> None:
    docx.Document(str(draft)).save(str(draft))

    assert not untouched(str(draft))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, "总结".encode()])
def test_what_is_no_draft_is_never_untouched(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)

    assert not untouched(str(path))
    assert not untouched(str(tmp_path))
    assert not untouched(str(tmp_path / "没有.docx"))


@pytest.mark.parametrize("length", [10, 1000, -30, -1])
def test_half_a_file_is_not_untouched(draft: Path, length: int) -> None:
    draft.write_bytes(draft.read_bytes()[:length])

    assert not untouched(str(draft))
