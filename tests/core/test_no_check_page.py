"""A book that is built without Python for browsers has no page that checks, and nothing that leads to one."""

from __future__ import annotations

from factbook.interface.catalogue import LANGUAGES
from factbook.theme import packing


def test_without_it_there_is_no_page_and_nothing_leads_to_one(built):
    assert not any((built.site / language / "check.html").exists() for language in LANGUAGES)
    assert [path for path in built.site.rglob("*.html") if "check.html" in path.read_text("utf-8")] == []
    parts = {packing.file_of(part) for part in packing.PARTS} | {"check.js"}
    assert [path for path in built.site.rglob("*") if path.name in parts] == []
