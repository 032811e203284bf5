"""Every kind of file that is published, and what reads it back; a file of another kind has no reader yet."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from factbook.checks.channels.reading import Readings
from factbook.data.layout import Layout
from factbook.problems import Problem

#: What reads a file back, by the pattern of its path; the first that fits.
READERS: Mapping[str, str] = {
    "data/numbers.csv": "channels/all_numbers.py",
    "data/numbers.json": "channels/quotable.py",
    "data/*": "channels/tables.py",
    "??/sources.*": "channels/bibliographies.py",
    "??/citations.js": "channels/cited.py",
    "??/citations.*": "channels/bibliographies.py",
    "??/citations-numbers.js": "channels/copied.py",
    "??/explanations.js": "channels/explained.py",
    "??/*.ipynb": "channels/notebooks.py",
    "??/*.html": "of_pages/",
    "??/_figures/*": "of_pages/figures.py and book/report/geometry/",
    "??/_previews/*.png": "of_pages/previews.py",
    "??/changes.atom": "channels/fed.py",
    "??/searchindex.js": "channels/searched.py",
    "??/*.pdf": "channels/exported/pdf.py",
    "??/*.docx": "channels/exported/docx.py",
    "??/*.hwpx": "channels/exported/hwpx.py",
    "??/_sources/*": "the chapters as they are written",
    "??/*.md": "the chapters as they are written",
    "??/_static/book.js": "channels/scripts.py",
    "??/_static/*": "says no number of its own",
    "_static/check-numbers.js": "channels/quotable.py",
    "_static/*": "says no number of its own",
    "editions/*": "of_pages/editions.py",
    "index.html": "no number but the date up to which the book looked",
    "404.html": "no number",
    "robots.txt": "no number",
    "sitemap.xml": "addresses and dates",
    ".nojekyll": "no text",
}


def check(layout: Layout, folder: Path) -> Readings:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file():
            continue
        if any(fnmatch(name, pattern) for pattern in READERS):
            yield None
        else:
            advice = "write a reader in checks/channels and name it in checks/channels/known.py"
            yield Problem("channel.unknown", name, "nothing reads this file back", "a reader for every kind", advice)
