"""What a reader copies of a number: it says what the page says, in its own words, and cites its own source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lxml.html

from factbook.checks.channels import assigned, files
from factbook.data.layout import Layout
from factbook.facts import state
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem

FILE = "citations-numbers.js"
_ADVICE = "mend what makes citations of numbers"


def check(layout: Layout, folder: Path) -> Iterator[Problem]:
    data = state.read(layout.package)
    for language in LANGUAGES:
        file = f"{language}/{FILE}"
        cited = assigned.value(folder / language / FILE, "numberCitations")
        shown_on_pages = files.said(folder / language)
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
            source = getattr(entry, "source", "")
            if source and source not in one["sources"]:
                found = f"«{name}» cites {', '.join(one['sources'])}"
                yield Problem("channel.copied", file, found, f"{source}, its source", _ADVICE)
