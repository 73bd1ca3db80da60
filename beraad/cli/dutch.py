"""The command line parser of the standard library, in Dutch."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from typing_extensions import override

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"er ontbreekt nog \1"),
    (r"unrecognized arguments: (.+)", r"\1 is niet te begrijpen"),
    (r"argument (.+?): expected one argument", r"achter \1 hoort nog iets te staan"),
    (r"argument (.+?): ignored explicit argument (.+)", r"achter \1 hoort niets te staan"),
    (r"argument .+?: invalid choice: (.+?) \(choose from (.+)\)", r"\1 bestaat niet; kies uit \2"),
    (r"argument (.+?): (.+)", r"\2"),
)


_USAGE = "gebruik: "


class DutchParser(argparse.ArgumentParser):
    """A parser of which help, usage and errors are Dutch; an error ends with exit code 2.

    An option may stand before, between or after the words of a command.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_DutchHelp, add_help=False, allow_abbrev=False, **settings)
        self._is_between = False
        self.choices = self.add_argument_group("opties")
        self.choices.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    @override
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        words = self._get_positional_actions()
        may_be_left_out = any(each.nargs == argparse.OPTIONAL for each in words)
        if self._is_between or not may_be_left_out:
            return super().parse_known_args(args, namespace)
        self._is_between = True
        # The standard library cuts off as many letters as its own word for usage has.
        self.usage = self.format_usage().removeprefix(_USAGE).strip().replace("%", "%%")
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_between = False
            self.usage = None

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"Dat lukt zo niet: {in_dutch(message)}.\n{self.prog} --help geeft uitleg.\n")


def in_dutch(message: str) -> str:
    """What the parser of the standard library has to say, in Dutch."""
    for english, dutch in _SENTENCES:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, dutch, message, flags=re.DOTALL)
    return "deze opdracht is niet te begrijpen"


class _DutchHelp(argparse.HelpFormatter):
    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _USAGE if prefix is None else prefix)
