"""The files by which search engines find the pages: ``sitemap.xml`` and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from lxml import etree

from factbook.citations import tags
from factbook.citations.identity import Identity
from factbook.interface.catalogue import LANGUAGES

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


#: When a page, named without its ending, last changed in a language; ``None`` where nobody knows.
LastChanged = Callable[[str, str], datetime | None]


def files(identity: Identity, pages: Iterable[str], last_changed: LastChanged) -> dict[str, str]:
    """Both files by name, for the folder that holds the languages."""
    return {"sitemap.xml": sitemap(identity, pages, last_changed), "robots.txt": robots(identity)}


def sitemap(identity: Identity, pages: Iterable[str], last_changed: LastChanged) -> str:
    """Every page, named without language and ending, in every language, with its twins (sitemaps.org 0.9)."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP, "xhtml": _XHTML})
    for page in pages:
        twins = tags.alternates(identity, page)
        for own in twins[: len(LANGUAGES)]:
            entry = etree.SubElement(root, f"{{{_SITEMAP}}}url")
            etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = own.address
            if moment := last_changed(own.language, page):
                etree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = moment.isoformat()
            for twin in twins:
                etree.SubElement(entry, f"{{{_XHTML}}}link", rel="alternate", hreflang=twin.language, href=twin.address)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text.decode("utf-8")


def robots(identity: Identity) -> str:
    """Everyone may read everything (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {identity.base}sitemap.xml\n"
