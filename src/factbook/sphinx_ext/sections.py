"""Permanent addresses: a section's address is its explicit label.

Sphinx makes an address from a heading's Latin letters, so Korean headings get ``id1``, ``id2`` …, which move when a
heading is inserted. Here the label that stands before the heading is the one address of its section.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    app.add_transform(PermanentAddresses)


class PermanentAddresses(SphinxTransform):
    """Makes each section's explicit labels its only ids, the first its address; warns of a heading without one.

    A section that is renamed keeps its old label beside the new one: a published address never disappears.
    """

    #: After docutils has passed targets on to the sections that they precede (priority 260).
    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        # A list, since removing targets would make the traversal skip sections.
        for section in list(self.document.findall(nodes.section)):
            labels = self._labels_of(section)
            if labels:
                self._address(section, labels)
            else:
                logger.warning(
                    "the heading «%s» has no label; write (its-label)= on the line before it, in every language",
                    section[0].astext(),
                    location=section,
                    type="factbook",
                    subtype="label",
                )

    def _labels_of(self, section: nodes.section) -> list[str]:
        """The labels of a section that can stand in an address: in Latin letters."""
        explicit = [nodes.make_id(name) for name in section["names"] if self.document.nametypes.get(name)]
        return [label for label in explicit if label]

    def _address(self, section: nodes.section, labels: list[str]) -> None:
        for old in section["ids"]:
            self.document.ids.pop(old, None)
        section["ids"] = labels
        self.document.ids.update(dict.fromkeys(labels, section))
        for name in section["names"]:
            own = nodes.make_id(name)
            self.document.nameids[name] = own if own in labels else labels[0]
        for target in list(self.document.findall(nodes.target)):
            if target.get("refid") in labels or not set(labels).isdisjoint(target["ids"]):
                target.parent.remove(target)
