from __future__ import annotations

from tools.soak.deeds.leaving import wait
from tools.soak.steps import At, Step


def press(name, kind="RingedButton", number=0):
    return Step("klik", At(kind, name, number))


def keys(*wanted):
    return [Step("toets", None, {"keys": each}) for each in wanted]


def write(name, kind="sentence", number=1, row=0):
    how = {"kind": kind, "number": number, "secret": False, "end": True}
    return Step("typ", At("TextField", name, row), how)


NEW = [wait(50), press("new", "Tile")]
PEOPLE = [
    press("add-participants"),
    write("participants.role", "role"),
    *keys("Esc"),
    write("participants.name", "person", 0),
    *keys("Ctrl+1"),
    write("case.situation", "about", 0),
]
