"""What a mentor's and a mentee's row of the base have in common."""

from django.db import models
from django.utils import timezone

from mentoring_portal.shared.names import name_key
from mentoring_portal.shared.transitions import ensure_transition
from participants.enums import PARTICIPANT_TRANSITIONS, ParticipantStatus
from participants.querysets import ParticipantQuerySet


class Participant(models.Model):
    """A person in the base of one program.

    Columns keep the words of the official table, so an export gives back what was imported.
    """

    program = models.ForeignKey(
        "programs.Program",
        verbose_name="программа",
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    person = models.ForeignKey(
        "participants.Person",
        verbose_name="человек",
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    status = models.CharField(
        "состояние",
        max_length=10,
        choices=ParticipantStatus,
        default=ParticipantStatus.CANDIDATE,
    )
    position = models.CharField("класс, группа или должность", max_length=200, blank=True)
    workplace = models.CharField("место работы или учёбы", max_length=300, blank=True)
    interests = models.TextField("интересы", blank=True)
    free_days = models.CharField(
        "свободные дни", max_length=60, blank=True, help_text="Например: пн, ср, пт."
    )
    free_hours = models.CharField(
        "свободные часы", max_length=100, blank=True, help_text="Например: 15:00–17:00."
    )
    listed_on = models.DateField("в базе с", default=timezone.localdate, editable=False)
    entry_date = models.DateField("дата вхождения в программу", null=True, blank=True)
    end_date = models.DateField("дата завершения программы", null=True, blank=True)
    results = models.TextField("результаты программы", blank=True)
    case_link = models.CharField("ссылка на кейс или отзыв", max_length=500, blank=True)
    partner_names = models.TextField("ФИО второй стороны, как в таблице", blank=True)
    partner_workplace = models.TextField("место работы второй стороны, как в таблице", blank=True)
    tags = models.ManyToManyField("participants.Tag", verbose_name="метки", blank=True)
    note = models.TextField("заметка куратора", blank=True)
    search_key = models.TextField("ключ поиска", blank=True, editable=False)

    searched = ("position", "workplace", "interests")

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.person.full_name

    def save(self, *args, **kwargs):
        self.set_derived()
        super().save(*args, **kwargs)

    def set_derived(self):
        """One folded column to search in: LIKE of SQLite knows no case of Cyrillic letters.

        Bulk creation calls it, too.
        """
        self.search_key = name_key(" ".join(getattr(self, column) for column in self.searched))

    @property
    def has_web_case(self):
        """Only http(s) addresses become links: a table may hold anything in this column."""
        return self.case_link.lower().startswith(("http://", "https://"))

    def move_to(self, status):
        ensure_transition(PARTICIPANT_TRANSITIONS, ParticipantStatus(self.status), status)
        self.status = status
        self.save(update_fields=["status"])
