"""``drafter import`` from outside: one old document in; an outline, and what is told of it, out."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.cli import libreoffice
from drafter.cli.cells import cells
from drafter.outline.load import load
from drafter.recover import convert
from tests.cli.test_hostile_render import child, posix

if TYPE_CHECKING:
    from tests.cli.conftest import Drafter

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
OLD = """\
首页
【字号：大 中 小】
城市博物馆2025年工作总结

2025年，我馆在市文旅局领导下开展各项工作,现将有关情况总结如下。

一、主要工作

（一）讲解服务有温度。全年接待游客4.5万人次,比上年增长15.5%，开展研学活动36场。

（三）展览有新意。举办展览12个，其中原创展览5个。

（三）藏品保护有进展。征集藏品86件。

二、存在的问题

一是讲解力量不足；二是*县分馆经费紧张；三是藏品数字化进度慢。

三、下一步打算

（一）抓好讲解员培训。全年培训讲解员40人次，办好讲解员比赛。

（二）办好“十五五”开局展览。举办原创展览6个，接待游客5万人次。

责任编辑：张三
"""
PRINTED = """\
城市博物馆2025年工作总结
　　2025年，我馆在市文旅局领导下开展各项工作，现将有关情况总结如下。
　　一、主要工作
　　（一）讲解服务有温度。全年接待游客4.5万人次，比上年增长15.5%，开展研学活动36场。
　　（二）展览有新意。举办展览12个，其中原创展览5个。
　　（三）藏品保护有进展。征集藏品86件。
　　二、存在的问题
　　一是讲解力量不足；二是*县分馆经费紧张；三是藏品数字化进度慢。
　　三、下一步打算
　　（一）抓好讲解员培训。全年培训讲解员40人次，办好讲解员比赛。
　　（二）办好“十五五”开局展览。举办原创展览6个，接待游客5万人次。
"""
needs_office = pytest.mark.skipif(not libreoffice.find(), reason="needs LibreOffice")


@pytest.fixture
def old(folder: Path) -> Path:
    path = folder / "去年总结.txt"
    path.write_text(OLD, "utf-8")
    return path


def word(*paragraphs: str) -> bytes:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def outlines(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))


# ── what is made


def test_an_outline_stands_beside_the_document_and_prints_it_again(drafter: Drafter, folder: Path, old: Path) -> None:
    ran = drafter("import", old)
    again = drafter("render", "去年总结.yaml", "--to", "txt", "-o", "-")

    assert (ran.code, ran.err) == (0, "")
    assert outlines(folder) == ["去年总结.yaml"]
    assert again.out == PRINTED
    loaded = load("去年总结.yaml")
    assert loaded.outline is not None
    assert not loaded.problems
    assert [section.role for section in loaded.outline.sections] == ["opening", "achievements", "problems", "tasks"]
    assert {"接待游客", "研学活动"} <= set(loaded.outline.facts)
    assert (folder / ".drafter/outline.schema.json").exists()


@pytest.mark.usefixtures("chinese")
def test_what_is_told_of_it(drafter: Drafter, old: Path) -> None:
    ran = drafter("导入", old)
    told = ran.out.splitlines()

    assert told[:3] == ["已导入：去年总结.yaml", "  城市博物馆2025年工作总结", "  年度总结 · 2025 · 城市博物馆"]
    assert re.fullmatch(r"  找到：一级标题3个、下级标题5个、要点3个、数据\d个", told[3])
    rest = "\n".join(told[4:])
    assert "略去17字（加上 --keep-all 就作为注释留在大纲里）" in rest
    assert "3处，在第1、2、25行\n    “首页”  “【字号：大 中 小】”  “责任编辑：张三”" in rest
    assert "2处，在第5、9行\n    “,” → “，”  “,” → “，”" in rest
    assert "1处，在第11行\n    “（三）” → “（二）”" in rest
    assert "请看一看（1处）：\n  第17行  提示：" in rest
    assert "一字不少" in rest
    assert "  drafter 检查 去年总结.yaml  " in rest
    assert "  drafter 出稿 去年总结.yaml  " in rest


def test_the_count_adds_up(drafter: Drafter, old: Path) -> None:
    out = " ".join(drafter("import", old).out.split())
    counted = re.search(r"Counted: (\d+) characters .* = (\d+) taken over .*? \+ (\d+) replaced \+ (\d+) left out", out)

    assert counted
    source, *others = map(int, counted.groups())
    assert source == len("".join(OLD.split())) == sum(others)
    assert others[1:] == [3, 17]


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [[], ["--all"]])
def test_it_fits_the_terminal(folder: Path, old: Path, width: int, lang: str, more: list[str]) -> None:
    ran = child("import", old.name, *more, cwd=folder, COLUMNS=str(width), DRAFTER_LANG=lang, PYTHONUTF8="1")

    assert ran.returncode == 0, ran.stderr
    assert max(map(cells, ran.stdout.splitlines())) <= width


def test_a_long_list_is_counted_and_all_of_it_shown_where_asked(drafter: Drafter, folder: Path) -> None:
    lines = [f"第{number}件事办得很好,群众满意。" for number in range(30)]
    (folder / "a.txt").write_text("城市博物馆2025年工作总结\n\n" + "\n".join(lines), "utf-8")
    short, whole = drafter("import", "a.txt"), drafter("import", "a.txt", "--all", "--force")

    assert short.out.count("“,” → “，”") == 3
    assert ": 30, in line 3, 4, 5, 6, 7, 8, 9, 10 and others" in " ".join(short.out.split())
    assert "--all quotes everything" in short.out
    assert whole.out.count("“,” → “，”") == 30
    assert "--all quotes everything" not in whole.out


@pytest.mark.parametrize(("keys", "key"), [("zh", "部分:"), ("en", "sections:"), ("", "sections:")])
def test_keys_are_in_the_language_asked_for(drafter: Drafter, folder: Path, old: Path, keys: str, key: str) -> None:
    drafter("import", old, *(["--keys", keys] if keys else []))

    assert key in (folder / "去年总结.yaml").read_text("utf-8").splitlines()


def facts(drafter: Drafter, old: Path, *options: str) -> set[str]:
    assert drafter("import", old, "--force", *options).code == 0
    outline = load(str(old.with_suffix(".yaml"))).outline
    assert outline
    return set(outline.facts)


def test_which_figures_become_facts(drafter: Drafter, old: Path) -> None:
    everything = facts(drafter, old)

    assert facts(drafter, old, "--facts", "all") == facts(drafter, old, "--facts", "全部") == everything
    assert "接待游客" in facts(drafter, old, "--facts", "key") < everything
    assert facts(drafter, old, "--facts", "主要") == facts(drafter, old, "--facts", "key")
    assert facts(drafter, old, "--facts", "none") == facts(drafter, old, "--facts", "不取") == set()


def test_what_is_left_out_may_stay_as_comments(drafter: Drafter, folder: Path, old: Path) -> None:
    drafter("import", old, "-o", "without.yaml")
    ran = drafter("import", old, "-o", "with.yaml", "--keep-all")

    assert "责任编辑" not in (folder / "without.yaml").read_text("utf-8")
    lines = (folder / "with.yaml").read_text("utf-8").splitlines()
    assert [line.lstrip()[0] for line in lines if "责任编辑：张三" in line] == ["#"]
    assert "they stand in the outline as comments" in ran.out
    left = [line for line in lines[1:] if not line.lstrip().startswith("#")]
    assert left == (folder / "without.yaml").read_text("utf-8").splitlines()[1:]


# ── where it goes


@pytest.mark.parametrize(
    ("output", "made"),
    [
        ("b.yaml", "b.yaml"),
        ("b", "b.yaml"),
        ("new/b.yml", "new/b.yml"),
        ("there/", "there/去年总结.yaml"),
        (" ", "去年总结.yaml"),
    ],
)
def test_it_goes_where_it_is_sent(drafter: Drafter, folder: Path, old: Path, output: str, made: str) -> None:
    assert drafter("import", old, "-o", output).code == 0
    assert (folder / made).is_file()


def test_a_name_that_is_no_outlines_is_refused(drafter: Drafter, folder: Path, old: Path) -> None:
    ran = drafter("import", old, "-o", "b.docx")

    assert ran.code == 2
    assert "-o b.yaml" in ran.err
    assert not outlines(folder)


def test_a_name_with_dots_is_a_name(drafter: Drafter, folder: Path, old: Path) -> None:
    old.rename(folder / "总结.final.txt")

    assert drafter("import", "总结.final.txt").code == 0
    assert outlines(folder) == ["总结.final.yaml"]


def test_nobodys_work_is_written_over(drafter: Drafter, folder: Path, old: Path) -> None:
    (folder / "去年总结.yaml").write_text("mine", "utf-8")
    ran = drafter("import", old)

    assert ran.code == 1
    assert "-o 去年总结（2）.yaml" in ran.err
    assert "--force" in ran.err
    assert (folder / "去年总结.yaml").read_text("utf-8") == "mine"

    forced = drafter("import", old, "--force")

    assert forced.code == 0
    assert "去年总结（备份）.yaml" in forced.out
    assert (folder / "去年总结（备份）.yaml").read_text("utf-8") == "mine"


def test_an_outline_nobody_has_touched_needs_no_backup_and_still_force(
    drafter: Drafter, folder: Path, old: Path
) -> None:
    drafter("import", old)

    assert drafter("import", old).code == 1
    assert drafter("import", old, "--force").code == 0
    assert outlines(folder) == ["去年总结.yaml"]


def test_a_dash_shows_the_outline_and_nothing_else(drafter: Drafter, folder: Path, old: Path) -> None:
    drafter("import", old, "-o", "a.yaml")
    ran = drafter("import", old, "-o", "-")

    assert ran.code == 0
    first, rest = (folder / "a.yaml").read_text("utf-8").split("\n", 1)
    assert first.startswith("# yaml-language-server")
    assert ran.out.rstrip("\n") == rest.rstrip("\n")
    assert "Counted:" in ran.err
    assert "Imported:" not in ran.err + ran.out


@pytest.mark.parametrize("data", [OLD.encode(), OLD.encode("gb18030"), word("城市博物馆2025年工作总结", "全年无事。")])
def test_a_document_may_come_from_standard_input(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, folder: Path, data: bytes
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = drafter("import", "-")

    assert ran.code == 0
    assert "城市博物馆" in ran.out
    assert not outlines(folder)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert drafter("import", "-", "-o", "a.yaml").code == 0
    assert outlines(folder) == ["a.yaml"]


@pytest.mark.parametrize(
    ("option", "said"), [("--facts", "all, key, none"), ("--keys", "--keys en"), ("--jobs", "whole number")]
)
def test_a_wrong_word_is_answered(drafter: Drafter, folder: Path, old: Path, option: str, said: str) -> None:
    ran = drafter("import", old, option, "viele")

    assert ran.code == 2
    assert said in ran.err
    assert not outlines(folder)


# ── what cannot be imported


def test_an_outline_is_none(drafter: Drafter, folder: Path) -> None:
    (folder / "a.yaml").write_text("title: x", "utf-8")
    ran = drafter("import", "a.yaml", "-o", "b.yaml")

    assert ran.code == 1
    assert "drafter render a.yaml" in ran.err
    assert outlines(folder) == ["a.yaml"]


def bomb() -> bytes:
    """A Word file of a hundred kilobytes that unpacks to more than a hundred megabytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("正文"))) as good, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in good.namelist():
            if name != "word/document.xml":
                archive.writestr(name, good.read(name))
        with archive.open("word/document.xml", "w") as part:
            for _ in range(120):
                part.write(b" " * 1_000_000)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", bomb, "holds more text than Drafter reads"),
        ("a.docx", lambda: word("正文")[:2000], ".docx"),
        ("a.docx", lambda: b"", "empty"),
        ("a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.pdf", lambda: b"%PDF-1.7\n", "save it as .docx"),
        ("a.docx", lambda: b"\x89PNG\r\n\x1a\n\0\0", "text"),
    ],
)
def test_it_is_refused_with_what_to_do(drafter: Drafter, folder: Path, name: str, data: object, said: str) -> None:
    (folder / name).write_bytes(data())  # type: ignore[operator]
    ran = drafter("import", name)

    assert ran.code == 1
    assert said in " ".join(ran.err.split())
    assert "→" in ran.err
    assert not outlines(folder)


