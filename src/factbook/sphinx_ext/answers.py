"""What the kernel of a chapter answers to its ``{eval}`` roles: those up to the next code cell are asked together.

They are asked as JupyterLab asks for them, as ``user_expressions`` of one request (Jupyter's messaging protocol,
«Execute»). A request for each takes dozens of times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from docutils import nodes
from myst_nb.core.execute.inline import NotebookClientInline
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from sphinx.environment import BuildEnvironment

from factbook.notebook import export

#: An answer: what MyST-NB shows, by media type, and how.
Answer = Mapping[str, Mapping[str, Any]]
_KNOWN = "factbook_known"
#: Python's way to say that there is nothing to say.
_NOTHING = {"text/plain": "None"}


def of(document: nodes.document, expression: str) -> Answer | None:
    """The answer, where the expression has one; MyST-NB says why it has none."""
    client = document["nb_renderer"].renderer.nb_client if "nb_renderer" in document else None
    if not isinstance(client, NotebookClientInline):
        return None
    env: BuildEnvironment = document.settings.env
    # What is known holds until another code cell has run.
    executed, known = env.temp_data.get(_KNOWN, (None, {}))
    if executed != client._last_cell_executed:
        executed = client._last_cell_executed
        known = _asked(client, export.expressions_after(client.notebook["cells"], executed))
        env.temp_data[_KNOWN] = executed, known
    answer: Answer | None = known.get(expression)
    return answer


def _asked(client: NotebookClientInline, expressions: Iterable[str]) -> dict[str, Answer]:
    """What the kernel answers, by expression, where it has something to say."""
    runs = client._client
    wanted = {one: one for one in expressions if re.match(client.nb_config.eval_name_regex, one)}
    reply = None
    if wanted and runs.kc is not None:
        request = runs.kc.execute("", silent=True, user_expressions=wanted)
        with suppress(DeadKernelError, CellTimeoutError):
            reply = runs.wait_for_reply(request)
    answers = reply["content"].get("user_expressions", {}) if reply else {}
    return {
        expression: answer
        for expression, answer in answers.items()
        if answer["status"] == "ok" and answer["data"] != _NOTHING
    }
