"""Choices about people, the two bases and consents."""

from django.db.models import TextChoices

from programs.enums import MentoringForm


class Sex(TextChoices):
    MALE = "m", "мужской"
    FEMALE = "f", "женский"


class OccupationKind(TextChoices):
    """What a person is in life; one person may be several at once."""

    PUPIL = "pupil", "ученик"
    TEACHER = "teacher", "педагог"
    YOUNG_SPECIALIST = "young_specialist", "молодой специалист"
    NEWCOMER = "newcomer", "новый специалист"
    HEAD = "head", "руководитель"
    STUDENT = "student", "студент"
    GRADUATE = "graduate", "выпускник"
    EMPLOYER_WORKER = "employer_worker", "работник предприятия"
    PARENT = "parent", "родитель"


# What the sides of a form are in life (inventory FORMS): (mentor, mentee).
FORM_SIDES = {
    MentoringForm.STUDENT_STUDENT: (OccupationKind.PUPIL, OccupationKind.PUPIL),
    MentoringForm.TEACHER_TEACHER: (OccupationKind.TEACHER, OccupationKind.TEACHER),
    MentoringForm.HEAD_TEACHER: (OccupationKind.HEAD, OccupationKind.TEACHER),
    MentoringForm.STUDENTSPO_STUDENT: (OccupationKind.STUDENT, OccupationKind.PUPIL),
    MentoringForm.EMPLOYER_STUDENT: (OccupationKind.EMPLOYER_WORKER, OccupationKind.PUPIL),
    MentoringForm.EMPLOYER_STUDENTSPO: (OccupationKind.EMPLOYER_WORKER, OccupationKind.STUDENT),
    MentoringForm.HEAD_DEPUTY: (OccupationKind.HEAD, OccupationKind.HEAD),
    MentoringForm.MENTORSHIP_TEACHER: (OccupationKind.HEAD, OccupationKind.TEACHER),
}


class ParticipantStatus(TextChoices):
    """The way of a mentor or a mentee through the base."""

    CANDIDATE = "candidate", "кандидат"
    APPROVED = "approved", "в реестре"
    PAUSED = "paused", "приостановлен"
    DECLINED = "declined", "отклонён"
    WITHDRAWN = "withdrawn", "выбыл"
    COMPLETED = "completed", "завершил"


PARTICIPANT_TRANSITIONS = {
    ParticipantStatus.CANDIDATE: (
        ParticipantStatus.APPROVED,
        ParticipantStatus.DECLINED,
        ParticipantStatus.WITHDRAWN,
    ),
    ParticipantStatus.APPROVED: (
        ParticipantStatus.CANDIDATE,
        ParticipantStatus.PAUSED,
        ParticipantStatus.WITHDRAWN,
        ParticipantStatus.COMPLETED,
    ),
    ParticipantStatus.PAUSED: (ParticipantStatus.APPROVED, ParticipantStatus.WITHDRAWN),
    ParticipantStatus.DECLINED: (ParticipantStatus.CANDIDATE,),
    ParticipantStatus.WITHDRAWN: (ParticipantStatus.CANDIDATE,),
    ParticipantStatus.COMPLETED: (ParticipantStatus.APPROVED,),
}


class ConsentKind(TextChoices):
    """Separate papers since 01.09.2025 (152-ФЗ, ст. 9): never joined in one form."""

    PROCESSING = "processing", "на обработку персональных данных"
    DISTRIBUTION = "distribution", "на распространение персональных данных"
    PARTICIPATION = "participation", "на участие в программе наставничества"
    NEEDS_ANALYSIS = "needs_analysis", "родителя на анализ потребностей (АПО)"
    PHOTO = "photo", "на использование изображения"


class ConsentSigner(TextChoices):
    PERSON = "person", "сам участник"
    REPRESENTATIVE = "representative", "родитель (законный представитель)"
    BOTH = "both", "участник и родитель (законный представитель)"


class BaseKind(TextChoices):
    """Which base a table holds; decided by its columns, never by its caption."""

    AUTO = "auto", "определить по столбцам"
    MENTEES = "mentees", "база наставляемых"
    MENTORS = "mentors", "база наставников"
    BOTH = "both", "обе базы"


class ImportStatus(TextChoices):
    CHECKED = "checked", "проверен"
    APPLIED = "applied", "загружен"
    FAILED = "failed", "не загружен"