def test_a_document_that_is_not_there_is_told(drafter: Drafter) -> None:
    ran = drafter("import", "没有.docx")

    assert ran.code == 1
    assert "There is no file" in ran.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read and written here")
def test_what_may_not_be_read_or_written_is_told(drafter: Drafter, folder: Path, old: Path) -> None:
    (folder / "shut").mkdir(0o500)
    unwritten = drafter("import", old, "-o", "shut/a.yaml")
    old.chmod(0)
    unread = drafter("import", old)

    assert (unwritten.code, unread.code) == (1, 1)
    assert "→" in unwritten.err
    assert "→" in unread.err
    assert not outlines(folder)


@posix
def test_a_pipe_is_neither_waited_for_nor_written_into(folder: Path, old: Path) -> None:
    os.mkfifo(folder / "a.txt")
    os.mkfifo(folder / "b.yaml")
    unread = child("import", "a.txt", cwd=folder)
    unwritten = child("import", old.name, "-o", "b.yaml", "--force", cwd=folder)

    assert (unread.returncode, unwritten.returncode) == (1, 1)
    assert "empty" in unread.stderr
    assert "not an ordinary file" in unwritten.stderr


@needs_office
def test_an_old_word_file_goes_through_libreoffice(drafter: Drafter, folder: Path) -> None:
    data = word(
        "城市博物馆2025年工作总结", "一、主要工作", "全年接待游客4.5万人次。", "二、存在的问题", "讲解力量不足。"
    )
    (made,) = libreoffice.convert(libreoffice.find(), [libreoffice.File(data, ".docx")], "doc")
    (folder / "去年总结.doc").write_bytes(made or b"")
    ran = drafter("import", "去年总结.doc")

    assert ran.code == 0
    assert "sections 2" in ran.out
    assert "接待游客" in (folder / "去年总结.yaml").read_text("utf-8")


