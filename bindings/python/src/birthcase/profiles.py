"""A place's rules."""

from __future__ import annotations

import functools
import json as json_module
from typing import Any, Dict, Iterable, List, Optional

from . import _native
from ._handles import Closeable, Handle
from ._kinds import kinds_in
from ._session import JsonText, Language, Session, json_in, lent, text_in
from .profile_data import BUILT_IN, ProfileData


class Rules(Handle):
    """The library's profile, with what Python wants to know of it."""

    @functools.cached_property
    def kinds(self) -> Dict[str, str]:
        """The type of each fact, by its name."""
        with lent() as session:
            return kinds_in(json_module.loads(session.text("profile_application_schema", self)))

    @functools.cached_property
    def documents(self) -> Dict[str, Dict[bytes, Any]]:
        """What `_documents` keeps of this profile's documents, by language."""
        return {"zh": {}, "en": {}}


class Profile(Closeable[Rules]):
    """A place's rules: built into the library, or from JSON text.

    Immutable, and good for any number of threads at once. Making one takes milliseconds: keep it. Everything made from
    it may outlive it.
    """

    _instead_of_pickling = "hand over its id or its JSON text"

    def __init__(self) -> None:
        """There is no empty profile. Errors: TypeError."""
        raise TypeError("a profile comes from Profile.built_in(id) or Profile.parse(json)")

    @classmethod
    def _of(cls, rules: Rules) -> Profile:
        profile = cls.__new__(cls)
        profile._handle = rules
        return profile

    @classmethod
    def built_in(cls, id: str, data: ProfileData = BUILT_IN) -> Profile:
        """One of `built_in_ids()`, loaded with this data. Errors: UnknownNameError, and every InputError of the data."""
        with Session() as session:
            data._add_to(session)
            pointer = session.make("profile_built_in", _native.ProfilePointer(), *text_in(id, "id"))
        return cls._of(Rules("profile", pointer))

    @classmethod
    def parse(cls, json: JsonText, extends: Iterable[JsonText] = (), data: ProfileData = BUILT_IN) -> Profile:
        """A profile from its JSON text, as docs/profiles.md describes it, loaded with this data.

        It may extend a built-in profile, or one whose text is among `extends`. Errors: every InputError, with the
        profile's id as `document`, the JSON pointer as `path` and, in conditions, the column.
        """
        with Session() as session:
            data._add_to(session)
            for each in extends:
                session.call("session_add_profile", *json_in(each))
            pointer = session.make("profile_parse", _native.ProfilePointer(), *json_in(json))
        return cls._of(Rules("profile", pointer))

    @property
    def id(self) -> str:
        """The profile's id, such as `yiwu`."""
        with lent() as session:
            return session.text("profile_id", self._open())

    def title(self, language: Language = "zh") -> str:
        """The profile's title."""
        with lent(language) as session:
            return session.text("profile_title", self._open())

    def form(self, service: Optional[str] = None, language: Language = "zh") -> Dict[str, Any]:
        """The one form of this profile, or one service's part of it. Errors: UnknownNameError."""
        with lent(language) as session:
            part = text_in("" if service is None else service, "service")
            form: Dict[str, Any] = json_module.loads(session.text("profile_form", self._open(), *part))
        return form

    def fields(self, language: Language = "zh") -> Dict[str, Any]:
        """The data dictionary: every field with its codes, who fills it in, and which services and rules need it."""
        with lent(language) as session:
            fields: Dict[str, Any] = json_module.loads(session.text("profile_fields", self._open()))
        return fields

    def application_schema(self, language: Language = "zh") -> Dict[str, Any]:
        """A JSON Schema (2020-12) of an application under this profile."""
        with lent(language) as session:
            text = session.text("profile_application_schema", self._open())
        schema: Dict[str, Any] = json_module.loads(text)
        return schema

    def __copy__(self) -> Profile:
        return self._of(self._open())

    def __deepcopy__(self, memo: Any) -> Profile:
        return self.__copy__()

    def __repr__(self) -> str:
        return "<birthcase.Profile, closed>" if self.closed else f"<birthcase.Profile {self.id!r}>"


def built_in_ids() -> List[str]:
    """The ids of the profiles that are built into the library."""
    with lent() as session:
        count = session.number("built_in_count")
        return [session.text("built_in_id", index) for index in range(count)]


def built_in_json(id: str) -> str:
    """The JSON text of a built-in profile, for reading and for layers over it. Errors: UnknownNameError."""
    with lent() as session:
        return session.text("built_in_json", *text_in(id, "id"))
