"""The two official tables of the bases: exactly these titles in exactly this order."""

MENTEES = "mentees"
MENTORS = "mentors"
BOTH = "both"

OFFICIAL_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    MENTEES: (
        ("num", "№ п/п"),
        ("mentee_name", "ФИО наставляемого"),
        ("mentee_birth_year", "Год рождения наставляемого"),
        ("main_request", "Основной запрос наставляемого"),
        ("entry_date", "Дата вхождения в программу"),
        ("mentor_name", "ФИО наставника"),
        ("form", "Форма наставничества"),
        ("mentor_workplace", "Место работы наставника"),
        ("end_date", "Дата завершения программы"),
        ("results", "Результаты программы"),
        ("case_link", "Ссылка на кейс/отзыв наставляемого"),
        ("completion_mark", "Отметка о прохождении программы"),
    ),
    MENTORS: (
        ("num", "№ п/п"),
        ("mentor_name", "Ф.И.О наставника"),
        ("workplace", "Место работы"),
        ("competences", "Основные компетенции наставника"),
        ("achievements", "Важные для программы достижения наставника"),
        ("interests", "Интересы наставника"),
        ("preferred_age", "Желаемый возраст наставляемых"),
        ("time_resource", "Ресурс времени на программу наставничества"),
        ("entry_date", "Дата вхождения в программу"),
        ("mentee_names", "ФИО наставляемого (наставляемых)"),
        ("form", "Форма наставничества"),
        ("mentee_workplace", "Место работы наставляемого"),
        ("end_date", "Дата завершения программы"),
        ("results", "Результаты программы"),
        ("case_link", "Ссылка на кейс/отзыв наставника"),
    ),
}
# What a school's own table may hold beside the official columns, as the mapping screen offers it.
EXTRA_COLUMNS = (
    ("last_name", "Фамилия"),
    ("first_name", "Имя"),
    ("patronymic", "Отчество"),
    ("birth_date", "Дата рождения"),
    ("birth_year", "Год рождения"),
    ("age", "Возраст"),
    ("sex", "Пол"),
    ("group", "Класс или группа"),
    ("post", "Должность"),
    ("phone", "Телефон"),
    ("email", "Электронная почта"),
    ("workplace", "Место работы или учёбы"),
    ("interests", "Интересы"),
    ("free_days", "Свободные дни"),
    ("free_hours", "Свободные часы"),
    ("capacity", "Сколько наставляемых готов взять"),
    ("tags", "Метки"),
    ("note", "Примечание"),
)
