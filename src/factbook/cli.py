"""The command line: ``factbook build``, ``check``, ``stale``, ``serve`` and the others below."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factbook import report
from factbook.data import layout as layouts
from factbook.data.layout import Layout
from factbook.data.reviews.model import COMPARED_WITH
from factbook.export import FORMATS
from factbook.interface.catalogue import LANGUAGES
from factbook.problems import Problem, ProblemError, Status
from factbook.terminal import Commands, for_programs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.checker.documents.codes import Code
    from factbook.checker.quotes import Book
    from factbook.checks.memory import Memory


class RateType(click.ParamType[Decimal]):
    """Won per dollar: a decimal above zero."""

    name = "number"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        try:
            rate = Decimal(str(value).replace(",", ""))
        except InvalidOperation:
            rate = Decimal(0)
        if not (rate.is_finite() and rate > 0):
            self.fail(f"«{value}» is not a rate: write won per dollar, such as 1300 or 1165.80", param, ctx)
        return rate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--book", "root", type=click.Path(path_type=Path, exists=True, file_okay=False), help="The book's root folder."
)
@click.version_option(package_name="factbook", message="factbook %(version)s")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """A book whose numbers cannot drift: build it, check it, read it while you write.

    Exit status: 0 done, 1 findings, 2 cannot read, 3 an internal fault, 130 interrupted.
    """
    context.obj = root


def _book(root: Path | None) -> Layout:
    try:
        found = layouts.find(root)
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    report.work_on(found.root)
    return found


def _print_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(f"{problem}\n", err=True)


@main.command()
@click.option("--out", type=click.Path(path_type=Path), help="Where to publish; _build/html by default.")
@click.option("--exports", is_flag=True, help="Offer each chapter and the book as PDF, DOCX and HWPX, too.")
@click.option(
    "--checker",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Offer a page that checks documents; the folder of the npm package pyodide, which runs Python in it.",
)
@click.pass_obj
def build(root: Path | None, out: Path | None, exports: bool, checker: Path | None) -> None:
    """Check the data, build every language, check the pages, and publish all or nothing."""
    if checker and not (checker / "pyodide.asm.wasm").is_file():
        raise click.UsageError(f"{checker} is not the folder of the npm package pyodide")
    layout = replace(_book(root), checker=checker)
    sys.exit(_build(layout, (out or layout.published).resolve(), exports=exports))


def _build(layout: Layout, target: Path, *, exports: bool) -> int:
    return Status.FINDINGS if _problems_of_build(layout, target, exports=exports) else Status.CONSISTENT


def _problems_of_build(
    layout: Layout, target: Path, memory: Memory | None = None, *, exports: bool = False
) -> tuple[Problem, ...]:
    from factbook.build.build import build as build_site

    try:
        build_site(layout, target, click.echo, memory, exports=exports)
    except ProblemError as error:
        _print_problems(error.problems)
        kept = f"; the last good site is still at {target}" if (target / "index.html").exists() else ""
        click.echo(f"not published: {_count(len(error.problems))}{kept}", err=True)
        return error.problems
    click.echo(f"done: open {target / 'index.html'}")
    return ()


def _build_or_draft(layout: Layout, memory: Memory) -> None:
    from factbook.build import drafts

    problems = _problems_of_build(layout, layout.published, memory)
    if not problems:
        drafts.discard(layout)
        return
    try:
        if drafts.build(layout, problems, click.echo):
            click.echo("draft: shown, with what is still to be done on each page; not published")
    except ProblemError as error:
        _print_problems(error.problems)
        click.echo(f"no draft: {_count(len(error.problems))}", err=True)


def _count(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--rate", type=RateType(), help="Won per dollar to hold conversions to.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Read every document in this language.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "html", "sarif", "badge", "badge-json"]),
    default="text",
    show_default=True,
    help="Output.",
)
@click.option(
    "--against", metavar="BOOK", help="Hold quoted numbers to a book: its address, a copy of it, its data package."
)
@click.option("--only", multiple=True, metavar="CODE", help="Tell findings of this code alone; may be repeated.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Tell no findings of this code; may be repeated.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Tell no findings that this file records.")
@click.option("--write-baseline", is_flag=True, help="Record all findings in the file of --baseline.")
@click.option("--explain", metavar="CODE", help="Say what the code of a finding or a problem means, and what to do.")
@click.pass_obj
def check(
    root: Path | None,
    paths: tuple[Path, ...],
    rate: Decimal | None,
    lang: str | None,
    form: str,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    write_baseline: bool,
    explain: str | None,
    against: str | None,
) -> None:
    """Check documents, sheets, slides and folders of them, or the book itself without a path.

    Text (.md .txt .html .ipynb .csv .tsv), Word and Hangul (.docx .hwpx .hwp .odt), PDF, sheets (.xlsx .xls .ods)
    and slides (.pptx) are read.

    Exit status: 0 consistent, 1 findings, 2 cannot read.
    """
    if explain is not None:
        sys.exit(_explain(explain, _language(lang)))
    if write_baseline and baseline is None:
        raise click.UsageError("name the file to write: add --baseline FILE")
    if paths:
        from factbook.checker import documents
        from factbook.checker.documents.codes import CODES

        for code in (*only, *ignore):
            _must_be_known(code, CODES[_language(lang)], _language(lang))
        if form != "text":
            for_programs()
        book = _quoted_book(against) if against else None
        sys.exit(
            documents.run(
                paths,
                rate=rate,
                lang=lang,
                form=form,
                only=only,
                ignore=ignore,
                baseline=baseline,
                write_baseline=write_baseline,
                against=book,
            )
        )
    if against:
        raise click.UsageError("name the documents that quote the book")
    sys.exit(_check_book(_book(root)))


def _quoted_book(place: str) -> Book:
    from factbook.checker import quotes

    try:
        return quotes.load(place)
    except quotes.UnreachableBook as error:
        click.echo(str(error), err=True)
        sys.exit(Status.UNREADABLE)


@main.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Report in this language.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
def compare(old: Path, new: Path, lang: str | None, form: str) -> None:
    """Compare two versions of a document: which figures changed, which stayed though their base changed.

    Exit status: 0 no figure is left behind, 1 one stayed though its base changed, 2 cannot read.
    """
    from factbook.checker.documents import comparing

    if form != "text":
        for_programs()
    sys.exit(comparing.run(old, new, language=_language(lang), form=form))


def _language(lang: str | None) -> str:
    """The language asked for, else that of the reader's machine."""
    from factbook.checker.documents.report import reader_language

    return lang or reader_language()


