"""What becomes of a person's papers when the person is erased."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from documents.enums import DocumentKind, DocumentStatus
from documents.models import Document
from documents.services import issue, pair_order, scan, signing
from documents.services.erasure import erase, obstacles
from documents.services.files import page_of, render_all
from documents.services.paper import draft_paper
from pairs.models import Pair
from pairs.services.pair import activate, complete
from participants.enums import ErasureReason, ParticipantStatus
from tests.builders import make_mentee, make_pair
from tests.documents.builders import make_accepted_pair, make_school_program
from tests.documents.reading import texts

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 15)
ON = date(2026, 11, 1)


@pytest.fixture
def mentee():
    return make_mentee(make_school_program(), "Ершова Яна Тимуровна")


def draft_about(mentee):
    return draft_paper(
        program=mentee.program, code=DocumentKind.INDIVIDUAL_PLAN, by=None, subject=mentee
    )


def erased(mentee):
    mentee.status = ParticipantStatus.WITHDRAWN
    mentee.save()
    return erase(person=mentee.person, reason=ErasureReason.DEMAND, requested_on=ON, by=None)


def test_a_draft_goes_with_its_person_and_is_counted(mentee, django_capture_on_commit_callbacks):
    draft = draft_about(mentee)
    render_all(draft)
    stored = [(item.file.storage, item.file.name) for item in draft.attachments.all()]

    with django_capture_on_commit_callbacks(execute=True):
        record = erased(mentee)

    assert not Document.objects.exists()
    assert [storage.exists(name) for storage, name in stored] == [False] * 3
    assert record.categories["Черновики документов о человеке"] == 1


def test_a_paper_that_waits_for_a_signature_goes_as_well(mentee):
    Document.objects.filter(pk=draft_about(mentee).pk).update(status=DocumentStatus.AGREED)

    erased(mentee)

    assert not Document.objects.exists()


def test_drafts_about_others_stay(mentee):
    other = draft_about(make_mentee(mentee.program, "Якимова Ева Глебовна"))
    draft_about(mentee)

    erased(mentee)

    assert list(Document.objects.all()) == [other]


def test_a_registered_paper_and_its_scan_are_archive_and_stay_word_for_word(mentee):
    document = issue.register(document=draft_about(mentee), day=DAY, by=None)
    scan.add(document=document, scan=ContentFile(b"%PDF-1.4", "x.pdf"), by=None)
    before = page_of(document)

    erased(mentee)

    document.refresh_from_db()
    assert (page_of(document), document.scans.count()) == (before, 1)
    assert "Ершова" in " ".join(texts(before))


def closed_pair(program, paper):
    """Its mentee may be erased; ``paper`` was made while the pair worked."""
    pair = make_accepted_pair(program)
    activate(pairs=[pair], starts_on=DAY, by=None)
    pair = Pair.objects.get(pk=pair.pk)
    made = paper(pair)
    complete(pair=pair, day=DAY, by=None)
    return pair, made


def test_an_agreement_of_the_pair_that_waits_for_a_signature_goes():
    def agreement(pair):
        paper = draft_paper(
            program=pair.program, code="interaction_agreement", by=None, subject=pair
        )
        return signing.send(document=paper, by=None)

    pair, paper = closed_pair(make_school_program(), agreement)
    assert "Ершов" in paper.title

    record = erased(pair.mentees[0])

    assert not Document.objects.exists()
    assert record.categories["Черновики документов о человеке"] == 1


def reward(program, lines, **values):
    return draft_paper(
        program=program, code="order_reward", by=None, values={"rewards": lines} | values
    )


@pytest.mark.parametrize("said", ["Ершова Яна Тимуровна; грамота", "Грамота для Ершовой Я. Т."])
def test_a_typed_line_with_the_name_is_rewritten_first(mentee, said):
    draft = reward(mentee.program, said)

    with pytest.raises(ValidationError) as refusal:
        erased(mentee)
    issue.edit(document=draft, values={"rewards": "Якимова Ева; грамота"}, by=None)
    erased(mentee)

    assert refusal.value.messages == [
        "Сначала уберите имя из документа «О поощрении участников наставнической деятельности» "
        "(черновик): поле «Кого и чем поощрить». Или удалите этот документ."
    ]
    assert "Ершов" not in str(Document.objects.values())


def test_a_registered_paper_with_the_name_is_no_obstacle(mentee):
    draft = reward(mentee.program, "Якимова Ева; грамота")
    Document.objects.filter(pk=draft.pk).update(
        status=DocumentStatus.REGISTERED,
        date=DAY,
        snapshot={},
        content={"rewards": "Ершова Яна Тимуровна; грамота"},
    )

    assert obstacles(mentee.person) == []


def test_people_chosen_by_fields_and_old_texts_of_the_portal_are_forgotten(mentee):
    draft = reward(mentee.program, "Якимова Ева; грамота", leader=mentee.person)
    content = draft.content | {"clauses": "Свой пункт.", "origins": {"clauses": "Ершовой Я. Т."}}
    Document.objects.filter(pk=draft.pk).update(content=content)

    record = erased(mentee)

    draft.refresh_from_db()
    assert (draft.content["leader"], draft.content["origins"]) == (None, {})
    assert record.categories["Имя среди людей других черновиков"] == 1


def test_a_paper_of_a_group_stays_with_a_title_without_the_name():
    program = make_school_program()
    mentees = [make_mentee(program, name) for name in ("Ершова Яна Тимуровна", "Якимова Ева")]
    pair = make_pair(program, mentees=mentees, status="active", starts_on=DAY)
    draft = draft_paper(program=program, code="interaction_agreement", by=None, subject=pair)
    assert "Ершов" in draft.title
    complete(pair=pair, day=DAY, by=None)

    erased(mentees[0])

    draft.refresh_from_db()
    assert ("Ершов" in draft.title, "Якимов" in draft.title) == (False, True)


def test_an_order_sent_to_be_signed_is_not_registered_with_an_erased_person():
    program = make_school_program()
    pair = make_accepted_pair(program)
    document = signing.send(
        document=pair_order.draft_order_pairs(program=program, by=None), by=None
    )
    pair.status = "rejected"
    pair.save()
    member = pair.members.get()
    member.is_open = False
    member.save()
    pair.mentor.status = ParticipantStatus.WITHDRAWN
    pair.mentor.save()
    erase(person=pair.mentor.person, reason=ErasureReason.DEMAND, requested_on=ON, by=None)

    with pytest.raises(ValidationError):
        issue.register(document=document, day=DAY, by=None)

    document.refresh_from_db()
    assert (document.snapshot, "Панин" in str(document.content)) == (None, False)
