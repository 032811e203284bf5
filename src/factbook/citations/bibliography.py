"""The sources of ``references.bib`` as works to cite."""

from __future__ import annotations

from pybtex.backends.plaintext import Backend
from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as BibtexPerson
from pybtex.richtext import Text

from factbook.citations.bibtex import LANGUAGES
from factbook.citations.model import Date, Institution, Kind, Name, Person, Work
from factbook.data import sources

_KINDS = {"article": Kind.ARTICLE, "book": Kind.BOOK, "incollection": Kind.SECTION, "techreport": Kind.REPORT}
#: Of BibTeX's «misc», the bibliography's own word for the kind of a source says more.
_ANNOTATED = {"news": Kind.NEWS, "opinion": Kind.NEWS, "dataset": Kind.DATASET}
_CODES = {name: code for code, name in LANGUAGES.items()}
_OTHERS = "others"
#: Named here rather than by name: pybtex would look for it in the metadata of every installed package, each time.
_AS_TEXT = Backend()


def works(data: BibliographyData, language: str) -> dict[str, Work]:
    """Every source by its key, notes in the language given."""
    return {key: _work(key, entry, language) for key, entry in data.entries.items()}


def _work(key: str, entry: Entry, language: str) -> Work:
    kind = _KINDS.get(entry.type) or _ANNOTATED.get(entry.fields.get("annotation_kind", ""), Kind.PAGE)
    people = sources.authors(entry, language)
    others = len(people) > 1 and str(people[-1]) == _OTHERS
    date = entry.fields.get("date") or entry.fields.get("year")
    held = _text(entry, "howpublished")
    publisher = _text(entry, "institution") or _text(entry, "publisher") or (held if kind is Kind.DATASET else "")
    return Work(
        key=key,
        kind=kind,
        title=_text(entry, "title"),
        language=_CODES.get(entry.fields.get("langid", ""), ""),
        authors=tuple(_name(person) for person in (people[:-1] if others else people)),
        others=others,
        container=_text(entry, "journal") or _text(entry, "booktitle") or (held if kind is not Kind.DATASET else ""),
        publisher=publisher,
        issued=Date.read(date) if date else None,
        address=entry.fields.get("url", ""),
        doi=entry.fields.get("doi", ""),
        volume=_text(entry, "volume"),
        number=_text(entry, "number"),
        pages=_text(entry, "pages"),
        note=_text(entry, f"note_{language}"),
    )


def _name(person: BibtexPerson) -> Name:
    if len(person.last_names) == 1 and person.last_names[0].startswith("{"):
        return Institution(_plain(person.last_names[0]))
    family = " ".join(_plain(part) for part in (*person.prelast_names, *person.last_names))
    return Person(family, " ".join(_plain(part) for part in (*person.first_names, *person.middle_names)))


def _text(entry: Entry, field: str) -> str:
    return _plain(entry.fields[field]) if field in entry.fields else ""


def _plain(latex: str) -> str:
    # pybtex takes a dollar sign for mathematics, and leaves it as it is.
    return str(Text.from_latex(latex).render(_AS_TEXT)).replace("\\$", "$")
