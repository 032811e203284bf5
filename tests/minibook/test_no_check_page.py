"""A book that is built without Python for browsers has no page that checks, and nothing that leads to one."""

from __future__ import annotations

from factbook.interface.catalogue import LANGUAGES
from factbook.theme import packing


def test_without_it_there_is_no_page_and_nothing_leads_to_one(built):
    assert not any((built.site / language / "check.html").exists() for language in LANGUAGES)
    assert [path for path in built.site.rglob("*.html") if "check.html" in path.read_text("utf-8")] == []
    parts = {packing.file_of(part) for part in packing.PARTS} | {"check.js"}
    assert [path for path in built.site.rglob("*") if path.name in parts] == []


def test_a_folder_without_it_is_refused_before_anything_is_built(tiny, tmp_path):
    outcome = tiny.run("build", "--out", tmp_path / "site", "--checker", tmp_path)
    assert (outcome.status, (tmp_path / "site").exists()) == (2, False)
    assert "is not the folder of the npm package pyodide" in outcome.complained
