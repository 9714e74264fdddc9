"""Values as bytes for a page's key, in short: what many pages show stands in them by its digest, which is made once."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from typing import Any

from changlai.store import digest


class Brief:
    def __init__(self) -> None:
        self._digests: dict[int, tuple[Any, bytes]] = {}  # held with its value: as long as that is, nothing else has its identity

    def dump(self, value: Any, common: Mapping[int, Any]) -> bytes:
        """Sooner than as JSON; the oldest form says nothing of which objects are the same."""
        return marshal.dumps(self._short(value, common), 0)

    def _short(self, value: Any, common: Mapping[int, Any]) -> Any:
        kind = type(value)
        if kind is list:
            return [self._short(part, common) for part in value]
        if kind is not dict:
            return value
        if id(value) in common:
            return self._digest(value)
        return {name: part if type(part) is str else self._short(part, common) for name, part in value.items()}

    def _digest(self, value: Any) -> bytes:
        """As bytes, which no view holds: nothing else can be taken for it."""
        held = self._digests.get(id(value))
        if held is None or held[0] is not value:
            held = self._digests[id(value)] = value, digest(marshal.dumps(value, 0)).encode()
        return held[1]
