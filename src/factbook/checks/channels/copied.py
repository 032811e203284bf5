"""What a reader copies of a number: it says what the page says, in its own words, and cites its own source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html

from factbook.checks.channels import assigned, files
from factbook.checks.channels.origins import Origins
from factbook.checks.channels.reading import Readings
from factbook.data.layout import Layout
from factbook.facts import state
from factbook.facts.model import BOOK
from factbook.interface import catalogue
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

FILE = "citations-numbers.js"
_ADVICE = "mend what makes citations of numbers"


def check(layout: Layout, folder: Path) -> Readings:
    data = state.read(layout.package)
    for language in LANGUAGES:
        file = f"{language}/{FILE}"
        cited = assigned.value(folder / language / FILE, "numberCitations")
        shown_on_pages = files.said(folder / language)
        origins = Origins(layout, data, language)
        for name in sorted({*data.facts.entries, *data.judgements} ^ cited["numbers"].keys()):
            yield Problem("channel.copied", file, f"«{name}» is missing or unknown", "every number", _ADVICE)
        for name, one in cited["numbers"].items():
            said = one["said"]
            due = shown_on_pages.get(name)
            if due is not None and said != due:
                yield Problem("channel.copied", file, f"«{name}» is copied as «{said}»", f"«{due}»", _ADVICE)
            sentence = lxml.html.fromstring(f"<p>{one['sentence']}</p>").text_content()
            if not sentence.startswith(said):
                found = f"the sentence of «{name}» says «{sentence[:50]}»"
                yield Problem("channel.copied", file, found, f"«{said}» first", _ADVICE)
            entry = data.facts.entries.get(name)
            label = entry.label[language] if entry else data.judgements[name].claim.label[language]
            if label not in sentence:
                yield Problem("channel.copied", file, f"the sentence of «{name}» does not name it", label, _ADVICE)
            for what, found, due in _cited(name, sentence, set(one["sources"]), origins):
                given = f"the sentence of «{name}» has {what} {found or 'none'}"
                yield None if found == due else Problem("channel.copied", file, given, due or "none", _ADVICE)


def _cited(name: str, sentence: str, keys: set[str], origins: Origins) -> Iterator[tuple[str, str, str]]:
    """What a citation says of the origin of a number, and what it must: its form, its sources, who made it."""
    facts, words = origins.facts([name]), catalogue.of(origins.language)
    own = {fact.source for fact in facts.values()}
    studies = {key for key in keys - own if any(origins.is_by_publisher(key, fact) for fact in facts.values())}
    yield "the sources", ", ".join(sorted(keys - studies)), ", ".join(sorted(own))
    fact = facts.get(name)
    named = [fact.source] if fact else sorted(own)
    yield "no mention of", " and ".join(filter(None, (origins.unnamed(key, sentence) for key in named))), ""
    if fact and fact.said_by != BOOK:
        form = "second-hand" if origins.passes_on(fact) else "press" if fact.said_by == "press" else "printed"
    else:
        form = "computed" if own else "counted"
    forms = ("second-hand", "press", "computed", "counted", "printed")
    patterns = {one: re.sub(r"\\\{\w+\\\}", ".+", re.escape(words(f"citing.number.{one}"))) for one in forms}
    yield "the form", next((one for one in forms if re.fullmatch(patterns[one], sentence)), "unknown"), form
    if fact and form == "second-hand":
        yield "no publisher", "" if origins.publisher(fact) in sentence else origins.publisher(fact), ""
