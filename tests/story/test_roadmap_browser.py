"""The roadmap in a real browser: copied to a new year, seen four ways, loaded from a file."""

from pathlib import Path

import pytest

from tests.story.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
GYMNASIUM = Path(__file__).resolve().parents[1] / "programs" / "data" / "gymnasium.docx"


def copy_to_next_year(curator):
    """A new program with the rows of this year's; returns the address of its roadmap."""
    curator.open("/programs/new/")
    years = curator.page.get_by_label("Учебный год", exact=True)
    years.select_option(index=years.locator("option").count() - 1)
    curator.page.get_by_label("Название").fill("Программа с прошлогодней картой")
    curator.page.locator("input[name=preset][value^=copy-]").first.check()
    curator.press("Создать программу")
    curator.sees("год стоял в тексте")
    curator.check_page()
    curator.press("Открыть дорожную карту", "link")
    return curator.page.url


def see_every_view(curator, road):
    for view in ("", "stages", "months", "overdue"):
        curator.page.goto(f"{road}?view={view}")
        curator.check_page()
    curator.page.goto(road)
    curator.page.locator(".doubts summary").click()
    curator.check_page()


def load_from_a_file(curator):
    curator.press("Загрузить из файла", "link")
    curator.check_page()
    curator.page.locator("input[type=file]").set_input_files(GYMNASIUM)
    curator.press("Проверить файл")
    curator.sees("В программу пока ничего не записано")
    curator.check_page()
    curator.press("Загрузить дорожную карту")
    curator.sees("Дорожная карта загружена: 40\u00a0строк")


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_a_roadmap_is_seen_four_ways_and_its_files_are_given(visit, screen):
    curator = visit("curator", screen)
    curator.open("/programs/1/roadmap/")
    road = curator.page.url

    see_every_view(curator, road)

    curator.page.goto(road)
    for name in ("таблица XLSX", "документ DOCX", "PDF"):
        with curator.page.expect_download() as waiting:
            curator.press(name, "link", exact=True)
        assert waiting.value.suggested_filename.startswith("Дорожная карта 20")


def test_last_years_roadmap_is_copied_and_then_a_file_takes_its_place(visit):
    curator = visit("curator")

    road = copy_to_next_year(curator)
    see_every_view(curator, road)
    curator.page.goto(road)
    load_from_a_file(curator)

    assert curator.page.locator("main table tbody tr").count() == 40


def test_a_stage_is_finished_early_and_opened_again(visit):
    curator = visit("curator")
    curator.open("/programs/1/")
    curator.page.locator(".step a").first.click()

    curator.press("Завершить этап", "link")
    curator.check_page()
    curator.page.get_by_label("Почему этап").fill("Положение принято в прошлом году.")
    curator.press("Завершить этап")
    curator.check_page()
    curator.sees("Причина: Положение принято в прошлом году.")

    curator.press("Открыть этап снова")
    curator.does_not_see("Причина")
    assert curator.page.get_by_role("link", name="Завершить этап").is_visible()
