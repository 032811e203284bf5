"""Every code that a problem can have is explained in both languages, listed, and raised by a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from factbook import problem_codes
from factbook.checker.documents import codes
from factbook.cli import main
from factbook.problem_codes import CODES
from factbook.problem_codes import __main__ as listing
from folders import ROOT

ENGINE = [path for path in sorted((ROOT / "src/factbook").rglob("*.py")) if "checker" not in path.parts]
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__)]
_AREAS = "|".join(sorted({code.partition(".")[0] for code in CODES["en"]}))
#: A code, and not the name of a file.
CODE = re.compile(rf"(?:{_AREAS})(?:\.(?!(?:bib|css|js|py|toml)$)[a-z]+(?:-[a-z]+)*)+")


def texts(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def given(tree: ast.AST) -> Iterator[ast.expr]:
    """The first argument of each call that makes a problem, or that of a function or method named ``problem``."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Problem") | ast.Attribute(attr="problem"), args=[first, *_]):
                yield first


def raised(tree: ast.AST) -> set[str]:
    """The codes of a module: those in the place of one, and where it imports Problem, whatever reads as one."""
    found = {first.value for first in given(tree) if isinstance(first, ast.Constant)}
    imported = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "factbook.problems"
        for name in node.names
    }
    return found | set(filter(CODE.fullmatch, texts(tree))) if "Problem" in imported else found


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text("utf-8"))


def is_named(code: str, strings: frozenset[str]) -> bool:
    """Whether a module of tests has a code whole, or its area (``f"manuscript.{code}"``) and the rest of it."""
    area, _, rest = code.partition(".")
    whole = re.compile(rf"(?<![\w.-]){re.escape(code)}(?![\w-])")
    return {f"{area}.", rest} <= strings or any(map(whole.search, strings))


def test_the_catalogues_have_every_code_that_a_problem_can_have_and_no_other():
    found = set().union(*(raised(parsed(path)) for path in ENGINE))
    assert {language: set(catalogue) ^ found for language, catalogue in CODES.items()} == {"ko": set(), "en": set()}


def test_no_code_is_put_together():
    composed = [f"{path.name}:{one.lineno}" for path in ENGINE for one in given(parsed(path)) if _composes(one)]
    assert composed == []


def _composes(argument: ast.expr) -> bool:
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_what_reads_as_a_code_is_found_however_it_gets_to_its_problem():
    module = """
from factbook.problems import Problem
FILE = "parity.toml"
KINDS = {"a": "parity.new-kind"}
def check(row, page, where):
    row.problem("data.new", "id", "found", "expected")
    for code in ("page.of-a-loop",):
        page.problem(code, where, "found", "expected")
    yield Problem("area.of-its-own", where, "found", "expected")
    yield Problem(f"page.{where}", where, "found", "expected")
"""
    tree = ast.parse(module)
    assert raised(tree) == {"parity.new-kind", "data.new", "page.of-a-loop", "area.of-its-own"}
    assert [_composes(one) for one in given(tree)].count(True) == 1


def test_every_entry_has_both_sentences_in_the_letters_of_its_language():
    for language, catalogue in CODES.items():
        for code, told in catalogue.items():
            for text in (told.meaning, told.advice):
                assert text.endswith("."), code
                assert bool(re.search("[가-힣]", text)) == (language == "ko"), code


def test_every_code_is_named_by_a_test():
    modules = [frozenset(texts(parsed(path))) for path in TESTS]
    assert [code for code in CODES["en"] if not any(is_named(code, strings) for strings in modules)] == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_code_is_explained(language: str):
    for code, told in CODES[language].items():
        done = CliRunner().invoke(main, ["check", "--explain", code, "--lang", language])
        assert (done.exit_code, done.output.splitlines()[0]) == (0, code)
        assert told.meaning in done.output and told.advice in done.output


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("data.as-printd", "did you mean data.as-printed"),
        ("as-printed", "did you mean data.as-printed"),
        ("growth-anual", "did you mean growth-annual"),
        ("nothing", "the codes are: average, book.…, bound, channel.…"),
    ],
)
def test_an_unknown_code_is_told_with_the_nearest_ones(wanted: str, said: str):
    done = CliRunner().invoke(main, ["check", "--explain", wanted, "--lang", "en"])
    assert done.exit_code == 2
    assert f"«{wanted}» is no code" in done.output and said in done.output


def test_no_code_is_both_of_a_problem_and_of_a_finding():
    assert not problem_codes.CODES["en"].keys() & codes.CODES["en"].keys()


def test_the_codes_in_the_guides_are_in_the_catalogue():
    named = {name for path in ROOT.glob("*.md") for name in re.findall(r"`([^`\n]+)`", path.read_text("utf-8"))}
    found = set(filter(CODE.fullmatch, named))
    assert {"page.year", "review.changed"} <= found
    assert found - CODES["en"].keys() == set()


def test_the_list_is_as_it_is_made():
    assert listing.FILE.read_text("utf-8") == listing.page(), "run: make codes"
