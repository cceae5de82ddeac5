"""Choices of monitoring: windows, headcounts, indicators of the inventory."""

from django.db.models import TextChoices


class ReportPeriod(TextChoices):
    DECEMBER = "december", "декабрь"
    JUNE = "june", "июнь"


class ReportStatus(TextChoices):
    DRAFT = "draft", "черновик"
    FROZEN = "frozen", "утверждён"


class HeadcountCode(TextChoices):
    """Denominators that the portal cannot know: entered by the school with a date and an author."""

    PUPILS = "pupils", "обучающихся всего"
    PUPILS_10_18 = "pupils_10_18", "обучающихся 10–18 лет"
    TEACHERS = "teachers", "педагогов всего"
    YOUNG_SPECIALISTS = "young_specialists", "молодых специалистов (стаж 0–3 года)"


class IndicatorCode(TextChoices):
    """The three indicators of the gymnasium (inventory G73_indicators)."""

    YOUNG_TEACHERS_MENTEES = (
        "young_teachers_mentees",
        "Доля учителей – молодых специалистов (с опытом работы от 0 до 3 лет), "
        "вошедших в программы наставничества в роли наставляемого",
    )
    MENTEE_SATISFACTION = (
        "mentee_satisfaction",
        "Уровень удовлетворённости наставляемых участием в программах наставничества",
    )
    MENTOR_SATISFACTION = (
        "mentor_satisfaction",
        "Уровень удовлетворённости наставников участием в программах наставничества",
    )
