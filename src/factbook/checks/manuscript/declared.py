"""Allow-lists of what a chapter may write. Whatever is not declared here is refused, with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factbook.problems import Status

#: The exit statuses that the chapter about running the book tells.
_STATUSES = (Status.CONSISTENT, Status.FINDINGS, Status.UNREADABLE, Status.FAULT, Status.INTERRUPTED)

#: Proper names that hold digits, by the expression that finds them. A digit of a name states no quantity.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        r"COVID-19|코로나19": "a disease",
        r"4차(?:산업혁명위원회|위)": "a committee of the Korean government",
        r"(?:Modernization Act|현대화법) 2\.0": "a law of the United States",
        r"(?:New Deal|뉴딜) 2\.0": "a plan of the Korean government",
        r"\b[Pp]hase 2 and 3\b|2상·3상": "phases of a clinical trial",
        r"CC BY 4\.0": "a licence",
        r"ODC-PDDL 1\.0": "a licence",
        r"UTF-8": "an encoding",
        r"CP949": "an encoding",
        r"\b3D\b|3차원": "three-dimensional",
        r"SHA-256": "a checksum",
        r"‘contradicts’": "a label of evidence, as a table shows it",
        r"[Dd]ouble entry": "a rule of bookkeeping",
    }
)
#: Chapters about the book, which tell how numbers are judged. In the others, to judge numbers is to claim something.
ABOUT_THE_BOOK = frozenset({"changes", "cite-and-run", "codebook", "index", "method", "numbers", "references"})
#: The numbered chapters of the report, each with its numbered sections.
REPORT_SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({"1": ("1", "2"), "2": (), "3": ("1", "2"), "4": ()})

#: Nodes of Markdown that a chapter is written in.
NODES = frozenset(
    {
        *("bullet_list", "code_inline", "colon_fence", "dd", "dl", "dt", "em", "fence", "front_matter", "heading"),
        *("hardbreak", "inline", "link", "list_item", "myst_block_break", "myst_line_comment", "myst_role"),
        *("myst_target", "ordered_list", "paragraph", "softbreak", "strong", "table", "tbody", "td", "text", "th"),
        *("thead", "tr"),
    }
)
#: The keys of a chapter's front matter; any other (substitutions, say) could hold numbers.
FRONT_MATTER = frozenset({"jupytext", "kernelspec"})
ROLES = frozenset({"cite:p", "cite:t", "doc", "eval", "numref", "ref"})
#: The options of each directive. A set gives the values that an option may have; ``None`` admits every value.
DIRECTIVES: Mapping[str, Mapping[str, frozenset[str] | None]] = MappingProxyType(
    {
        "admonition": {"class": frozenset({"book-adds", "report-says"})},
        "bibliography": {"all": frozenset({""})},
        "code-cell": {
            "tags": frozenset({"hide-input", "remove-input"}),
            "mystnb.figure.name": None,
            "mystnb.figure.caption": None,
        },
        "codebook": {},
        "edition-list": {},
        "edition-numbers": {},
        "edition-sections": {},
        "grid": {"class-container": frozenset({"contents", "key-figures", "readers"}), "gutter": None},
        "grid-item-card": {
            "class-card": frozenset({"key-figure"}),
            "link": None,
            "link-type": frozenset({"doc", "ref"}),
        },
        "ledger": {},
        "ledger-tools": {},
        "table": {"name": None},
        "terms": {},
    }
)
#: Languages of the listings that a chapter shows.
LISTINGS = frozenset({"bash", "powershell"})

#: The methods of :class:`factbook.chapter.Book` that an ``{eval}`` role may call with an id, and their options.
SAYING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "say": frozenset({"alone", "bare"}),
        **dict.fromkeys(("allowed", "misfit", "recomputed", "recomputed_range", "verdict", "when"), frozenset()),
    }
)
#: The method that takes the language's own words beside an id.
CLAIMING = "claim"
#: Those that a code cell may call: they show a figure or a table.
SHOWING = frozenset({"chart", "table"})
#: Those that suppose a number in place of the book's.
SUPPOSING = frozenset({"at_rate", "with_fact"})

#: The section in which the book shows suppositions, and the only one in which supposed numbers may stand.
WHAT_IF_PAGE, WHAT_IF_SECTION = "cite-and-run", "cite-and-run-what-if"
#: Code cells of another form than the opening one and those that show something, by section.
CELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        WHAT_IF_SECTION: (
            "book.at_rate(1350)",
            'book.reset().with_fact("world-market-2025", "USD 2.0 billion")',
            "book.reset()",
        ),
        "cite-and-run-change": (
            """
from factbook import facts
from factbook.data.package import Row
from factbook.problems import ProblemError

row = next(row for row in book.package.rows("facts") if row["id"] == "world-market-2025")
try:
    facts.read_fact(Row(row.file, row.line, {**row.cells, "value": "2500000000"}), book.facts.units)
except ProblemError as error:
    print(error)
""",
        ),
    }
)
#: Code spans and lines of listings that hold digits, by section. The ids of facts and relations need no entry.
CODE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "cite-and-run-run": frozenset({"python3 -m venv .venv", "py -3.11 -m venv .venv", "Python 3"}),
        WHAT_IF_SECTION: frozenset({'"USD 2.0 billion"', '"20억 달러"', "2_000_000_000"}),
        "cite-and-run-build": frozenset({"3.11", *(f"{status:d}" for status in _STATUSES)}),
        "cite-and-run-windows": frozenset({"py -3.11 -m venv .venv"}),
        "cite-and-run-check": frozenset(
            {
                ".venv/bin/factbook check --rate 1300 --format json documents/",
                ".venv/bin/factbook check --rate 1300 --format json 문서함/",
            }
        ),
    }
)
#: The labels of tables that show part of a data table; that of a whole one is ``tab-`` and its name.
TABLE_LABELS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {("factors", "opportunity"): "tab-opportunities", ("factors", "threat"): "tab-threats"}
)
