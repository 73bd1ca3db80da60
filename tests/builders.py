"""Invented beraden for tests: an empty one and one in which every ronde is filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from beraad.privacy.review.survey import survey
from beraad.records import (
    Agreement,
    AnswerState,
    ArgumentKind,
    CaseAccount,
    Clarification,
    ClarificationKind,
    Conclusion,
    Consideration,
    Decision,
    Dialogue,
    Dilemma,
    EarlierAgreement,
    Employment,
    Feasibility,
    Harm,
    HarmTerm,
    Helped,
    Id,
    Kept,
    Lesson,
    LookBack,
    Moment,
    Norm,
    NormSource,
    Opening,
    Option,
    ParkedItem,
    Part,
    Participant,
    PhaseKey,
    Plea,
    Presence,
    PrivateNote,
    Recurrence,
    RegisteredLesson,
    Session,
    Setting,
    SignalContent,
    SignalLevel,
    Source,
    Stakeholder,
    ToldAnswer,
    Value,
    Verdict,
    blank_session,
    new_id,
)

NOW = datetime(2026, 11, 17, 13, 0, tzinfo=UTC)
HELD_ON = date(2026, 11, 17)


def empty_session() -> Session:
    """A beraad of which only the date is known."""
    return blank_session(now=NOW, held_on=HELD_ON)


def settled(session: Session) -> Session:
    """The beraad after somebody decided about every place that was still open: it stays."""
    kept = (
        Decision(id=new_id(), key=one.key, verdict=Verdict.KEEP, reason="algemeen bekend")
        for one in survey(session).open
    )
    return replace(session, decisions=(*session.decisions, *kept))


def looked_back(session: Session) -> Session:
    """The beraad in which the opening looked back: two agreements, and an answer on a signal."""
    day = HELD_ON - timedelta(days=40)
    agreed = (("Noodpakket klaarleggen", Kept.DONE), ("De brief herschrijven", Kept.NOT_YET))
    return replace(
        session,
        told_answers=(
            ToldAnswer(
                id=Id("told"),
                signal=Id("signal"),
                answer=Id("answer"),
                title="Vier weken wachten",
                team="Team Jongeren",
                said="Er komt een proef met drie redenen om af te wijken.",
                change="Vanaf maandag mag het.",
                answered_on=day,
                helped=Helped.PARTLY,
                words="De brief moet nog mee.",
            ),
        ),
        earlier_agreements=tuple(
            EarlierAgreement(
                id=Id(f"agreed-{number}"),
                what=what,
                role="klantmanager",
                look_back=HELD_ON,
                agreed_on=day,
                kept=kept,
                words="Het ligt bij het loket.",
            )
            for number, (what, kept) in enumerate(agreed)
        ),
    )


def filled_session() -> Session:
    """A whole invented beraad, rich in every ronde, with names that must not leave it.

    It was read before it goes out: nothing in it is undecided.
    """
    return settled(_written())


def _written() -> Session:
    return replace(
        empty_session(),
        id=Id("beraad-voorschot"),
        opening=Opening(
            title="Voorschot in de zoekperiode",
            held_on=HELD_ON,
            team="Team Jongeren",
            setting=Setting.CASEWORK,
            purpose="Begrijpen waarom we hier verschillend handelen.",
            confidentiality="Wie wat zegt, blijft tussen ons.",
            report_content="De overwegingen, zonder namen en zonder wie wat koos.",
            first_reader="de inbrenger",
            agreed=True,
        ),
        participants=_PARTICIPANTS,
        case=_CASE,
        timeline=_TIMELINE,
        dilemma=Dilemma(
            moral_question="Mag ik een voorschot geven terwijl de zoekperiode nog loopt?",
            settled=True,
        ),
        options=_OPTIONS,
        harms=_HARMS,
        clarifications=_CLARIFICATIONS,
        stakeholders=_STAKEHOLDERS,
        values=_VALUES,
        norms=_NORMS,
        considerations=_CONSIDERATIONS,
        dialogue=_DIALOGUE,
        conclusion=_CONCLUSION,
        agreements=_AGREEMENTS,
        look_back=_LOOK_BACK,
        signal=_SIGNAL,
        parked=(
            ParkedItem(id=Id("geparkeerd"), phase=PhaseKey.CASE, text="GEPARKEERD: schuldhulp"),
        ),
        private_notes=(
            PrivateNote(id=Id("notitie"), phase=PhaseKey.DIALOGUE, text="GEHEIM: let op de stilte"),
        ),
    )


def a_lesson(**changes: Any) -> Lesson:
    """A leerverslag that only waits for somebody to approve it."""
    lesson = Lesson(
        title="Helpen terwijl een wachttijd loopt",
        situation="Iemand vraagt hulp in een periode waarin de regel van wachten uitgaat.",
        dilemma="Help ik nu, of houd ik mij aan de wachttijd?",
        value_conflict="Bestaanszekerheid tegenover rechtsgelijkheid.",
        considerations="Niemand wil iemand zonder eten wegsturen.\nEen gunst is ook geen recht.",
        lesson="Spreek vooraf af wanneer een uitzondering geen willekeur is.",
        bottleneck="Wachttijd zonder inkomen",
        themes="wachten, uitzondering",
        general_words=True,
        no_local_detail=True,
        nobody_recognised=True,
        approved_by="kwaliteitsmedewerker",
    )
    return replace(lesson, **changes)


def a_registered_lesson(name: str = "een", **changes: Any) -> RegisteredLesson:
    """A leerverslag as it stands in the register."""
    content = a_lesson(approved_on=date(2026, 12, 1), **changes)
    return RegisteredLesson(id=Id(name), content=content, season="najaar 2026")


_PARTICIPANTS = (
    Participant(
        id=Id("p1"),
        role="klantmanager jongeren",
        name="Anneke de Vries",
        part=Part.CASE_OWNER,
        employment=Employment.EMPLOYED,
    ),
    Participant(id=Id("p2"), role="klantmanager jongeren", name="Łukasz Wiśniewski"),
    Participant(id=Id("p3"), role="jongerenwerker", name="Gülşen Öztürk"),
    Participant(id=Id("p4"), role="jurist", name="Bram van der Meulen"),
    Participant(id=Id("p5"), role="kwaliteitsmedewerker"),
    Participant(id=Id("p6"), role="gespreksleider", part=Part.FACILITATOR),
)

_CASE = CaseAccount(
    situation=(
        "Een jongere van begin twintig meldt zich bij het loket. Hij slaapt sinds enkele weken bij "
        "een vriend op de bank en heeft bijna geen geld meer. De vier weken waarin jongeren eerst "
        "zelf naar werk of school zoeken, zijn net begonnen. Hij heeft zich ingeschreven bij twee "
        "uitzendbureaus en wacht op bericht van een school.\n"
        "De inbrenger mag in deze periode nog geen aanvraag in behandeling nemen. Er is wel ruimte "
        "voor een voorschot, maar het team gebruikt die bijna nooit. Een collega zei eerder tegen "
        "de jongere dat hij gewoon moest wachten."
    ),
    hot_moment=(
        "Hij vroeg waar hij vanavond van moest eten. Ik keek naar mijn scherm en hoorde mezelf "
        "zeggen dat hij over drie weken terug mocht komen."
    ),
    friction=(
        "Ik voer een regel uit waarvan ik zie dat die hem op dit moment dieper in de problemen "
        "brengt."
    ),
    done_so_far=(
        "De voedselbank gebeld. Met de jongerenwerker gekeken of er ergens een kamer vrij is."
    ),
    decides_formally=(
        "De klantmanager, met mandaat van het college; de kwaliteitsmedewerker toetst."
    ),
    deadline="Over drie weken mag de aanvraag in behandeling.",
    account_agreed=True,
)

_TIMELINE = (
    Moment(id=Id("m1"), when="Een maand eerder", what="De jongere moet weg bij zijn ouders."),
    Moment(
        id=Id("m2"), when="Week 45", what="Eerste gesprek; een collega zegt dat hij moet wachten."
    ),
    Moment(
        id=Id("m3"),
        when="Week 46",
        what="Hij komt terug. De vriend wil dat hij vertrekt en er is geen geld voor eten.",
    ),
)

_OPTIONS = (
    Option(
        id=Id("a"),
        short="Een voorschot geven",
        text="Ik geef vandaag een voorschot en leg vast waarom ik niet wacht.",
    ),
    Option(
        id=Id("b"),
        short="De vier weken aanhouden",
        text="Ik houd me aan de zoekperiode en verwijs hem naar de voedselbank en de noodopvang.",
    ),
    Option(
        id=Id("c"),
        short="Samen de aanvraag klaarzetten",
        text=(
            "Ik help hem nu met alle papieren, zodat de aanvraag op de eerste dag wordt behandeld, "
            "en regel tot die tijd bijzondere bijstand voor eten."
        ),
        from_value="bestaanszekerheid",
        feasibility=Feasibility.FEASIBLE,
        ground="Participatiewet artikel 35",
        mandate="de klantmanager zelf",
        remaining_harm="Hij heeft nog steeds geen eigen plek om te slapen.",
    ),
    Option(
        id=Id("d"),
        text="Als team een vaste lijn afspreken voor jongeren zonder plek en zonder geld.",
        from_value="rechtsgelijkheid",
        feasibility=Feasibility.FEASIBLE,
        mandate="de teamleider, na overleg met beleid",
    ),
    Option(id=Id("e"), text="Afwachten of het werk toch op tijd komt.", nothing=True),
    Option(
        id=Id("f"),
        text="De zoekperiode afschaffen voor iedereen zonder vast adres.",
        feasibility=Feasibility.WILD,
    ),
)

_HARMS = (
    Harm(
        id=Id("s1"),
        option_id=Id("a"),
        text="Andere jongeren in dezelfde situatie wachten wel.",
        who="andere jongeren",
        term=HarmTerm.SHORT,
    ),
    Harm(id=Id("s2"), option_id=Id("a"), text="De regel verliest gezag.", who="het team"),
    Harm(
        id=Id("s3"),
        option_id=Id("b"),
        text="Hij raakt zijn slaapplek kwijt en stopt met zoeken.",
        who="de jongere",
        term=HarmTerm.LONG,
    ),
    Harm(
        id=Id("s4"),
        option_id=Id("b"),
        text="Zijn vertrouwen in de gemeente verdwijnt.",
        who="de jongere en zijn vrienden",
        term=HarmTerm.LONG,
    ),
)

_CLARIFICATIONS = (
    Clarification(
        id=Id("v1"),
        question="Wat heeft de jongere zelf gezegd dat hij nodig heeft?",
        answer=(
            "Rust om te zoeken. Hij vroeg niet om een uitkering, maar om de weken door te komen."
        ),
        kind=ClarificationKind.EXPERIENCE,
    ),
    Clarification(
        id=Id("v2"),
        question="Is het eerder gebeurd dat we in de zoekperiode een voorschot gaven?",
        answer="Twee keer dit jaar, telkens bij een jongere met een kind.",
    ),
    Clarification(
        id=Id("v3"),
        question="Welke ruimte biedt artikel 18 hier precies?",
        open_point=True,
        find_out_by="jurist",
        find_out_when="het volgende teamoverleg",
    ),
    Clarification(
        id=Id("v4"),
        question="Heeft de noodopvang op dit moment plek?",
        open_point=True,
        find_out_by="jongerenwerker",
        find_out_when="morgen",
    ),
)

_STAKEHOLDERS = (
    Stakeholder(id=Id("i"), name="Inwoner", presence=Presence.ABSENT, source=Source.SAID),
    Stakeholder(id=Id("k"), name="Inbrenger", presence=Presence.PRESENT, source=Source.SAID),
    Stakeholder(id=Id("z"), name="Beleid", source=Source.ASSUMED),
    Stakeholder(id=Id("j"), name="Andere jongeren", source=Source.HEARD),
    Stakeholder(id=Id("o"), name="Ouder", presence=Presence.EMPTY_CHAIR),
)

_VALUES = (
    Value(
        id=Id("w1"),
        stakeholder_id=Id("i"),
        name="bestaanszekerheid",
        meaning="weten dat er vanavond te eten is",
        core=True,
    ),
    Value(id=Id("w2"), stakeholder_id=Id("i"), name="waardigheid", meaning="niet hoeven bedelen"),
    Value(id=Id("w3"), stakeholder_id=Id("k"), name="betrokkenheid"),
    Value(id=Id("w4"), stakeholder_id=Id("k"), name="rechtsgelijkheid", core=True),
    Value(
        id=Id("w5"),
        stakeholder_id=Id("z"),
        name="zelfredzaamheid",
        meaning="wie kan werken of leren, begint daarmee",
    ),
    Value(id=Id("w6"), stakeholder_id=Id("j"), name="gelijke behandeling"),
    Value(id=Id("w7"), stakeholder_id=Id("o"), name="zorg"),
)

_NORMS = (
    Norm(
        id=Id("n1"),
        value_id=Id("w1"),
        text="Niemand hoort zonder geld voor eten te zitten.",
        plea=Plea.A,
    ),
    Norm(
        id=Id("n2"),
        value_id=Id("w2"),
        text="Je helpt iemand zo dat hij niet hoeft te smeken.",
        plea=Plea.A,
    ),
    Norm(
        id=Id("n3"),
        value_id=Id("w3"),
        text="Ik laat iemand die zich meldt niet wegsturen.",
        plea=Plea.A,
        source=NormSource.CODE,
    ),
    Norm(
        id=Id("n4"),
        value_id=Id("w4"),
        text="Wat ik hier doe, moet ik voor iedere jongere in deze situatie doen.",
        plea=Plea.B,
    ),
    Norm(
        id=Id("n5"),
        value_id=Id("w4"),
        text="Wie afwijkt, legt vast waarom.",
        plea=Plea.BOTH,
        argument=ArgumentKind.LEGAL,
        source=NormSource.POLICY,
    ),
    Norm(
        id=Id("n6"),
        value_id=Id("w5"),
        text="Jongeren zoeken eerst vier weken zelf werk of school.",
        plea=Plea.B,
        argument=ArgumentKind.LEGAL,
        source=NormSource.LAW,
    ),
    Norm(id=Id("n7"), value_id=Id("w6"), text="Wie net zo weinig heeft, krijgt net zoveel hulp."),
    Norm(
        id=Id("n8"),
        value_id=Id("w7"),
        text="Het gezin mag niet de enige opvang zijn.",
        plea=Plea.BOTH,
    ),
)

_CONSIDERATIONS = (
    Consideration(
        id=Id("c1"),
        participant_id=Id("p1"),
        choice_id=Id("a"),
        value="bestaanszekerheid",
        harm="wachten andere jongeren in dezelfde situatie wel",
        limiting="in het team te bespreken wanneer we dit vaker doen",
        needs="rugdekking",
        needs_from="de teamleider",
        virtue="moed",
        certainty=3,
        revised_choice_id=Id("c"),
        revised_because="De jurist liet zien dat bijzondere bijstand voor eten vandaag al kan.",
    ),
    Consideration(
        id=Id("c2"),
        participant_id=Id("p2"),
        choice_id=Id("b"),
        value="rechtsgelijkheid",
        harm="gaat hij nu met lege handen de deur uit",
        limiting="elke week zelf met hem te bellen en de noodopvang te regelen",
        needs="een contactpersoon bij de opvang die dezelfde dag opneemt",
        needs_from="het wijkteam",
    ),
    Consideration(
        id=Id("c3"),
        participant_id=Id("p3"),
        choice_id=Id("a"),
        value="nabijheid",
        harm="lijkt het alsof de regel alleen geldt voor wie stil blijft",
        limiting="uit te leggen waarom we dit nu doen",
        needs="tijd",
    ),
    Consideration(
        id=Id("c4"),
        participant_id=Id("p4"),
        choice_id=Id("c"),
        value="zorgvuldigheid",
        harm="kost het mij een middag die er niet is",
        limiting="werk te ruilen met een collega",
        needs="een jurist die dezelfde week meekijkt",
    ),
    Consideration(
        id=Id("c5"),
        participant_id=Id("p5"),
        choice_id=Id("b"),
        value="betrouwbaarheid",
        harm="voelt het voor hem als een dichte deur",
        limiting="vooraf duidelijk te zeggen wat er na vier weken gebeurt",
    ),
)

_DIALOGUE = Dialogue(
    same_choice_other_reason=(
        "Voor A koos de een uit zorg om eten, de ander omdat nabijheid ons werk is."
    ),
    same_value_other_choice=(
        "Gelijke behandeling leidde bij de een tot dezelfde regel, bij de ander tot dezelfde "
        "uitkomst."
    ),
    shared="Niemand hoort zonder geld voor eten te zitten, ook niet in de zoekperiode.",
    core_difference=(
        "Wat gelijke behandeling vraagt: voor sommigen dezelfde regel voor iedereen, voor anderen "
        "dezelfde uitkomst."
    ),
    minority_view=(
        "Een uitzondering zonder afspraak wordt willekeur: wie het hardst vraagt, krijgt het meest."
    ),
    moved_by="Dat de regel bedoeld is om jongeren te helpen zoeken, niet om ze te laten wachten.",
    new_questions="Wat zijn we een jongere verschuldigd die wel zoekt, maar niets vindt?",
)

_CONCLUSION = Conclusion(
    answer=(
        "Ja, als iemand geen geld voor eten heeft en wel zoekt. Dan beginnen we met bijzondere "
        "bijstand en leggen we vast waarom."
    ),
    answer_state=AnswerState.SHARED,
    case_owner_takes="Ik bel de jongere morgen zelf en zet samen met hem de aanvraag klaar.",
    motivated_separately="De reden voor bijzondere bijstand in de zoekperiode.",
    lesson="Eerder een jurist vragen welke ruimte er is, en niet pas als het knelt.",
    deviation="We wijken niet af van de zoekperiode; we gebruiken ruimte die er al was.",
    recurrence=Recurrence.YES,
    recurrence_count=6,
    recipients="Het team en de teamleider",
    keep_until=date(2027, 5, 1),
    case_owner_agrees=True,
)

_AGREEMENTS = (
    Agreement(
        id=Id("af1"),
        what="Navragen welke ruimte artikel 18 hier geeft",
        role="teamleider",
        due=date(2026, 12, 1),
        look_back=date(2026, 12, 15),
    ),
    Agreement(
        id=Id("af2"),
        what=(
            "Eén lijn maken voor jongeren zonder plek en zonder geld, en die in het overleg "
            "bespreken"
        ),
        role="kwaliteitsmedewerker en jurist",
        due=date(2027, 1, 19),
        look_back=date(2027, 3, 16),
    ),
    Agreement(id=Id("af3"), what="De jongere bellen", role="inbrenger", due=date(2026, 11, 18)),
)

_LOOK_BACK = LookBack(
    method="De stilte voor de afweging hielp: iedereen had iets eigens.",
    time="De dialoog was kort; volgende keer vijf minuten minder aan de casus.",
    safety="Ook twijfel kon op tafel.",
    open_questions="We vulden de ouder veel zelf in.",
    check_out="opgelucht, scherper, nog bezig",
)

_SIGNAL = SignalContent(
    bottleneck="vierwekenzoekperiode jongeren",
    what=(
        "Jongeren zonder geld en zonder slaapplek moeten vier weken wachten voordat hun aanvraag "
        "telt."
    ),
    process="Zoekperiode bij de aanvraag van bijstand door jongeren",
    level=SignalLevel.LAW,
    effect="Zij raken hun slaapplek kwijt en haken af.",
    frequency="Ongeveer zes keer per jaar in ons team",
    since="begin 2025",
    seen_by="klantmanagers en jongerenwerk",
    custom_tried="Voorschot en bijzondere bijstand in losse gevallen",
    custom_falls_short="Het hangt af van wie er aan het loket zit.",
    wish="Een vaste lijn voor jongeren zonder vast adres",
    recipient="afdeling beleid",
    sender_role="Team Jongeren",
    answer_due=date(2027, 2, 1),
    reports_back="de teamleider",
)
