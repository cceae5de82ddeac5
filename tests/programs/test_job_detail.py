import pytest
from django.urls import reverse

from programs.enums import JobState, OrganizationKind, Role
from programs.models import Job
from tests.builders import make_curator, make_organization, make_program, make_user

pytestmark = pytest.mark.django_db


def make_job(program=None, **fields):
    defaults = {
        "title": "Отчёт за декабрь",
        "key": "report",
        "task": "documents.tasks.build_report",
    }
    return Job.objects.create(program=program or make_program(), **defaults | fields)


def address(job, verb="detail"):
    return reverse(f"programs:job_{verb}", args=[job.pk])


def page(client, job, user=None, **headers):
    client.force_login(user or make_curator(job.program))
    return client.get(address(job), headers=headers)


def test_the_page_tells_how_much_is_done_and_renews_itself_without_scripts(client):
    job = make_job(state=JobState.RUNNING, done=18, total=300)

    html = page(client, job).content.decode()

    assert "Сделано 18 из 300." in html
    assert 'aria-valuetext="18 из 300"' in html
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in html


def test_htmx_gets_the_bar_alone_while_the_work_goes_on(client):
    job = make_job(state=JobState.RUNNING, done=18, total=300)

    answer = page(client, job, hx_request="true")

    assert [template.name for template in answer.templates] == ["programs/_job_progress.html"]


def test_htmx_is_told_to_load_the_page_anew_when_the_work_is_over(client):
    answer = page(client, make_job(state=JobState.DONE), hx_request="true")

    assert (answer.headers["HX-Refresh"], answer.content) == ("true", b"")


def test_a_finished_work_links_to_its_result_and_stops_renewing(client):
    html = page(client, make_job(state=JobState.DONE, result_url="/documents/7/")).content.decode()

    assert 'href="/documents/7/">Открыть результат' in html
    assert "http-equiv" not in html


def test_a_failure_is_told_and_offered_again_to_those_who_may(client):
    job = make_job(state=JobState.FAILED, error="Не введена численность.")
    head = make_user(Role.GROUP_HEAD, job.program.organization)

    offered = page(client, job).content.decode()
    told = page(client, job, head).content.decode()

    assert "Не удалось: Не введена численность." in offered
    assert "Не удалось: Не введена численность." in told
    assert (address(job, "retry") in offered, address(job, "retry") in told) == (True, False)


def test_retrying_orders_the_same_work_anew(client):
    job = make_job(state=JobState.FAILED, arguments={"period": "december"})
    client.force_login(make_curator(job.program))

    answer = client.post(address(job, "retry"))

    again = Job.objects.exclude(pk=job.pk).get()
    assert (again.state, again.key, again.arguments) == (JobState.QUEUED, job.key, job.arguments)
    assert answer.url == address(again)


def test_what_did_not_fail_is_not_retried(client):
    job = make_job(state=JobState.DONE)
    client.force_login(make_curator(job.program))

    answer = client.post(address(job, "retry"), follow=True)

    assert "Повторить можно только то, что не удалось." in answer.content.decode()
    assert Job.objects.count() == 1


def test_a_stranger_sees_no_work_of_the_school(client):
    job = make_job()

    assert page(client, job, make_curator(make_program())).status_code == 404


def test_the_municipality_and_a_mentor_are_refused(client):
    job = make_job()
    municipality = make_organization(kind=OrganizationKind.MUNICIPALITY)
    job.program.organization.parent = municipality
    job.program.organization.save()

    refused = [
        page(client, job, make_user(Role.MUNICIPAL, municipality)).status_code,
        page(client, job, make_user(Role.MENTOR, job.program.organization)).status_code,
    ]

    assert refused == [403, 403]
