"""The picture of each page for whoever shows a link to it, drawn from the page's own title and key number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.html
from docutils import nodes
from lxml.html import HtmlElement
from sphinx.application import Sphinx

from factbook.citations import tags, works
from factbook.citations.works import Place
from factbook.figures import preview
from factbook.figures.preview import Preview
from factbook.sphinx_ext import citing, head, language, places

#: Where the pictures are, beside the pages of their language.
FOLDER = "_previews"
#: The class of a card with a key number, and those of its parts.
_KEY, _NUMBER, _TEXT = "key-figure", "sd-card-title", "sd-card-text"


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _describe)
    app.connect("build-finished", _forget)


def file_of(page: str) -> str:
    """The picture of a page, from the folder of its language."""
    return f"{FOLDER}/{page.replace('/', '-')}.png"


def _describe(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Draws the picture of a page unless it is as it was, and gives the template the tags that name it."""
    context["preview"] = ()
    on_page = places.on(app, pagename) if pagename in app.env.found_docs else []
    if not on_page:
        return
    shown = _preview(app, on_page[0], context.get("body") or "")
    _draw(preview.svg_of(shown), Path(app.outdir, file_of(pagename)), Path(app.doctreedir, FOLDER))
    address = citing.identity_of(app).address(f"{language.of(app)}/{file_of(pagename)}")
    context["preview"] = tags.picture(address, preview.WIDTH, preview.HEIGHT, shown.alt)


def _preview(app: Sphinx, page: Place, body: str) -> Preview:
    here = language.of(app)
    work, book = works.place(citing.identity_of(app), here, page), language.words(app)("site.name")
    number, text = key_figure(body)
    return Preview(here, book, work.title, number, text or work.abstract)


def key_figure(body: str) -> tuple[str, str]:
    """The first key number of a page and what it is, without its sources; nothing where a page has none."""
    cards = lxml.html.fromstring(body).xpath(f"//div[{_has(_KEY)}]") if _KEY in body else []
    if not cards:
        return "", ""
    for citation in cards[0].xpath(head.CITATIONS):
        citation.drop_tree()
    return _words(cards[0], _NUMBER), _words(cards[0], _TEXT)


def _has(name: str) -> str:
    return f'contains(concat(" ", @class, " "), " {name} ")'


def _words(card: HtmlElement, name: str) -> str:
    return " ".join(re.sub(r"\s+", " ", part.text_content()).strip() for part in card.xpath(f".//*[{_has(name)}]"))


def _draw(svg: str, file: Path, drawn: Path) -> None:
    """Writes the PNG of ``svg`` to ``file``, unless it is what was drawn there last; ``drawn`` keeps that."""
    last = drawn / f"{file.stem}.svg"
    if file.exists() and last.exists() and last.read_text("utf-8") == svg:
        return
    for folder in (file.parent, drawn):
        folder.mkdir(parents=True, exist_ok=True)
    file.write_bytes(preview.png_of(svg))
    last.write_text(svg, "utf-8")


def _forget(app: Sphinx, exception: Exception | None) -> None:
    """Deletes the pictures of pages that are no more."""
    known = {Path(app.outdir, file_of(page)) for page in app.env.found_docs}
    for left in set(Path(app.outdir, FOLDER).glob("*.png")) - known:
        left.unlink()
