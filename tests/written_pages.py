"""A site of pages written by hand, to hold each check of the built pages to."""

from __future__ import annotations

from pathlib import Path

from factbook.checks import pages
from factbook.checks.pages import Site
from factbook.problems import Problem
from tiny_book import TinyBook

HEADED = '<section id="growth"><h2>Growth<a class="twin">KO</a></h2>{}</section>'


class Pages:
    """A site of hand-written pages over the data of the tiny book."""

    def __init__(self, tiny: TinyBook, folder: Path) -> None:
        self.tiny = tiny
        self.folders = {language: folder / language for language in ("ko", "en")}
        for language in self.folders:
            self.write(language, "index", "")

    def write(self, language: str, name: str, article: str, head: str = "", lang: str | None = None) -> None:
        self.folders[language].mkdir(parents=True, exist_ok=True)
        (self.folders[language] / f"{name}.html").write_text(
            f'<!doctype html><html lang="{lang or language}"><head><meta charset="utf-8">{head}</head><body>'
            f'<article class="bd-article">{HEADED.format(article)}</article></body></html>',
            "utf-8",
        )

    @property
    def site(self) -> Site:
        return pages.read(self.tiny.layout, self.folders)

    def found(self, check) -> list[Problem]:
        return list(check.check(self.site))

    def the_problem(self, check) -> Problem:
        found = self.found(check)
        assert len(found) == 1, "\n".join(map(str, found)) or "nothing was found"
        return found[0]
