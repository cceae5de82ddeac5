"""The main job, from two tables to an order and a report, in a real browser."""

import subprocess
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from mentoring_portal.shared.dates import SchoolYear, school_year_of
from tests.story.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
BASES = Path(__file__).resolve().parents[1] / "participants" / "data" / "bases"
WORK_SECONDS = 60_000
# The last year that the form of a new program offers.
NEXT_YEAR = SchoolYear(school_year_of(timezone.localdate()).start_year + 2)


def see_home(curator):
    """The school year, seven stages with per cent, three next steps, what is overdue."""
    text = curator.text()
    assert f"{school_year_of(timezone.localdate())} учебный год" in text
    assert curator.page.locator(".stepper li").count() == 7
    assert curator.page.locator(".step-percent").first.inner_text().endswith("%")
    steps = curator.page.locator("section[aria-labelledby=now] .task-list-link")
    assert steps.count() == 3
    expect(curator.page.get_by_role("heading", name="Просрочено")).to_be_visible()
    curator.check_page()


def open_next_years_program(curator):
    """A new program from the roadmap of additional education; a row done, a file attached."""
    curator.open("/programs/new/")
    curator.check_page()
    years = curator.page.get_by_label("Учебный год", exact=True)
    years.select_option(index=years.locator("option").count() - 1)
    curator.page.locator("input[name=preset][value=DDT]").check()
    curator.press("Создать программу")
    program = curator.page.url.rstrip("/").rsplit("/", 1)[1]
    curator.press("Начать программу")
    curator.open(f"/programs/{program}/roadmap/")
    assert curator.page.locator("tbody tr").count() == 28
    curator.check_page()
    attach_to_a_row(curator)
    return program


def attach_to_a_row(curator):
    curator.page.locator("tbody tr a").first.click()
    row = curator.page.url
    curator.press("Отметить выполнение")
    expect(curator.page.locator("main")).to_contain_text("выполнено")
    curator.page.goto(row)
    curator.press("Приложить файл", "link")
    order = {"name": "приказ.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 order"}
    curator.page.locator("input[type=file]").set_input_files(order)
    curator.check_page()
    curator.press("Приложить файл")
    expect(curator.page.get_by_role("link", name="приказ.pdf", exact=True)).to_be_visible()


def upload(curator, program, name, noun):
    """A preview writes nothing; applying fills the base with candidates."""
    curator.open(f"/programs/{program}/imports/new/")
    curator.check_page()
    curator.page.locator("input[type=file]").set_input_files(BASES / f"{noun}s_clean.xlsx")
    curator.press("Проверить таблицу")
    expect(curator.page.get_by_role("heading", name="Проверка таблицы")).to_be_visible()
    curator.check_page()
    preview = curator.page.url
    curator.open(f"/programs/{program}/{noun}s/")
    curator.sees("В базе пока никого нет")
    curator.page.goto(preview)
    curator.press("Загрузить в базу")
    curator.open(f"/programs/{program}/{noun}s/")
    curator.sees(name)
    curator.check_page()


def search_and_filter(curator, program):
    curator.open(f"/programs/{program}/mentees/?form=student_student&ordering=-birth_year")
    curator.check_page()
    sort_by_name(curator, program)
    curator.open(f"/programs/{program}/mentees/?q=нет-такого-человека")
    curator.sees("Никто не подходит")


def sort_by_name(curator, program):
    """A click on the heading sorts, one more turns the order round."""
    curator.open(f"/programs/{program}/mentees/?page_size=100&ordering=-birth_year")
    heading = curator.page.get_by_role("columnheader", name="Фамилия, имя, отчество")
    heading.get_by_role("link").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    upward = names_shown(curator)
    heading.get_by_role("link").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert upward == sorted(upward, key=lambda name: name.lower().replace("ё", "е"))
    assert (len(upward), names_shown(curator)) == (40, upward[::-1])


def names_shown(curator):
    return curator.page.locator("td[data-label=Имя] a").all_inner_texts()


