"""To import this first spares a process more than a second, whether it reads schemas of data or of charts.

Frictionless and Altair import :mod:`jsonschema`, which compiles the grammar of internationalised addresses (RFC 3987)
where a library for it is installed, as Jupyter has it. No schema here has such an address.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
