"""The checker without the engine: it imports what it names, and a command for books says what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from folders import ROOT

SAID = "The market grew from USD 2.0 billion in 2019 to USD 4.0 billion in 2021, by 26.0% a year."
#: Runs the command line where nothing can be imported but the checker's own dependencies and what comes with Python.
ALONE = """
import sys
class Nothing:
    ADMITTED = {"click", "defusedxml", "factbook", "pypdf", "typing_extensions"}
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top not in self.ADMITTED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Nothing())
from factbook.cli import main
main()
"""


def alone(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", ALONE, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")


def test_a_word_document_is_checked(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph(SAID)
    document.save(tmp_path / "report.docx")
    done = alone("check", tmp_path / "report.docx")
    assert done.returncode == 1, done.stderr
    assert "[growth-annual]" in done.stdout


@pytest.mark.parametrize("command", ["build", "check", "stale", "parity", "serve", "lab"])
def test_a_command_for_books_says_in_one_line_what_to_install(command: str):
    done = alone(command)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"factbook {command} makes or reads a book, for which ")
    assert line.endswith("is missing: pip install 'factbook[book]'")


def test_the_check_in_a_page_needs_no_terminal_and_no_processes():
    """Python in a browser has neither."""
    lacking = ALONE.replace('"click", ', "").replace("if top not", 'if top == "multiprocessing" or top not', 1)
    script = lacking.replace("from factbook.cli import main\nmain()", "from factbook.checker.documents import in_page")
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_and_the_commands_are_told():
    assert alone("--version").stdout.startswith("factbook ")
    assert "check" in alone("--help").stdout


def test_a_text_is_checked_as_in_the_example_of_the_library():
    import doctest

    from factbook import checker

    assert doctest.testmod(checker).failed == 0
    assert doctest.testmod(checker).attempted == 3
