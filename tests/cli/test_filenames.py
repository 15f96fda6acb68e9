"""Any title makes a file name that every file system takes and that stays in its folder."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.cli.filenames import file_name, same, tagged

TITLES = st.text(max_size=300) | st.sampled_from(
    ["", "..", "CON", "nul.txt", "COM1.", "/", "\\\\?\\", "~$a", "题" * 300]
)


@given(TITLES, TITLES, TITLES)
def test_any_title_makes_a_good_name(title: str, label: str, other: str) -> None:
    name = file_name(title, label, ".docx", other)

    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.endswith("）.docx")
    assert len(name.encode()) <= 225
    assert not set(name) & set('/\\:*?"<>|')
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name)
    assert name == name.strip()
    assert name[0] not in ".~-"
    assert not PureWindowsPath(name).is_reserved()
    assert name.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9", "com¹"}


@given(TITLES, TITLES)
def test_any_tag_makes_a_good_name(title: str, tag: str) -> None:
    name = tagged(file_name(title, "讲话稿", ".docx"), tag)

    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.endswith("）.docx")
    assert len(name.encode()) <= 255


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("在2025年度总结会上的讲话", "在2025年度总结会上的讲话（讲话稿）.docx"),
        ("PM2.5：治理/防控", "PM2.5：治理／防控（讲话稿）.docx"),
        ("../../etc/passwd", "／..／etc／passwd（讲话稿）.docx"),
        ("一行\n又一行", "一行 又一行（讲话稿）.docx"),
        ("a\u202ecod.exe", "acod.exe（讲话稿）.docx"),
        ("", "总结（讲话稿）.docx"),
        ("…", "…（讲话稿）.docx"),
        ("CON.2025", "_CON.2025（讲话稿）.docx"),
    ],
)
def test_names_stay_readable(title: str, name: str) -> None:
    assert file_name(title, "讲话稿", ".docx", "总结") == name


def test_names_a_file_system_may_confuse_are_the_same() -> None:
    assert same("总结A.docx") == same("总结a.docx")
    assert same("é.docx") == same("e\u0301.docx")