def approve_everybody(curator, program, noun):
    curator.open(f"/programs/{program}/{noun}s/?page_size=100")
    curator.tick("tbody input[name=pk]")
    curator.press("Утвердить в реестре")
    expect(curator.page.locator("main")).to_contain_text("в реестре")


def record_consents(curator, program, noun):
    curator.open(f"/programs/{program}/{noun}s/?page_size=100")
    curator.tick("tbody input[name=pk]")
    curator.press("Записать согласия")
    expect(curator.page.get_by_role("heading", name="Записать согласия")).to_be_visible()
    curator.tick("main form input[type=checkbox]")
    curator.check_page()
    curator.press("Записать согласия")
    expect(curator.page.locator("main")).to_contain_text("Записано:")


def match(curator, program):
    """Proposals with a score and reasons: one accepted, one changed, one rejected, the rest too."""
    curator.open(f"/programs/{program}/matching/")
    curator.press("Подобрать пары")
    expect(curator.page.get_by_role("heading", name="Предложенные пары")).to_be_visible()
    expect(curator.page.locator(".draft-reasons").first).not_to_be_empty()
    curator.sees("Наставляемые без пары")
    expect(curator.page.locator(".left-group summary").first).not_to_be_empty()
    curator.check_page()
    curator.press("Лист пары", "link")
    curator.sees("Чего стоила бы замена")
    curator.check_page()
    curator.open(f"/programs/{program}/matching/")
    curator.press("Принять пару")
    curator.press("Переместить или обменять", "link")
    curator.check_page()
    curator.page.locator("input[name=mentor]:enabled").first.check()
    curator.press("Назначить этого наставника")
    reject_one(curator, program)
    curator.open(f"/programs/{program}/matching/")
    curator.press("Принять все предложенные пары")


def reject_one(curator, program):
    curator.open(f"/programs/{program}/matching/")
    curator.press("Отклонить пару", "link")
    curator.check_page()
    curator.page.locator("textarea").fill("Живут в разных концах города")
    curator.page.locator("main form button").first.click()
    curator.open(f"/programs/{program}/matching/")


def issue_order(curator, program):
    """Draft, preview, an edited clause, number and date, files."""
    curator.open(f"/programs/{program}/documents/")
    curator.check_page()
    curator.press("Составить приказ о парах")
    expect(curator.page.locator(".sheet").first).to_contain_text("ПРИКАЗЫВАЮ:")
    curator.check_page()
    curator.press("Править текст", "link")
    clauses = curator.page.get_by_label("Пункты приказа")
    clauses.fill(clauses.input_value() + "\nПриказ разместить на стенде.")
    curator.check_page()
    curator.press("Сохранить текст")
    expect(curator.page.locator(".sheet").first).to_contain_text("Приказ разместить на стенде.")
    curator.press("Зарегистрировать приказ", "link")
    curator.page.get_by_label("Порядковый номер").fill("77")
    curator.page.get_by_label("Дата приказа").fill(NEXT_YEAR.start.isoformat())
    curator.check_page()
    curator.press("Зарегистрировать приказ")
    confirm_doubts(curator)
    open_result(curator)
    curator.sees("№ 77-од")


def confirm_doubts(curator):
    """A day to come and a number out of turn are asked about, one box each."""
    curator.sees("ещё не наступила")
    curator.check_page()
    curator.tick("input[name=confirmed]")
    curator.press("Зарегистрировать приказ")


def open_result(curator):
    """Whether the work is still under way or done already, its result is a link away."""
    result = curator.page.get_by_role("link", name="Открыть результат")
    expect(result).to_be_visible(timeout=WORK_SECONDS)
    curator.check_page()
    result.click()


def download(curator, link, folder):
    with curator.page.expect_download() as waiting:
        curator.page.get_by_role("link", name=f"Скачать {link}").click()
    path = folder / f"paper.{link.lower()}"
    waiting.value.save_as(path)
    return path


def read_pdf(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True)
    return done.stdout