def _explain(code: str, language: str) -> int:
    from factbook import problem_codes
    from factbook.checker.documents import codes

    known = {**codes.CODES[language], **problem_codes.CODES[language]}
    _must_be_known(code, known, language)
    for line in codes.explain(code, known, language):
        click.echo(line)
    return Status.CONSISTENT


def _must_be_known(code: str, known: Mapping[str, Code], language: str) -> None:
    from factbook.checker.documents import codes

    if code not in known:
        click.echo(codes.unknown(code, known, language), err=True)
        sys.exit(Status.UNREADABLE)


def _check_book(layout: Layout) -> int:
    from factbook import translations
    from factbook.checks import site, sources
    from factbook.checks.memory import Memory
    from factbook.translations import todo

    folders = {language: layout.published / language for language in LANGUAGES}
    problems = sources.check(layout, Memory())
    if not problems and not all(folder.is_dir() for folder in folders.values()):
        click.echo(f"{layout.shown(layout.published)}: no site is built yet; run: factbook build", err=True)
        return Status.UNREADABLE
    memory = Memory()
    memory.recall(layout.work / site.KEPT)
    problems = problems or site.check(layout, folders, click.echo, memory)
    _print_problems(tuple(problems))
    if problems:
        click.echo(_count(len(problems)), err=True)
        return Status.FINDINGS
    if waiting := translations.unrecorded(layout):
        click.echo(todo.reminder(waiting))
    click.echo("the book is consistent: data, chapters and built pages agree")
    return Status.CONSISTENT


@main.command()
@click.argument("labels", nargs=-1)
@click.option("--record", is_flag=True, help="Record that sections are in step: those named, else all that followed.")
@click.pass_obj
def parity(root: Path | None, labels: tuple[str, ...], record: bool) -> None:
    """List what is to be done to bring the languages in step, or record that sections are.

    Naming a section records that its change in one language needs none in the other.
    """
    from factbook import translations as languages
    from factbook.translations import todo

    if labels and not record:
        raise click.UsageError("labels are named to record them: add --record")
    layout = _book(root)
    try:
        done = languages.declare(layout, labels) if record else languages.Declared((), tuple(languages.check(layout)))
        waiting = languages.unrecorded(layout)
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    for line in todo.report(done, waiting):
        click.echo(line)
    sys.exit(Status.FINDINGS if done.left else Status.CONSISTENT)


@main.command()
@click.argument("rows", nargs=-1)
@click.option("--compared-with", type=click.Choice(COMPARED_WITH), help="Record that ROWS were compared with this.")
@click.pass_obj
def review(root: Path | None, rows: tuple[str, ...], compared_with: str | None) -> None:
    """List what has changed in the data since it was compared with its sources; show ROWS, or record their review.

    A row is named as TABLE/ROW, by its key alone, or by a pattern such as "facts/ge-*".
    """
    from datetime import date

    from factbook.data.reviews import checking, recording, showing

    if compared_with and not rows:
        raise click.UsageError("name the rows that were compared")
    layout = _book(root)
    try:
        named = recording.matching(rows, layout)
        if compared_with:
            recording.record(layout, named, compared_with, date.today())
            click.echo(f"recorded: {len(named)} {'row' if len(named) == 1 else 'rows'} compared with {compared_with}")
            return
        for text in showing.shown(layout, named):
            click.echo(f"{text}\n")
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    waiting = () if rows else tuple(checking.check(layout))
    _print_problems(waiting)
    if not rows and not waiting:
        click.echo("every row of the data is as it was reviewed")
    sys.exit(Status.FINDINGS if waiting else Status.CONSISTENT)


