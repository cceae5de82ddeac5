"""Choices of the program level. Codes are those of ``presets/inventory.yaml``."""

from django.db.models import TextChoices


class Role(TextChoices):
    """Who signs in. A login may hold several roles, each in its own organization."""

    DIRECTOR = "director", "директор"
    CURATOR = "curator", "куратор"
    GROUP_HEAD = "mo_head", "руководитель МО"
    PSYCHOLOGIST = "psychologist", "педагог-психолог"
    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"
    MUNICIPAL = "municipal_coordinator", "муниципальный координатор"


# Roles that see the whole school; the rest see what concerns themselves.
STAFF_ROLES = (Role.DIRECTOR, Role.CURATOR, Role.GROUP_HEAD)
MANAGER_ROLES = (Role.DIRECTOR, Role.CURATOR)
# Psychological support of a mentee stays between these two: the director does not read it.
SUPPORT_ROLES = (Role.CURATOR, Role.PSYCHOLOGIST)


class OrganizationKind(TextChoices):
    SCHOOL = "school", "школа"
    ADDITIONAL = "additional", "дополнительное образование"
    COLLEGE = "college", "колледж"
    MUNICIPALITY = "municipality", "муниципалитет"


class Preset(TextChoices):
    """The five roadmaps that a program may start from."""

    GYMNASIUM = "G73", "Гимназия: семь этапов, 40 строк"
    MUNICIPAL = "ARG", "Муниципальный департамент: 18 строк"
    REGIONAL = "ZAB", "Региональный набор: алгоритм из 8 шагов"
    ADDITIONAL = "DDT", "Дополнительное образование: 28 строк"
    COLLEGE = "BAL", "Колледж: восемь этапов"


class ProgramStatus(TextChoices):
    DRAFT = "draft", "черновик"
    ACTIVE = "active", "идёт"
    CLOSED = "closed", "завершена"


PROGRAM_TRANSITIONS = {
    ProgramStatus.DRAFT: (ProgramStatus.ACTIVE,),
    ProgramStatus.ACTIVE: (ProgramStatus.CLOSED,),
    ProgramStatus.CLOSED: (ProgramStatus.ACTIVE,),
}


class StageCode(TextChoices):
    """The seven stages of the target model (Р-145)."""

    CONDITIONS = "conditions", "Подготовка условий"
    MENTEE_BASE = "mentee_base", "База наставляемых"
    MENTOR_BASE = "mentor_base", "База наставников"
    SELECTION_TRAINING = "selection_training", "Отбор и обучение"
    PAIRING = "pairing", "Формирование пар"
    PAIR_WORK = "pair_work", "Работа пар"
    COMPLETION = "completion", "Завершение"


class StageStatus(TextChoices):
    OPEN = "open", "идёт"
    FINISHED = "finished", "завершён"


STAGE_TRANSITIONS = {
    StageStatus.OPEN: (StageStatus.FINISHED,),
    StageStatus.FINISHED: (StageStatus.OPEN,),
}


class TermKind(TextChoices):
    """How a roadmap row states its term."""

    DEADLINE = "deadline", "не позднее даты"
    PERIOD = "period", "период"
    MONTH = "month", "месяц"
    YEARLY_DEADLINE = "annual_deadline", "ежегодно не позднее даты"
    YEARLY_PERIOD = "annual_period", "ежегодно, период"
    YEARLY_MONTHS = "annual_months", "ежегодно, месяцы"
    RELATIVE = "relative", "от приказа о внедрении"
    ONGOING = "ongoing", "в течение всего периода"
    BY_SCHEDULE = "by_schedule", "по отдельному графику"
    BY_PROGRAM = "by_program", "по срокам программ"
    BY_MINISTRY = "by_ministry", "по срокам министерства"
    NONE = "none", "срок не указан"


class RoadmapView(TextChoices):
    """How the rows of the roadmap are laid out."""

    SECTIONS = "", "По разделам"
    STAGES = "stages", "По этапам"
    MONTHS = "months", "По месяцам"
    OVERDUE = "overdue", "Просрочено"


class RoadmapImportMode(TextChoices):
    """What an uploaded roadmap does to the rows that the program already has."""

    REPLACE = "replace", "Заменить дорожную карту"
    ADD = "add", "Добавить к дорожной карте"


