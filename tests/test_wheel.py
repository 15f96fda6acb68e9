"""The wheel, installed in an empty environment, does the main job from any folder."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``drafter`` command of an environment that holds the wheel and what it asks for, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (wheel,) = folder.glob("drafter-*.whl")
    venv.create(folder / "env", with_pip=False)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    _run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet", wheel)
    return scripts / "drafter"


OLD = """城市博物馆2025年工作总结
2025年，我馆全年接待观众45.2万人次。现将工作情况报告如下。
一、工作回顾
（一）办好展览。举办展览12个。
（二）开展社教。举办讲座36场。
二、存在的问题
一是数字化程度不高；二是文创产品不多。
三、2026年工作计划
（一）完成库房改造。
（二）推出研学课程(8门)。
"""


def _run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"DRAFTER_LANG": "en", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_a_starter_becomes_a_word_file_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    answers = ["--organization", "城市博物馆", "--year", "2025"]
    _run(installed, "new", "年度总结", "-o", "总结.yaml", *answers, cwd=tmp_path)
    _run(installed, "render", "总结.yaml", "-o", "总结.docx", cwd=tmp_path)
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "总结.docx")).paragraphs]
    assert any("城市博物馆" in text and "2025" in text for text in texts[:2])
    assert any(text.startswith("一、") for text in texts)


def test_the_list_names_files_inside_the_environment(installed: Path, tmp_path: Path) -> None:
    listing = "".join(_run(installed, "list", cwd=tmp_path).stdout.split())
    assert "annual-report" in listing
    assert "gbt9704" in listing
    assert str(ROOT / "outlines") not in listing


def test_the_yearly_loop_runs_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "旧稿.txt").write_text(OLD, "utf-8")
    _run(installed, "import", "旧稿.txt", "-o", "去年.yaml", cwd=tmp_path)
    _run(installed, "rollover", "去年.yaml", "-o", "今年.yaml", cwd=tmp_path)
    told = json.loads(_run(installed, "check", "旧稿.txt", "今年.yaml", "--format", "json", cwd=tmp_path).stdout)
    _run(installed, "render", "今年.yaml", "-o", "今年.docx", cwd=tmp_path)
    assert "year: 2026" in (tmp_path / "今年.yaml").read_text("utf-8")
    assert {"旧稿.txt", "今年.yaml"} == {problem["file"] for problem in told["problems"]}


def test_no_file_of_the_house_is_left_out(installed: Path, tmp_path: Path) -> None:
    house = _run(installed.with_name("python"), "-c", "import drafter; print(drafter.__path__[0])", cwd=tmp_path)
    there = Path(house.stdout.strip())
    folders = {"drafter": there, "templates": there / "_builtin/templates", "outlines": there / "_builtin/outlines"}
    for name, folder in folders.items():
        assert _files(ROOT / name) <= _files(folder)


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
