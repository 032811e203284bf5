"""Citations and the list of sources in the words of each language, through sphinxcontrib-bibtex."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote

import pybtex.plugin
from pybtex.database import Entry, Person
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.template import field as entry_field
from pybtex.style.template import first_of, href, join, names, optional, tag
from pydata_sphinx_theme.short_link import ShortenLinkTransform
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from factbook.data import sources
from factbook.interface.catalogue import Catalogue
from factbook.sphinx_ext import language

STYLE = "factbook"
#: Registered anew by name: pybtex looks an unregistered plugin up in the metadata of every installed package, once for
#: each citation.
_BACKENDS = (("pybtex.backends", "plaintext"), ("pybtex.backends", "docutils"))


def setup(app: Sphinx) -> None:
    words = language.words(app)
    register_plugin("sphinxcontrib.bibtex.style.referencing", STYLE, _referencing(words), force=True)
    pybtex.plugin.register_plugin("pybtex.style.formatting", STYLE, _formatting(words), force=True)
    for group, name in _BACKENDS:
        pybtex.plugin.register_plugin(group, name, pybtex.plugin.find_plugin(group, name), force=True)
    app.connect("builder-inited", _keep_addresses_whole)
    app.connect("env-before-read-docs", _put_into_words)


def _keep_addresses_whole(app: Sphinx) -> None:
    """The theme shortens addresses on GitHub to what cannot be typed in from paper."""
    if ShortenLinkTransform in app.registry.post_transforms:
        app.registry.post_transforms.remove(ShortenLinkTransform)


def _put_into_words(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Says in the language of the page what BibTeX leaves to its styles: no date, others, and the book's notes.

    The styles would give an undated source a warning and a gap, and take «others» for the name of a second author.
    """
    words = language.words(app)
    for entry in env.get_domain("cite").bibdata.data.entries.values():  # type: ignore[attr-defined]
        entry.fields.setdefault("year", words("cite.no-date"))
        if note := entry.fields.get(f"note_{words.language}"):
            entry.fields["note"] = note
        named = sources.authors(entry, words.language)
        if named != entry.persons.get("author", []):
            entry.fields["author_original"] = words("cite.names").join(map(_whole, entry.persons["author"]))
            entry.persons["author"] = named
        for people in entry.persons.values():
            if len(people) > 1 and str(people[-1]) == "others":
                people.pop()
                people[-1].last_names[-1] += words("cite.others")


def _whole(person: Person) -> str:
    return str(Text.from_latex(str(person)))


def _referencing(words: Catalogue) -> type[AuthorYearReferenceStyle]:
    """How a source is cited in a sentence: by names and year."""

    def brackets() -> BracketStyle:
        return BracketStyle(left="(", right=")", sep="; ", sep2="; ", last_sep="; ")

    def persons() -> PersonStyle:
        return PersonStyle(
            sep=words("cite.names"),
            sep2=words("cite.two-names"),
            last_sep=words("cite.last-name"),
            other=words("cite.others"),
        )

    @dataclass
    class Referencing(AuthorYearReferenceStyle):
        bracket_textual: BracketStyle = field(default_factory=brackets)
        bracket_parenthetical: BracketStyle = field(default_factory=brackets)
        person: PersonStyle = field(default_factory=persons)

    return Referencing


def _formatting(words: Catalogue) -> type[Unsorted]:
    """How a source stands in the list: names (year). title. container. address."""

    class Formatting(Unsorted):
        default_sorting_style = "author_year_title"

        def format_source(self, entry: Entry) -> object:
            people = names(
                "author", sep=words("cite.names"), sep2=words("cite.two-names"), last_sep=words("cite.last-name")
            )
            container = first_of[
                optional[tag("em")[entry_field("journal")]],
                optional[tag("em")[entry_field("booktitle")]],
                optional[entry_field("publisher")],
                optional[entry_field("institution")],
                optional[entry_field("howpublished")],
            ]
            doi = href[
                join["https://doi.org/", entry_field("doi", raw=True)], join["doi:", entry_field("doi", raw=True)]
            ]
            address = href[entry_field("url", raw=True), entry_field("url", raw=True, apply_func=unquote)]
            return toplevel[
                join[people, optional[" [", entry_field("author_original"), "]"], " (", entry_field("year"), ")."],
                join[entry_field("title"), "."],
                optional[
                    join[
                        container,
                        optional[" ", entry_field("volume")],
                        optional["(", entry_field("number"), ")"],
                        optional[": ", entry_field("pages")],
                        ".",
                    ]
                ],
                optional[join[entry_field("note"), "."]],
                first_of[optional[doi], optional[address]],
            ]

    for kind in (
        "article",
        "book",
        "incollection",
        "inproceedings",
        "manual",
        "misc",
        "online",
        "patent",
        "techreport",
    ):
        setattr(Formatting, f"get_{kind}_template", Formatting.format_source)
    return Formatting
