"""The chapters in the real JupyterLab: opened, run, supposed upon and saved, they are the same files byte for byte."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from factbook.interface.catalogue import LANGUAGES
from folders import ROOT

PLACE = "https://ministry.go.kr/twins/"
#: JupyterLab saves by itself every two seconds, and hands the application to the tests.
SETTINGS = {"@jupyterlab/docmanager-extension": {"plugin": {"autosave": True, "autosaveInterval": 2}}}
OPTIONS = ("--no-browser", "--allow-root", "--ip=127.0.0.1", "--IdentityProvider.token=", "--expose-app-in-browser")
#: Opens a chapter as a double click does, with the kernel of another one if it is given; gives the kernel that it has.
OPEN = """async ([path, kernel]) => {
  const options = kernel ? {path, kernel: {id: kernel}} : {path};
  const panel = await window.jupyterapp.commands.execute('docmanager:open', options);
  window.chapter = panel;
  await panel.context.ready;
  await panel.revealed;
  await panel.sessionContext.ready;
  return panel.sessionContext.session.kernel.id;
}"""
#: Puts a cell below the first code cell, so that everything after it follows when all cells are run.
ADD = """source => {
  const cells = window.chapter.content.model.sharedModel;
  const first = cells.cells.findIndex(cell => cell.cell_type === 'code');
  cells.insertCell(first + 1, {cell_type: 'code', source, metadata: {}});
}"""
RUN = """async () => {
  window.jupyterapp.shell.activateById(window.chapter.id);
  await window.jupyterapp.commands.execute('notebook:run-all-cells');
}"""
SAVE = "async () => { await window.chapter.context.save(); }"
CLOSE = "() => window.chapter.dispose()"
#: The HTML of each number in a sentence, as jupyterlab-myst stores it after a run.
SAID = """() => window.chapter.content.model.sharedModel.cells
  .flatMap(cell => cell.getMetadata('user_expressions') ?? [])
  .map(one => one.result.data?.['text/html'] ?? '')"""


def original(language: str, name: str) -> bytes:
    return (ROOT / "book" / language / f"{name}.md").read_bytes()


@dataclass(frozen=True)
class Lab:
    """``factbook lab`` on a copy of the book."""

    address: str
    root: Path

    def chapter(self, language: str, name: str) -> Path:
        return self.root / "book" / language / f"{name}.md"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """``factbook lab`` on a copy of the book, with none of the settings of whoever runs the tests."""
    root, home = tmp_path_factory.mktemp("book"), tmp_path_factory.mktemp("home")
    for part in ("book", "data"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__", "_build", "factbook"))
    for file in ("_config.yml", "_toc.yml", "CITATION.cff"):
        shutil.copy(ROOT / file, root)
    for extension, plugins in SETTINGS.items():
        for plugin, settings in plugins.items():
            folder = home / "settings" / extension
            folder.mkdir(parents=True)
            (folder / f"{plugin}.jupyterlab-settings").write_text(json.dumps(settings))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "factbook", "--book", root, "lab", *OPTIONS, f"--port={port}"]
    variables = os.environ | {
        "HOME": str(home),
        "JUPYTERLAB_WORKSPACES_DIR": str(home),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "FACTBOOK_BASEURL": PLACE,
    }
    with (home / "said.txt").open("w") as said_by_lab:
        started = subprocess.Popen(
            command, env=variables, stdout=said_by_lab, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield Lab(until_it_answers(f"http://127.0.0.1:{port}", started, home / "said.txt"), root)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGTERM)
            started.wait(30)


def until_it_answers(address: str, started: subprocess.Popen[bytes], said_by_lab: Path) -> str:
    for _ in range(240):
        assert started.poll() is None, said_by_lab.read_text("utf-8")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/api/status", timeout=2).close()
            return address
        time.sleep(0.25)
    raise AssertionError(said_by_lab.read_text("utf-8"))


@pytest.fixture
def page(lab: Lab, browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{lab.address}/lab?reset")
        page.wait_for_function("window.jupyterapp?.restored.then(() => true)", timeout=120_000)
        yield page


def has_numbers(text: str) -> bool:
    """Whether sentences of a chapter have numbers that its kernel computes."""
    return "{code-cell}" in text and "{eval}`" in text


def saving(page: Page) -> Any:
    """Waits until JupyterLab has saved a chapter."""
    return page.expect_response(lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url)


def test_a_chapter_that_is_run_supposed_upon_and_saved_is_the_same_file(lab: Lab, page: Page):
    # JupyterLab draws the cells in view, which takes longer than to run them: few are.
    page.set_viewport_size({"width": 480, "height": 240})
    chapters = [
        (language, path.stem) for language in LANGUAGES for path in sorted((ROOT / "book" / language).glob("*.md"))
    ]
    supposed, kernel = {}, None
    for language, name in chapters:
        # One kernel for all: each chapter opens a book of its own, and to start a kernel takes longer than to run one.
        kernel = page.evaluate(OPEN, [f"{language}/{name}.md", kernel])
        page.evaluate(ADD, "book.at_rate(1350)")
        page.evaluate(RUN)
        if has_numbers(original(language, name).decode()):
            page.wait_for_function(f"({SAID})().length > 0", timeout=120_000)
        supposed[language, name] = sum("data-if=" in html for html in page.evaluate(SAID))
        with saving(page) as saved:
            page.evaluate(SAVE)
        assert saved.value.ok
        page.evaluate(CLOSE)
    assert [one for one in chapters if lab.chapter(*one).read_bytes() != original(*one)] == []
    for language in LANGUAGES:
        assert supposed[language, "market"] > 5, "nothing was supposed, so that nothing could have been saved"


def test_a_reader_opens_runs_and_edits_a_chapter_and_only_the_edit_is_saved_by_itself(lab: Lab, page: Page):
    page.goto(f"{lab.address}/lab/tree/en?reset")
    page.locator(".jp-DirListing-item", has_text="market.md").dblclick(timeout=120_000)
    notebook = page.locator(".jp-NotebookPanel")
    expect(notebook).to_be_visible(timeout=120_000)
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle", timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).first.click()
    # JupyterLab draws the cells in view, and running them all ends at the last.
    sentence = notebook.get_by_role("paragraph").filter(has_text="quotes MarketsandMarkets")
    expect(sentence).to_contain_text("grows from USD 3.8 billion in 2019", timeout=120_000)
    page.keyboard.press("Enter")
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Mode: Edit")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Seen.")
    saved = lab.chapter("en", "market")
    for _ in range(120):
        if b" Seen." in saved.read_bytes():
            break
        page.wait_for_timeout(250)
    after = saved.read_bytes()
    saved.write_bytes(original("en", "market"))
    assert after.count(b" Seen.") == 1
    assert after.replace(b" Seen.", b"") == original("en", "market")


def test_a_supposed_number_looks_supposed_and_each_leads_to_the_published_ledger(lab: Lab, page: Page):
    page.evaluate(OPEN, ["ko/market.md", None])
    page.evaluate(ADD, "book.at_rate(1350)")
    page.evaluate(RUN)
    page.evaluate("() => window.chapter.content.scrollToItem(3)")
    numbers = page.locator(".jp-NotebookPanel .jp-MarkdownCell a:has(> data)")
    supposed = numbers.and_(page.locator("[href]:has(> data[data-if])")).first
    expect(supposed).to_be_visible(timeout=120_000)
    expect(supposed).to_have_css("font-style", "italic")
    expect(supposed).to_have_css("text-decoration-style", "dashed")
    assert all(
        link.startswith(f"{PLACE}ko/numbers.html#") for link in numbers.evaluate_all("all => all.map(one => one.href)")
    )
    expect(numbers.and_(page.locator(":not(:has(> data[data-if]))")).first).not_to_have_css("font-style", "italic")
    page.evaluate(CLOSE)
