"""``drafter import`` on many documents: a table at the end, whatever is among them."""

from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING

import msgspec
import pytest

from drafter.cli import batch, libreoffice, progress
from drafter.cli.cells import cells
from drafter.cli.importing import Imported, Job, lost
from drafter.outline.load import load
from drafter.recover import convert
from tests.cli.test_hostile_render import child
from tests.cli.test_import import OLD, OLE, outlines, word

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Drafter

GOOD = ("2023/总结.txt", "2023/附件/经费说明.md", "2024/总结.docx", "2024/总结.txt", "2024/总结A.txt", "2024/总结a.md")
BAD = {"2023/坏.docx": "damaged", "2023/空.txt": "empty", "2024/加密.docx": "password"}
CLOSED, OTHERS = ("2024/扫描.pdf",), ("2024/照片.jpg", "名单.xlsx")
IGNORED = ("2024/~$总结.docx", ".git/a.txt", "2023/旧（备份）.txt", "drafter.yaml", "2024/大纲.yaml")


@pytest.fixture
def olds(folder: Path) -> Path:
    """A folder as it is found: good documents and bad ones, some of one name, and much else."""
    contents = dict.fromkeys((*CLOSED, *OTHERS, *IGNORED), b"x") | dict.fromkeys(GOOD, OLD.encode())
    contents |= {"2024/总结.docx": word("城市博物馆2024年工作总结", "全年接待游客4.5万人次。")}
    contents |= {"2023/坏.docx": word("正文")[:1500], "2023/空.txt": b""}
    contents |= {"2024/加密.docx": OLE + "EncryptedPackage".encode("utf-16-le")}
    for name, data in contents.items():
        path = folder / "旧稿" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "旧稿"


def rows(out: str) -> dict[str, list[str]]:
    """The rows of a table with a line for each file."""
    lines = out.split("\n\n")[0].splitlines()[1:]
    return {line.split()[0]: line.split()[1:] for line in lines}


def test_all_that_can_be_is_imported(drafter: Drafter, folder: Path, olds: Path) -> None:
    ran = drafter("import", "旧稿", "-o", "大纲")

    assert ran.code == 1
    assert outlines(folder / "大纲") == [
        "2023/总结.yaml",
        "2023/附件/经费说明.yaml",
        "2024/总结A（txt）.yaml",
        "2024/总结a（md）.yaml",
        "2024/总结（docx）.yaml",
        "2024/总结（txt）.yaml",
    ]
    assert all(load(str(folder / "大纲" / name)).outline for name in outlines(folder / "大纲"))
    assert (folder / "大纲/2024/.drafter/outline.schema.json").exists()
    assert not [name for name in outlines(olds) if name not in IGNORED]


