"""How each printed command is run: in which order, after what, and what comes of it.

A recipe runs in one fresh copy, from the first command to the last. FAST ones are part of the suite; those that build,
install or measure are NIGHTLY ones (``pytest -m nightly``, by ``.github/workflows/nightly.yml``). Commands of
PowerShell run as printed on Windows, and elsewhere as the same commands of a POSIX shell.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import docx
from hwpx import HwpxDocument

from factbook.provenance.publication import quotable

CLAIM = (
    "체외진단 시장은 2019년 6억 달러(7,320억 원)에서 연평균 26.0% 성장하여 "
    "2025년 24억 달러(2조 9,280억 원)에 이를 전망이다."
)
WRONG = CLAIM.replace("2조 9,280억", "2조 2,980억")
ENTER = "source .venv/bin/activate"
#: What a program says once it serves: the book's own server, and Jupyter's.
READING, LAB = r"reading at http://127\.0\.0\.1:\d+/", r"http://localhost:\d+/lab"
SITE = "_build/html/index.html"
MINUTE = 60


def nothing(folder: Path) -> None:
    """Give nothing: the repository is all that a reader needs."""


@dataclass(frozen=True)
class Recipe:
    """Commands as they are printed, and what must come of them.

    ``filled`` gives words for those that are printed for any (LABEL, PATH); ``status`` is that of the last command, the
    others end with 0; ``until`` is what a command that runs until it is stopped says once it runs; ``bare`` is a copy
    on a machine on which nothing is installed.
    """

    commands: tuple[str, ...]
    given: Callable[[Path], None] = nothing
    filled: Mapping[str, str] = field(default_factory=dict)
    status: int = 0
    says: str = ""
    until: Mapping[str, str] = field(default_factory=dict)
    leaves: tuple[str, ...] = ()
    bare: bool = False
    needs: str = ""
    limit: float = 2 * MINUTE


def document(name: str, text: str = CLAIM) -> Callable[[Path], None]:
    """Give a document with that text."""
    return lambda folder: _write(folder / name, text)


def several(*given: Callable[[Path], None]) -> Callable[[Path], None]:
    def give(folder: Path) -> None:
        for one in given:
            one(folder)

    return give


def notebook(folder: Path) -> None:
    """Give a chapter as its page offers it."""
    _write(folder / "market.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')


def translated(folder: Path) -> None:
    """Give a section of which one language has been changed, so that there is something to record."""
    chapter = folder / "book" / "en" / "method.md"
    text, heading = chapter.read_text("utf-8"), "(licence)=\n## "
    assert heading in text, "the section that this changes is no longer there"
    chapter.write_text(text.replace(heading, f"{heading}The "), "utf-8")


def overdue(folder: Path) -> None:
    """Give a row that was to be looked at again, whatever days the book has by now."""
    table = folder / "data" / "facts.csv"
    head, first, *rows = table.read_text("utf-8").splitlines()
    assert head.endswith(",review_by"), "the days to look again are no longer the last column"
    aged = f"{first.rpartition(',')[0]},2026-12-31"
    table.write_text("\n".join([head, aged, *rows]) + "\n", "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".docx":
        written = docx.Document()
        written.add_paragraph(text)
        written.save(str(path))
    elif path.suffix == ".hwpx":
        with HwpxDocument.new() as hangul:
            hangul.add_paragraph(text)
            hangul.save_to_path(str(path))
    else:
        path.write_text(text + "\n", "utf-8")


def quoting(folder: Path) -> None:
    """A document that quotes a number, and a copy of the book that it is of."""
    table = (
        "id,value,unit,low,high,year,period_end,said_ko,said_en,label_ko,label_en\n"
        "world-market-2025,2400000000,USD,2350000000,2450000000,2025,,24억 달러,USD 2.4 billion,시장,Market\n"
    )
    (folder / "site" / "data").mkdir(parents=True)
    for name, text in quotable.written("https://book.example/", table, (), {}, "").items():
        (folder / "site" / "data" / name).write_text(text, "utf-8")
    link = "[24억 달러](https://book.example/ko/numbers.html#world-market-2025)"
    (folder / "policy.md").write_text(f"세계 시장은 2025년 {link} 규모가 될 전망이다.\n", "utf-8")


def _chapter_checks(hangul: str, word: str, folder: str) -> tuple[Recipe, ...]:
    return (
        Recipe(
            (f".venv/bin/factbook check {hangul} {word}",),
            given=several(document(hangul), document(word)),
            says=r"^documents: 2, claims: [46], findings: 0, unreadable: 0$",
        ),
        Recipe(
            (f".venv/bin/factbook check --rate 1300 --format json {folder}/",),
            given=document(f"{folder}/{word}"),
            status=1,
            says=r'"code": "conversion-rate"',
        ),
    )


def _plain(program: str, language: str) -> str:
    """Return the command that builds a language without factbook, with the separators of the program's system."""
    command = (
        f'{program} build book/{language} --config _config.yml --toc "$PWD/_toc.yml" --path-output book/{language}'
    )
    return command.replace("/", "\\") if "\\" in program else command


