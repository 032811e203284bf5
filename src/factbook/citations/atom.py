"""A feed of what has changed, as programs that follow sites read it (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from lxml import etree

from factbook.citations.identity import LICENCE_ADDRESS, Identity
from factbook.interface import catalogue

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
#: The feed of a language, from the folder of its pages.
FILE = "changes.atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that has changed, known by the address at which it is read; ``updated`` has a zone."""

    address: str
    title: str
    updated: datetime
    summary: str = ""


def midnight(day: date) -> datetime:
    """The moment at which a day begins, for what is known to the day."""
    return datetime.combine(day, time(), UTC)


def feed(identity: Identity, language: str, page: str, entries: Iterable[Entry]) -> str:
    """The feed of a language, the newest entry first; ``page`` is the name of the page that tells of changes.

    A book of which nothing is known to have changed has a feed without entries, as old as the book.
    """
    words = catalogue.of(language)
    listed = sorted(entries, key=lambda entry: (entry.updated, entry.address), reverse=True)
    issued = identity.issued
    latest = listed[0].updated if listed else midnight(date(issued.year, issued.month or 1, issued.day or 1))
    own = identity.address(f"{language}/{FILE}")
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    _add(root, "id", own)
    _add(root, "title", words("feed.title", book=words("site.name")))
    _add(root, "updated", latest.isoformat())
    _add(etree.SubElement(root, f"{{{ATOM}}}author"), "name", words("citing.author"))
    _link(root, "self", own, MEDIA_TYPE)
    _link(root, "alternate", identity.address(f"{language}/{page}.html"), "text/html")
    _link(root, "license", LICENCE_ADDRESS)
    for entry in listed:
        _entry(root, entry)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text.decode("utf-8")


def _entry(root: etree._Element, entry: Entry) -> None:
    element = etree.SubElement(root, f"{{{ATOM}}}entry")
    _add(element, "id", entry.address)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.updated.isoformat())
    _link(element, "alternate", entry.address, "text/html")
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: etree._Element, relation: str, address: str, media: str = "") -> None:
    link = etree.SubElement(parent, f"{{{ATOM}}}link", rel=relation, href=address)
    if media:
        link.set("type", media)