@pytest.mark.usefixtures("olds")
def test_the_table_tells_of_each(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    table = rows(drafter("import", "旧稿", "-o", "大纲").out)

    assert sorted(table) == sorted((*GOOD, *BAD))
    kind, heads, facts, left_out, doubts, result = table["2023/总结.txt"]
    assert (kind, heads, left_out, doubts, result) == ("annual-report", "8", "17", "1", "ok")
    assert int(facts) > 3
    assert {name for name, row in table.items() if row == ["failed"]} == set(BAD)


@pytest.mark.usefixtures("olds")
def test_why_some_were_not_is_told_with_what_to_do(drafter: Drafter) -> None:
    ran = drafter("import", "旧稿", "-o", "大纲")

    for name, reason in BAD.items():
        assert re.search(rf"{name}\n  Error: [^→]*{reason}[^→]*→", ran.err)
    told = " ".join(ran.out.split())
    assert "PDF files were passed over: 1 (旧稿/2024/扫描.pdf)" in told
    assert "they are no documents: 2 (旧稿/名单.xlsx, 旧稿/2024/照片.jpg)" in told
    assert told.endswith("Documents: 9 · imported: 6 · not imported: 3")


def test_one_reason_is_told_once(drafter: Drafter, folder: Path) -> None:
    (folder / "a").mkdir()
    for number in range(20):
        (folder / f"a/{number:02}.txt").write_bytes(b"")
    short, whole = drafter("import", "a"), drafter("import", "a", "--all")

    assert (short.code, whole.code) == (1, 1)
    assert short.err.count("Error:") == 1
    assert "The same with 19 more: a/01.txt, a/02.txt" in " ".join(short.err.split())
    assert whole.err.count("Error:") == 20


@pytest.mark.usefixtures("olds")
def test_what_is_there_already_stays_unless_it_is_forced(drafter: Drafter, folder: Path) -> None:
    drafter("import", "旧稿", "-o", "大纲")
    mine = folder / "大纲/2023/总结.yaml"
    mine.write_text("mine", "utf-8")
    again = drafter("import", "旧稿", "-o", "大纲")

    assert again.code == 1
    assert again.err.count("There is such a file already") == 1
    assert "Choose another folder with -o. Or --force" in again.err
    assert mine.read_text("utf-8") == "mine"

    drafter("import", "旧稿", "-o", "大纲", "--force")

    assert (folder / "大纲/2023/总结（备份）.yaml").read_text("utf-8") == "mine"
    assert len(outlines(folder / "大纲")) == 7


def test_without_a_folder_outlines_stand_beside_their_documents(drafter: Drafter, folder: Path) -> None:
    for name in ("a.txt", "b/a.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(OLD, "utf-8")
    ran = drafter("import", "a.txt", "b")

    assert ran.code == 0
    assert outlines(folder) == ["a.yaml", "b/a.yaml"]
    assert ran.out.splitlines()[-1] == "Documents: 2, all imported."


def test_several_documents_may_be_named(drafter: Drafter, folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        (folder / name).write_text(OLD, "utf-8")
    ran = drafter("import", "a.txt", "b/a.txt", "./a.txt", "-o", "out")

    assert ran.code == 0
    assert outlines(folder / "out") == ["a（txt 2）.yaml", "a（txt）.yaml"]


def test_one_folder_may_be_imported_into_itself(drafter: Drafter, folder: Path) -> None:
    (folder / "a.txt").write_text(OLD, "utf-8")

    assert drafter("import", ".", "-o", ".").code == 0
    assert outlines(folder) == ["a.yaml"]


@pytest.mark.usefixtures("olds")
@pytest.mark.parametrize("output", ["a.yaml", "-"])
def test_many_outlines_do_not_fit_into_one_file(drafter: Drafter, folder: Path, output: str) -> None:
    ran = drafter("import", "旧稿", "-o", output)

    assert ran.code == 2
    assert not ran.out
    assert not (folder / output).exists()


def test_a_folder_without_documents_is_told(drafter: Drafter, folder: Path) -> None:
    (folder / "leer").mkdir()
    (folder / "leer/a.jpg").write_bytes(b"x")
    ran = drafter("import", "leer")

    assert ran.code == 2
    assert "no document here" in ran.err
    assert ".docx" in ran.err


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_of_it_fits_the_terminal(folder: Path, olds: Path, width: int, lang: str) -> None:
    (olds / ("城市博物馆关于开展第五次全国文化馆评估定级工作情况的" * 2 + "总结.txt")).write_text(OLD, "utf-8")
    ran = child("import", "旧稿", "-o", "大纲", cwd=folder, COLUMNS=str(width), DRAFTER_LANG=lang, PYTHONUTF8="1")

    assert ran.returncode == 1
    assert max(map(cells, (*ran.stdout.splitlines(), *ran.stderr.splitlines()))) <= width
    assert {"zh": "推测", "en": "guess"}[lang] not in ran.stdout
    assert {"zh": "年度总结", "en": "annual-report"}[lang] in ran.stdout


@pytest.mark.usefixtures("olds")
def test_processes_side_by_side_make_the_same(drafter: Drafter, folder: Path) -> None:
    one = drafter("import", "旧稿", "-o", "大纲", "--jobs", "1")
    two = drafter("import", "旧稿", "-o", "outlines", "--jobs", "2")

    assert one == two
    assert outlines(folder / "大纲") == outlines(folder / "outlines")
    for name in outlines(folder / "大纲"):
        assert (folder / "大纲" / name).read_bytes() == (folder / "outlines" / name).read_bytes()


def _die(_: Job) -> Imported:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_process_that_is_killed_is_told() -> None:
    results = list(batch.run(batch.Work(_die, lost), [Job("a.txt", "a.yaml"), Job("b.txt", "b.yaml")], 2))

    assert [imported.job.old for imported in results] == ["a.txt", "b.txt"]
    assert {problem.id for imported in results for problem in imported.problems} == {"import.process-died"}


@pytest.mark.usefixtures("olds")
def test_a_bar_leaves_nothing_out(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = drafter("import", "旧稿", "-o", "大纲")
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr("drafter.cli.terminal.watched", lambda: True)
    watched = drafter("import", "旧稿", "-o", "outlines")

    assert watched.code == 1
    assert watched.out == plain.out
    assert watched.err.strip() == plain.err.strip()


@pytest.mark.usefixtures("olds", "forgetful")
def test_one_that_does_not_add_up_is_named(drafter: Drafter) -> None:
    ran = drafter("import", "旧稿/2023", "-o", "大纲")

    assert ran.code == 1
    assert "Characters are not accounted for: 2 (旧稿/2023/总结.txt" in " ".join(ran.out.split())
    assert " ok" not in ran.out


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character is lost in every document."""
    real = convert.convert

    def careless(*args: object) -> object:
        made = real(*args)  # type: ignore[arg-type]
        return msgspec.structs.replace(made, proof=msgspec.structs.replace(made.proof, missing="讲"))

    monkeypatch.setattr(convert, "convert", careless)


@pytest.mark.usefixtures("olds")
def test_a_document_that_breaks_the_program_costs_no_other(
    drafter: Drafter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = convert.convert

    def breaks(manuscript: object, *args: object) -> object:
        if str(getattr(manuscript, "file", "")).endswith("2024/总结.txt"):
            raise RuntimeError("boom")
        return real(manuscript, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(convert, "convert", breaks)
    ran = drafter("import", "旧稿", "-o", "大纲")

    assert ran.code == 1
    assert len(outlines(folder / "大纲")) == 5
    assert "2024/总结.txt" in ran.err
    assert "Drafter made a mistake here" in ran.err


def test_old_word_files_among_them_need_libreoffice(
    drafter: Drafter, olds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    (olds / "2023/旧.doc").write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    ran = drafter("import", "旧稿/2023", "-o", "大纲")

    assert ran.code == 1
    assert "旧稿/2023/旧.doc\n  Error: " in ran.err
    assert "LibreOffice" in ran.err
