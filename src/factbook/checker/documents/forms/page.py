"""The report to send on: one HTML file that shows each document's text with its figures marked. It needs no script."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from factbook import languages
from factbook.checker.documents import places, spans
from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.forms.text import summary, verdict
from factbook.checker.documents.messages import CATALOGUES, Catalogue
from factbook.checker.documents.model import Block, Document
from factbook.checker.sentences import Finding, Verdict

#: Signs beside the colours, for whoever does not see them, and for paper.
_SIGNS = {"failing": "✗", "checked": "✓", "undecided": "?", "unchecked": ""}
_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.6 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif; margin: 0 auto;
  max-width: 50rem; padding: 1rem; overflow-wrap: anywhere }
mark { background: none; border-bottom: 2px solid #767676; color: inherit }
mark.failing { background: #ffd6d6; border-bottom: 3px double #b00020; color: #5c0010; font-weight: bold }
mark.checked { background: #dff3e1; border-color: #1b6e2b; color: #0c3d17 }
mark.undecided { background: #fff3c4; border-bottom: 2px dashed #7a5b00; color: #4a3800 }
mark.unchecked { border-bottom-style: dotted }
mark[class]::after { content: attr(data-sign); font-size: .75em; vertical-align: super }
.finding { border-left: 4px solid #b00020; margin: .5rem 0; padding: .25rem 0 .25rem .75rem; break-inside: avoid }
.finding p { margin: 0 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; margin: .5rem 0 }
td { border: 1px solid #767676; padding: .2rem .5rem; vertical-align: top }
pre { font: inherit; margin: 0; white-space: pre-wrap }
@media print { body { max-width: none } a { color: inherit } mark { print-color-adjust: exact } }
"""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    anchor: str = ""


def render(checked: Sequence[CheckedDocument], language: str) -> Iterable[str]:
    """The page, line by line."""
    words = CATALOGUES[language]
    page = words.page
    yield f'<!doctype html>\n<html lang="{page["language"]}">\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(page['title'])}</title>\n<style>{_STYLE}</style>\n<body>\n<h1>{escape(page['title'])}</h1>"
    legend = " · ".join(_marked("123", kind, words) + f" {escape(page[kind])}" for kind in _SIGNS)
    yield f"<p>{legend}</p>"
    if len(checked) > 1:
        listed = "".join(
            f'<li><a href="#document-{number}">{escape(str(one.path))}</a>: {escape(_verdict(one, words))}</li>'
            for number, one in enumerate(checked, 1)
        )
        yield f"<nav><h2>{escape(page['contents'])}</h2><ul>{listed}</ul></nav>"
    for number, one in enumerate(checked, 1):
        yield f'<section id="document-{number}">\n<h2>{escape(one.path.name)}</h2>'
        yield f"<p><strong>{escape(_verdict(one, words))}</strong></p>"
        yield from (f"<p>{escape(line)}</p>" for line in list(summary(one, words, language))[1:])
        yield from (f"<p>{escape(words.note.format(text=words.of_note(note)))}</p>" for note in one.notes)
        if one.document is not None:
            yield from _findings(one, number, words)
            yield from _text(one, one.document, number, words)
        yield "</section>"
    yield "</body>\n</html>"


def _verdict(one: CheckedDocument, words: Catalogue) -> str:
    if one.failure is not None:
        language = words.page["language"]
        return f"{words.unreadable}: {one.failure.reason(language)}. {one.failure.advice(language)}"
    return verdict(one, words)


def _findings(one: CheckedDocument, number: int, words: Catalogue) -> Iterator[str]:
    for index, finding in enumerate(one.report.findings, 1):
        place = escape(places.said(one, finding.start, words, finding.text))
        severity = escape(words.severities[finding.severity])
        yield (
            f'<div class="finding"><p><a href="#finding-{number}-{index}">{place}</a>: {severity} [{finding.code}]</p>'
            f"<p>«{escape(finding.text)}»</p><p>{escape(finding.message)}</p></div>"
        )


