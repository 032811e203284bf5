"""The feed of changes is what a feed must be (Atom, RFC 4287), and each page leads to it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise

import lxml.html
import pytest
from lxml import etree

from factbook.citations import atom
from factbook.citations.atom import Entry
from factbook.citations.identity import Identity
from factbook.citations.model import Date
from factbook.interface.catalogue import LANGUAGES
from site_pages import CHAPTERS

ATOM = "{http://www.w3.org/2005/Atom}"
#: RFC 3339, 5.6.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
IDENTITY = Identity("twins", "https://example.org/twins/", "1.0", Date(2026, 11), ())
ENTRIES = [
    Entry("https://example.org/twins/en/a.html", "A & <B>", datetime(2026, 11, 27, tzinfo=UTC), "once"),
    Entry("https://example.org/twins/en/b.html", "B", datetime(2026, 12, 1, tzinfo=UTC)),
]


def faults(text: str) -> list[str]:
    """What of a feed RFC 4287 forbids, of all that a feed of this book could do wrong."""
    root = etree.fromstring(text.encode())
    found = [] if root.tag == f"{ATOM}feed" else [f"the root is {root.tag}"]
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            if len(one.findall(f"{ATOM}{name}")) != 1:
                found.append(f"{len(one.findall(f'{ATOM}{name}'))} × {name}")
        if not IRI.fullmatch(one.findtext(f"{ATOM}id") or ""):
            found.append(f"id {one.findtext(f'{ATOM}id')}")
        if not MOMENT.fullmatch(one.findtext(f"{ATOM}updated") or ""):
            found.append(f"updated {one.findtext(f'{ATOM}updated')}")
        links = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in one if "link" in link.tag
        ]
        found += [f"two links {link}" for link in links if links.count(link) > 1]
        if not any(relation == "alternate" for relation, *_ in links):
            found.append("no alternate")
    if not root.findtext(f"{ATOM}author/{ATOM}name") and not all(
        one.findtext(f"{ATOM}author/{ATOM}name") for one in entries
    ):
        found.append("no author")
    ids = [one.findtext(f"{ATOM}id") for one in (root, *entries)]
    return found + [f"id twice: {one}" for one in set(ids) if ids.count(one) > 1]


def test_a_feed_is_as_new_as_its_newest_entry_which_comes_first():
    text = atom.feed(IDENTITY, "en", "changes", ENTRIES)
    assert faults(text) == []
    root = etree.fromstring(text.encode())
    assert root.findtext(f"{ATOM}updated") == "2026-12-01T00:00:00+00:00"
    assert [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")] == ["B", "A & <B>"]
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "https://example.org/twins/en/changes.atom"


def test_a_feed_of_which_nothing_is_known_is_as_old_as_the_book():
    text = atom.feed(IDENTITY, "ko", "changes", [])
    assert faults(text) == []
    assert etree.fromstring(text.encode()).findtext(f"{ATOM}updated") == "2026-11-01T00:00:00+00:00"


def test_what_reads_feeds_here_tells_a_broken_one():
    text = atom.feed(IDENTITY, "en", "changes", ENTRIES)
    assert faults(text.replace("/b.html</id>", "/a.html</id>")) == ["id twice: https://example.org/twins/en/a.html"]
    assert faults(text.replace("2026-11-27T00:00:00+00:00", "2026-11-27")) == ["updated 2026-11-27"]
    assert faults(re.sub("<title>B</title>", "", text)) == ["0 × title"]
    assert faults(re.sub("<author>.*</author>", "", text, flags=re.DOTALL)) == ["no author"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_of_the_book_is_valid_and_newest_first_and_in_its_language(site, language):
    text = (site / language / "changes.atom").read_text("utf-8")
    assert faults(text) == []
    root = etree.fromstring(text.encode())
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    moments = [datetime.fromisoformat(one.text) for one in root.iterfind(f"{ATOM}entry/{ATOM}updated")]
    assert all(one >= next_one for one, next_one in pairwise(moments))
    for entry in root.iterfind(f"{ATOM}entry"):
        page, _, label = entry.findtext(f"{ATOM}id").partition(".example/")[2].partition("#")
        there = lxml.html.fromstring((site / page).read_bytes())
        assert not label or there.get_element_by_id(label) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_feed_and_the_page_of_changes_shows_it(site, language):
    for name in (*CHAPTERS, "search"):
        page = lxml.html.fromstring((site / language / f"{name}.html").read_bytes())
        (link,) = page.xpath("/html/head/link[@rel='alternate'][@type='application/atom+xml']")
        assert (link.get("href"), bool(link.get("title"))) == ("changes.atom", True)
    page = lxml.html.fromstring((site / language / "changes.html").read_bytes())
    assert page.xpath("//article//a[@href='changes.atom']")