class ImportAction(TextChoices):
    """What an upload would do with a row."""

    CREATE = "create", "добавить"
    UPDATE = "update", "изменить"
    UNCHANGED = "unchanged", "без изменений"
    QUESTION = "question", "вопрос"
    ERROR = "error", "ошибка"


class CompletionMark(TextChoices):
    PASSED = "passed", "пройдена"
    NOT_PASSED = "not_passed", "не пройдена"
    IN_PROGRESS = "in_progress", "в процессе"


class AssignmentRole(TextChoices):
    """Who does what in the program's papers (inventory ROLES, those who sign or answer)."""

    DIRECTOR = "director", "директор"
    CURATOR = "curator", "куратор"
    PROJECT_LEAD = "project_lead", "руководитель проектной группы"
    GROUP_MEMBER = "working_group_member", "член рабочей группы"
    GROUP_HEAD = "mo_head", "руководитель методического объединения"
    COUNCIL_CHAIR = "pedsovet_chair", "председатель педагогического совета"
    COUNCIL_SECRETARY = "pedsovet_secretary", "секретарь педагогического совета"
    COMMISSION_CHAIR = "commission_chair", "председатель комиссии по отбору наставников"
    COMMISSION_SECRETARY = "commission_secretary", "секретарь комиссии по отбору наставников"
    COMMISSION_MEMBER = "commission_member", "член комиссии по отбору наставников"
    PSYCHOLOGIST = "psychologist", "педагог-психолог"
    SUPPLIES = "mtr_responsible", "ответственный за материально-техническое обеспечение"


class Relation(TextChoices):
    MOTHER = "mother", "мать"
    FATHER = "father", "отец"
    GUARDIAN = "guardian", "опекун (попечитель)"
    OTHER = "other", "другой законный представитель"


class RequestSource(TextChoices):
    """Where the school learned of a mentee's request (Р-145, stage 2)."""

    SELF = "self", "сам наставляемый"
    PARENTS = "parents", "родители (законные представители)"
    CLASS_TEACHER = "class_teacher", "классный руководитель"
    PSYCHOLOGIST = "psychologist", "педагог-психолог"
    TEST = "test", "профориентационный тест"


class AnalysisMethod(TextChoices):
    QUESTIONNAIRE = "questionnaire", "анкетный опрос"
    INTERVIEW = "interview", "интервью"
    OBSERVATION = "observation", "наблюдение"


class ClearanceKind(TextChoices):
    NO_RECORD = "no_record", "справка об отсутствии судимости"
    MEDICAL = "medical", "медицинская справка"


class ClearanceState(TextChoices):
    VALID = "valid", "действует"
    EXPIRING = "expiring", "истекает"
    EXPIRED = "expired", "истекла"
    MISSING = "missing", "нет"


# Adults who are not the school's own workers: certificates are asked of them.
OUTSIDE_OCCUPATIONS = (
    OccupationKind.STUDENT,
    OccupationKind.GRADUATE,
    OccupationKind.EMPLOYER_WORKER,
    OccupationKind.PARENT,
)


class ErasureReason(TextChoices):
    """Why personal data are destroyed (152-ФЗ, ст. 21)."""

    WITHDRAWAL = "withdrawal", "отзыв согласия на обработку персональных данных"
    DEMAND = "demand", "требование субъекта персональных данных"
    PURPOSE = "purpose", "достижение цели обработки"


class ApplicationKind(TextChoices):
    MENTEE = "mentee", "наставляемый"
    MENTOR = "mentor", "наставник"


class ApplicationStatus(TextChoices):
    NEW = "new", "новая"
    ACCEPTED = "accepted", "принята"
    DECLINED = "declined", "отклонена"


APPLICATION_TRANSITIONS = {
    ApplicationStatus.NEW: (ApplicationStatus.ACCEPTED, ApplicationStatus.DECLINED),
    ApplicationStatus.ACCEPTED: (),
    ApplicationStatus.DECLINED: (),
}


class SelectionDecision(TextChoices):
    """What the commission decides of a candidate for a mentor."""

    ADMIT = "admit", "допустить"
    WAIT = "wait", "отложить"
    DECLINE = "decline", "отклонить"


class CourseResult(TextChoices):
    LEARNING = "learning", "учится"
    PASSED = "passed", "прошёл обучение"
    FAILED = "failed", "не прошёл"