def _text(one: CheckedDocument, document: Document, number: int, words: Catalogue) -> Iterator[str]:
    """The text of a document: headings, paragraphs and tables as its reader found them."""
    marks = _anchored(_marks(one, document), one.report.findings, number)
    spread = list(zip(document.starts, document.blocks, strict=True))
    for table, found in groupby(spread, key=lambda each: each[1].cell.table if each[1].cell is not None else None):
        blocks = list(found)
        if table is not None:
            yield from _table(blocks, marks, words)
            continue
        for start, block in blocks:
            text = _block(start, block, marks, words)
            if block.text.startswith("# ") and "\n" not in block.text:
                yield f"<h3>{text.removeprefix('# ')}</h3>"
            else:
                yield f"<pre>{text}</pre>" if "\n" in block.text else f"<p>{text}</p>"


def _table(blocks: Sequence[tuple[int, Block]], marks: Sequence[_Mark], words: Catalogue) -> Iterator[str]:
    yield '<div class="scroll"><table>'
    cells = [(block.cell, start, block) for start, block in blocks if block.cell is not None]
    for _, row in groupby(cells, key=lambda each: each[0].row):
        yield "<tr>"
        for cell, found in groupby(row, key=lambda each: each[0]):
            text = "<br>".join(_block(start, block, marks, words) for _, start, block in found)
            spans = "".join(
                f' {name}="{count}"' for name, count in (("rowspan", cell.rows), ("colspan", cell.columns)) if count > 1
            )
            yield f"<td{spans}>{text}</td>"
        yield "</tr>"
    yield "</table></div>"


def _anchored(marks: list[_Mark], findings: Sequence[Finding], number: int) -> list[_Mark]:
    """Marks with the targets of the links from findings: each at the first figure of its claim, or at the last."""
    for index, finding in enumerate(findings, 1):
        place = min(bisect_left(marks, finding.start, key=lambda mark: mark.start), len(marks) - 1)
        if place >= 0:
            anchor = f'{marks[place].anchor}<a id="finding-{number}-{index}"></a>'
            marks[place] = replace(marks[place], anchor=anchor)
    return marks


def _marks(one: CheckedDocument, document: Document) -> list[_Mark]:
    """What became of each figure of a text, in order; of two that overlap, the one that is worse off."""
    found: dict[tuple[int, int], str] = {
        (figure.start, figure.end): "unchecked" for figure in languages.scan(document.text)
    }
    rank = list(reversed(_SIGNS))
    kinds = {Verdict.CONSISTENT: "checked", Verdict.INCONSISTENT: "failing", Verdict.UNDECIDED: "undecided"}
    told = {(finding.start, finding.text) for finding in one.report.findings}
    for claim in one.report.claims:
        kind = kinds[claim.verdict]
        if kind == "failing" and not any(claim.start == start for start, _ in told):
            kind = "undecided"  # excused, or known from before
        for _, span in spans.of(claim, document.text):
            found[span] = max(found.get(span, "unchecked"), kind, key=rank.index)
    marks: list[_Mark] = []
    for (start, end), kind in sorted(found.items()):
        if not marks or marks[-1].end <= start:
            marks.append(_Mark(start, end, kind))
        elif rank.index(kind) > rank.index(marks[-1].kind):
            marks[-1] = _Mark(start, end, kind)
    return marks


def _block(start: int, block: Block, marks: Sequence[_Mark], words: Catalogue) -> str:
    """The text of a block, its figures marked."""
    parts: list[str] = []
    done = 0
    begin = bisect_left(marks, start, key=lambda mark: mark.start)
    end = bisect_left(marks, start + len(block.text), key=lambda mark: mark.start)
    for mark in marks[begin:end]:
        first, last = mark.start - start, mark.end - start
        if first < done or last > len(block.text):
            continue
        parts.append(escape(block.text[done:first]))
        parts.append(mark.anchor + _marked(block.text[first:last], mark.kind, words))
        done = last
    return "".join(parts) + escape(block.text[done:])


def _marked(text: str, kind: str, words: Catalogue) -> str:
    title = escape(words.page[kind])
    return f'<mark class="{kind}" data-sign="{_SIGNS[kind]}" title="{title}">{escape(text)}</mark>'
