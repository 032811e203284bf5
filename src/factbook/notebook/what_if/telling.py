"""What a reader supposes and what follows from it, told beside the numbers as they are."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from factbook.interface import catalogue
from factbook.notebook.what_if.supposing import Supposed
from factbook.phrasing.said import Said, join, plain
from factbook.phrasing.saying import Sayer


def told(supposed: Supposed, before: Sayer, after: Sayer) -> Said:
    """What is supposed, from what to what; what follows; the relations whose verdict is no longer what it was."""
    words = catalogue.of(after.language)
    if not supposed:
        return plain(words("what-if.nothing"))
    rows = [_row(fact_id, before, after, given=fact_id in supposed) for fact_id in _changed(supposed, before, after)]
    parts = [_table(rows, after.language)]
    turned = {verdict: list(_turned(before, after, holds=verdict == "holds")) for verdict in ("fails", "holds")}
    parts += [_list(words(f"what-if.now-{verdict}"), lines) for verdict, lines in turned.items() if lines]
    if not any(turned.values()):
        parts.append(_paragraph(plain(words("what-if.verdicts-stand"))))
    parts.append(_paragraph(Said(words("what-if.back").replace("`", ""), _code(words("what-if.back")))))
    text = "\n".join(part.text for part in parts)
    return Said(text, f'<div class="what-if">{"".join(part.html for part in parts)}</div>')


def _changed(supposed: Supposed, before: Sayer, after: Sayer) -> Iterator[str]:
    """What is supposed, then every number that is printed otherwise, in the order of the data."""
    yield from supposed
    for name, entry in before.facts.entries.items():
        if name not in supposed and entry.amount != after.facts[name].amount:
            yield name


def _row(fact_id: str, before: Sayer, after: Sayer, *, given: bool) -> tuple[Said, Said, Said]:
    label = plain(after.facts[fact_id].label[after.language])
    if given:
        label = join(catalogue.of(after.language)("what-if.given"), label)
    return label, before.say(fact_id, alone=True), after.say(fact_id, alone=True)


def _turned(before: Sayer, after: Sayer, *, holds: bool) -> Iterator[Said]:
    """The relations whose verdict has become ``holds``, each by the label of its claim and its id, since several
    relations may have one claim; with the claim and what is recomputed for it."""
    words = catalogue.of(after.language)
    for name, judgement in after.judgements.items():
        if judgement.holds == holds and before.judgements[name].holds != holds:
            claim = judgement.claim
            yield join(
                words("what-if.relation"),
                plain(claim.label[after.language]),
                after.say(claim.id, alone=True),
                after.recomputed_range(name),
                after.margin(name),
                plain(name),
            )


def _table(rows: list[tuple[Said, Said, Said]], language: str) -> Said:
    headings = catalogue.of(language).under("what-if.column").values()
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{name.html}</th><td>{was.html}</td><td>{now.html}</td></tr>' for name, was, now in rows
    )
    text = "\n".join(f"{name}: {was} → {now}" for name, was, now in rows)
    label = escape(catalogue.of(language)("what-if.table"))
    return Said(
        text, f'<table class="table" aria-label="{label}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _list(title: str, lines: list[Said]) -> Said:
    items = "".join(f"<li>{line.html}</li>" for line in lines)
    text = "\n".join([title, *(f"- {line}" for line in lines)])
    return Said(text, f"<p>{escape(title)}</p><ul>{items}</ul>")


def _paragraph(said: Said) -> Said:
    return Said(said.text, f"<p>{said.html}</p>")


def _code(text: str) -> str:
    """``text`` as HTML, what stands between its two backticks as code."""
    before, code, after = text.split("`")
    return f"{escape(before)}<code>{escape(code)}</code>{escape(after)}"
