"""The chapters as readers download them: complete, the same each time, and run alone in an empty folder."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import lxml.html
import nbformat
import pytest
import yaml
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from factbook.data.package import FOLDER_VARIABLE
from factbook.interface.catalogue import LANGUAGES
from factbook.notebook import export
from folders import ROOT

PAGES = ["index", *(item["file"] for item in yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))["chapters"])]
#: Pages that Sphinx alone can make: the ledger, the codebook, the list of sources, what has changed.
PLAIN = {"numbers", "codebook", "references", "changes"}
CHAPTERS = [page for page in PAGES if page not in PLAIN]
EVERY = [(language, chapter) for language in LANGUAGES for chapter in CHAPTERS]
BLANK = re.compile(r"\s+")
FENCED = re.compile(r"^```([^\s]*)[^\n]*\n.*?^```$", re.MULTILINE | re.DOTALL)


def downloaded(site: Path, language: str, chapter: str) -> NotebookNode:
    return nbformat.reads((site / language / f"{chapter}.ipynb").read_text("utf-8"), as_version=4)


def said(notebook: NotebookNode) -> list[tuple[str, str]]:
    """Every number in a sentence, with what it says."""
    return [
        (one["expression"], one["result"]["data"]["text/plain"])
        for cell in notebook["cells"]
        for one in cell["metadata"].get("user_expressions", ())
    ]


def shown(notebook: NotebookNode) -> list[str]:
    """What every cell shows, as plain text; what it prints in one piece, however the kernel sent it."""
    said = []
    for cell in notebook["cells"]:
        for kind, outputs in groupby(cell.get("outputs", ()), lambda output: output["output_type"]):
            if kind == "stream":
                said.append("".join(output["text"] for output in outputs))
            else:
                said += [output["data"]["text/plain"] for output in outputs]
    return said


def asking(notebook: NotebookNode) -> NotebookNode:
    """The same notebook with its sentences as cells that print their numbers, as JupyterLab computes them."""
    asked = nbformat.v4.new_notebook(metadata=notebook["metadata"])
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            asked["cells"].append(nbformat.v4.new_code_cell(cell["source"]))
        elif names := [one["expression"] for one in cell["metadata"].get("user_expressions", ())]:
            asked["cells"].append(nbformat.v4.new_code_cell("\n".join(f"print(repr({name}))" for name in names)))
    return asked


def alone() -> dict[str, str]:
    """The variables of a kernel that knows nothing of the repository but the installed package."""
    return {name: value for name, value in os.environ.items() if name != FOLDER_VARIABLE}


async def execute(notebook: NotebookNode, folder: Path, variables: dict[str, str]) -> NotebookNode:
    folder.mkdir(parents=True, exist_ok=True)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    async with client.async_setup_kernel(env=alone() | variables):
        for position, cell in enumerate(notebook["cells"]):
            await client.async_execute_cell(cell, position)
    return notebook


def run(notebook: NotebookNode, folder: Path, **variables: str) -> NotebookNode:
    """The notebook, executed in ``folder`` by a kernel of its own, in a thread: this one has the browser’s loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, execute(notebook, folder, variables)).result()


@pytest.mark.parametrize(("language", "chapter"), EVERY)
def test_a_downloaded_chapter_runs_alone_in_an_empty_folder_and_gives_what_it_holds(
    site: Path, tmp_path: Path, language: str, chapter: str
):
    held = downloaded(site, language, chapter)
    anew = run(asking(held), tmp_path / "elsewhere")
    expected: list[str] = []
    for cell in held["cells"]:
        expected += shown(NotebookNode(cells=[cell]))
        if numbers := said(NotebookNode(cells=[cell])):
            expected.append("".join(f"{text}\n" for _, text in numbers))
    assert shown(anew) == expected


@pytest.mark.parametrize(("language", "chapter"), EVERY)
def test_a_downloaded_chapter_holds_what_its_page_shows(site: Path, language: str, chapter: str):
    page = lxml.html.fromstring((site / language / f"{chapter}.html").read_bytes().decode())
    text = BLANK.sub(" ", page.xpath('//article[contains(@class, "bd-article")]')[0].text_content())
    held = downloaded(site, language, chapter)
    missing = [(name, number) for name, number in said(held) if number not in text]
    assert missing == []
    streams = [o["text"] for cell in held["cells"] for o in cell.get("outputs", ()) if o["output_type"] == "stream"]
    assert all(BLANK.sub(" ", stream).strip() in text for stream in streams)


