"""What pages load: one stylesheet without the rules that no page can use; and no file is published that nothing names.

Sphinx, its theme and its extensions publish a great deal for books that have everything; a reader should fetch what
this one has. The folder of a language as Sphinx writes it stays whole and readable on its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rjsmin

from factbook.build.assets import breakpoints, bundle, names, purged, unused
from factbook.build.assets.bundle import Sheet


def lighten(site: Path, own: frozenset[str], store: Path) -> None:
    """Rewrites the pages of the folder ``site`` to load one stylesheet each, and deletes the files that none asks for.

    ``own`` names the book's own stylesheets, whose rules are all kept; ``store`` keeps the others for the next build.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html")) if unused.STATIC not in path.parts}
    asked = unused.loaded(site, pages.values())
    scripts = [path for path in asked if path.suffix == ".js" and not unused.is_shared(path, site)]
    for path in scripts:
        path.write_text(breakpoints.in_ems(rjsmin.jsmin(path.read_text("utf-8"))), "utf-8")
    met = names.of_pages(pages.values()) | names.of_scripts(path.read_text("utf-8") for path in scripts)

    with purged.kept(store) as known:

        @cache
        def bundled(linked: tuple[Sheet, ...], folder: Path) -> Path:
            return bundle.write(bundle.bundle(linked, own, met, folder, known), site / unused.STATIC)

        for path, html in pages.items():
            if linked := bundle.sheets(path, html):
                pages[path] = bundle.relink(html, path, bundled(linked, path.parent.resolve()))
                path.write_text(pages[path], "utf-8")
    unused.delete(site, pages.values())
