"""What tests share: the site and the tiny book, each built once a run; a browser; a server on the loopback address."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Error, expect, sync_playwright

from factbook.data.layout import Layout
from factbook.export import FORMATS, exporting
from factbook.export.exporting import Wanted
from factbook.interface.catalogue import LANGUAGES
from folders import ROOT, TESTS
from site_pages import RUNTIME
from tiny_book import Built, TinyBook
from written_pages import Pages

# How long an example takes says how busy the machine is, and nothing of the book.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# So does how long a page takes to show what is expected of it; in milliseconds.
expect.set_options(timeout=60_000)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process draws every page: to start one for each takes longer than to draw it.
    "--renderer-process-limit=1",
    "--in-process-gpu",
)
SYSTEM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOW_TO_GET_ONE = "install Debian's chromium (apt-get install chromium), or run: playwright install chromium"

#: Letters of the reason of a failure that are repeated at the end.
_REASON = 200

#: Seconds for a test that waits for all files to take away; both books take minutes.
EXPORTING = 1800

#: Where the tests are that build no book and start no other program.
UNIT = TESTS / "unit"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what ``make quick`` leaves out."""
    for item in items:
        if UNIT not in item.path.parents:
            item.add_marker("builds")
        if "exported" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(EXPORTING))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Names each failure in a line, at the very end: of a long log, that is what is kept."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    for report in (*reporter.stats.get("failed", ()), *reporter.stats.get("error", ())):
        crash = getattr(report.longrepr, "reprcrash", None)
        reason = str(crash.message if crash else report.longrepr).strip().partition("\n")[0]
        reporter.write_line(f"FAILED {report.nodeid}: {reason[:_REASON]}")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a run, the same for all of its processes."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The whole site, built as a reader would build it: once a run, by whichever of its processes comes first."""
    out = shared / "published" / "html"
    with FileLock(out.parent.with_suffix(".lock")):
        if not out.exists():
            command = [sys.executable, "-m", "factbook", "--book", str(ROOT), "build", "--out", str(out)]
            command += ["--checker", str(RUNTIME)] if RUNTIME.is_dir() else []
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-8000:]
    return out


@pytest.fixture(scope="session")
def exported(site: Path, shared: Path) -> Path:
    """The site with each chapter and the book as PDF, DOCX and HWPX beside their pages."""
    out = shared / "exported" / "html"
    with FileLock(out.parent.with_suffix(".lock")):
        if not out.exists():
            half = out.with_name("half")
            shutil.rmtree(half, ignore_errors=True)
            shutil.copytree(site, half, copy_function=os.link)
            exporting.export(Layout(ROOT), half, half, Wanted((), FORMATS, LANGUAGES), print)
            half.rename(out)
    return out


@pytest.fixture
def tiny(tmp_path: Path) -> TinyBook:
    return TinyBook.copied_to(tmp_path / "tiny")


@pytest.fixture
def made(tiny: TinyBook, tmp_path: Path) -> Pages:
    return Pages(tiny, tmp_path / "site")


@pytest.fixture(scope="session")
def built(shared: Path) -> Built:
    """The tiny book as it is, built by whichever process comes first. Tests that share it must not change it."""
    folder = shared / "built"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            book = TinyBook.named_in(folder)
            outcome = book.build(folder / "site")
            assert outcome.status == 0, outcome.complained
            (folder / "built.pickle").write_bytes(pickle.dumps(Built(book, folder / "site", outcome)))
    return pickle.loads((folder / "built.pickle").read_bytes())


@pytest.fixture
def begun(built: Built) -> TinyBook:
    """The tiny book to be changed and built: a build of it goes on from one that is done, which takes a third."""
    return built.book.twin()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site, served on the loopback address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own; where there is neither, CI fails and others are told."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=SYSTEM, args=list(QUIET))
        except Error as error:
            if os.environ.get("CI"):
                pytest.fail(f"no browser: {HOW_TO_GET_ONE}\n{error}")
            pytest.skip(f"no browser: {HOW_TO_GET_ONE}")
        yield started
        started.close()


@pytest.fixture(scope="session")
def keeps_nothing(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser whose reader has blocked all cookies: whatever asks for storage gets an error."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(blocked), "utf-8")
    with browser.browser_type.launch_persistent_context(profile, executable_path=SYSTEM, args=list(QUIET)) as context:
        yield context


@pytest.fixture(autouse=True)
def of_this_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test works on is told anew in the next: a tiny book is not the book of those that follow."""
    monkeypatch.setenv("FACTBOOK_BOOK", str(ROOT))
