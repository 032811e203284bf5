"""The index of one language as the browser is given it: sections, their sentences, and what each is found by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factbook.search import terms

#: Where a sentence ends: after its mark and a closing quotation, before a blank and no small letter.
_SENTENCE = re.compile(r"(?<=[.?!])(?P<close>[’”')\]]?)\s+(?![a-z])")
#: A point that ends no sentence: an initial, an abbreviation.
_INITIAL = re.compile(r"(?:^|[\s(])(?:[A-Z]|e\.g|i\.e|[Nn]os?|vs|Dr|St|Inc|Co|Ltd|et al|Figs?|[Vv]ols?|pp?|[Cc]h)\.$")
#: What stood between a sentence and a cell beside it, or a citation before it.
_AROUND = re.compile(r"^(?:[·:] )+|(?: ·)+$")
#: What is left of «Source: …» without its citation.
_NAMES_NOTHING = re.compile(r"\w+: ?\.?")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a page.

    ``parents`` are the headings above it, the page's title first. ``numbers`` are the ids of the numbers it says,
    ``figures`` its key figures, each with what it is, as they stand on the page.
    """

    anchor: str
    heading: str
    parents: tuple[str, ...]
    sentences: tuple[str, ...]
    numbers: tuple[str, ...]
    figures: tuple[str, ...] = ()


def sentences(block: str) -> list[str]:
    """The sentences of a paragraph, or of a row whose cells stand between points."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(block):
        sentence = block[start : match.end("close")]
        if not _INITIAL.search(sentence):
            found.append(sentence)
            start = match.end()
    cut = (sentence.strip() for sentence in [*found, block[start:]])
    kept = (_AROUND.sub("", sentence) for sentence in cut if not _NAMES_NOTHING.fullmatch(sentence))
    return [sentence for sentence in kept if sentence]


def freeze(pages: Mapping[str, Sequence[Section]], labels: Mapping[str, str]) -> dict[str, Any]:
    """The index as JSON: its sections in the order of ``pages``, and for each term the places of its sections.

    A term is looked for in headings (``titleterms``), in key figures and what is said of the numbers of a section
    (``keyterms``, from ``labels``: the number's name and figure by its id) and in sentences (``terms``).
    """
    docnames = list(pages)
    numbers = sorted({n for sections in pages.values() for s in sections for n in s.numbers if n in labels})
    place = {number: index for index, number in enumerate(numbers)}
    rows: list[list[Any]] = []
    texts: list[tuple[str, Iterable[str], Iterable[str]]] = []
    for page, docname in enumerate(docnames):
        for section in pages[docname]:
            said = [number for number in section.numbers if number in place]
            rows.append(
                [
                    page,
                    section.anchor,
                    section.heading,
                    list(section.parents),
                    list(section.sentences),
                    [place[number] for number in said],
                    list(section.figures),
                ]
            )
            texts.append((section.heading, [*(labels[number] for number in said), *section.figures], section.sentences))
    return {
        "docnames": docnames,
        "sections": rows,
        "numbers": [[number, labels[number]] for number in numbers],
        "titleterms": _postings([[heading] for heading, _, _ in texts]),
        "keyterms": _postings([keys for _, keys, _ in texts]),
        "terms": _postings([said for _, _, said in texts]),
    }


def thaw(frozen: Mapping[str, Any]) -> dict[str, list[Section]]:
    """The sections that :func:`freeze` was given. Raises ``KeyError``, ``ValueError`` or ``TypeError`` for another."""
    pages: dict[str, list[Section]] = {docname: [] for docname in frozen["docnames"]}
    ids = [number for number, _ in frozen["numbers"]]
    for page, anchor, heading, parents, said, places, figures in frozen["sections"]:
        numbers = tuple(ids[place] for place in places)
        section = Section(anchor, heading, tuple(parents), tuple(said), numbers, tuple(figures))
        pages[frozen["docnames"][page]].append(section)
    return pages


def _postings(texts: Sequence[Iterable[str]]) -> dict[str, list[int]]:
    """For each term the places of the texts that have it, both in order."""
    found: dict[str, dict[int, None]] = {}
    for place, parts in enumerate(texts):
        for part in parts:
            for token in terms.of(part):
                for term in token.terms:
                    found.setdefault(term, {})[place] = None
    return {term: list(found[term]) for term in sorted(found)}
