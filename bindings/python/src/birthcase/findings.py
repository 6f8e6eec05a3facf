"""What is remarked on an application: by its plan, by a case, and by errors that say what a refusal is about."""

from __future__ import annotations

import dataclasses
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclasses.dataclass(frozen=True)
class Finding:
    """A remark on the application. The answer stands, and this is wrong or odd about it."""

    severity: Severity
    code: str  #: stable, for programs
    path: str  #: JSON pointer into the application
    message: str  #: for people
