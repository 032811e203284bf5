"""What the chapters of one language name: in roles, links and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from docutils.nodes import fully_normalize_name

from factbook.checks.references.calls import Call, Namespace
from factbook.checks.references.known import Kind, Named
from factbook.problems import Problem
from factbook.translations.marks import target_of
from factbook.translations.model import Chapter, Role
from factbook.translations.myst import Directive

#: Roles that lead to a label.
_TO_LABELS = frozenset({"numref", "ref"})
#: Labels of the pages that Sphinx makes of itself.
_SPHINX_LABELS = frozenset({"genindex", "modindex", "search"})
#: What sphinxcontrib-bibtex takes before and after a key: {cite:p}`{see}key{p. 3}`.
_AROUND_KEY = re.compile(r"\{[^{}]*\}")
#: A link to a chapter's file, with or without a place in it.
_FILE = re.compile(r"(?P<file>[^:#?]+\.md)(?:#.*)?")


def labels(chapters: Mapping[str, Chapter]) -> frozenset[str]:
    """Every label of a language, as Sphinx spells it: of headings, of directives, of tables that code captions."""
    found = {label.name for chapter in chapters.values() for label in chapter.labels}
    for chapter in chapters.values():
        namespace = Namespace()
        for cell in _cells(chapter):
            _run(namespace, cell.body)
        found.update(namespace.labels)
    return frozenset(map(fully_normalize_name, found)) | _SPHINX_LABELS


def named(chapter: Chapter) -> Iterator[Named | Problem]:
    """All that a chapter names, in its order; a problem for an ``{eval}`` that is not Python."""
    namespace = Namespace()
    for written in chapter.written:
        if isinstance(written, Directive):
            if written.name == "code-cell":
                yield from _placed(_cell(namespace, written), chapter, written.body_line - 1)
        elif written.name == "eval":
            yield from _evaluated(namespace, written, chapter)
        else:
            yield from (Named(kind, name, chapter.shown, written.line) for kind, name in _role(written))


def unlisted(chapters: Mapping[str, Chapter], bibliography: str) -> list[Problem]:
    """That sources are cited, and no chapter lists them: no citation of the language would lead anywhere."""
    written = [(chapter, one) for chapter in chapters.values() for one in chapter.written]
    if any(isinstance(one, Directive) and one.name == "bibliography" for _, one in written):
        return []
    return [
        Problem(
            "references.bibliography",
            chapter.shown,
            f"sources are cited here, but no chapter lists those of {bibliography}",
            "one chapter of each language with the directive {bibliography}",
            "add the lines ```{bibliography} and ``` to the chapter of sources",
            one.line,
        )
        for chapter, one in written
        if isinstance(one, Role) and one.name.partition(":")[0] == "cite"
    ][:1]


def _cells(chapter: Chapter) -> Iterator[Directive]:
    return (one for one in chapter.written if isinstance(one, Directive) and one.name == "code-cell")


def _cell(namespace: Namespace, cell: Directive) -> list[Call]:
    """What a cell calls by name; nothing of one that is to raise."""
    calls = _run(namespace, cell.body)
    raises = any(option.key == "tags" and "raises-exception" in option.value for option in cell.options)
    return [] if raises else calls


def _run(namespace: Namespace, code: str) -> list[Call]:
    try:
        return namespace.run(code)
    except SyntaxError:
        # Code that is not Python alone, such as a magic command: the kernel knows.
        return []


def _evaluated(namespace: Namespace, role: Role, chapter: Chapter) -> Iterator[Named | Problem]:
    try:
        yield from _placed(namespace.run(role.content.strip()), chapter, role.line - 1)
    except SyntaxError as error:
        found = f"«{role.content}» is not Python: {error.msg}"
        expected = 'a call such as {eval}`say("id")`'
        advice = "look for a bracket or a quotation mark that is not closed"
        yield Problem("references.eval", chapter.shown, found, expected, advice, role.line)


def _placed(calls: list[Call], chapter: Chapter, before: int) -> Iterator[Named]:
    return (Named(call.kind, call.name, chapter.shown, before + call.line) for call in calls)


def _role(role: Role) -> Iterator[tuple[Kind, str]]:
    """What a role or a link leads to."""
    if role.name.partition(":")[0] == "cite":
        yield from ((Kind.SOURCE, key.strip()) for key in _AROUND_KEY.sub("", role.content).split(","))
    elif role.name in _TO_LABELS:
        yield Kind.LABEL, fully_normalize_name(target_of(role.content))
    elif role.name == "doc":
        yield Kind.CHAPTER, target_of(role.content).removeprefix("/")
    elif role.name == "link" and (to := _FILE.fullmatch(role.content)):
        yield Kind.CHAPTER, PurePosixPath(to["file"]).stem
    elif role.name == "link" and role.content.startswith("#"):
        yield Kind.LABEL, fully_normalize_name(role.content[1:])
