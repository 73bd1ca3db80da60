from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from beraad.moving import patiently

ROOT = Path(__file__).parents[1]


def held(times):
    """Something that is refused so many times before it is done."""
    left = [PermissionError(13, "in gebruik")] * times

    def do():
        if left:
            raise left.pop()
        return "gedaan"

    return do


def test_what_is_held_for_a_moment_is_done_a_moment_later():
    waited = []

    assert patiently(held(2), waits=(0.1, 0.2, 0.4), wait=waited.append) == "gedaan"
    assert waited == [0.1, 0.2]


def test_what_stays_held_is_refused_in_the_end():
    with pytest.raises(PermissionError):
        patiently(held(9), waits=(0.1, 0.2), wait=lambda _: None)


def test_another_trouble_is_told_at_once():
    def full():
        raise OSError(28, "vol")

    with pytest.raises(OSError, match="vol"):
        patiently(full, waits=(0.1,), wait=lambda _: pytest.fail("there is nothing to wait for"))


@pytest.mark.skipif(os.name == "nt", reason="op Windows wordt gewacht")
def test_where_nothing_holds_files_a_refusal_is_told_at_once():
    with pytest.raises(PermissionError):
        patiently(held(1), wait=lambda _: pytest.fail("there is nothing to wait for"))


def moves(tree):
    """Every call that gives a file another name: of a path with one argument, or of the system."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os" | "shutil"), attr=name)):
                if name in {"rename", "renames", "replace", "move"}:
                    yield node
            case ast.Call(
                func=ast.Attribute(attr="rename" | "replace"),
                args=[ast.Name() | ast.Call() | ast.Attribute() | ast.BinOp()],
                keywords=[],
            ):
                yield node
            case ast.Call(
                func=ast.Name(id="partial"),
                args=[ast.Attribute(attr="rename" | "replace"), _],
                keywords=[],
            ):
                yield node


def inside_patiently(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "patiently":
            yield from ast.walk(node)


def test_no_file_gets_another_name_without_patience():
    told, seen = [], 0
    for path in sorted((ROOT / "beraad").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        patient = set(inside_patiently(tree))
        found = list(moves(tree))
        seen += len(found)
        told += [f"{path.name}:{node.lineno}" for node in found if node not in patient]

    assert seen >= 14
    assert told == []
