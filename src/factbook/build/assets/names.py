"""The names that a stylesheet can meet: what stands in the pages, and whatever a script may put there."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
_NAMED = re.compile(r"""\s(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_PROPERTY = re.compile(r"--[\w-]+")
#: What a browser adds where a page leaves it out.
_IMPLIED = frozenset({"html", "head", "body", "tbody"})
#: Names in the theme's script of what this book does not have: a choice of versions, banners, a folding sidebar.
_ABSENT = frozenset(
    {
        *("bd-header-announcement", "dropdown-item", "dropdown-menu", "dropdown-menu-dark", "list-group-item"),
        *("list-group-item-action", "pst-button-link-to-stable-version", "pst-collapse-sidebar-button"),
        *("pst-expand-sidebar-label", "pst-squeeze", "thebe-launch-button", "version-switcher__button"),
        "version-switcher__menu",
    }
)


def of_pages(pages: Iterable[str]) -> frozenset[str]:
    """Every element, class, id and custom property of the pages."""
    return _IMPLIED.union(*map(_of_page, pages))


def _of_page(html: str) -> frozenset[str]:
    found = {*_ELEMENT.findall(html), *_PROPERTY.findall(html)}
    for double, single in _NAMED.findall(html):
        found.update((double or single).split())
    return frozenset(found)


def of_scripts(scripts: Iterable[str]) -> frozenset[str]:
    """Every word of the scripts, since one that adds a class spells its name, but for what the book has not."""
    return frozenset(word for script in scripts for word in _WORD.findall(script)) - _ABSENT
