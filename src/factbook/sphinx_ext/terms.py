"""The list of terms, ``{terms}``, and a link to it from the first use of each term in a chapter.

Links come by themselves: an author writes the term, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from factbook.data import package
from factbook.facts import terms
from factbook.facts.terms import Term, Terms
from factbook.sphinx_ext import language

#: Where a term is no running text, or is a link already.
_APART = (
    nodes.reference,
    addnodes.pending_xref,
    nodes.literal,
    nodes.title,
    nodes.caption,
    nodes.figure,
    nodes.table,
    nodes.definition_list,
)
#: Begins the classes of cards, which are links as a whole or hold a number in large letters.
_CARD = "sd-card"


def setup(app: Sphinx) -> None:
    app.add_directive("terms", TermsDirective)
    app.add_transform(FirstUse)


class TermsDirective(SphinxDirective):
    """Every term with what it means, in the reader's language, and what it is called in the others."""

    def run(self) -> list[nodes.Node]:
        own = language.of(self.env.app)
        known = sorted(_terms(self), key=lambda term: term.forms[own][0])
        return [nodes.definition_list("", *(self._entry(term, own) for term in known), classes=["from-terms", "terms"])]

    def _entry(self, term: Term, own: str) -> nodes.definition_list_item:
        label = term.label
        name = nodes.term("", term.forms[own][0], names=[label])
        for other, forms in term.forms.items():
            if other != own:
                name += nodes.Text(" ")
                name += nodes.inline("", forms[0], classes=["term-elsewhere", f"language-{other}"])
        self.state.document.note_explicit_target(name)
        return nodes.definition_list_item("", name, nodes.definition("", nodes.paragraph("", term.meaning[own])))


class FirstUse(SphinxTransform):
    """Makes the first use of each term in the paragraphs of a page a link to its entry in the list."""

    #: After the cells and roles of a notebook have written what they say, and before references are resolved.
    default_priority = 880

    def apply(self, **kwargs: object) -> None:
        known, own = _terms(self), language.of(self.app)
        linked = set[str]()
        for paragraph in list(self.document.findall(nodes.paragraph)):
            if not _is_apart(paragraph):
                for text in list(paragraph.findall(nodes.Text)):
                    if not isinstance(text.parent, _APART):
                        text.parent.replace(text, list(_linking(text, known, own, linked)))


def _linking(text: nodes.Text, known: Terms, own: str, linked: set[str]) -> Iterator[nodes.Node]:
    """The text, in which each term that is not yet ``linked`` is."""
    words, told = text.astext(), 0
    for mention in known.mentioned(words, own):
        if mention.of.key in linked or _is_in_a_title(words[: mention.start]):
            continue
        linked.add(mention.of.key)
        if told < mention.start:
            yield nodes.Text(words[told : mention.start])
        yield _link(words[mention.start : mention.end], mention.of.label)
        told = mention.end
    if told < len(words):
        yield nodes.Text(words[told:])


def _is_in_a_title(before: str) -> bool:
    """Whether the Korean marks of a title are open where ``before`` ends."""
    return before.count("「") > before.count("」")


def _link(words: str, label: str) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        "", nodes.inline("", words), refdomain="std", reftype="ref", reftarget=label, refexplicit=True
    )


def _is_apart(node: nodes.Node) -> bool:
    above: nodes.Node | None = node.parent
    while above is not None:
        if isinstance(above, _APART) or _is_card(above):
            return True
        above = above.parent
    return False


def _is_card(node: nodes.Node) -> bool:
    classes: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
    return any(one.startswith(_CARD) for one in classes)


def _terms(at: SphinxDirective | SphinxTransform) -> Terms:
    """Every term; the page being read is read again when one changes."""
    found = package.find(Path(at.env.srcdir))
    if terms.TABLE in found.files:
        at.env.note_dependency(str(found.files[terms.TABLE]))
    return terms.load(found)
