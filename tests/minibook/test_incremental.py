"""After any sequence of edits, a build that goes on from the last one gives the bytes of a build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from random import Random

import pytest

from tiny_book import TinyBook, contents

LANGUAGES = ("ko", "en")
CHAPTER = """\
(summary)=
# Summary

(summary-numbers)=
## Numbers

See {ref}`market` {cite:p}`kim2022`.
"""
EXTRA = "  - file: summary\n"


def sentence(book: TinyBook, random: Random) -> None:
    name, letters = random.choice(("market", "method", "index")), chr(random.randrange(97, 123)) * 3
    for language in random.choice((LANGUAGES, ("en",), ("ko",))):
        book.append(f"book/{language}/{name}.md", f"\nOne sentence more, {letters}.")


def fact(book: TinyBook, random: Random) -> None:
    rows = ("papers,{},paper,{} papers", "percent,{},percent,{}%")
    is_first = "papers,55," in (book.root / "data/facts.csv").read_text("utf-8")
    for row, before, after in zip(rows, (55, 76), (56, 75), strict=True):
        old, new = (before, after) if is_first else (after, before)
        book.replace("data/facts.csv", row.format(old, old), row.format(new, new))


def formula(book: TinyBook, random: Random) -> None:
    ulp = ("0.1", "0.01")
    row = "papers-rest-share,share,papers-rest papers,percent,{},"
    old = next(one for one in ulp if row.format(one) in (book.root / "data/formulas.csv").read_text("utf-8"))
    book.replace("data/formulas.csv", row.format(old), row.format(ulp[old == ulp[0]]))


def table(book: TinyBook, random: Random) -> None:
    book.append("data/targets.csv", f"more-{random.randrange(10**6)},3,더,More,말,Words,lee2023")
    book.replace("data/targets.csv", ",The ", ",The renewed ")


def chapter(book: TinyBook, random: Random) -> None:
    """Added, or taken out where it is in the book."""
    files = [book.root / "book" / language / "summary.md" for language in LANGUAGES]
    if files[0].exists():
        book.replace("_toc.yml", EXTRA, "")
        for file in files:
            file.unlink()
    else:
        book.replace("_toc.yml", "  - file: numbers\n", f"{EXTRA}  - file: numbers\n")
        for file in files:
            file.write_text(CHAPTER, "utf-8")


def heading(book: TinyBook, random: Random) -> None:
    book.replace("book/en/method.md", "\n# ", "\n# Renewed ")


def style(book: TinyBook, random: Random) -> None:
    """The stylesheet of the report, which comes after those of the theme."""
    book.append("book/_static/own.css", f"h1 {{ margin: {random.randrange(1, 9)}px; }}")


def citation(book: TinyBook, random: Random) -> None:
    book.replace("book/references.bib", "{{A ", "{{A renewed ")


EDITS: tuple[Callable[[TinyBook, Random], None], ...] = (
    *(sentence, fact, formula, table, chapter, heading, style, citation),
)


def hold(folder, seed: int) -> None:
    """Builds after each kind of edit, in some order and one of them twice, then from nothing."""
    random = Random(seed)
    book, site = TinyBook.copied_to(folder / "tiny"), folder / "site"
    (book.root / "book/_static").mkdir()
    (book.root / "book/_static/own.css").write_text("", "utf-8")
    book.append("_config.yml", '    html_static_path: ["../_static"]\n    html_css_files: [own.css]')
    done = []
    for edit in [None, *random.sample(EDITS, len(EDITS)), random.choice((sentence, fact, style))]:
        if edit:
            edit(book, random)
            done.append(edit.__name__)
        outcome = book.build(site)
        assert outcome.status == 0, f"after {done}: {outcome.complained}"
    shutil.rmtree(book.layout.work)
    outcome = book.build(folder / "anew")
    assert outcome.status == 0, outcome.complained
    gone_on, anew = contents(site), contents(folder / "anew")
    other = sorted(name for name in gone_on.keys() | anew.keys() if gone_on.get(name) != anew.get(name))
    assert other == [], f"after {done}"


def test_a_build_that_goes_on_gives_the_bytes_of_one_from_nothing(tmp_path):
    hold(tmp_path, 0)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(1, 40))
def test_many_builds_that_go_on_give_the_bytes_of_one_from_nothing(tmp_path, seed):
    hold(tmp_path, seed)
