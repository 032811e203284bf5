"""A number leads to its row in the ledger on the site, to the published row elsewhere, and never where nothing is."""

from __future__ import annotations

import nbformat
import pytest

from factbook.chapter import open_book
from factbook.interface import catalogue
from factbook.notebook import export, reads
from factbook.notebook.export import Origin
from factbook.phrasing import ledger_link

PLACE = "https://ministry.go.kr/twins/"


@pytest.fixture
def elsewhere(tiny, monkeypatch: pytest.MonkeyPatch):
    """Opens the tiny book as a reader's kernel does, under an address."""
    monkeypatch.delenv(reads.VARIABLE, raising=False)

    def opened(base: str):
        monkeypatch.setenv(ledger_link.BASE_VARIABLE, base)
        return open_book("en", tiny.root)

    return opened


def test_on_the_site_a_number_leads_to_the_page_beside_it(tiny, tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(reads.VARIABLE, str(tmp_path / "reads.txt"))
    html = open_book("en", tiny.root).say("papers").html
    assert html.startswith('<a class="fact" href="numbers.html#papers"><data ')


def test_in_jupyterlab_a_number_leads_to_the_published_page(elsewhere):
    assert f'href="{PLACE}en/numbers.html#papers"' in elsewhere(PLACE).say("papers").html


@pytest.mark.parametrize("base", ["", "https://twins.example/", "https://twins.example:8000/x/"])
def test_where_the_book_has_no_address_a_number_is_no_link(elsewhere, base: str):
    html = elsewhere(base).say("papers").html
    assert html.startswith('<span class="fact"><data ') and "href" not in html


def test_a_data_package_that_names_its_home_page_is_enough(elsewhere, tiny):
    tiny.declared(lambda descriptor: descriptor.update(homepage=PLACE))
    assert f'href="{PLACE}en/numbers.html#papers"' in elsewhere("").say("papers").html


def test_a_supposed_number_looks_supposed_without_a_stylesheet(elsewhere):
    book = elsewhere(PLACE)
    assert "style=" not in book.say("papers").html
    book.with_fact("papers", 1000)
    html = book.say("papers").html
    assert html.startswith('<a class="supposed" style="font-style: italic; text-decoration: underline dashed" href=')


def test_html_of_the_site_is_linked_anew_as_a_kernel_would_link_it(elsewhere, tiny, tmp_path, monkeypatch):
    said = {base: elsewhere(base).with_fact("papers", 1000)._repr_html_() for base in ("", PLACE)}
    monkeypatch.setenv(reads.VARIABLE, str(tmp_path / "reads.txt"))
    on_site = open_book("en", tiny.root).with_fact("papers", 1000)._repr_html_()
    assert ledger_link.relinked(on_site, "") == said[""]
    assert ledger_link.relinked(on_site, f"{PLACE}en/numbers.html") == said[PLACE]


@pytest.mark.parametrize(("ledger", "linked"), [(f"{PLACE}en/numbers.html", True), ("", False)])
def test_a_downloaded_notebook_links_its_outputs_and_sentences_to_the_published_page(ledger: str, linked: bool):
    html = ledger_link.link("fact", "papers", "<data>12</data>")
    shown = nbformat.v4.new_output("execute_result", {"text/html": f"<p>{html}</p>"}, execution_count=1)
    executed = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell("book", outputs=[shown]),
            nbformat.v4.new_markdown_cell("{eval}`say('papers')`"),
        ]
    )
    answers = [("say('papers')", {"text/html": html, "text/plain": "12"})]
    made = export.complete(executed, answers, catalogue.of("en"), Origin("https://a.org/", "https://b.org/", ledger))
    *_, code, text = made["cells"]
    for found in (
        code["outputs"][0]["data"]["text/html"],
        text["metadata"]["user_expressions"][0]["result"]["data"]["text/html"],
    ):
        assert (f'href="{ledger}#papers"' in found) == linked
        assert ("href" in found) == linked
        assert "<data>12</data>" in found
