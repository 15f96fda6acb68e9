"""The wheel, installed in an empty environment, does the main job from any folder."""

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