@pytest.mark.parametrize(("language", "chapter"), EVERY)
def test_every_number_in_a_sentence_is_held_with_its_value(site: Path, language: str, chapter: str):
    source = (ROOT / "book" / language / f"{chapter}.md").read_text("utf-8")
    without_programs = FENCED.sub(lambda fence: fence[0] if fence[1] == "{code-cell}" else "", source)
    assert [name for name, _ in said(downloaded(site, language, chapter))] == export.expressions(without_programs)


@pytest.mark.parametrize(("language", "chapter"), EVERY)
def test_a_downloaded_chapter_is_a_valid_notebook_that_depends_on_no_run(site: Path, language: str, chapter: str):
    held = downloaded(site, language, chapter)
    nbformat.validate(held)
    code = [cell for cell in held["cells"] if cell["cell_type"] == "code"]
    assert [cell["id"] for cell in held["cells"]] == [f"cell-{n}" for n in range(1, len(held["cells"]) + 1)]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert set(held["metadata"]) == {"kernelspec", "language_info"}
    assert str(ROOT) not in json.dumps(held)


@pytest.mark.parametrize(("language", "chapter"), EVERY)
def test_no_number_of_a_downloaded_chapter_leads_to_a_page_that_is_not_there(site: Path, language: str, chapter: str):
    text = (site / language / f"{chapter}.ipynb").read_text("utf-8")
    assert "<data " in text
    # The address of the book in _config.yml is one that leads nowhere.
    assert "numbers.html" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_offers_its_chapter_and_binder_only_where_it_is_configured(site: Path, language: str, page: str):
    root = lxml.html.fromstring((site / language / f"{page}.html").read_bytes().decode())
    offered = root.xpath('//p[@class="run-chapter"]//a[@download]/@href')
    assert offered == ([] if page in PLAIN else [f"{page}.ipynb"]) + [f"{page}.md"]
    assert all((site / language / file).is_file() for file in offered)
    assert (site / language / f"{page}.md").read_bytes() == (ROOT / "book" / language / f"{page}.md").read_bytes()
    assert "binder" not in "".join(root.xpath("//@href"))


class TestWhatIsMissing:
    """A chapter that cannot run says what it lacks, in its own language, without internals."""

    def test_without_the_package_the_first_cell_names_the_command_that_installs_it(self, site: Path, tmp_path: Path):
        blind = "import importlib.util; importlib.util.find_spec = lambda name: None"
        held = downloaded(site, "en", "market")
        held["cells"].insert(0, nbformat.v4.new_code_cell(blind))
        with pytest.raises(CellExecutionError, match="python -m pip install"):
            run(held, tmp_path / "empty")

    def test_without_data_the_chapter_says_where_it_looked_and_where_to_put_them(self, site: Path, tmp_path: Path):
        package = shutil.copytree(ROOT / "src" / "factbook", tmp_path / "lib" / "factbook")
        (tmp_path / "lib" / "factbook-0.dist-info").mkdir()
        (tmp_path / "lib" / "factbook-0.dist-info" / "METADATA").write_text("Name: factbook\nVersion: 0\n")
        with pytest.raises(CellExecutionError) as raised:
            run(downloaded(site, "ko", "market"), tmp_path / "empty", PYTHONPATH=str(package.parent))
        told = str(raised.value)
        assert "put the folder data/" in told and "data.not-found" in told
        assert "chapter.py" not in told.partition("data.not-found")[0], "no internals"

    def test_a_folder_data_beside_the_notebook_is_used(self, site: Path, tmp_path: Path):
        shutil.copytree(site / "data", tmp_path / "beside" / "data")
        facts = tmp_path / "beside" / "data" / "facts.csv"
        facts.write_text(
            facts.read_text("utf-8").replace("world-cagr,26.0,percent,26.0%", "world-cagr,26.1,percent,26.1%"), "utf-8"
        )
        held = asking(downloaded(site, "en", "market"))
        assert "26.1%" in "".join(shown(run(held, tmp_path / "beside")))


def test_the_installed_package_brings_its_data(tmp_path: Path):
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "src" / "factbook", tree / "src" / "factbook")
    shutil.copy(ROOT / "pyproject.toml", tree)
    shutil.copytree(ROOT / "data", tree / "data")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [
            *pip,
            "install",
            "--no-deps",
            "--no-build-isolation",
            "--ignore-installed",
            "--prefix",
            tmp_path / "installed",
            tree,
        ],
        check=True,
    )
    packages = next((tmp_path / "installed").rglob("site-packages"))
    empty = tmp_path / "empty"
    empty.mkdir()
    code = "from factbook.chapter import open_book; b = open_book('en'); print(b.package.folder, b.say('world-cagr'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=empty,
        env=alone() | {"PYTHONPATH": str(packages)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(tmp_path / "installed" / "share" / "factbook" / "data"), "26.0%"], done.stderr
