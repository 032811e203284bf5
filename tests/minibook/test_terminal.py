"""Any console: output in any encoding, and the exit status of whatever ends a command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from factbook import cli
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Status
from folders import ROOT
from tiny_book import TinyBook, contents

WRONG = "체외진단 시장은 2019년 6억 달러(7,320억 원)에서 2025년 24억 달러(2조 2,980억 원)에 이를 전망이다.\n"
#: Those of Windows in Korean and in English, and those with no language, as Python takes them and as they are.
CONSOLES = {
    "cp949": {"PYTHONIOENCODING": "cp949"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C"},
    "only C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
on_every_console = pytest.mark.parametrize("console", CONSOLES)


def run(folder: Path, console: str, *arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A command as a person types it there."""
    command = [sys.executable, "-m", "factbook", *arguments]
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        command, cwd=folder, env=own | CONSOLES.get(console, {}), capture_output=True, check=False, **options
    )


@pytest.fixture
def draft(tmp_path) -> Path:
    """A document with a wrong number, whose name and folder are Korean."""
    folder = tmp_path / "한글 폴더"
    folder.mkdir()
    (folder / "초안.md").write_text(WRONG, "utf-8")
    return folder


# Encodings


@on_every_console
@pytest.mark.parametrize("language", ["ko", "en"])
def test_findings_are_told_on_every_console(draft, console, language):
    done = run(draft, console, "check", "--lang", language, "--rate", "1220", "초안.md")
    assert (done.returncode, done.stderr) == (Status.FINDINGS, b"")
    assert b"[conversion-rate]" in done.stdout
    assert b"19%" in done.stdout


def test_a_korean_console_shows_korean_and_simpler_signs_for_those_that_it_lacks(draft):
    shown = run(draft, "cp949", "check", "--lang", "ko", "--rate", "1220", "초안.md").stdout.decode("cp949")
    assert '"24억 달러(2조 2,980억 원"' in shown
    assert "\\x" not in shown
    assert "\\u" not in shown


@on_every_console
def test_programs_read_the_same_on_every_console(draft, console):
    options = ("check", "--rate", "1220", "초안.md", "--format")
    (document,) = json.loads(run(draft, console, *options, "json").stdout.decode("ascii"))["documents"]
    assert os.fsencode(document["path"]).decode() == "초안.md"
    assert "24억 달러" in document["findings"][0]["text"]
    assert run(draft, console, *options, "github").stdout.decode("utf-8").startswith("::error file=초안.md,line=1,")


@on_every_console
def test_problems_of_a_book_in_a_korean_folder_are_told_on_every_console(draft, console):
    tiny = TinyBook.copied_to(draft / "책")
    tiny.replace("data/facts.csv", "papers-citing,42,", "papers-citing,«사십이»,")
    done = run(tiny.root, console, "check")
    assert done.returncode == Status.FINDINGS
    assert b"[data.number]" in done.stderr
    assert b"Traceback" not in done.stderr


@on_every_console
def test_what_no_command_takes_is_told_on_every_console(draft, console):
    done = run(draft, console, "check", "--없음")
    assert done.returncode == Status.UNREADABLE
    assert b"No such option" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("console", ["cp1252", "only C"])
def test_a_book_in_a_korean_folder_is_built_on_every_console(draft, console):
    tiny = TinyBook.copied_to(draft / "책")
    done = run(tiny.root, console, "build", "--out", "사이트")
    assert (done.returncode, done.stderr) == (Status.CONSISTENT, b"")
    assert b"done: open " in done.stdout
    assert (tiny.root / "사이트" / "ko" / "index.html").is_file()


# Internal faults


@pytest.fixture
def faulty(monkeypatch, tmp_path):
    """A program that is wrong, and the folder in which it leaves what is known of that."""
    reports = tmp_path / "reports"
    reports.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(reports))

    def wrong(*_: object, **__: object) -> int:
        raise KeyError("figure.«column».value")

    monkeypatch.setattr("factbook.checker.documents.run", wrong)
    return reports


def test_an_internal_fault_is_one_line_with_a_status_and_a_report_of_its_own(faulty, draft):
    done = CliRunner().invoke(cli.main, ["check", str(draft)])
    assert done.exit_code == Status.FAULT
    (line,) = done.stderr.splitlines()
    (report,) = faulty.iterdir()
    assert line.startswith("internal fault: KeyError: 'figure.«column».value' ")
    assert str(report) in line
    assert "CONTRIBUTING.md, «Report a fault»" in line
    told = report.read_text("utf-8")
    assert "Traceback (most recent call last)" in told
    assert "in wrong" in told
    assert f"Python {sys.version.split()[0]}" in told


def test_how_a_fault_is_reported_is_told_where_the_line_says():
    assert "\n## Report a fault\n" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_where_no_report_can_be_kept_the_fault_tells_all_there_is(faulty, draft):
    faulty.rmdir()
    done = CliRunner().invoke(cli.main, ["check", str(draft)])
    assert done.exit_code == Status.FAULT
    assert "no file can be written: No such file or directory" in done.stderr
    assert "Traceback (most recent call last)" in done.stderr


def test_every_status_is_documented():
    told = " ".join(CliRunner().invoke(cli.main, ["--help"]).stdout.split())
    assert "0 done, 1 findings, 2 cannot read, 3 an internal fault, 130 interrupted" in told
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "Exit status: 0 consistent, 1 findings, 2 cannot read, 3 an internal fault, 130 interrupted." in readme
    for language in LANGUAGES:
        chapter = (ROOT / "book" / language / "cite-and-run.md").read_text("utf-8")
        assert [code for code in Status if f"`{int(code)}`" not in chapter] == [Status.NOT_READ]


# Interruptions


@pytest.mark.skipif(sys.platform == "win32", reason="there, a signal to a group of processes is another thing")
@pytest.mark.parametrize("step", [b"1/4", b"writing output", b"3/4"])
def test_an_interrupted_build_ends_at_once_with_one_line_and_the_site_as_it_was(tiny, step):
    site = tiny.root / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", "utf-8")
    command = [sys.executable, "-m", "factbook", "--book", tiny.root, "build", "--out", site]
    # Ctrl+C reaches every process of the group.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        next(line for line in process.stdout if step in line)
        os.killpg(process.pid, signal.SIGINT)
        begun = time.monotonic()
        _, complained = process.communicate(timeout=60)
    assert process.returncode == Status.INTERRUPTED
    assert complained.decode().splitlines() == ["interrupted"]
    assert time.monotonic() - begun < 10
    assert list(contents(site)) == ["index.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_reader_who_stops_reading_is_no_finding(draft):
    command = [sys.executable, "-m", "factbook", "check", "초안.md"]
    with subprocess.Popen(command, cwd=draft, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complained = process.stderr.read()
    assert (process.returncode, complained) == (Status.NOT_READ, b"")
