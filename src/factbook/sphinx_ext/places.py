"""Every place of the book that can be cited: collected as pages are read, in the order of the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from factbook.citations.model import Kind
from factbook.citations.works import Place
from factbook.interface.catalogue import Catalogue
from factbook.sphinx_ext import kept, language, navigation


@dataclass(frozen=True, slots=True)
class Found:
    """A place as it is read. Its number in ``series`` (``figure``, ``table``, as Sphinx counts) is known only when all
    pages are."""

    place: Place
    series: str = ""


def setup(app: Sphinx) -> None:
    app.add_env_collector(PlacesCollector)


def pages(app: Sphinx) -> list[str]:
    """The pages of the book in the order of its table of contents."""
    return [docname for docname in navigation.order(app.env) if docname in PlacesCollector.of(app.env)]


def on(app: Sphinx, docname: str) -> list[Place]:
    """The places of a page in their order; the first is the page itself."""
    words = language.words(app)
    return [_designated(app.env, docname, found, words) for found in PlacesCollector.of(app.env).get(docname, ())]


def _designated(env: BuildEnvironment, docname: str, found: Found, words: Catalogue) -> Place:
    number = env.toc_fignumbers.get(docname, {}).get(found.series, {}).get(found.place.label)
    if not number:
        return found.place
    return replace(found.place, designation=words(f"citing.{found.series}", number=".".join(map(str, number))))


class PlacesCollector(kept.ByPage[tuple[Found, ...]]):
    """Keeps the sections, figures and captioned tables of each page."""

    name = "factbook_places"

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        docname = app.env.docname
        self.of(app.env)[docname] = tuple(_places_in(doctree, docname, docname == app.config.root_doc))


def _places_in(doctree: nodes.document, docname: str, is_root: bool) -> Iterator[Found]:
    sections = [section for section in doctree.findall(nodes.section) if section["ids"]]
    if not sections:
        return
    page, *_ = sections
    chapter = _heading(page, nodes.title)
    yield Found(Place(docname, page["ids"][0], Kind.BOOK if is_root else Kind.CHAPTER, chapter, chapter))
    for node in doctree.findall(nodes.Element):
        if node is page or not node["ids"]:
            continue
        if isinstance(node, nodes.section):
            yield Found(Place(docname, node["ids"][0], Kind.SECTION, _heading(node, nodes.title), chapter))
        elif isinstance(node, nodes.figure):
            yield _captioned(node, docname, chapter, "figure", nodes.caption)
        elif isinstance(node, nodes.table) and node.next_node(nodes.title):
            yield _captioned(node, docname, chapter, "table", nodes.title)


def _captioned(node: nodes.Element, docname: str, chapter: str, series: str, caption: type[nodes.Element]) -> Found:
    title = _heading(node, caption).rstrip(".")
    return Found(Place(docname, node["ids"][0], Kind.FIGURE, title, chapter), series)


def _heading(node: nodes.Element, kind: type[nodes.Element]) -> str:
    found = node.next_node(kind)
    return " ".join(_read(found).split()) if found is not None else ""


def _read(node: nodes.Node) -> str:
    """What a reader reads there: the plain one of a number's forms, and no reference to a source."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if not isinstance(node, nodes.Element) or node.get("refdomain") == "cite":
        return ""
    if node.get("nb_element") == "mime_bundle":
        forms = [form for form in node.children if isinstance(form, nodes.Element)]
        return next((form.astext() for form in forms if form.get("mime_type") == "text/plain"), "")
    return "".join(map(_read, node.children))
