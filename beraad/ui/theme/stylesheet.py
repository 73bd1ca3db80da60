"""The one style sheet, made from a palette and a scale."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from beraad.ui.theme.palette import Palette
from beraad.ui.theme.scale import Scale

_TEMPLATE = Template("""
* { font-family: "Inter"; font-size: ${body}px; color: $ink; }
QMainWindow, QWidget#screen, QStackedWidget, QScrollArea, QWidget#canvas { background: $paper; }
QScrollArea { border: none; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s4}px; }

QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="secret"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${large}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="small"], QLabel[role="label"], QLabel[role="step"] {
    font-size: ${small}px; color: $ink_2; }
QLabel[role="small-strong"] { font-size: ${small}px; font-weight: 600; color: $ink_2; }
QLabel[role="muted"] { color: $ink_2; }
QLabel[role="clock"] { font-size: ${clock}px; font-weight: 600; }
QLabel[role="question"] { font-weight: 600; }
QLabel[role="letter"] { font-weight: 700; font-size: ${large}px; }

QLabel[chip="a"] { background: $a_ground; color: $a; }
QLabel[chip="b"] { background: $b_ground; color: $b; }
QLabel[chip="other"] { background: $other_ground; color: $other; }
QLabel[chip="open"] { background: $open_ground; color: $open; }
QLabel[chip="late"] { background: $danger_ground; color: $danger; }
QLabel[chip] { border-radius: ${s6}px; padding: ${s4}px ${s8}px; font-weight: 600; }
QLabel[chip][tight="true"] { font-size: ${small}px; padding: ${s2}px ${s3}px; }

QFrame[panel="card"] { background: $surface; border: 1px solid $line; border-radius: ${s12}px; }
QFrame[panel="row"] { background: transparent; border: none; border-bottom: 1px solid $line; }
QFrame[panel="rail"] { background: $sunk; border: none; border-right: 1px solid $line; }
QFrame[panel="guide"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[panel="guide-inner"] { background: $surface; border: none; }
QFrame[panel="rail-inner"] { background: $sunk; border: none; }
QFrame[panel="bar"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[panel="top"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[panel="desk"], QWidget[panel="desk"] { background: $sunk; border: none; }
QFrame[panel="a-head"] { background: $a_ground; border: none;
    border-top-left-radius: ${s12}px; border-top-right-radius: ${s12}px; }
QFrame[panel="b-head"] { background: $b_ground; border: none;
    border-top-left-radius: ${s12}px; border-top-right-radius: ${s12}px; }
QFrame[panel="a-head"] QLabel { color: $a; font-weight: 700; }
QFrame[panel="b-head"] QLabel { color: $b; font-weight: 700; }
QFrame[panel="hint"] { background: $open_ground; border: none; border-radius: ${s8}px; }
QFrame[panel="hint"] QLabel { color: $open; }
QFrame[panel="listen"] { background: transparent; border: none; border-left: ${s3}px solid $line; }
QFrame[panel="danger"] { background: $danger_ground; border: 1px solid $danger; }
QFrame[panel="danger"] QLabel { color: $danger; }
QFrame[panel="good"] { background: $good_ground; border: none; border-radius: ${s8}px; }
QFrame[panel="good"] QLabel { color: $good; }
QScrollArea#told-area, QWidget#told-text { background: transparent; }
QFrame[panel="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QPlainTextEdit { background: $surface; border: 1px solid $edge; border-radius: ${s8}px;
    padding: ${s4}px ${s6}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: ${s3}px ${s5}px; }
QPlainTextEdit[quiet="true"] { background: transparent; border: 1px solid transparent; }
QPlainTextEdit[quiet="true"]:hover { border: 1px solid $edge; }
QPlainTextEdit[quiet="true"]:focus { background: $surface; border: 2px solid $accent; }
QPlainTextEdit[quiet="true"][empty="true"] { background: $surface; border: 1px solid $edge; }
QPlainTextEdit[quiet="true"][empty="true"]:focus { border: 2px solid $accent; }
QPlainTextEdit[role="strong"] { font-weight: 600; }
QPlainTextEdit[role="large"] { font-size: ${large}px; }
QPlainTextEdit[role="small"] { font-size: ${small}px; color: $ink_2; }
QLineEdit[invalid="true"] { border: 2px solid $danger; color: $danger; }
QPlainTextEdit, QLineEdit { placeholder-text-color: $hint; }
QTextBrowser { background: $surface; border: none; }
QFrame[panel="desk"] QTextEdit { background: $surface; border: 1px solid $line;
    border-bottom: none; }
QFrame[panel="desk"] QTextEdit:focus { border: 2px solid $accent; border-bottom: none; }

QLineEdit { background: $surface; border: 1px solid $edge; border-radius: ${s8}px;
    padding: ${s5}px ${s8}px; min-height: ${s20}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: ${s4}px ${s7}px; }
QListView#completions { background: $surface; color: $ink; border: 1px solid $edge;
    selection-background-color: $accent; selection-color: $on_accent; outline: none; }
QListView#completions::item { padding: ${s4}px ${s6}px; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: ${s8}px;
    padding: ${s7}px ${s14}px; font-weight: 500; outline: none; }
QPushButton:hover { background: $sunk; }
QPushButton:focus { border: 2px solid $accent; padding: ${s6}px ${s13}px; }
QPushButton:disabled { color: $ink_2; background: $sunk; border-color: $line; }
QPushButton:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:checked:focus { border: 2px solid $ink; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 2px solid $accent;
    padding: ${s6}px ${s15}px; }
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $sunk; color: $ink_2; border-color: $line; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent;
    color: $accent; padding: ${s3}px ${s4}px; font-weight: 500; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; border-radius: ${s6}px; }
