"""``python -m tests.bench``: every measurement, one after the other."""

from tests.bench import build, prose

prose.main()
build.main()
