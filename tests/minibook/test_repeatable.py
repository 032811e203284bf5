"""Two builds of the same book give the same bytes: in another folder, on another day, in another zone and process."""

from __future__ import annotations

import os

from tiny_book import TinyBook, contents

#: Runs in every process before anything else: four hundred days on.
_LATER = """
import time
then = 400 * 24 * 3600
for name in ("time", "time_ns"):
    now = getattr(time, name)
    setattr(time, name, lambda now=now, on=then * (10**9 if name.endswith("ns") else 1): now() + on)
"""


def test_a_build_elsewhere_and_later_gives_the_same_bytes(built, tmp_path, monkeypatch):
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "sitecustomize.py").write_text(_LATER, "utf-8")
    paths = (str(tmp_path / "later"), os.environ.get("PYTHONPATH", ""))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    monkeypatch.setenv("PYTHONHASHSEED", "6")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    book = TinyBook.copied_to(tmp_path / "a folder with another, longer name" / "tiny")
    outcome = book.command("build", "--out", tmp_path / "elsewhere")
    assert outcome.status == 0, outcome.complained
    assert contents(tmp_path / "elsewhere") == contents(built.site)
