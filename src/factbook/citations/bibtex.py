"""BibTeX: works as LaTeX, Zotero, JabRef and pandoc take them, in UTF-8, written by pybtex."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as BibtexPerson
from pybtex.database.output.bibtex import Writer

from factbook.citations.model import Kind, Name, Person, Work

#: A section and a figure are parts of a collection with titles of their own; BibTeX knows neither data nor pages.
TYPES = {
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.SECTION: "incollection",
    Kind.FIGURE: "incollection",
    Kind.DATASET: "misc",
    Kind.ARTICLE: "article",
    Kind.REPORT: "techreport",
    Kind.NEWS: "misc",
    Kind.PAGE: "misc",
}
_CONTAINERS = {"incollection": "booktitle", "article": "journal", "misc": "howpublished"}
_PUBLISHERS = {"techreport": "institution", "book": "publisher", "incollection": "publisher"}
#: Languages as babel, and so LaTeX, names them.
LANGUAGES = {"ko": "korean", "en": "english", "de": "german", "fr": "french", "ja": "japanese"}
#: LaTeX's ten special characters. A brace is named, since one alone would unbalance the field.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)
#: Marks that LaTeX makes into another where two of them meet: '' into ”, ,, into „, -- into –.
_LIGATURE = re.compile(r"([,'`<>-])(?=\1)")
#: Fields that readers take as they stand, after biblatex; an address says its braces in percent.
_VERBATIM = frozenset({"url", "doi"})
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def dump(works: Iterable[Work]) -> str:
    """A BibTeX file."""
    entries = {work.key: _entry(work) for work in works}
    return str(_Writer(encoding="UTF-8").to_string(BibliographyData(entries)))


class _Writer(Writer):  # type: ignore[misc]
    """pybtex's writer for values that are marked up already, always in braces."""

    def _encode(self, text: str) -> str:
        return text

    def quote(self, text: str) -> str:
        self.check_braces(text)
        return f"{{{text}}}"

    def _format_name(self, _: object, person: BibtexPerson) -> str:
        return " ".join(person.last_names) + (f", {' '.join(person.first_names)}" if person.first_names else "")


def _entry(work: Work) -> Entry:
    kind = TYPES[work.kind]
    fields = {
        "title": f"{{{_latex(work.title)}}}" if work.title else "",
        _CONTAINERS.get(kind, "series"): _latex(work.container),
        _PUBLISHERS.get(kind, "organization"): _latex(work.publisher),
        "edition": _latex(work.edition),
        "version": _latex(work.version),
        "type": _latex(work.genre),
        "volume": _latex(work.volume),
        "number": _latex(work.number),
        "pages": _latex(work.pages),
        "year": f"{work.issued.year:04}" if work.issued else "",
        "date": work.issued.iso if work.issued else "",
        "doi": work.doi.translate(_ADDRESS),
        "url": work.address.translate(_ADDRESS),
        "urldate": work.accessed.iso if work.accessed else "",
        "note": _latex(work.note),
        "keywords": ", ".join(_latex(word) for word in work.keywords),
        "langid": LANGUAGES.get(work.language, ""),
    }
    people = [_person(name) for name in work.authors] + ([BibtexPerson(last="others")] if work.others else [])
    return Entry(kind, {name: value for name, value in fields.items() if value}, {"author": people} if people else {})


def _person(name: Name) -> BibtexPerson:
    """A name in BibTeX; braces keep an institution whole, and «and» within any name."""
    person = BibtexPerson()
    if isinstance(name, Person):
        person.last_names, person.first_names = [_safe(name.family)], [_safe(name.given)] if name.given else []
    else:
        person.last_names = [f"{{{_latex(name.name)}}}"]
    return person


def _safe(part: str) -> str:
    splits = "," in part or " and " in f" {part} ".casefold()
    return f"{{{_latex(part)}}}" if splits else _latex(part)


def _latex(text: str) -> str:
    return _LIGATURE.sub(r"\1{}", " ".join(text.split()).translate(_SPECIAL))
