"""What Sphinx warns of is told as a problem: where, what, and what to do."""

from __future__ import annotations

import pytest

from factbook.build.warnings import read
from factbook.problems import Problem
from tiny_book import REAL

KO = REAL.root / "book" / "ko"


def the_problem(text: str) -> Problem:
    (problem,) = read(text, REAL)
    return problem


def test_a_failing_eval_is_told_with_its_file_line_and_remedy():
    problem = the_problem(
        f"\x1b[91m{KO}/index.md:22: WARNING: UnknownFact: no number has the id «market-2018» [mystnb.eval] "
        "[mystnb.eval]\x1b[39;49;00m\n"
    )
    assert (problem.code, problem.file, problem.line) == ("book.mystnb.eval", "book/ko/index.md", 22)
    assert problem.found == "UnknownFact: no number has the id «market-2018»"
    assert problem.expected == "a build without warnings"
    assert "ledger page" in problem.advice


@pytest.mark.parametrize(
    "message", ["NameError: name 'sya' is not defined", "variable evaluation error: x", "SyntaxError: invalid syntax"]
)
def test_a_broken_eval_does_not_get_the_advice_for_an_unknown_id(message):
    problem = the_problem(f"{KO}/index.md:22: WARNING: {message} [mystnb.eval] [mystnb.eval]")
    assert problem.found == message
    assert "ledger" not in problem.advice
    assert "a name that a cell above defines" in problem.advice


REAL_LINES = [
    ("/market.md:9: WARNING: undefined label: 'nowhere' [ref.ref]", "book.ref", 9, "undefined label: 'nowhere'"),
    ("/market.md:3: WARNING: could not find bibtex key \"x\" [bibtex.key_not_found]",
     "book.bibtex", 3, "c"),
    ("/market.md:5: WARNING: could not find bibtex key \"x\"", "book.bibtex", 5, "could not find"),
    ("/market.md: WARNING: document isn't included in any toctree", "book.sphinx", None, "document isn't"),
    ("/market.md:7: ERROR: Unknown directive type: 'fgure' [docutils]", "book.docutils", 7, "Unknown directive"),
    ("/market.md:7: CRITICAL: Unexpected section title. [docutils]", "book.docutils", 7, "Unexpected"),
    ("/index.md:: WARNING: toctree contains reference to nonexisting document 'x' [etoc.ref] [docutils]",
     "book.etoc", None, "toctree contains reference to nonexisting document 'x'"),
    ("/market.md:9: WARNING: 'myst' cross-reference target not found [myst.xref_missing]", "book.myst", 9, "'myst'"),
    ("/market.md:13: WARNING: the heading «Growth» has no label [factbook.label]", "book.factbook.label", 13, "the"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code", "number", "found"), REAL_LINES)
def test_each_kind_of_warning_is_told_with_its_code_and_place(line, code, number, found):
    problem = the_problem(f"{KO}{line}")
    assert (problem.code, problem.line) == (code, number)
    assert problem.file in ("book/ko/market.md", "book/ko/index.md")
    assert problem.found.startswith(found)
    assert not problem.found.endswith("]")


def test_a_message_of_several_lines_is_one_problem_and_the_next_warning_another():
    text = (
        f"{KO}/market.md:13: WARNING: a code cell raises: Traceback of several lines\n"
        "  second line\n\n  third line\n"
        f"{KO}/index.md:2: WARNING: undefined label: 'x' [ref.ref]\n"
    )
    first, second = read(text, REAL)
    assert first.found == "a code cell raises: Traceback of several lines\n  second line\n  third line"
    assert (second.code, second.line) == ("book.ref", 2)


def test_a_warning_without_a_place_belongs_to_the_book():
    problem = the_problem("WARNING: while setting up extension x: node class is already registered [app.add_node]")
    assert (problem.file, problem.line, problem.code) == ("book", None, "book.sphinx")
    assert problem.found.endswith("[app.add_node]")


def test_words_that_are_no_warning_are_not_lost():
    problem = the_problem("Extension error:\nCould not import extension x\n")
    assert (problem.code, problem.found) == ("book.build", "Extension error:\nCould not import extension x")


def test_the_same_warning_twice_is_one_problem():
    line = f"{KO}/index.md:2: WARNING: undefined label: 'x' [ref.ref]\n"
    assert len(read(line * 2, REAL)) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "\x1b[39;49;00m\n"])
def test_silence_is_no_problem(text):
    assert read(text, REAL) == []