FAST: tuple[Recipe, ...] = (
    Recipe(
        (ENTER, "cat draft.md", "factbook check --rate 1220 --lang en draft.md"), document("draft.md", WRONG), status=1
    ),
    Recipe((ENTER, "factbook check --explain page.year"), says=r"^page\.year$"),
    Recipe((ENTER, "factbook check PATH"), document("draft.md"), {"PATH": "draft.md"}, says="3 claims|claims: 3"),
    *_chapter_checks("보고서.hwpx", "자료.docx", "문서함"),
    *_chapter_checks("report.hwpx", "data.docx", "documents"),
    *(
        Recipe(
            program,
            given=quoting,
            says="as it says: 1; not so: 0|책과 같음 1, 다름 0",
        )
        for program in (
            (".venv/bin/factbook check policy.md --against site",),
            (ENTER, "factbook check policy.md --against site"),
        )
    ),
    Recipe((ENTER, "factbook parity", "factbook parity --record")),
    Recipe(
        (ENTER, "factbook parity --record LABEL"),
        translated,
        {"LABEL": "licence"},
        says="^recorded as in step: licence$",
    ),
    Recipe((ENTER, "factbook tidy")),
    Recipe((ENTER, "factbook tidy book/en/scope.md")),
    Recipe((".venv/bin/factbook tidy",)),
    Recipe((ENTER, "factbook review"), says="^every row of the data is as it was reviewed$"),
    Recipe((ENTER, "factbook review ID", "factbook review ID --compared-with source"), filled={"ID": "ge-screens"}),
    Recipe((ENTER, "factbook stale --on 2027-12-31"), overdue, status=1, says=r"rows? (is|are) overdue on 2027-12-31$"),
    Recipe((ENTER, "python -m pip install --requirement requirements.txt"), says="^Requirement already satisfied"),
    Recipe(("make lint",), says=r"Contracts: \d+ kept, 0 broken"),
    Recipe((ENTER, "python -m tests.js.examples"), leaves=("tests/js/examples.json",)),
    Recipe(("make lab",), until={"make lab": LAB}),
    Recipe((ENTER, "factbook lab"), until={"factbook lab": LAB}),
    Recipe((".venv/bin/jupyter lab market.ipynb",), notebook, until={".venv/bin/jupyter lab market.ipynb": LAB}),
)

