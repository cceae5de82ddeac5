"""The PDF of a long journal is laid out by a worker."""

from datetime import date

import pytest
from django.urls import reverse

from documents.enums import DocumentKind, DocumentStatus, Journal
from documents.models import Bundle, Document
from documents.services.journal_jobs import AT_ONCE
from documents.tasks import bundle_journal
from programs.enums import Role
from programs.models import Job
from tests.builders import make_curator, make_user
from tests.documents.builders import make_school_program
from tests.documents.reading import pdf_text

pytestmark = pytest.mark.django_db
CHOSEN = {"journal": "orders", "year": "2026"}


@pytest.fixture
def program():
    return make_school_program()


@pytest.fixture
def curator(client, program):
    client.force_login(make_curator(program))
    return client


def register(program, amount):
    Document.objects.bulk_create(
        Document(
            program=program,
            organization=program.organization,
            kind=DocumentKind.ORDER_PAIRS,
            journal=Journal.ORDERS,
            title=f"О парах {number}",
            number=number,
            year=2026,
            number_text=f"{number}-од",
            date=date(2026, 10, 1),
            snapshot={},
            status=DocumentStatus.REGISTERED,
        )
        for number in range(1, amount + 1)
    )


def buttons_of(browser, program):
    """Whether the page offers the PDF at once, and whether it offers to order it."""
    url = reverse("documents:journal_list", args=[program.pk])
    page = browser.get(url, CHOSEN).content.decode()
    names = (("journal_download", program.pk, "pdf"), ("journal_print", program.pk))
    return [reverse(f"documents:{name}", args=rest) in page for name, *rest in names]


def test_a_short_journal_is_a_file_at_once(curator, program):
    register(program, AT_ONCE)

    url = reverse("documents:journal_download", args=[program.pk, "pdf"])

    assert buttons_of(curator, program) == [True, False]
    assert curator.get(url, CHOSEN).headers["Content-Type"] == "application/pdf"


def test_a_long_journal_is_not_laid_out_inside_a_request(curator, program):
    register(program, AT_ONCE + 1)

    answers = {
        name: curator.get(
            reverse("documents:journal_download", args=[program.pk, name]), CHOSEN
        ).status_code
        for name in ("pdf", "xlsx")
    }

    assert buttons_of(curator, program) == [False, True]
    assert answers == {"pdf": 302, "xlsx": 200}


def test_who_only_reads_is_offered_no_work(client, program):
    register(program, AT_ONCE + 1)
    client.force_login(make_user(Role.GROUP_HEAD, program.organization))

    ordered = client.post(reverse("documents:journal_print", args=[program.pk]), CHOSEN)

    assert buttons_of(client, program) == [False, False]
    assert (ordered.status_code, Job.objects.count()) == (403, 0)


def test_a_worker_makes_the_whole_journal(curator, program):
    register(program, AT_ONCE + 1)

    answer = curator.post(reverse("documents:journal_print", args=[program.pk]), CHOSEN)

    job = Job.objects.get()
    assert answer.url == reverse("programs:job_detail", args=[job.pk])
    bundle_journal(job.pk)
    bundle = Bundle.objects.get()
    assert bundle.title == "Журнал регистрации приказов по основной деятельности, 2026 год"
    assert f"{AT_ONCE + 1}-од" in pdf_text(bundle.merged.read())


def test_ordering_twice_is_one_work(curator, program):
    register(program, AT_ONCE + 1)
    url = reverse("documents:journal_print", args=[program.pk])

    answers = [curator.post(url, CHOSEN).url for _ in range(2)]

    assert (len(set(answers)), Job.objects.count()) == (1, 1)
