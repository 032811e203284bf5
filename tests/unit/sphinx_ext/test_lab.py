"""``factbook lab`` sets JupyterLab up for the chapters, and says what it lacks."""

from __future__ import annotations

import importlib.util
import json
import os

import pytest

from factbook.citations import identity
from factbook.notebook import lab
from factbook.problems import ProblemError
from factbook.sphinx_ext.downloads import binder_address
from tiny_book import REAL, TinyBook


def test_a_double_click_on_a_chapter_opens_a_notebook():
    settings = json.loads((lab.SETTINGS / "labconfig" / "default_setting_overrides.json").read_text("utf-8"))
    assert settings["@jupyterlab/docmanager-extension:plugin"]["defaultViewers"]["markdown"] == "Jupytext Notebook"


def test_kernels_find_the_data_and_a_readers_own_settings_are_kept():
    variables = lab.environment(REAL, {"JUPYTER_CONFIG_PATH": "own", "OTHER": "1"})
    assert variables["JUPYTER_CONFIG_PATH"] == os.pathsep.join([str(lab.SETTINGS), "own"])
    assert variables["FACTBOOK_DATA"] == str(REAL.root / "data")
    assert variables["FACTBOOK_BASEURL"] == identity.read(REAL.root).base
    assert variables["OTHER"] == "1"


def test_what_is_missing_is_named_with_what_it_is_for(monkeypatch: pytest.MonkeyPatch):
    there = importlib.util.find_spec("json")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "jupytext" else there)
    with pytest.raises(ProblemError) as raised:
        lab.require()
    assert [problem.code for problem in raised.value.problems] == ["lab.missing"]
    assert "jupytext is not installed (opens chapters" in str(raised.value)
    assert "pip install" in str(raised.value)


def test_the_command_says_so_where_there_is_no_book(tiny: TinyBook):
    (tiny.root / "_toc.yml").unlink()
    outcome = tiny.command("lab")
    assert outcome.status == 2
    outcome.problem("book.not-found")


def test_binder_opens_the_chapter_of_the_page():
    address = binder_address("https://mybinder.org/v2/gh/owner/name/main/", "ko", "market")
    assert address == "https://mybinder.org/v2/gh/owner/name/main?urlpath=lab%2Ftree%2Fbook%2Fko%2Fmarket.md"
