"""What makes a cleaned value a proof: only the gate can make one."""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from typing import Any, Final, NoReturn, Self, final


@final
class Seal:
    """The mark that only the gate puts on what it cleaned."""

    __slots__ = ()


SEAL: Final = Seal()
"""For the gate only: what cleans, and what takes still more away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A value that cannot be made, changed, subclassed or unpickled outside the gate.

    Raises TypeError when it is made without the seal.
    """

    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        if seal is not SEAL:
            raise TypeError(f"{type(self).__name__} only comes out of the privacy gate")

    def __init_subclass__(cls, **options: Any) -> None:
        if Sealed not in cls.__bases__:
            raise TypeError(f"{cls.__mro__[1].__name__} cannot be subclassed")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} cannot leave this process")
