"""Births by the column: Arrow tables in, Arrow tables out.

    import pyarrow
    from birthcase import Profile, frame

    plans = frame.plan(Profile.built_in("yiwu"), pyarrow.table({"application": texts}))

Needs pyarrow: `pip install birthcase[frame]`. A whole batch is one call of the library for each thousand rows, in as many
threads as there are processors, and no call holds the interpreter's lock. What is wrong with one application stands in
its row and stops no other. docs/frame.md tells every column.
"""

try:
    import pyarrow as _pyarrow  # noqa: F401
except ImportError as _missing:
    raise ImportError("birthcase.frame needs pyarrow: python3 -m pip install 'birthcase[frame]'") from _missing

from ._applications import applications
from ._columns import COLUMNS, DEFAULT_COLUMNS, schema
from ._plans import plan

__all__ = ["COLUMNS", "DEFAULT_COLUMNS", "applications", "plan", "schema"]
