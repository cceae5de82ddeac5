"""The paragraph styles of a DOCX paper, as a person sees them in the list of styles."""

from typing import Any

FONT = "Times New Roman"
# name: size, alignment, space before and after in points, then what differs from plain text
STYLES: dict[str, dict[str, Any]] = {
    "Normal": {"size": 13, "after": 4},
    "Title": {"size": 13, "before": 14, "after": 14, "bold": True, "next": True},
    "Heading 1": {"size": 13, "before": 12, "after": 6, "bold": True, "next": True},
    "Heading 2": {"size": 13, "before": 10, "after": 4, "bold": True, "next": True},
    "Heading 3": {"size": 13, "before": 8, "after": 4, "bold": True, "next": True},
    "Caption": {"size": 13, "before": 12, "after": 4, "next": True},
    "Header": {"size": 12, "align": "center"},
    "Организация": {"size": 13, "align": "center", "bold": True, "next": True},
    "Реквизиты": {"size": 10, "align": "center", "next": True},
    "Вид документа": {"size": 16, "align": "center", "before": 20, "after": 16, "bold": True},
    "Дата и номер": {"size": 13, "after": 4},
    "Место составления": {"size": 13, "align": "center", "after": 4},
    "Распоряжение": {"size": 13, "before": 6, "after": 6, "next": True},
    "Пункт": {"size": 13, "align": "justify", "after": 4, "indent": True},
    "Под текстом": {"size": 8, "align": "right"},
    "Примечание": {"size": 10, "before": 4, "after": 4},
    "Гриф": {"size": 13},
    "Подпись документа": {"size": 13},
    "Над подписью": {"size": 13, "before": 24, "next": True},
    "Сторона": {"size": 12},
    "Подпись стороны": {"size": 12, "before": 24},
    "Перед подписью": {"size": 13, "before": 14, "next": True},
    "Строка для записи": {"size": 13, "before": 10, "rule": True},
    "После записей": {"size": 6},
    "Вариант ответа": {"size": 13, "after": 2, "hang": 6},
    "Крупно": {"size": 16, "before": 8, "after": 8},
    "Крупный заголовок": {"size": 24, "before": 8, "after": 8, "bold": True},
    "Самый крупный заголовок": {"size": 40, "before": 24, "after": 24, "bold": True},
    "Отступ": {"size": 4, "next": True},
    "Таблица": {"size": 12},
    "Таблица плотная": {"size": 10},
    "Таблица мелкая": {"size": 8},
    "Таблица мельчайшая": {"size": 7},
}
