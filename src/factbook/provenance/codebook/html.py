"""The codebook as HTML: each table of it a card a row on a narrow screen, like the ledger's (``tables.css``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from factbook.interface.catalogue import Catalogue
from factbook.provenance.codebook.model import Field, Source, Table, label

#: Longer examples are cut: they show what a value looks like.
_EXAMPLE = 60
_CODE = re.compile(r"`([^`]+)`")


def row_id(table: str) -> str:
    """The id of the row of ``table`` in the list of tables."""
    return f"{label(table)}-row"


def count(rows: int, words: Catalogue) -> str:
    """How many rows a table has, in words."""
    return words("codebook.rows", count=rows)


def downloads(files: Mapping[str, str], words: Catalogue) -> str:
    """The links to ``files``, the address of each by its key in the catalogue."""
    listed = "".join(
        f'<li><a href="{escape(address)}" download>{escape(words(f"codebook.file.{key}.name"))}</a> '
        f"{_marked(words(f'codebook.file.{key}.holds'))}</li>"
        for key, address in files.items()
    )
    return f'<ul class="codebook-files">{listed}</ul>'


def overview(tables: Iterable[Table], folder: str, words: Catalogue) -> str:
    """The list of tables: what each holds, its rows, its file."""
    headings = words.under("codebook.table")
    rows = "".join(
        f'<tr id="{row_id(table.name)}"><th scope="row"><a href="#{table.label}">{escape(table.title)}</a></th>'
        + _cells(
            headings,
            (_marked(table.description), escape(count(table.rows, words)), _download(table, folder)),
        )
        + "</tr>"
        for table in tables
    )
    return _table(words("codebook.tables"), headings, rows, "tables")


def columns(table: Table, folder: str, addresses: Mapping[str, str], words: Catalogue) -> str:
    """A table's section: what it holds, its file and terms, its columns. ``addresses`` are those of linked tables."""
    headings = words.under("codebook.field")
    rows = "".join(
        f'<tr id="{table.label}-{field.name.replace("_", "-")}">'
        f'<th scope="row"><code>{escape(field.name)}</code> {escape(field.title)}</th>'
        + _cells(headings, (_form(field, addresses, words), _marked(field.description), _example(field)))
        + "</tr>"
        for field in table.fields
    )
    terms = [_download(table, folder), _linked(table.licence, "license")]
    terms += [words("codebook.from", source=_linked(source)) for source in table.sources]
    return f'<p>{_marked(table.description)}</p><p class="codebook-terms">{" · ".join(terms)}</p>' + _table(
        words("codebook.columns-of", table=table.title), headings, rows, "columns"
    )


def _table(name: str, headings: Mapping[str, str], rows: str, kind: str) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings.values())
    return (
        f'<div class="ledger codebook-{kind}"><table class="table" aria-label="{escape(name)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(headings: Mapping[str, str], cells: Sequence[str]) -> str:
    """The cells after the first of a row, each under its heading."""
    labels = list(headings.values())[1:]
    return "".join(f'<td data-label="{escape(label)}">{cell}</td>' for label, cell in zip(labels, cells, strict=True))


def _form(field: Field, addresses: Mapping[str, str], words: Catalogue) -> str:
    """The type of a column and what its values must be, a line each."""
    lines = [escape(words(f"codebook.type.{field.type}")), *_rules(field, words)]
    if field.link is not None:
        target = f"{field.link.table}.{field.link.column}"
        shown = f'<a href="{addresses[field.link.table]}"><code>{escape(target)}</code></a>'
        lines.append(words("codebook.rule.link", target=shown))
    return "".join(f'<span class="codebook-rule">{line}</span>' for line in lines)


def _rules(field: Field, words: Catalogue) -> Iterator[str]:
    """The constraints of a column as sentences; a key is required and unique, and needs not say so."""
    if field.is_key:
        yield escape(words("codebook.rule.key"))
    for name, value in field.constraints.items():
        if value is True:
            if not field.is_key:
                yield escape(words(f"codebook.rule.{name}"))
        else:
            values = value if isinstance(value, list) else [value]
            coded = ", ".join(f"<code>{escape(str(one))}</code>" for one in values)
            yield words(f"codebook.rule.{name}", value=coded)


def _example(field: Field) -> str:
    if not field.example:
        return ""
    shown = field.example if len(field.example) <= _EXAMPLE else field.example[: _EXAMPLE - 1].rstrip() + "…"
    return f"<code>{escape(shown)}</code>"


def _download(table: Table, folder: str) -> str:
    return f'<a href="{escape(folder + table.path)}" download>{escape(table.path)}</a>'


def _linked(source: Source, rel: str = "external") -> str:
    shown = escape(source.title)
    if source.address:
        shown = f'<a href="{escape(source.address)}" rel="{rel}">{shown}</a>'
    return f'<span class="described-source">{shown}</span>'


def _marked(markdown: str) -> str:
    """Text whose code is marked."""
    return _CODE.sub(r"<code>\1</code>", escape(markdown, quote=False))