@main.command()
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day to ask for; today if not said."
)
@click.pass_obj
def stale(root: Path | None, day: datetime | None) -> None:
    """List the rows of the data that were to be looked at again by a day (review_by) that has passed.

    Exit status: 0 none is overdue, 1 some are, 2 cannot read.
    """
    from datetime import date

    from factbook.data.reviews.overdue import overdue

    layout = _book(root)
    on = day.date() if day else date.today()
    try:
        found = overdue(layout.package, on)
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    for problem in found:
        click.echo(f"{problem}\n")
    rows = "1 row is" if len(found) == 1 else f"{len(found) or 'no'} row{'s are' if found else ' is'}"
    click.echo(f"{rows} overdue on {on}")
    sys.exit(Status.FINDINGS if found else Status.CONSISTENT)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def tidy(root: Path | None, paths: tuple[Path, ...]) -> None:
    """Take out of chapters what Jupytext or jupyterlab-myst wrote into them: values of a run, rewritten options.

    Without a path, of all chapters of the book.
    """
    from factbook.notebook import tidying

    told: list[str] = []
    try:
        tidying.tidy(_book(root), paths, told.append)
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    finally:
        for line in told:
            click.echo(line)
    click.echo(f"taken out: {_count(len(told))}" if told else "nothing to take out: no other tool wrote into a chapter")


class ListType(click.ParamType[tuple[str, ...]]):
    """Some of the ``known`` words, separated by commas."""

    name = "list"

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = tuple(dict.fromkeys(str(value).replace(" ", "").split(",")))
        if wrong := [word for word in words if word not in self._known]:
            self.fail(f"«{wrong[0]}» is none of {', '.join(self._known)}", param, ctx)
        return words


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--to", "formats", type=ListType(FORMATS), default=FORMATS, help=f"Of {','.join(FORMATS)}; all if not said."
)
@click.option("--lang", "languages", type=ListType(LANGUAGES), default=LANGUAGES, help="Languages; all if not said.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where to write; _build/export by default."
)
@click.pass_obj
def export(
    root: Path | None, names: tuple[str, ...], formats: tuple[str, ...], languages: tuple[str, ...], out: Path | None
) -> None:
    """Write chapters of the published site, or the whole book, as PDF, DOCX and HWPX.

    NAMES are those of chapters, or "book"; without any, all of them. A chapter that has not changed is not made again.
    """
    from factbook.export import exporting

    layout = _book(root)
    target = (out or layout.exported).resolve()
    try:
        made = exporting.export(
            layout, layout.published, target, exporting.Wanted(names, formats, languages), click.echo
        )
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)
    click.echo(f"done: {len(made)} {'file' if len(made) == 1 else 'files'} in {target}")


@main.command()
@click.argument("name")
@click.option("--exports", is_flag=True, help="Freeze each chapter and the book as PDF, DOCX and HWPX, too.")
@click.pass_obj
def edition(root: Path | None, name: str, exports: bool) -> None:
    """Freeze the book as it is under NAME, a year and a quarter such as 2026-Q4, to be served unchanged for good."""
    from datetime import date

    from factbook.build.build import build as build_site
    from factbook.editions import freezing

    layout = _book(root)
    try:
        frozen = freezing.freeze(
            layout, name, date.today(), lambda book, out: build_site(book, out, click.echo, exports=exports)
        )
    except ProblemError as error:
        _print_problems(error.problems)
        click.echo("nothing was frozen", err=True)
        sys.exit(Status.FINDINGS)
    kept = layout.shown(layout.editions / frozen.file)
    click.echo(f"frozen: {kept}, SHA-256 {frozen.sha256}; commit it with the record beside it")


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.pass_obj
def serve(root: Path | None, port: int) -> None:
    """Build, serve on this machine only, and build again whenever a file of the book changes.

    While only the languages are not in step, a draft is served, marked as one, and nothing is published.
    """
    from factbook.build import serve as server
    from factbook.checks.memory import Memory

    layout = _book(root)
    memory = Memory()
    try:
        server.serve(layout, port, lambda: _build_or_draft(layout, memory), click.echo)
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def lab(root: Path | None, arguments: tuple[str, ...]) -> None:
    """Open the chapters as notebooks in JupyterLab; arguments are passed on to it."""
    from factbook.notebook import lab as jupyterlab

    layout = _book(root)
    try:
        sys.exit(jupyterlab.run(layout, arguments))
    except ProblemError as error:
        _print_problems(error.problems)
        sys.exit(Status.UNREADABLE)


if __name__ == "__main__":
    main()
