"""Offer the exported files on the pages of a site, each with its size."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from factbook.export import FORMATS
from factbook.export.exporting import size
from factbook.export.volumes import BOOK
from factbook.interface import catalogue

#: The files to run of a page (``run-chapter.html``), before which those to read are offered.
_BEFORE = '<p class="run-chapter">'


def offer(site: Path, languages: Iterable[str]) -> None:
    """Write into each page of ``site`` the links to those exported files that lie beside it."""
    for language in languages:
        for page in sorted((site / language).glob("*.html")):
            html = page.read_text("utf-8")
            if _BEFORE in html and (menu := _menu(page, language)):
                page.write_text(html.replace(_BEFORE, f"{menu}\n{_BEFORE}", 1), "utf-8")


def _menu(page: Path, language: str) -> str:
    words = catalogue.of(language)
    lines = (
        f'<p class="run-chapter exports">{escape(words(f"export.{what}"))}\n'
        f'<span class="page-footer-links">{links}</span></p>'
        for what, name in (("label", page.stem), ("label-book", BOOK))
        if (links := "\n".join(_links(page.with_name(name), language)))
    )
    return "\n".join(lines)


def _links(file: Path, language: str) -> Iterable[str]:
    words = catalogue.of(language)
    for kind in FORMATS:
        made = file.with_name(f"{file.name}.{kind}")
        if made.exists():
            shown = words("export.size", kind=words(f"export.kind.{kind}"), size=size(made.stat().st_size))
            yield f'<a href="{made.name}" download>{escape(shown)}</a>'
