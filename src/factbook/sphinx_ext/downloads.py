"""Each chapter as files beside its page: the MyST text, and the executed notebook where the chapter is one.

The executed notebooks lie with what Sphinx knows of the pages (``doctreedir``), so that a page that is not read anew
keeps its own.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import nbformat
from docutils import nodes
from myst_nb.core.variables import VariableOutput, render_variable_outputs
from myst_nb.ext.eval import EvalRoleAny
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from factbook.citations.identity import LICENCE_ADDRESS
from factbook.notebook import export
from factbook.notebook.export import Answer, Origin
from factbook.phrasing import ledger_link
from factbook.sphinx_ext import answers, language

NOTEBOOK, TEXT = ".ipynb", ".md"
#: Where a chapter can be run without installing anything: Binder's address of the repository; none by default.
BINDER = "factbook_binder"
#: The address of the language's pages, which stands in each notebook: where it changes, all are made anew.
PUBLISHED = "factbook_published"
_FOLDER = "notebooks"
_ANSWERS = "factbook_answers"


def setup(app: Sphinx) -> None:
    app.add_config_value(BINDER, "", "html", [str])
    app.add_config_value(PUBLISHED, "", "env", [str])
    app.add_role("eval", Said(), override=True)
    app.connect("config-inited", _note_address, priority=900)
    app.connect("builder-inited", _keep_apart)
    app.connect("doctree-read", _complete)
    app.connect("html-page-context", _offer)
    app.connect("build-finished", _write)


def _note_address(app: Sphinx, config: Config) -> None:
    config.factbook_published = config.html_baseurl


class Said(EvalRoleAny):  # type: ignore[misc]
    """The role ``{eval}``, which keeps what the kernel answered for the notebook to download."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        answer = answers.of(self.document, self.text)
        if answer is None:
            return super().run()  # type: ignore[no-any-return]
        output = VariableOutput(answer["data"], answer["metadata"], self.document["nb_renderer"], "eval")
        _answers(self.document.settings.env).append((self.text, answer["data"]))
        return render_variable_outputs([output], self.document, self.line, self.source, inline=True), []


def _answers(env: BuildEnvironment) -> list[Answer]:
    """What was said on the page being read, in order."""
    answers: list[Answer] = env.temp_data.setdefault(_ANSWERS, [])
    return answers


def _keep_apart(app: Sphinx) -> None:
    """MyST-NB writes the executed notebooks of every language to one folder, where each overwrites the other's."""
    config = app.env.mystnb_config  # type: ignore[attr-defined]
    app.env.mystnb_config = config.copy(output_folder=str(_folder(app)))  # type: ignore[attr-defined]


def _folder(app: Sphinx) -> Path:
    return Path(app.doctreedir, _FOLDER)


def _complete(app: Sphinx, doctree: nodes.document) -> None:
    """Makes of the executed notebook, as MyST-NB has just written it, the one to download."""
    path = _folder(app) / f"{app.env.docname}{NOTEBOOK}"
    execution = getattr(app.env, "nb_metadata", {}).get(app.env.docname, {}).get("exec_data")
    if not execution or not execution["succeeded"]:
        path.unlink(missing_ok=True)
        return
    executed = nbformat.read(path, as_version=4)
    base = app.config.html_baseurl
    origin = Origin(f"{base}{app.env.docname}.html", LICENCE_ADDRESS, ledger_link.published(base))
    made = export.complete(executed, _answers(app.env), language.words(app), origin)
    path.write_text(export.text_of(made), "utf-8")


def _offer(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Gives the template what the page can be downloaded as, and where it can be run."""
    if page not in app.env.found_docs:
        return
    is_notebook = (_folder(app) / f"{page}{NOTEBOOK}").exists()
    suffixes = (NOTEBOOK, TEXT) if is_notebook else (TEXT,)
    context["downloads"] = {suffix.removeprefix("."): f"{page}{suffix}" for suffix in suffixes}
    if is_notebook and (binder := getattr(app.config, BINDER)):
        context["binder"] = binder_address(binder, language.of(app), page)


def binder_address(repository: str, code: str, page: str) -> str:
    """Where Binder opens a chapter; ``repository`` is its address of the repository (``…/v2/gh/OWNER/NAME/main``)."""
    chapter = f"lab/tree/book/{code}/{page}{TEXT}"
    return f"{repository.rstrip('/')}?urlpath={quote(chapter, safe='')}"


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for old in [*out.glob(f"*{NOTEBOOK}"), *out.glob(f"*{TEXT}")]:
        old.unlink()  # of a chapter that was removed, or is no notebook any more
    for page in app.env.found_docs:
        made = _folder(app) / f"{page}{NOTEBOOK}"
        if made.exists():
            shutil.copyfile(made, out / made.name)
        shutil.copyfile(app.env.doc2path(page), out / f"{page}{TEXT}")
