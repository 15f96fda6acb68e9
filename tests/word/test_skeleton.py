"""Skeletons are kept in the cache: what is there is used, what is damaged or cannot be kept is no error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter import library
from drafter.word import skeleton as module
from drafter.word.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
STANDARD = library.built_in("layouts", "gbt9704")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    library.cache_folder.cache_clear()
    yield Path(library.cache_folder() or "")
    library.cache_folder.cache_clear()


def modules_of_a_run(cache: Path) -> set[str]:
    code = f"from drafter.word.skeleton import skeleton; skeleton({STANDARD!r})"
    code += "; import json, sys; print(json.dumps([*sys.modules]))"
    own = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | own, capture_output=True, check=True)
    return set(json.loads(done.stdout))


def test_a_run_that_finds_its_skeleton_imports_no_compiler(tmp_path: Path) -> None:
    first, second = modules_of_a_run(tmp_path), modules_of_a_run(tmp_path)

    assert "ruamel.yaml" in first
    assert not second & {"ruamel", "lxml", "docx", "zipfile", "drafter.word.build", "drafter.word.read_layout"}
    assert len(list(tmp_path.rglob("skeleton-*"))) == 1


def test_what_is_kept_is_what_was_made(cache: Path) -> None:
    made = skeleton(STANDARD)

    assert len(list(cache.glob("skeleton-*"))) == 1
    assert skeleton(STANDARD) == made


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 5000])
def test_a_damaged_cache_is_made_again(cache: Path, damage: bytes) -> None:
    made = skeleton(STANDARD)
    (kept,) = cache.glob("skeleton-*")
    whole = kept.read_bytes()
    kept.write_bytes(damage)

    assert skeleton(STANDARD) == made
    assert kept.read_bytes() == whole


def test_a_single_flipped_bit_is_noticed(cache: Path) -> None:
    made = skeleton(STANDARD)
    (kept,) = cache.glob("skeleton-*")
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)

    assert skeleton(STANDARD) == made


def test_a_skeleton_of_another_shape_is_not_used(cache: Path) -> None:
    made = skeleton(STANDARD)
    (kept,) = cache.glob("skeleton-*")
    alien = b"\x81\xa1x\x01"
    kept.write_bytes(module._check(alien) + alien)

    assert skeleton(STANDARD) == made


def test_a_cache_that_cannot_be_written_is_no_error(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path, _data: bytes) -> int:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refused)

    assert skeleton(STANDARD).parts
    assert not list(cache.iterdir())


def test_no_cache_at_all_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "cache_folder", lambda: None)

    assert skeleton(STANDARD).parts


def test_every_layout_and_version_has_a_skeleton_of_its_own(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("page: {left: 30 mm}", "utf-8")
    first = skeleton(str(path))
    path.write_text("page: {left: 31 mm}", "utf-8")

    assert skeleton(str(path)) != first

    monkeypatch.setattr(module, "__version__", "99")
    skeleton(str(path))
    assert len(list(cache.glob("skeleton-*"))) == 3


def test_a_changed_base_is_compiled_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skeleton(STANDARD)
    makers = module._makers()
    assert {"styles.xml", "footer1.xml", ".rels", "styles.py", "gbt9704.yaml"} <= {name for name, *_ in makers} | {
        Path(STANDARD).name
    }
    monkeypatch.setattr(module, "_makers", lambda: makers[1:])
    skeleton(STANDARD)

    assert len(list(cache.glob("skeleton-*"))) == 2
