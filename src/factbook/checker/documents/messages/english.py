"""The report in English."""

from collections.abc import Mapping
from typing import TypedDict

#: The suffixes of files that are read.
KINDS = ".md .txt .html .ipynb .csv .tsv .docx .hwpx .hwp .odt .pdf .xlsx .xls .ods .pptx"


class Words(TypedDict):
    """Every word of the report."""

    places: Mapping[str, str]
    severities: Mapping[str, str]
    reasons: Mapping[str, str]
    advice: Mapping[str, str]
    unreadable: str
    consistent: str
    findings: str
    summary: str
    unchecked: str
    tables: str
    without_unit: str
    unused: str
    kinds: Mapping[str, str]
    parts: Mapping[str, str]
    notes: Mapping[str, str]
    note: str
    page: Mapping[str, str]
    baseline: Mapping[str, str]
    compared: Mapping[str, str]
    under: str
    in_table: str


WORDS: Words = {
    "places": {
        "line": "line {number}",
        "paragraph": "paragraph {number}",
        "page": "page {number}",
        "cell": "cell {number}",
        "slide": "slide {number}",
        "sheet": "cell {name}",
    },
    "severities": {"error": "error", "warning": "warning"},
    "reasons": {
        "missing": "there is no such file or folder",
        "library": "reading it needs a library that is not installed",
        "misnamed": "the content is that of a {detail} file, which the name does not say",
        "scanned": "the pages are pictures without text: a scan ({detail} pages)",
        "forbidden": "the file may not be opened",
        "empty": "the file is empty",
        "too-big": "the file is too big ({detail})",
        "encoding": "the text is in none of UTF-8, CP949 (EUC-KR) and UTF-16 ({detail})",
        "damaged": "the file is damaged or is not what its name says ({detail})",
        "protected": "the file is protected by a password",
        "nothing": "the file holds no text",
        "format": "files of the kind «{detail}» are not read",
        "folder": "the folder holds no document that can be read",
    },
    "advice": {
        "missing": "check the path",
        "library": "pip install '{detail}'",
        "misnamed": "rename it to end with {detail}",
        "scanned": "save it with recognised text (OCR) first, and compare that with the pages",
        "forbidden": "check that you may read it",
        "empty": "check that it was saved",
        "too-big": "split it into parts of at most 64 MB",
        "encoding": "save it as UTF-8",
        "damaged": "open it in its own program, save it again, and check the copy",
        "protected": "save a copy without a password",
        "nothing": "text in pictures is not read; save it as text first",
        "format": "convert it to one of " + KINDS,
        "folder": "name a folder with " + KINDS,
    },
    "unreadable": "cannot be read",
    "consistent": "consistent ({claims} checked)",
    "findings": "{findings} of {claims} claims do not hold",
    "summary": "documents: {documents}, claims: {claims}, findings: {findings}, unreadable: {unreadable}",
    "unchecked": "nothing checked: no claim was found",
    "tables": "tables: {tables}, checked: {checked}{kinds}",
    "without_unit": "without unit, not checked: {number}",
    "unused": "numbers in no claim: {number}",
    "kinds": {
        "sum": "sums: {number}",
        "share": "shares: {number}",
        "growth": "growth: {number}",
        "conversion": "conversions: {number}",
        "equal": "text against table: {number}",
    },
    "parts": {
        "body": "{place}",
        "text-box": "{place} (text box)",
        "footnote": "{place} (footnote)",
        "endnote": "{place} (endnote)",
        "comment": "{place} (comment)",
        "header": "header",
        "footer": "footer",
        "speaker-notes": "{place} (speaker notes)",
    },
    "notes": {
        "encoding": "the text is in {detail}, not UTF-8; it was read as that",
        "tracked-changes": "tracked changes: {number}; the text was read as if they were accepted",
        "hidden-text": "hidden passages: {number}; they were checked too",
        "hidden-sheet": "the sheet «{detail}» is hidden; it was checked too",
        "hidden-rows": "hidden rows: {detail}; they were checked too",
        "hidden-columns": "hidden columns: {detail}; they were checked too",
        "hidden-slide": "hidden slides: {detail}; they were checked too",
        "no-values": "formulas without a stored result, not checked: {number} (save it in a spreadsheet program)",
        "pictures": "pages that are pictures, not checked: {detail}",
        "ignored": "findings that comments in the text excuse: {number}",
        "no-reason": "the comment in line {detail} gives no reason and excuses nothing: factbook-ignore CODE: reason",
        "left-out": "findings of other codes than those asked for: {number}",
        "known": "findings known from the baseline: {number}",
    },
    "note": "note: {text}",
    "page": {
        "language": "en",
        "title": "Figures checked",
        "failing": "does not hold",
        "checked": "checked, holds",
        "undecided": "checked, the digits decide nothing",
        "unchecked": "not checked",
        "contents": "Documents",
    },
    "baseline": {
        "unreadable": "{path}: the baseline cannot be read: {reason}; make it anew with --write-baseline",
        "written": "{path}: {number} findings recorded as known",
        "unwritable": "{path}: the baseline cannot be written: {reason}",
    },
    "compared": {
        "changed": "{place}: {old} → {new}",
        "stayed": "{place}: {figure} stayed, though what it was computed from changed ({bases}); compute it anew",
        "summary": "figures in both: {matched}, changed: {changed}, stayed though their base changed: {stayed}",
        "folder": "two files are compared, not folders: name a file of each version",
    },
    "under": "under «{heading}»",
    "in_table": "table {table}, row {row}",
}