def log_meeting(mentor):
    """On a phone: the form, then the history of the pair."""
    mentor.check_page()
    mentor.press("Записать встречу", "link")
    mentor.check_page()
    mentor.page.get_by_label("Тема").fill("Разбираем задачу о пароходе")
    mentor.page.get_by_label("Заметка").fill("Тайная заметка наставника")
    mentor.page.get_by_label("отлично").check()
    mentor.press("Записать встречу")
    expect(mentor.page.locator("main")).to_contain_text("Разбираем задачу о пароходе")
    mentor.sees("Тайная заметка наставника")
    mentor.check_page()


def give_feedback(mentee):
    """The mentee sees the meeting, not the note, and answers."""
    mentee.check_page()
    mentee.page.get_by_role("listitem").filter(has_text="о пароходе").get_by_role("link").click()
    mentee.page.get_by_label("хорошо").check()
    mentee.page.locator("textarea").fill("Стало понятнее")
    mentee.check_page()
    mentee.page.locator("main form button").first.click()
    expect(mentee.page.locator("main")).to_contain_text("Стало понятнее")
    mentee.does_not_see("Тайная заметка")
    mentee.check_page()


def make_report(curator):
    curator.open("/programs/1/reports/")
    curator.check_page()
    curator.press("Отчёт за декабрь", "link")
    curator.check_page()
    curator.press("Составить отчёт")
    open_result(curator)
    curator.press("Утвердить отчёт", "link")
    curator.press("Утвердить отчёт")
    open_result(curator)
    curator.press("Показать на странице")
    expect(curator.page.locator("main")).to_contain_text("Страница «Наставничество» обновлена.")
    return curator.page.locator("h1").inner_text()


def see_public_page(visitor, report, names):
    visitor.open("/o/demo-gymnasium-5/1/")
    visitor.check_page()
    text = visitor.text()
    assert report in text
    surnames = {name.split()[0] for name in names}
    assert (len(names), [name for name in surnames if name in text]) == (40, [])


def names_of_people(curator):
    curator.open("/programs/1/mentees/?page_size=100")
    return names_shown(curator)


def see_schools(coordinator, report):
    """The municipality: figures and the approved report, no cards."""
    coordinator.check_page()
    coordinator.sees("Гимназия № 5")
    coordinator.press("за декабрь", "link")
    expect(coordinator.page.get_by_role("heading", level=1)).to_have_text(report)
    expect(coordinator.page.locator(".sheet").first).to_contain_text("Показатели эффективности")
    coordinator.check_page()
    coordinator.expected_status = {403, 404}
    answer = coordinator.page.goto(f"{coordinator.school.address}/mentees/1/")
    assert answer.status in (403, 404)


def test_from_two_tables_to_a_signed_order_and_a_december_report(visit, tmp_path):
    curator = visit("curator")
    see_home(curator)
    program = open_next_years_program(curator)
    upload(curator, program, "наставляемых", "mentee")
    upload(curator, program, "наставников", "mentor")
    search_and_filter(curator, program)
    for noun in ("mentee", "mentor"):
        approve_everybody(curator, program, noun)
        record_consents(curator, program, noun)
    match(curator, program)
    issue_order(curator, program)
    assert "ПРИКАЗЫВАЮ:" in read_pdf(download(curator, "PDF", tmp_path)).replace(" ", "")
    for name in ("XLSX", "DOCX"):
        assert download(curator, name, tmp_path).read_bytes().startswith(b"PK")
    curator.open(f"/programs/{program}/pairs/")
    curator.sees("действует")

    log_meeting(visit("mentor", PHONE))
    give_feedback(visit("mentee", PHONE))

    report = make_report(curator)
    assert "Показатели эффективности" in read_pdf(download(curator, "PDF", tmp_path))
    assert download(curator, "XLSX", tmp_path).read_bytes().startswith(b"PK")
    see_public_page(visit(), report, names_of_people(curator))
    see_schools(visit("municipal_coordinator"), report)
