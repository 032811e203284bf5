"""Every heading of a page is a place, named as it is read."""

from __future__ import annotations

from types import SimpleNamespace

from docutils import nodes
from docutils.utils import new_document

from factbook.citations.works import Place
from factbook.sphinx_ext import places


def section(label: str, *title: nodes.Node, holds: tuple[nodes.Node, ...] = ()) -> nodes.section:
    return nodes.section("", nodes.title("", "", *title), *holds, ids=[label])


def number(text: str) -> nodes.Element:
    """A number as MyST-NB has it before a page is written: in every form that the kernel gave."""
    html = nodes.raw("", f'<data value="55">{text}</data>', format="html", mime_type="text/html")
    return nodes.container("", html, nodes.inline("", text, mime_type="text/plain"), nb_element="mime_bundle")


def found(*sections: nodes.section) -> list[Place]:
    page = new_document("chapter")
    page += sections
    app = SimpleNamespace(
        env=SimpleNamespace(docname="chapter", toc_fignumbers={}),
        config=SimpleNamespace(root_doc="index"),
        srcdir="book/en",
    )
    places.PlacesCollector().process_doc(app, page)
    return places.on(app, "chapter")


def test_a_heading_is_read_with_its_number_and_without_its_source():
    source = nodes.inline("", "Lee 2023", refdomain="cite")
    (place,) = found(section("papers", nodes.Text("Papers: "), number("55 papers"), nodes.Text(" "), source))
    assert place.title == "Papers: 55 papers"


def test_every_heading_of_a_page_is_a_place_at_whatever_depth():
    first = section("first", nodes.Text("First"), holds=(section("within", nodes.Text("Within")),))
    second = section("second", nodes.Text("Second"), holds=(section("below", nodes.Text("Below")),))
    listed = [(place.label, place.title) for place in found(first, second)]
    assert listed == [("first", "First"), ("within", "Within"), ("second", "Second"), ("below", "Below")]
