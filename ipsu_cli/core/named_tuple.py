"""Named tuples like those of `typing`, at a tenth of what these cost to declare.

A run declares a hundred types and makes one of half of them. `typing` gives each type methods of its own and compiles
how one is made; here the types share their methods, and how one is made is compiled when the first is.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter  # which `collections` gives its own

    class Declaring(type):
        """What declares the types: one has its fields and nothing else."""

        @classmethod
        def __prepare__(cls, *_named):
            return {"__slots__": ()}

    class NamedTuple(tuple, metaclass=Declaring):
        """The fields are those that the class names, with their defaults."""

        def __init_subclass__(cls):
            super().__init_subclass__()
            if NamedTuple not in cls.__bases__:
                return  # it has the fields of the type that it is of
            cls._fields = cls.__match_args__ = tuple(cls.__annotations__)
            own = vars(cls)
            cls._field_defaults = {name: own[name] for name in cls._fields if name in own}
            for place, name in enumerate(cls._fields):
                setattr(cls, name, _tuplegetter(place, name))

        def __new__(cls, /, *values, **named):
            """Make the first of a type; its own `__new__` makes all others."""
            names = "".join(f"{name}, " for name in cls._fields)  # none of which begins with an underscore
            made = eval(f"lambda _cls, {names}: _made(_cls, ({names}))", {"_made": tuple.__new__})
            made.__qualname__ = f"{cls.__qualname__}.__new__"  # what an error names
            made.__defaults__ = tuple(cls._field_defaults.values())
            cls.__new__ = made
            return made(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            """One with these values, of which there are as many as there are fields."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changes):
            """The same with other values in some fields."""
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"no fields of {type(self).__name__}: {[*changes]}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self):
            return tuple(self)
