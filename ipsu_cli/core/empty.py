"""An empty mapping that nobody can fill: what a record holds where nothing was given."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[Any, Any] = MappingProxyType({})