QPushButton[kind="link"][tone="plain"] { color: $ink; }
QPushButton[kind="link"][tone="open"] { background: $open_ground; color: $open;
    border-radius: ${s6}px; font-weight: 600; }
QPushButton[kind="quiet"] { background: transparent; border: 2px solid transparent; color: $ink_2;
    padding: ${s2}px ${s6}px; border-radius: ${s6}px; min-width: ${s14}px; }
QPushButton[kind="quiet"]:hover { background: $sunk; color: $ink; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="segment"] { padding: ${s6}px ${s12}px; }
QPushButton[kind="segment"]:checked { background: $accent; color: $on_accent; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: ${s5}px ${s11}px; }
QPushButton[kind="segment"]:checked:focus { border: 2px solid $ink; }
QPushButton[kind="filter"] { background: transparent; border: 2px solid transparent;
    border-radius: ${s6}px; padding: ${s2}px ${s6}px; font-size: ${small}px; color: $ink_2; }
QPushButton[kind="filter"]:hover { background: $sunk; color: $ink; }
QPushButton[kind="filter"]:checked { background: $sunk; color: $ink; font-weight: 600;
    border-bottom: 2px solid $accent; }
QPushButton[kind="filter"]:focus { border: 2px solid $accent; }
QPushButton[kind="option"] { text-align: left; }
QPushButton[kind="choice"] { padding: ${s6}px ${s24}px ${s6}px ${s8}px; font-weight: 400;
    text-align: left; }
QPushButton[kind="choice"]:focus { border: 2px solid $accent;
    padding: ${s5}px ${s23}px ${s5}px ${s7}px; }
QPushButton[kind="choice"][quiet="true"] { background: transparent; color: $ink_2;
    border: 1px solid transparent; font-size: ${small}px;
    padding: ${s3}px ${s20}px ${s3}px ${s6}px; }
QPushButton[kind="choice"][quiet="true"]:hover { border: 1px solid $edge; }
QPushButton[kind="choice"][quiet="true"]:focus { border: 2px solid $accent;
    padding: ${s2}px ${s19}px ${s2}px ${s5}px; }
QPushButton[kind="choice"][choice="a"] { background: $a_ground; color: $a; font-weight: 600; }
QPushButton[kind="choice"][choice="b"] { background: $b_ground; color: $b; font-weight: 600; }
QPushButton[kind="choice"][choice="other"] { background: $other_ground; color: $other;
    font-weight: 600; }
QPushButton[kind="phase"] { background: transparent; border: 2px solid transparent;
    border-radius: ${s8}px; text-align: left; padding: ${s6}px ${s8}px; color: $ink_2; }
QPushButton[kind="phase"]:hover { background: $surface; }
QPushButton[kind="phase"]:checked { background: $surface; border: 2px solid $line; color: $ink;
    font-weight: 600; }
QPushButton[kind="phase"]:focus { border: 2px solid $accent; }
QPushButton[kind="tile"], QPushButton[kind="tile-primary"] { border-radius: ${s14}px;
    text-align: left; padding: 0; }
