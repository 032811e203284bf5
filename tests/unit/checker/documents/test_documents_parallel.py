"""Many documents are checked side by side, and told as if they had been checked one by one."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from factbook.checker.documents import check_paths, parallel
from factbook.checker.documents.checking import Settings
from factbook.checker.documents.forms import programs
from factbook.checker.documents.model import Cause, UnreadableDocument

WRONG = "세계 시장은 2019년 6억 달러에서 2025년 24억 달러로 연평균 62.0% 성장할 전망이다."


def write(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{index}.md" for index in range(number)]
    for path in paths:
        path.write_text(WRONG, encoding="utf-8")
    (folder / "empty.md").write_text("", encoding="utf-8")
    return [*paths, folder / "empty.md", folder / "missing.md"]


@pytest.mark.parametrize("worth", [0, parallel.WORTH_A_PROCESS], ids=["by several processes", "by one"])
def test_documents_are_told_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, worth: int):
    paths = write(tmp_path, 5)
    monkeypatch.setattr(parallel, "WORTH_A_PROCESS", worth)
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    side_by_side = parallel.check_all(paths, Settings(), "checking")
    one_by_one = list(check_paths(paths))
    assert [one.path for one in side_by_side] == paths
    assert "".join(programs.render(side_by_side, "en")) == "".join(programs.render(one_by_one, "en"))
    assert [one.failure is None for one in side_by_side] == [True] * 5 + [False] * 2


def test_why_a_document_cannot_be_read_is_the_same_from_another_process():
    failure = UnreadableDocument(Path("a.hwp"), Cause.TOO_BIG, "70 MB")
    told = pickle.loads(pickle.dumps(failure))
    assert (told.path, told.cause, told.reason("ko")) == (failure.path, failure.cause, failure.reason("ko"))


def test_progress_is_shown_in_a_terminal_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    paths = write(tmp_path, 2)
    monkeypatch.setattr(parallel, "LONG", 0)
    parallel.check_all(paths, Settings(), "검사 중")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(parallel.sys.stderr, "isatty", lambda: True, raising=False)
    parallel.check_all(paths, Settings(), "검사 중")
    assert "검사 중" in capsys.readouterr().err
