"""The site as it is published: the root page, the languages, the data, the editions; no file more than is asked for."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from sphinx_external_toc.parsing import parse_toc_yaml

from factbook import theme
from factbook.build import assets, data, vega
from factbook.build.assets import bundle
from factbook.checker.quotes import published
from factbook.checks.policy import POLICY
from factbook.citations import addresses, identity
from factbook.citations.identity import Identity
from factbook.citations.works import TITLE_PAGE
from factbook.data import cutoff, history
from factbook.data.layout import Layout
from factbook.editions import publishing
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.phrasing import tables
from factbook.provenance.publication import NUMBERS
from factbook.theme import packing

#: The page that hosts show where there is none.
NOT_FOUND = "404.html"
#: Files of a language's build that are not part of its folder on the site.
_NOT_PUBLISHED = shutil.ignore_patterns(".buildinfo", "reports", "objects.inv", "jupyter_execute", NUMBERS["path"])


def assemble(layout: Layout, built: Mapping[str, Path], folder: Path) -> None:
    """Makes the site in ``folder``, of what was ``built`` of each language. Raises :class:`OSError`."""
    for language, pages in built.items():
        shutil.copytree(pages, folder / language, ignore=_NOT_PUBLISHED)
    (folder / "_static").mkdir()
    shutil.copy(vega.file(layout.work), folder / "_static" / "vega.js")
    known = identity.read(layout.root, layout.edition)
    data.write(layout, known, next(iter(built.values())) / NUMBERS["path"], folder / "data")
    if layout.checker:
        packing.write(layout.checker, folder / "data" / published.FILE, folder / "_static")
    (folder / "index.html").write_text(root_page(cutoff.read(layout.config)), "utf-8")
    if not layout.edition:
        _for_hosts(layout, known, folder)
    own = frozenset(sheet.name for sheet in theme.STATIC.glob("*.css"))
    assets.lighten(folder, own, layout.work / "stylesheets")
    publishing.publish(layout, folder, known.base)


def _for_hosts(layout: Layout, known: Identity, folder: Path) -> None:
    """What is read at the root of a host only: by GitHub Pages, and by search engines."""
    (folder / ".nojekyll").touch()
    (folder / NOT_FOUND).write_text(not_found_page(layout, urlsplit(known.base).path), "utf-8")
    for name, text in addresses.files(known, parse_toc_yaml(layout.toc), history.read(layout).page).items():
        (folder / name).write_text(text, "utf-8")


def root_page(until: date) -> str:
    """The page that offers the languages; ``until`` is the day up to which the book looked at its sources."""
    return _rendered("root.html", until={code: tables.date(until.isoformat(), code).html for code in LANGUAGES})


def not_found_page(layout: Layout, base: str) -> str:
    """The page that a host shows where there is none; ``base`` is the path of the site on it, ending in a slash.

    It asks for no file, and its links begin at the root of the host, since nobody knows how deep it is shown.
    """
    style = bundle.minified((theme.STATIC / "root.css").read_text("utf-8"))
    return _rendered("not-found.html", base=base, style=style, icon=quote(layout.icon.read_text("utf-8")))


def template(name: str) -> Template:
    """A page, or part of one, that no language's build makes."""
    environment = Environment(loader=PackageLoader("factbook", "build"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(name)


def _rendered(name: str, **values: object) -> str:
    """A page of the site's own, with the words of every language."""
    languages = [
        {
            "code": code,
            "name": words("site.language"),
            "title": words("site.name"),
            "describe": words("site.describe"),
            "cutoff": words("cutoff.page"),
            "href": f"{code}/index.html",
            "lost": words("not-found.title"),
            "missing": words("not-found.missing"),
            "links": [{"href": f"{page}.html", "name": words(f"not-found.{page}")} for page in (TITLE_PAGE, "search")],
        }
        for code, words in ((code, catalogue.of(code)) for code in LANGUAGES)
    ]
    return template(name).render(languages=languages, policy=POLICY, **values)
