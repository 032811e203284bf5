"""Every declared table is read by some page; a table that nobody reads is a table that nobody keeps true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factbook.checks.pages import Site
from factbook.problems import Problem

#: Tables that every number passes through.
_CORE = frozenset({"facts", "quotes", "units", "exchange_rates", "formulas", "relations", "reviews", "names", "claims"})
_TABLE_CLASS = re.compile(r"\bfrom-([\w-]+)")


def check(site: Site) -> Iterator[Problem]:
    read = set(_CORE)
    for page in site:
        for names in page.root.xpath("//@data-tables"):
            read.update(names.split())
        for classes in page.root.xpath('//@class[contains(., "from-")]'):
            read.update(_TABLE_CLASS.findall(classes))
    declared = site.layout.package.files
    for name in sorted(set(declared) - read):
        yield Problem(
            "data.unread",
            site.layout.shown(declared[name]),
            "the table is declared, but no chapter reads it",
            "every declared table read by a chapter",
            "show it with table(...) or a figure that reads it, or delete it from datapackage.json",
        )
