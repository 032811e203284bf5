"""Processes that a build starts: kernels from the nursery, pictures from the one that draws for others."""

from __future__ import annotations

import json
import os
import signal
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from factbook import processes
from factbook.build.nursery import Kernel, Nursery
from factbook.figures import drawing

needs_fork = pytest.mark.skipif(not processes.CAN_FORK, reason="kernels are forked where the system can")
BARS = {"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a", "type": "quantitative"}}}


def told_by(what) -> object:
    """What a process that does ``what`` tells: none of it is done in the process of the tests."""
    heard, said = Pipe(duplex=False)
    process = processes.start(what, said)
    said.close()
    assert heard.poll(60), "the process is stuck"
    told = heard.recv()
    process.join()
    assert process.exitcode == 0
    return told


def _kernels_that_end(said: Connection) -> None:
    nursery = Nursery()
    # A folder that is not there.
    broken = Kernel(nursery, nursery.start(_connection(nursery), nursery.socket(), dict(os.environ)))
    status = broken.wait()
    sockets = {nursery.socket() for _ in range(3)}
    folder = Path(next(iter(sockets))).parent
    there = folder.is_dir()
    nursery.close()
    said.send((status, len(sockets), there, folder.exists()))


@needs_fork
def test_a_kernel_that_ends_tells_its_status_and_the_nursery_leaves_nothing_behind():
    status, sockets, there, left = told_by(_kernels_that_end)
    assert status not in (None, 0)
    assert (sockets, there, left) == (3, True, False)


def _kernels_that_run(said: Connection) -> None:
    nursery = Nursery()
    running = Kernel(nursery, nursery.start(_connection(nursery), "/", dict(os.environ)))
    before = running.poll()
    running.kill()
    killed = running.poll()
    left = Kernel(nursery, nursery.start(_connection(nursery), "/", dict(os.environ)))
    nursery.close()
    try:
        os.kill(left.pid, 0)
    except ProcessLookupError:
        said.send((before, killed, "gone"))
    else:
        said.send((before, killed, "there"))


def _connection(nursery: Nursery) -> str:
    from jupyter_client.connect import write_connection_file

    path = nursery.socket()
    return write_connection_file(f"{path}.json", transport="ipc", ip=path)[0]


@needs_fork
def test_a_kernel_runs_until_it_is_killed_and_none_outlives_the_nursery():
    assert told_by(_kernels_that_run) == (None, -signal.SIGKILL, "gone")


def _drawn_by_another(said: Connection) -> None:
    alone = drawing.svg_of(json.dumps(BARS))
    drawing.draw_for_others()
    asked = drawing.svg_of(json.dumps(BARS))
    try:
        drawing.svg_of('{"mark": 5}')
    except ValueError as error:
        said.send((alone == asked, asked.startswith("<svg"), str(error)))


def test_another_process_draws_the_same_picture_and_what_it_cannot_draw_is_told_why():
    same, is_picture, why = told_by(_drawn_by_another)
    assert same
    assert is_picture
    assert "5" in why or "mark" in why


def _drawn_once_drawing_for_others_has_ended(said: Connection) -> None:
    draw, calls = drawing._drawn, count()

    def ends_at_first(spec: str) -> str:
        if next(calls) == 0:
            raise SystemExit
        return draw(spec)

    drawing._drawn = ends_at_first
    drawing.draw_for_others()
    said.send([drawing.svg_of(json.dumps(BARS))[:4] for _ in range(2)])


def test_whoever_asks_for_a_picture_draws_it_where_the_one_that_draws_for_others_has_ended():
    assert told_by(_drawn_once_drawing_for_others_has_ended) == ["<svg", "<svg"]