QPushButton[kind="tile"] { background: $surface; border: 1px solid $line; }
QPushButton[kind="tile"]:hover { border: 1px solid $edge; }
QPushButton[kind="tile"]:checked { background: $sunk; border: 2px solid $ink; }
QPushButton[kind="tile"]:focus { border: 2px solid $accent; }
QPushButton[kind="tile"]:checked:focus { border: 3px solid $accent; }
QPushButton[kind="tile-primary"] { background: $accent; border: 2px solid $accent; }
QPushButton[kind="tile-primary"]:hover { background: $accent_strong; }
QPushButton[kind="tile-primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="tile-primary"] QLabel { color: $on_accent; background: transparent; }
QLabel[role="tile-sign"] { font-size: ${title}px; background: transparent; }
QPushButton[kind="tile"] QLabel { background: transparent; }

QCheckBox { spacing: ${s4}px; outline: none; min-height: ${s20}px;
    border: 2px solid transparent; border-radius: ${s6}px; }
QCheckBox[role="small"] { font-size: ${small}px; color: $ink_2; spacing: ${s2}px; }
QCheckBox::indicator { width: ${s16}px; height: ${s16}px; border: 1px solid $edge;
    border-radius: ${s4}px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$check_image"); }
QLabel#between-cards, QLabel[stop="true"] { border: 2px solid transparent; border-radius: ${s6}px;
    min-height: ${s24}px; }
QFrame#place:focus, QLabel#between-cards:focus,
    QLabel[stop="true"]:focus { border: 2px solid $accent; }
QCheckBox:focus { color: $accent; text-decoration: underline; border: 2px solid $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; }

QListView[role="list"] { background: transparent; border: none; outline: none; }
QListView#moments, QListView#help-contents { border: 2px solid transparent; }
QListView#moments:focus, QListView#help-contents:focus { border: 2px solid $accent;
    border-radius: ${s6}px; }
QTableView { background: transparent; border: 2px solid transparent; outline: none;
    selection-background-color: $surface; selection-color: $ink; }
QTableView:focus { border: 2px solid $accent; border-radius: ${s6}px; }
QTableView::item { border-bottom: 1px solid $line; }
QTableView::item:selected { background: $surface; color: $ink; font-weight: 600; }
QTableView::item:selected:focus { border-bottom: 2px solid $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $ink_2; border: none;
    border-bottom: 1px solid $edge; padding: ${s6}px; font-size: ${small}px; }
QMenu { background: $surface; border: 1px solid $edge; padding: ${s4}px; }
QMenu::item { padding: ${s6}px ${s20}px; border-radius: ${s4}px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $ink_2; }
QMenu::separator { height: 1px; background: $line; margin: ${s4}px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $sunk; }
QCalendarWidget QAbstractItemView:enabled { color: $ink; selection-background-color: $accent;
    selection-color: $on_accent; }
QScrollBar:vertical { background: transparent; width: ${s12}px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: ${s3}px; min-height: ${s24}px;
    margin: ${s2}px ${s3}px; }
QScrollBar:horizontal { background: transparent; height: ${s12}px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: ${s4}px; min-width: ${s24}px;
    margin: ${s3}px ${s2}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $sunk; border: 1px solid $edge; border-radius: ${s4}px;
    max-height: ${s8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${s4}px; }
""")

_OUTLINES = Template("""
QLabel[chip] { padding: ${s3}px ${s7}px; }
QLabel[chip="a"], QPushButton[kind="choice"][choice="a"] { border: 1px solid $a; }
QLabel[chip="b"], QPushButton[kind="choice"][choice="b"] { border: 1px solid $b; }
QLabel[chip="other"], QPushButton[kind="choice"][choice="other"] { border: 1px solid $other; }
QLabel[chip="open"], QFrame[panel="hint"] { border: 1px solid $open; }
QFrame[panel="good"] { border: 1px solid $good; }
QPushButton[kind="choice"]:focus { border: 2px solid $accent; }
QPlainTextEdit:focus, QPlainTextEdit[quiet="true"]:focus,
QPlainTextEdit[quiet="true"][empty="true"]:focus { border: 3px solid $accent;
    padding: ${s2}px ${s4}px; }
QLineEdit:focus { border: 3px solid $accent; padding: ${s3}px ${s6}px; }
QLineEdit[invalid="true"]:focus { border: 3px solid $danger; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled { border: 2px dashed $ink_2;
    font-weight: 400; }
""")
"""For a palette whose tints do not stand out by themselves."""

_SPACES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 19, 20, 23, 24)


def stylesheet(palette: Palette, scale: Scale, *, check_image: str) -> str:
    """Return the style sheet of the whole program."""
    spaces = {f"s{space}": scale.px(space) for space in _SPACES}
    wanted = _TEMPLATE.template + (_OUTLINES.template if palette.outlined else "")
    return Template(wanted).substitute(
        asdict(palette),
        **spaces,
        body=scale.body,
        small=scale.small,
        large=scale.large,
        title=scale.title,
        clock=scale.clock,
        check_image=check_image,
    )
