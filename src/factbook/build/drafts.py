"""Drafts: the book as ``factbook serve`` shows it while its languages are not in step. Never published.

Every page says that it is a draft, and what is still to be done in its chapter.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from factbook import translations
from factbook.build import assembly, publish
from factbook.build.making import build_languages
from factbook.build.turns import turn
from factbook.checks.policy import POLICY
from factbook.data.layout import Layout
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, stop_at
from factbook.translations import chapters

_BODY = re.compile(r"<body\b[^>]*>")
#: What a difference of any other kind is called.
_DIFFERS = "differs"


def build(layout: Layout, problems: Sequence[Problem], tell: Callable[[str], None]) -> bool:
    """Builds a draft to ``layout.draft`` where ``problems`` are only of languages that are not in step.

    Raises :class:`ProblemError` for what keeps a language from being built, leaving an earlier draft as it was.
    """
    if not all(map(translations.is_unfinished, problems)):
        return False
    try:
        with turn(layout.work, tell), publish.beside(layout.draft) as folder:
            built = build_languages(layout, tell)
            stop_at([problem for one in built for problem in one.problems])
            assembly.assemble(layout, {one.language: one.folder for one in built}, folder)
            _mark(layout, problems, folder)
            publish.replace(layout.draft, folder)
    except OSError as error:
        raise publish.unwritable(error, layout.work) from None
    return True


def discard(layout: Layout) -> None:
    """Removes the draft: the book itself is to be read."""
    shutil.rmtree(layout.draft, ignore_errors=True)


def _mark(layout: Layout, problems: Sequence[Problem], folder: Path) -> None:
    """Puts the mark on every page of a site, and a page in the place of each chapter that is still to be written."""
    names = {language: set(chapters.names_in(layout, language)) for language in LANGUAGES}
    for language in LANGUAGES:
        for name in set().union(*names.values()) - names[language]:
            page = assembly.template("unwritten.html")
            text = page.render(language=language, say=catalogue.of(language), policy=POLICY)
            (folder / language / f"{name}.html").write_text(text, "utf-8")
        for path in (folder / language).glob("*.html"):
            _put(mark(problems, path.stem, language), path)
    _put(Markup("").join(mark(problems, "", language) for language in LANGUAGES), folder / "index.html")


def mark(problems: Sequence[Problem], page: str, language: str) -> Markup:
    """What a page says of itself, in HTML: that it is a draft, and the problems of its chapter in any language."""
    say = catalogue.of(language)
    here = [problem for problem in problems if PurePosixPath(problem.file).stem == page]
    todo = [(problem, _kind(problem, language)) for problem in here]
    elsewhere = len(problems) - len(here)
    return Markup(assembly.template("draft.html").render(language=language, say=say, todo=todo, elsewhere=elsewhere))


def _kind(problem: Problem, language: str) -> str:
    kinds = catalogue.of(language).under("draft.todo")
    return kinds.get(problem.code.removeprefix("parity."), kinds[_DIFFERS])


def _put(marked: Markup, path: Path) -> None:
    path.write_text(_BODY.sub(lambda body: f"{body[0]}{marked}", path.read_text("utf-8"), count=1), "utf-8")