class MentoringForm(TextChoices):
    STUDENT_STUDENT = "student_student", "ученик – ученик"
    TEACHER_TEACHER = "teacher_teacher", "учитель – учитель"
    HEAD_TEACHER = "head_teacher", "руководитель образовательной организации – педагог"
    STUDENTSPO_STUDENT = "studentspo_student", "студент – ученик"
    EMPLOYER_STUDENT = "employer_student", "работодатель – ученик"
    EMPLOYER_STUDENTSPO = "employer_studentspo", "работодатель – студент"
    HEAD_DEPUTY = "mentorship_head_deputy", "директор – заместитель директора (менторство)"
    MENTORSHIP_TEACHER = "mentorship_head_teacher", "директор – педагог (менторство)"


# Both sides work for one employer, so art. 351.8 of the Labor Code applies.
EMPLOYEE_FORMS = (
    MentoringForm.TEACHER_TEACHER,
    MentoringForm.HEAD_TEACHER,
    MentoringForm.HEAD_DEPUTY,
    MentoringForm.MENTORSHIP_TEACHER,
)
PUPIL_MENTEE_FORMS = (
    MentoringForm.STUDENT_STUDENT,
    MentoringForm.STUDENTSPO_STUDENT,
    MentoringForm.EMPLOYER_STUDENT,
)


class RoleModel(TextChoices):
    ACHIEVER = "achiever_underachiever", "успевающий – неуспевающий"
    LEADER = "leader_passive", "лидер – пассивный"
    PEER = "peer_peer", "равный – равному"
    EXPERIENCED = "experienced_young", "опытный педагог – молодой специалист"
    COMMUNITY_LEADER = (
        "leader_struggling",
        "лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения",
    )
    INNOVATOR = "innovator_conservative", "педагог-новатор – консервативный педагог"
    SUBJECT_EXPERT = "subject_expert_novice", "опытный предметник – неопытный предметник"


class MentoringKind(TextChoices):
    """The seven kinds, with the words of the inventory."""

    VIRTUAL = "virtual", "виртуальное (дистанционное)"
    GROUP = "group", "в группе"
    SHORT_TERM = "short_term", "краткосрочное или целеполагающее"
    REVERSE = "reverse", "реверсивное"
    SITUATIONAL = "situational", "ситуационное"
    SPEED = "speed", "скоростное"
    TRADITIONAL = "traditional", "традиционное («один-на-один»)"


class EventKind(TextChoices):
    """Events besides the meetings of pairs (inventory OTHER_EVENTS) and whatever else there is."""

    PAIRING_GROUP_MEETING = (
        "pairing_group_meeting",
        "групповая встреча для формирования пар (квест, соревнование)",
    )
    MENTOR_SCHOOL = "mentor_school", "«Школа наставников» (обучение)"
    SEMINAR = "seminar", "семинар"
    ROUND_TABLE = "round_table", "круглый стол"
    COUNCIL = "pedsovet", "педагогический совет"
    ADMIN_MEETING = "admin_meeting", "административное совещание"
    FINAL_EVENT = "final_event", "итоговое открытое публичное мероприятие («Mentory fest»)"
    REFLECTION = "reflection", "личная и групповая рефлексия"
    SPEED = "speed", "скоростное наставничество"
    OTHER = "other", "другое событие"


class ActLevel(TextChoices):
    FEDERAL = "federal", "федеральный"
    REGIONAL = "regional", "региональный"
    MUNICIPAL = "municipal", "муниципальный"
    LOCAL = "local", "организация"


class ActTopic(TextChoices):
    """What an act is about: papers quote the acts of their topics."""

    TARGET_MODEL = "target_model", "целевая модель наставничества"
    TEACHERS = "teachers", "наставничество педагогических работников"
    LABOR = "labor", "трудовые отношения"
    EDUCATION = "education", "образование"
    PERSONAL_DATA = "personal_data", "персональные данные"
    SITE = "site", "сайт организации"
    RECORDS = "records", "оформление и хранение документов"
    YOUTH = "youth", "молодёжная политика и добровольчество"


class JobState(TextChoices):
    QUEUED = "queued", "в очереди"
    RUNNING = "running", "выполняется"
    DONE = "done", "готово"
    FAILED = "failed", "не удалось"
