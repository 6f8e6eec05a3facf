"""Holiday notices and code tables that came after the library."""

from __future__ import annotations

import dataclasses
from typing import Mapping, Tuple

from ._session import JsonText, Session, document_in, json_in, text_in


@dataclasses.dataclass(frozen=True)
class ProfileData:
    """What profiles are loaded with, and stores opened with, besides the library's own data.

        data = birthcase.ProfileData(calendars=(pathlib.Path("2027.json").read_bytes(),))
        yiwu = birthcase.Profile.built_in("yiwu", data)

    docs/calendars.md describes both formats. What is wrong in them is an InputError, with path or line, of whoever is
    given the data.
    """

    #: notices of one year each, as JSON; one takes the place of a notice of the same year and number, or year and day
    calendars: Tuple[JsonText, ...] = ()
    #: code tables as tab-separated text, by their ids, such as `gbt-2260`
    codes: Mapping[str, JsonText] = dataclasses.field(default_factory=dict)

    def _add_to(self, session: Session) -> None:
        for notices in self.calendars:
            session.call("session_add_calendar", *json_in(notices))
        for id, table in self.codes.items():
            session.call("session_add_codes", *text_in(id, "id"), *document_in(table, "codes"))


#: The library's own data.
BUILT_IN = ProfileData()
