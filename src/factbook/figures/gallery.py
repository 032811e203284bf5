"""Draws the declared figures: a picture at once, a live chart when it comes into view, the data as a table."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import Any

from factbook import report
from factbook.data.package import Package
from factbook.figures import drawing, theme
from factbook.figures.declared import UnknownFigure
from factbook.figures.figure import Declaration, Studio
from factbook.interface import catalogue
from factbook.phrasing.said import Said
from factbook.phrasing.saying import Sayer

#: What Vega says in English of a drawing's groups; the figure has one description, in the language of the page.
_SPOKEN = re.compile(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")')
_LOCAL_ID = re.compile(r'(\bid="|url\(#|href="#)(?=(?:clip|gradient)\w*)')


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as the page and the notebook show it. ``spec`` is Vega-Lite."""

    name: str
    spec: dict[str, Any]
    alt: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    reads: tuple[str, ...]
    language: str

    @property
    def svg(self) -> str:
        """A picture drawn without a browser; its inner ids carry the figure's name, so that a page can hold several."""
        svg = _SPOKEN.sub("", drawing.svg_of(json.dumps(self.spec)))
        return _LOCAL_ID.sub(lambda found: f"{found[1]}{self.name}-", svg)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {
            "application/vnd.vegalite.v6+json": self.spec,
            "text/html": self.html,
            "text/plain": f"{self.name}: {self.alt}",
        }

    @property
    def html(self) -> str:
        """Picture, specification for the live chart, and table."""
        words = catalogue.of(self.language)
        spec = json.dumps(self.spec, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c")
        view = "chart-view fluid" if self.spec.get("width") == "container" else "chart-view"
        return (
            f'<div class="chart" data-chart="{self.name}" data-tables="{" ".join(self.reads)}" '
            f'data-points="{escape(words("figure.points"))}">'
            f'<div class="{view}" role="img" aria-label="{escape(self.alt)}">{self.svg}</div>{self._controls}'
            f'<script type="application/json" class="chart-spec">{spec}</script>'
            f'<details class="chart-data"><summary>{escape(words("figure.data"))}</summary>{self._table}</details>'
            "</div>"
        )

    @property
    def _controls(self) -> str:
        """The room that the live chart's controls will take, so that nothing moves when they come."""
        bound = sum("bind" in parameter for parameter in self.spec.get("params", ()))
        return f'<div class="chart-controls" data-controls="{bound}"></div>' if bound else ""

    @property
    def _table(self) -> str:
        words = catalogue.of(self.language)
        head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in self.headings)
        body = "".join("<tr>" + "".join(f"<td>{cell.html}</td>" for cell in row) + "</tr>" for row in self.rows)
        return (
            f'<table class="table" aria-label="{escape(words("figure.data"))}"><thead><tr>{head}</tr></thead>'
            f"<tbody>{body}</tbody></table>"
        )


@dataclass(frozen=True)
class Gallery:
    """The figures in one language."""

    sayer: Sayer
    package: Package

    def draw(self, name: str) -> Drawn:
        """The figure ``name``. Raises :class:`UnknownFigure`, or ``UnknownFact`` for an id in its words."""
        declared = declaration(name)
        studio = Studio(name, self.sayer, self.package)
        figure = declared.draw(studio)
        spec = theme.apply(figure.chart, self.sayer.language)
        headings = catalogue.of(self.sayer.language).under(f"figure.{name}.column")
        return Drawn(
            name=name,
            spec=spec,
            # Without the won beside the dollars: an attribute cannot follow the rate of the reader, as the table does.
            alt=self.sayer.fill(studio.word("alt"), alone=True).text,
            headings=tuple(headings.values()),
            rows=figure.rows,
            reads=declared.reads,
            language=self.sayer.language,
        )


def declarations() -> dict[str, Declaration]:
    """Every figure of the report, by name. Raises ``ValueError`` where two have the same."""
    found: dict[str, Declaration] = {}
    for module in report.modules("figures"):
        for value in vars(module).values():
            if isinstance(value, Declaration) and found.setdefault(value.name, value) is not value:
                raise ValueError(f"the figure «{value.name}» is declared twice")
    return found


def declaration(name: str) -> Declaration:
    """The figure of that name; raises :class:`UnknownFigure` with the nearest names where there is none."""
    known = declarations()
    if name not in known:
        raise UnknownFigure(name, known)
    return known[name]