NIGHTLY: tuple[Recipe, ...] = (
    Recipe(("make quick",), says=r"\d+ passed", limit=10 * MINUTE),
    Recipe(("make site", "make test"), bare=True, leaves=(SITE,), says=r"\d+ passed", limit=60 * MINUTE),
    Recipe(("make site CHECKER=",), bare=True, leaves=(SITE,), limit=15 * MINUTE),
    Recipe(
        ("make site", ENTER, "factbook build --checker node_modules/pyodide"),
        leaves=("_build/html/ko/check.html",),
        limit=15 * MINUTE,
    ),
    Recipe(("make site PYTHON=python3.12",), bare=True, leaves=(SITE,), needs="python3.12", limit=15 * MINUTE),
    Recipe(
        (
            "python3 -m venv .venv",
            ".venv/bin/python -m pip install --requirement requirements.txt",
            ".venv/bin/python -m pip install --no-deps --no-build-isolation .",
            ".venv/bin/factbook build",
            ".venv/bin/factbook check",
            ".venv/bin/factbook serve",
        ),
        bare=True,
        until={".venv/bin/factbook serve": READING},
        leaves=(SITE,),
        limit=15 * MINUTE,
    ),
    Recipe(
        (
            "py -3.11 -m venv .venv",
            r".venv\Scripts\pip install -r requirements.txt",
            r".venv\Scripts\pip install --no-deps --no-build-isolation -e .",
            r".venv\Scripts\factbook build",
        ),
        bare=True,
        leaves=(SITE,),
        limit=15 * MINUTE,
    ),
    Recipe(
        (
            "py -3.11 -m venv .venv",
            r".venv\Scripts\python -m pip install --requirement requirements.txt",
            r".venv\Scripts\python -m pip install --no-deps --no-build-isolation --editable .",
            r".venv\Scripts\factbook build",
            r".venv\Scripts\factbook serve",
            r".venv\Scripts\python -m pytest",
        ),
        bare=True,
        until={r".venv\Scripts\factbook serve": READING},
        leaves=(SITE,),
        says=r"\d+ passed",
        limit=60 * MINUTE,
    ),
    Recipe(
        (
            "py -3.11 -m venv .venv",
            r".venv\Scripts\python -m pip install --requirement requirements.txt",
            r".venv\Scripts\python -m pip install --no-deps --no-build-isolation .",
            r".venv\Scripts\jupyter lab market.ipynb",
            r".venv\Scripts\factbook lab",
            _plain(r".venv\Scripts\jupyter-book", "ko"),
            _plain(r".venv\Scripts\jupyter-book", "en"),
        ),
        notebook,
        until={r".venv\Scripts\jupyter lab market.ipynb": LAB, r".venv\Scripts\factbook lab": LAB},
        leaves=("book/ko/_build/html/market.html", "book/en/_build/html/market.html"),
        bare=True,
        limit=15 * MINUTE,
    ),
    Recipe(
        (
            _plain(".venv/bin/jupyter-book", "ko"),
            _plain(".venv/bin/jupyter-book", "en"),
        ),
        leaves=("book/ko/_build/html/market.html", "book/en/_build/html/market.html"),
        limit=10 * MINUTE,
    ),
    Recipe(
        (ENTER, _plain("jupyter-book", "ko")),
        leaves=("book/ko/_build/html/market.html",),
        limit=10 * MINUTE,
    ),
    Recipe(
        (ENTER, "factbook build", "factbook check", "factbook serve"),
        until={"factbook serve": READING},
        leaves=(SITE,),
        limit=10 * MINUTE,
    ),
    Recipe((ENTER, "factbook build --exports"), leaves=(SITE, "_build/html/ko/book.pdf"), limit=20 * MINUTE),
    Recipe(
        (ENTER, "factbook build", "factbook export market --to pdf,hwpx --lang ko --out exported"),
        leaves=("exported/ko/market.pdf", "exported/ko/market.hwpx"),
        limit=10 * MINUTE,
    ),
    Recipe((ENTER, "factbook edition 2026-Q4"), leaves=("book/editions/2026-Q4.zip",), limit=10 * MINUTE),
    # The notebook of a chapter prints it where the package is missing, whatever environment runs the notebook.
    Recipe(
        ("python3 -m venv .venv", ENTER, "python -m pip install ."),
        bare=True,
        leaves=(".venv/share/factbook/data/facts.csv",),
        limit=15 * MINUTE,
    ),
    Recipe(
        ("apt-get install chromium pandoc",),
        bare=True,
        needs="apt-get",
        says=r"^Inst chromium |already the newest version",
    ),
    Recipe(("make codes",), limit=10 * MINUTE, leaves=("CODES.md",)),
    Recipe(("make font",), limit=10 * MINUTE, leaves=("src/factbook/figures/font/NotoSansKR-Regular.otf",)),
    Recipe(("make lock",), needs="uv", limit=10 * MINUTE),
    Recipe(("make bench",), limit=120 * MINUTE),
    Recipe((ENTER, "python -m tests.bench build --readme"), says=r"\| nothing changed \|", limit=120 * MINUTE),
    Recipe(("make mutants",), says=r" 0 survived$", limit=240 * MINUTE),
)


def lacking(recipe: Recipe) -> str | None:
    """Return the program that this machine would need for a recipe, where it is not there."""
    return recipe.needs if recipe.needs and shutil.which(recipe.needs) is None else None
