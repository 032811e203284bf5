"""What is copied from the book, pasted into LibreOffice Writer and saved: each number is still what the book says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_copied_passages import copied

from factbook.checker import quotes
from factbook.checker.documents import check_paths
from factbook.checker.quotes import Outcome
from factbook.interface.catalogue import LANGUAGES

#: What LibreOffice calls the formats in which it writes, by their endings.
FORMS = {"docx": "MS Word 2007 XML", "odt": "writer8", "html": "HTML (StarWriter)"}
PARTS = {"section": "#market-size", "table": "#tab-market-printed"}


def pasted(rich: str, folder: Path, form: str) -> Path:
    """A document of that form into which Writer has taken rich text, by the filter by which it pastes it."""
    (folder / "clipboard.html").write_text(
        f"<html><head><meta charset='utf-8'></head><body>{rich}</body></html>", "utf-8"
    )
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--infilter=HTML (StarWriter)", "--convert-to", f"{form}:{FORMS[form]}", "--outdir", folder / "saved"]
    subprocess.run([*command, folder / "clipboard.html"], check=True, capture_output=True, timeout=120)
    return folder / "saved" / f"clipboard.{form}"


@pytest.mark.nightly
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_that_is_pasted_is_what_the_book_says(
    browser: Browser, address: str, tmp_path: Path, language: str, part: str, form: str
):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{address}/{language}/market.html")
        _, rich = copied(page, PARTS[part])
    (checked,) = check_paths([pasted(rich, tmp_path, form)], book=quotes.load(address))
    found = [one.outcome for one in checked.quotes]
    assert found.count(Outcome.SAME) >= 8
    assert set(found) == {Outcome.SAME, Outcome.PLACE_ONLY}
