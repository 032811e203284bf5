"""The edge to a terminal: output in any encoding, and the exit status of whatever ends a command."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from factbook import faults
from factbook.problems import Status

#: Signs that messages are written with, by what stands for each where an encoding lacks it (CP949 has no guillemets).
_SIMPLER = {
    **dict.fromkeys("«»“”", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—−", "-"),
    "→": "->",
    "×": "x",
    "…": "...",
    "\xa0": " ",
}
#: Told where only the checker is installed, and a command needs what books are made with.
_ENGINE = "factbook {command} makes or reads a book, for which {module} is missing: pip install 'factbook[book]'"
_IN_ANY_ENCODING = "factbook.in-any-encoding"


class Commands(click.Group):
    """Commands whose output never fails for an encoding, and whose exit status is one of :class:`Status`."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        _take_every_character()
        return super().main(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            click.echo("interrupted", err=True)
            ctx.exit(Status.INTERRUPTED)
        except BrokenPipeError:
            _discard_output()
            ctx.exit(Status.NOT_READ)
        except Exception as error:
            if (missing := _missing(error)) is not None:
                click.echo(_ENGINE.format(command=ctx.invoked_subcommand, module=missing), err=True)
                ctx.exit(Status.UNREADABLE)
            _discard_output()
            click.echo(faults.report(error), err=True)
            ctx.exit(Status.FAULT)


def _missing(error: Exception) -> str | None:
    """The package of others that is not installed, if that is what is wrong."""
    name = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    return name if name not in ("", __package__) else None


def for_programs() -> None:
    """Write standard output in UTF-8 from here on: programs read it, whatever encoding the console has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=_IN_ANY_ENCODING)


def _take_every_character() -> None:
    codecs.register_error(_IN_ANY_ENCODING, _simpler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_IN_ANY_ENCODING)


def _simpler(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write what an encoding lacks as a simpler sign, or else as its escape («\uac00»)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letter = error.object[error.start]
    if letter in _SIMPLER:
        return _SIMPLER[letter], error.start + 1
    if "\udc80" <= letter <= "\udcff":
        return bytes([ord(letter) - 0xDC00]), error.start + 1
    error.end = error.start + 1
    return codecs.backslashreplace_errors(error)


def _discard_output() -> None:
    """Drop what standard output still holds: nobody takes it, and Python would fail once more when it ends."""
    try:
        number = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), number)
