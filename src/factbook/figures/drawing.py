"""Vega-Lite as a picture, without a browser: drawn here, or by another process that has drawn before.

The first picture of a process costs as much as ten later ones. A build that runs each chapter in a process of its own
lets one draw for all of them (:func:`draw_for_others`).
"""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing.connection import Client, Listener
from threading import Thread

import vl_convert

from factbook.figures import fonts

#: Vega-Lite as bundled with vl-convert, for pictures and for the live charts alike.
VEGA_LITE = "6.4"
#: Names the process that draws for those that inherit it.
_DRAWN_AT = "FACTBOOK_DRAWN_AT"


def svg_of(spec: str) -> str:
    """The picture of a specification in JSON. Raises :class:`ValueError` for one that cannot be drawn."""
    if address := os.environ.get(_DRAWN_AT):
        with suppress(EOFError, OSError), Client(address) as draws:
            draws.send_bytes(spec.encode())
            return draws.recv_bytes().decode()
    return _drawn(spec)


def draw_for_others() -> None:
    """Draws, from now on, for every process that this one starts and that asks :func:`svg_of`."""
    listener = Listener()
    os.environ[_DRAWN_AT] = str(listener.address)
    Thread(target=_serve, args=(listener,), daemon=True).start()


def _serve(listener: Listener) -> None:
    """Draws what is asked for; what cannot be drawn gets no answer, and the one that asked finds out why by itself.

    Where drawing ends for good, nobody is left waiting: each draws by itself.
    """
    with listener:
        while True:
            with suppress(EOFError, OSError, ValueError), listener.accept() as asks:
                asks.send_bytes(_drawn(asks.recv_bytes().decode()).encode())


def _drawn(spec: str) -> str:
    fonts.register()
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE))
