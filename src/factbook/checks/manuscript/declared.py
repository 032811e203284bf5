"""What the chapters of any book may write; :mod:`.own` has what a report adds. All else is refused, with its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
        "channels": {},
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
