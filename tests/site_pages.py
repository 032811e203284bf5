"""The pages of the built site, by name."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from playwright.sync_api import Page

from factbook.checks.channels import assigned
from factbook.interface.catalogue import LANGUAGES
from folders import ROOT

CHAPTERS = ["index", *(item["file"] for item in yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))["chapters"])]
#: Python for browsers, as `make site` has it, with which the site checks documents in a page.
RUNTIME = ROOT / "node_modules" / "pyodide"
#: Pages that are made without a chapter.
TOOLS = ("search", "check") if RUNTIME.is_dir() else ("search",)
#: Every page of the book in each language.
BOOK_PAGES = [f"{language}/{name}.html" for language in LANGUAGES for name in (*CHAPTERS, *TOOLS)]
#: The page that offers the languages; a browser that remembers one is led on, unless it asks.
ROOT_PAGE = "index.html?choose"
#: The page that a host shows where there is none.
NOT_FOUND = "404.html"
EVERY_PAGE = [ROOT_PAGE, NOT_FOUND, *BOOK_PAGES]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
#: Sums up in ``window.shift`` how far a page moves under a reader who has touched nothing (Layout Instability).
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def cited_at(site: Path, language: str, label: str) -> str:
    """Where a place is cited, within the book: in the newest edition for as long as it stands as it was frozen."""
    cited = assigned.value(site / language / "citations.js", "citations")
    return re.search(r'href="([^"]*)"', cited["places"][label]["place"])[1].removeprefix(cited["base"])


def clipboard(page: Page, kind: str = "text/plain") -> str:
    """What lies on the clipboard in that form."""
    return page.evaluate("async (kind) => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind)
