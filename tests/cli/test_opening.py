"""Any file opened as a document: by what it holds, or refused with a word on what to do."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import messages
from drafter.cli import libreoffice, opening
from drafter.cli.opening import open_document
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
OFFICE_NAMES = {name: name.encode("utf-16-le") for name in ("WordDocument", "Workbook", "EncryptedPackage")}
needs_office = pytest.mark.skipif(not libreoffice.find(), reason="needs LibreOffice")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")


def word() -> bytes:
    made = docx.Document()
    made.add_heading("年度工作总结", 1)
    made.add_paragraph("全年接待观众４５万人次。")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return file.getvalue()


def refusal(path: Path) -> Problem:
    with pytest.raises(DrafterError) as caught:
        open_document(str(path))
    (problem,) = caught.value.problems
    assert problem.place.file == str(path)
    assert all(messages.describe(problem, lang) and messages.remedy(problem, lang) for lang in ("en", "zh"))
    return problem


@pytest.mark.parametrize("name", ["总结.docx", "总结.doc", "总结.txt", "总结"])
def test_a_word_file_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(word())
    found = open_document(str(path))

    assert [line.text for line in found.lines] == ["年度工作总结", "全年接待观众４５万人次。"]
    assert (found.file, found.format, found.converted) == (str(path), "docx", False)


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.doc", "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p>正文", "html"),
        ("a.docx", "全年接待观众。", "txt"),
        ("a.md", "正文", "md"),
        ("a.yaml", "题: 正文", "txt"),
    ],
)
def test_texts_are_told_apart_by_what_they_hold(tmp_path: Path, name: str, text: str, format: str) -> None:
    (tmp_path / name).write_text(text, "gb18030")

    assert open_document(str(tmp_path / name)).format == format


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "cli.document-empty"),
        (b"%PDF-1.7\n", "cli.document-pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "cli.document-pdf"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "cli.document-web-archive"),
        (b"\x89PNG\r\n\x1a\n", "document.not-text"),
        (zipped("xl/workbook.xml", "[Content_Types].xml"), "cli.document-other"),
        (zipped("总结.docx", "附件.pdf"), "cli.document-other"),
        (zipped("word/document.xml"), "word.broken"),
        (word()[:2000], "word.broken"),
        (OLE + OFFICE_NAMES["EncryptedPackage"], "cli.document-encrypted"),
        (OLE + OFFICE_NAMES["Workbook"], "cli.document-other"),
        (OLE + OFFICE_NAMES["WordDocument"], "cli.document-no-libreoffice"),
        (b"{\\rtf1\\ansi }", "cli.document-no-libreoffice"),
        (zipped("mimetype", "content.xml", "META-INF/manifest.xml"), "cli.document-no-libreoffice"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
            "cli.document-no-libreoffice",
        ),
    ],
)
@pytest.mark.usefixtures("no_office")
def test_what_cannot_be_opened(tmp_path: Path, data: bytes, id: str) -> None:
    path = tmp_path / "文稿.doc"
    path.write_bytes(data)

    assert refusal(path).id == id


def test_what_is_not_there_or_may_not_be_read(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.docx").id == "cli.document-missing"
    assert refusal(tmp_path).id == "cli.document-is-folder"
    assert refusal(tmp_path / "长" / ("名" * 400)).id in ("cli.document-missing", "outline.file-unreadable")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_what_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "锁.txt"
    path.write_text("正文", "utf-8")
    path.chmod(0)

    assert refusal(path).id == "outline.file-forbidden"


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 2000)
    monkeypatch.setattr(opening, "LARGEST_TEXT", 1000)
    for size in (1001, 2001):
        (tmp_path / "大.txt").write_bytes(b"a" * size)

        assert refusal(tmp_path / "大.txt").id == "cli.document-too-large"


@needs_office
@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_old_formats_go_through_libreoffice(tmp_path: Path, ending: str) -> None:
    (made,) = libreoffice.convert(libreoffice.find(), [libreoffice.File(word(), ".docx")], ending)
    path = tmp_path / "总结.wps"
    path.write_bytes(made or b"")
    found = open_document(str(path))

    assert [line.text for line in found.lines] == ["年度工作总结", "全年接待观众４５万人次。"]
    assert (found.lines[0].level, found.file, found.converted) == (1, str(path), True)


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in")
@pytest.mark.parametrize("script", ["exit 1", "sleep 60"])
def test_a_libreoffice_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!{shutil.which('bash')}\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(libreoffice, "START", 1)
    monkeypatch.setattr(libreoffice, "EACH", 0)
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 }")

    assert refusal(tmp_path / "a.rtf").id == "cli.document-not-converted"


starts = st.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF", OLE, b"{\\rtf", b"<?xml", b"MIME-Version:", b"\xff\xfe", b"<html>"]
)


@given(starts, st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("no_office")
def test_any_bytes_are_opened_or_refused(tmp_path: Path, start: bytes, data: bytes) -> None:
    (tmp_path / "a").write_bytes(start + data)
    try:
        assert open_document(str(tmp_path / "a")).lines is not None
    except DrafterError as error:
        assert all(messages.describe(problem, "zh") for problem in error.problems)  # noqa: PT017 (either will do)
