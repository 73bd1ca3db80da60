"""What a reader has to know about the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.phases.course import Course
from beraad.phases.dates import full_date
from beraad.phases.phrasing import capital, lower_first
from beraad.phases.wording import CASE_STATE_LABELS, MANAGER_LABELS, SETTING_LABELS
from beraad.privacy.clean import CleanedSession
from beraad.privacy.leaving.cleaned import CleanedConsideration
from beraad.privacy.review.reviewed import Reviewed
from beraad.records import ManagerPresence
from beraad.records.anatomy import text_fields
from beraad.report.blocks import Cell
from beraad.report.compose.parts import Blocks, cell, facts, note, one_line, section
from beraad.report.compose.standing import KNOWN_BY, declaration
from beraad.report.compose.subject import subject_of
from beraad.report.compose.summary import LONGEST_TEAM, LONGEST_TITLE

_CONFIDENTIALITY = (
    "Wie wat zei of koos, staat hier niet in en blijft onder de aanwezigen. Geef dit verslag "
    "alleen door zoals samen is afgesproken."
)
_OF_ONE = (
    "Er is één afweging. Iemand die erbij was, kan raden van wie die is. Deze deelnemer is ermee "
    "akkoord."
)
_OF_TWO = (
    "Er zijn twee afwegingen. Iemand die erbij was, kan uit de woorden raden wat van wie is. Beide "
    "deelnemers zijn ermee akkoord."
)
"""What a verslag of one or two says instead: it goes out only when they agree."""

_JOINED = (
    "Iemand die ook een eerdere versie heeft, kan zien wat één of twee deelnemers schreven. Zij "
    "zijn akkoord."
)
"""What it says when two versions tell that together: it goes out only when they agree."""

_NAMED = (
    "Namen staan hier niet in. Uit functies en woorden kan wie erbij was soms raden wie iets zei "
    "of koos."
)
"""What it says when what the group said together names a function of who was there."""

_LEFT = (
    "Een naam bleef bij het nalezen staan. Daaruit, en uit functies en woorden, kan wie dit leest "
    "soms zien wie iets zei of koos."
)
"""What it says when somebody decided to leave the name of a person."""

_FEW = 2
_TOGETHER = (
    "Van wie een afweging is, staat hier niet in en blijft onder de aanwezigen. Zij spraken samen "
    "af dat elke afweging er heel in staat. Geef dit verslag alleen door zoals is afgesproken."
)
_AFTER = "na te kijken of een klein team, een unieke situatie, datums of citaten iemand verraden"
_STEPS = (
    (2, "een of twee"),
    (4, "drie of vier"),
    (7, "vijf tot en met zeven"),
    (10, "acht tot en met tien"),
)
_MANY = "meer dan tien deelnemers"
_METHOD = "Dilemmamethode in acht rondes."


def about(cleaned: CleanedSession) -> Blocks:
    """Status, readers, keep-until date, method and what was taken out."""
    keep_until = cleaned.conclusion.keep_until
    return section(
        "Over dit verslag",
        facts(
            *_whole(cleaned),
            ("Status", _status(cleaned)),
            ("Vertrouwelijkheid", _confidentiality(cleaned)),
            *opening_agreed(cleaned),
            ("Voor wie", cleaned.conclusion.recipients),
            ("Bewaren tot", full_date(keep_until) if keep_until else ""),
            ("Het gesprek", _talk(cleaned)),
            ("Werkwijze", _METHOD),
            ("Tweede lezer", _second_reader(cleaned.reviewed)),
            ("Anoniem verklaard door", _declared_by(cleaned.reviewed)),
            (_standing(cleaned.reviewed), _cleaned(cleaned)),
        ),
    )


def told_whose(cleaned: CleanedSession) -> str:
    """What a reader may find out about whose words are whose; empty when nothing of it."""
    if _may_be_guessed(cleaned):
        return _OF_ONE if len(cleaned.considerations) == 1 else _OF_TWO
    if cleaned.told_beside and not cleaned.stands_whole:
        return _JOINED
    if cleaned.names_left:
        return _LEFT
    return _NAMED if cleaned.may_be_told_by else ""


def _may_be_guessed(cleaned: CleanedSession) -> bool:
    """Whether what was weighed is of so few that who was there can tell whose words are whose."""
    told = cleaned.considerations
    names = [name for name in text_fields(CleanedConsideration) if "choice" not in name]
    wrote = any(getattr(one, name) for one in told for name in names)
    return wrote and len(told) <= _FEW and not cleaned.stands_whole


def _confidentiality(cleaned: CleanedSession) -> str:
    if cleaned.stands_whole:
        return _TOGETHER
    if whose := told_whose(cleaned):
        return f"{whose} Geef dit verslag alleen door zoals samen is afgesproken."
    return _CONFIDENTIALITY


def _status(cleaned: CleanedSession) -> str:
    subject = subject_of(cleaned)
    return (
        f"Een afweging is geen besluit. {subject.where_reasons_stand} {subject.kept_outside} "
        "Gebruik het niet om iemand te beoordelen."
    )


def opening_agreed(cleaned: CleanedSession) -> tuple[tuple[str, str], ...]:
    """What those present agreed on before they began, each after its label."""
    return (
        ("Samen afgesproken", cleaned.confidentiality),
        ("Afgesproken over het verslag", cleaned.report_content),
        ("Wie leest als eerste", cleaned.first_reader),
    )


def _whole(cleaned: CleanedSession) -> Iterator[tuple[str, str]]:
    """What was too long to stand whole above the text."""
    if len(one_line(cleaned.title)) > LONGEST_TITLE:
        yield "Titel", cleaned.title
    if len(one_line(cleaned.team)) > LONGEST_TEAM:
        yield "Team", cleaned.team


def _talk(cleaned: CleanedSession) -> str:
    parts = [capital(SETTING_LABELS[cleaned.setting])]
    if told := _people(cleaned.participant_count):
        parts.append(told)
    if cleaned.manager is not ManagerPresence.ABSENT:
        parts.append(MANAGER_LABELS[cleaned.manager])
    subject = Course(setting=cleaned.setting).subject
    parts.append(f"{lower_first(subject)} {CASE_STATE_LABELS[cleaned.case_state]}")
    return f"{'; '.join(parts)}."


def _people(count: int) -> str:
    """How many took part, in steps: beside six lines "7" would tell that one of them wrote none."""
    if not count:
        return ""
    return next((f"{said} deelnemers" for last, said in _STEPS if count <= last), _MANY)


def _standing(review: Reviewed) -> str:
    return "Anoniem verklaard" if review.is_declared else "Gepseudonimiseerd"


def _declared_by(review: Reviewed) -> str:
    return review.declared_by if review.is_declared else ""


def _second_reader(review: Reviewed) -> Cell:
    read_on = full_date(review.second_read_on) if review.second_read_on else ""
    return (*cell(review.second_reader), *note(read_on if review.second_reader.strip() else ""))


def _cleaned(cleaned: CleanedSession) -> str:
    count = cleaned.removed_count
    places = {0: "Er is niets weggehaald", 1: "Eén plek is weggehaald of algemener gemaakt"}
    said = places.get(count, f"{count} plekken zijn weggehaald of algemener gemaakt")
    if cleaned.reviewed.is_declared:
        return f"{declaration(cleaned)}, {_AFTER}. {said}."
    return f"{said}. {KNOWN_BY}: ga er zorgvuldig mee om."