def test_without_libreoffice_it_is_refused(drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    (folder / "a.doc").write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    ran = drafter("import", "a.doc")

    assert ran.code == 1
    assert ".docx" in ran.err


def test_characters_that_are_not_accounted_for_are_told(
    drafter: Drafter, folder: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = convert.convert

    def careless(*args: object) -> object:
        made = real(*args)  # type: ignore[arg-type]
        return msgspec.structs.replace(made, proof=msgspec.structs.replace(made.proof, missing="讲解"))

    monkeypatch.setattr(convert, "convert", careless)
    ran = drafter("import", old)

    assert ran.code == 1
    assert "Not accounted for: “讲解”" in " ".join(ran.out.split())
    assert "Not one is lost" not in ran.out
    assert outlines(folder) == ["去年总结.yaml"]


ENDINGS = ["docx", "doc", "wps", "txt", "md", "html", "htm", "rtf", "odt", ""]
starts = st.sampled_from([b"", b"PK\x03\x04", b"%PDF", OLE, b"{\\rtf", b"<?xml", b"\xff\xfe", b"<html><body>", b"# "])
CHARACTERS = "一二（）()、。，.,1是\n\v\t#|*<>&{}[]%馆年：“”\u3000 \xa0\ufeff\ue491"
texts = st.builds(str.encode, st.text(CHARACTERS, max_size=60), st.sampled_from(["utf-8", "utf-16", "gb18030"]))


@given(st.sampled_from(ENDINGS), starts, st.binary(max_size=200) | texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_imported_or_refused(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, folder: Path, ending: str, start: bytes, data: bytes
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    (folder / f"a.{ending}").write_bytes(start + data)
    ran = drafter("import", f"a.{ending}", "--force", "-o", "b.yaml")

    assert "made a mistake" not in ran.out + ran.err
    assert ran.code in (0, 1)
    if ran.code == 0:
        assert load("b.yaml").outline is not None
        assert "Not one is lost" in " ".join(ran.out.split())
    else:
        assert "→" in ran.out + ran.err


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the writers' samples are not beside this checkout")
@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_every_sample_is_imported_and_prints_again(drafter: Drafter, path: Path) -> None:
    ran = drafter("import", path, "-o", "a.yaml")
    loaded = load("a.yaml")

    assert ran.code == 0, ran.out + ran.err
    assert "Not one is lost" in " ".join(ran.out.split())
    assert loaded.outline is not None
    assert not loaded.problems
    assert drafter("check", "a.yaml", "--fail-on", "error").code in (0, 1)
    assert drafter("render", "a.yaml", "-o", "a.docx").code == 0


def test_what_no_outline_could_hold_is_refused(drafter: Drafter) -> None:
    Path("旧稿.txt").write_text("甲" * 1_800_000, "utf-8")

    ran = drafter("import", "旧稿.txt")

    assert (ran.code, Path("旧稿.yaml").exists()) == (1, False)
    assert "too long for one outline" in ran.err
