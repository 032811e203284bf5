"""Mutants of the chapters that leave every number of the data right and hide another: one slip of each kind a section.

Each slip is a line typed below a heading, or a piece of the chapter replaced, and is tried as a build meets it first:
by the check of the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factbook.checks import manuscript
from factbook.data.layout import Layout
from factbook.interface.catalogue import LANGUAGES

from .model import each_kind

#: The chapters have hundreds of places for each kind; so many of them are tried.
MOST_OF_A_KIND = 60
_HEADING = re.compile(r"^\([\w-]+\)=\n#+ .+\n", re.MULTILINE)
#: A line that someone might type below a heading, by its kind, a language a table.
TYPED = {
    "ko": {
        "code span": "실제로는 `99억 달러`이다.",
        "listing": "```bash\n99억 달러\n```",
        "name": "2027년 2분기에 정점을 지난다.",
        "section number": "영상은 45장이다.",
        "year for a count": "2025 환자가 썼다.",
        "other characters": "③을 넘고 Ⅳ에 이른다.",
        "spelled out": "구십구억 달러이다.",
    },
    "en": {
        "code span": "It was in truth `USD 9.9 billion`.",
        "listing": "```bash\nUSD 9.9 billion\n```",
        "name": "It peaks in 2027 Q2.",
        "section number": "See chapter 45.",
        "year for a count": "By then 2025 patients had a twin.",
        "other characters": "It passes ③ and comes to Ⅳ.",
        "spelled out": "It is nine billion dollars.",
    },
}
#: Such a line in any language.
MARKED = {
    "raw HTML": '<div class="source-note">2025: 9.9</div>',
    "fact by hand": 'a <data value="26" data-fact="world-cagr">26.0%</data>',
    "picture": "![x](../_static/map.svg)",
    "class": ":::{admonition} x\n:class: citation\n\ny\n:::",
    "mathematics": "{math}`r`",
    "footnote": "x[^1]\n\n[^1]: y",
    "list": "7. x\n8. y",
    "cell that prints": '```{code-cell} python\nprint("9.9")\n```',
    "expression": "{eval}`str(9.9)`",
    "supposition": "```{code-cell} python\nbook.at_rate(1400)\n```",
    "direction of writing": "x\u202ey",
}
#: What stands in a chapter and what a slip makes of it, by its kind; every place is tried.
REPLACED = {
    "supposition in the opening cell": (
        r'(open_book\("\w+"\))',
        r'\1.with_fact("world-market-2025", "USD 2.0 billion")',
    ),
    "figure under another caption": (r'^(chart\("[\w-]+)"\)', r'\1-x")'),
    "table under another caption": (r'"tab-([\w-]+)"', r'"tab-x\1"'),
    "class of a box": (r"^:class: (?:book-adds|report-says)$", ":class: source-note"),
    "number of an item": (r"^2\. ", "5. "),
    "text of a reference": (r"\{numref\}`([\w-]+)`", r"{numref}`Fig. 45 <\1>`"),
    "property of a number": (r'(\{eval\}`say\("[\w-]+"\))`', r"\1.text`"),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """The chapter ``name`` in ``language`` with ``new`` in the place of ``old``, which begins at ``start``."""

    kind: str
    language: str
    name: str
    place: str
    start: int
    old: str
    new: str

    @property
    def change(self) -> str:
        return f"«{self.old.strip()}» → «{self.new.strip()}»"


class Excuses:
    """The chapters of the book, altered in memory."""

    def __init__(self, layout: Layout) -> None:
        self._data = manuscript.known(layout)
        self._texts = {
            (language, path.stem): path.read_text("utf-8")
            for language in LANGUAGES
            for path in sorted(layout.chapters(language).glob("*.md"))
        }

    def mutants(self) -> Iterator[Slip]:
        yield from each_kind(self._every(), MOST_OF_A_KIND, seed=0)

    def _every(self) -> Iterator[Slip]:
        for (language, name), text in self._texts.items():
            for heading in _HEADING.finditer(text):
                for kind, typed in (TYPED[language] | MARKED).items():
                    yield _slip(f"excuse: {kind}", language, name, text, heading.end(), "", f"\n{typed}\n\n")
            for kind, (pattern, new) in REPLACED.items():
                for match in re.finditer(pattern, text, re.MULTILINE):
                    yield _slip(f"excuse: {kind}", language, name, text, match.start(), match[0], match.expand(new))

    def caught_by(self, slip: Slip) -> str | None:
        text = self._texts[slip.language, slip.name]
        altered = text[: slip.start] + slip.new + text[slip.start + len(slip.old) :]
        found = manuscript.of_chapter(altered, slip.name, slip.language, slip.place, self._data)
        return found[0].code if found else None


def _slip(kind: str, language: str, name: str, text: str, start: int, old: str, new: str) -> Slip:
    line = text.count("\n", 0, start) + 1
    return Slip(kind, language, name, f"book/{language}/{name}.md:{line}", start, old, new)
