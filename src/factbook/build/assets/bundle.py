"""Many stylesheets as one file, its name telling its content."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import os
import re
from dataclasses import dataclass
from pathlib import Path

import lightningcss

from factbook.build.assets import breakpoints, purge
from factbook.build.assets.purged import Purged

#: The oldest browsers that show the book as it is meant, where its container queries are known.
BROWSERS = ("chrome 105", "firefox 110", "safari 16")
_LINK = re.compile(r"""[ \t]*<link\b(?=[^>]*\brel="stylesheet")[^>]*>\n?""")
_ATTRIBUTE = re.compile(r"""\b(href|media)="([^"]*)\"""")
_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([^"']+)["']\)?\s*;""")
_URL = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stylesheet as a page links it; ``media`` is empty where it is for all."""

    path: Path
    media: str


def sheets(page: Path, html: str) -> tuple[Sheet, ...]:
    """The stylesheets that a page links, in the order of the cascade."""
    found = []
    for link in _LINK.findall(html):
        attributes = dict(_ATTRIBUTE.findall(link))
        found.append(Sheet((page.parent / attributes["href"].partition("?")[0]).resolve(), attributes.get("media", "")))
    return tuple(found)


def bundle(listed: tuple[Sheet, ...], own: frozenset[str], names: frozenset[str], folder: Path, purged: Purged) -> str:
    """The sheets as one, minified; those that are not the book's ``own`` without what ``names`` cannot match.

    ``folder`` holds them and their pictures: that of a language.
    """
    parts = []
    for sheet in listed:
        css = _whole(sheet.path, folder)
        if sheet.path.name not in own:
            css = purged.of(css, names)
        css = _URL.sub(lambda found: _within(folder / found[2]), css)
        parts.append(f"@media {sheet.media}{{{css}}}" if sheet.media else css)
    return purge.without_unread(minified("".join(parts)), names)


def minified(css: str) -> str:
    """The same rules in fewer bytes, in words that ``BROWSERS`` know, following the reader's font size."""
    return breakpoints.in_ems(str(lightningcss.process_stylesheet(css, browsers_list=list(BROWSERS))))


def write(css: str, folder: Path) -> Path:
    """The file of that content; one for all pages that load the same."""
    folder.mkdir(exist_ok=True)
    file = folder / f"book.{hashlib.sha256(css.encode()).hexdigest()[:12]}.css"
    file.write_text(css, "utf-8")
    return file


def relink(html: str, page: Path, sheet: Path) -> str:
    """The page with one stylesheet in place of its first, and without the others."""
    href = Path(os.path.relpath(sheet, page.parent)).as_posix()
    one = iter([f'  <link rel="stylesheet" href="{href}">\n'])
    return _LINK.sub(lambda _: next(one, ""), html)


def _whole(path: Path, folder: Path) -> str:
    """A stylesheet with those that it imports in their place, and the paths of its pictures from ``folder``.

    That is another one in every build and language; what a stylesheet says is the same, so that it is purged once.
    """

    def from_folder(found: re.Match[str]) -> str:
        return f'url("{os.path.relpath((path.parent / found[2]).resolve(), folder)}")'

    css = _URL.sub(from_folder, path.read_text("utf-8"))
    return _IMPORT.sub(lambda found: _whole((path.parent / found[1]).resolve(), folder), css)


def _within(path: Path) -> str:
    """A small picture as part of the stylesheet."""
    kind = mimetypes.guess_type(path.name)[0]
    return f'url("data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")'
