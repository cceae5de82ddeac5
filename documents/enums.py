"""Choices of papers. Document codes are those of the inventory's DOCUMENT_KINDS."""

from django.db.models import TextChoices


class DocumentKind(TextChoices):
    """Every kind of paper the five source systems name."""

    ORDER_IMPLEMENT = "order_implement", "Приказ о внедрении целевой модели наставничества"
    ORDER_WORKING_GROUP = (
        "order_working_group",
        "Приказ об утверждении состава рабочей (проектной) группы",
    )
    ORDER_CURATOR = "order_curator", "Приказ о назначении куратора"
    ORDER_ROADMAP = "order_roadmap", "Приказ об утверждении дорожной карты (плана)"
    ORDER_REGULATION = "order_regulation", "Приказ об утверждении Положения о наставничестве"
    ORDER_RESPONSIBLE = (
        "order_responsible",
        "Приказ о назначении ответственных (в т. ч. за материально-техническое обеспечение)",
    )
    ORDER_MONITORING_TERMS = (
        "order_monitoring_terms",
        "Распорядительный акт о сроках мониторинга и планируемых результатах",
    )
    ORDER_REGISTRY = (
        "order_registry",
        "Приказ об утверждении реестра наставников (с направлением в управление образования)",
    )
    ORDER_MENTOR_SCHOOL = (
        "order_mentor_school",
        "Приказ об организации «Школы наставников», утверждение программ и графиков обучения",
    )
    ORDER_CURATOR_MENTORS = "order_curator_mentors", "Приказ о назначении куратора и наставников"
    ORDER_PAIRS = (
        "order_pairs",
        "Приказ об утверждении / закреплении / формировании наставнических пар (групп)",
    )
    ORDER_FINAL_EVENT = "order_final_event", "Приказ о проведении итогового мероприятия"
    ORDER_REWARD = "order_reward", "Приказ о поощрении участников наставнической деятельности"
    PROTOCOL_PEDSOVET = "protocol_pedsovet", "Протокол заседания Педагогического совета"
    REGULATION = "regulation", "Положение о наставничестве"
    REGULATION_INCENTIVES = (
        "regulation_incentives",
        "Положение о стимулировании / система мотивации наставников",
    )
    YOUNG_ACCESS_MEASURES = (
        "young_access_measures",
        "Меры по обеспечению доступности программ наставничества для молодых специалистов",
    )
    ROADMAP = "roadmap", "Дорожная карта (план мероприятий)"
    PROGRAM = "program", "Программа наставничества"
    PERSONAL_PROGRAM = "personal_program", "Персонализированная программа наставничества"
    INDIVIDUAL_PLAN = (
        "individual_plan",
        "План индивидуального развития / индивидуальный маршрут "
        "(траектория, маршрутный лист) наставляемого",
    )
    PAIR_ROADMAP = "pair_roadmap", "Дорожная карта пары"
    MENTORSHIP_PLAN = "mentorship_plan", "План менторства"
    CONSENT_PD = "consent_pd", "Согласие на обработку персональных данных"
    CONSENT_MENTOR = "consent_mentor", "Письменное согласие наставника"
    CONSENT_MENTEE = "consent_mentee", "Письменное согласие наставляемого (законного представителя)"
    CONSENT_PARENT_APO = (
        "consent_parent_apo",
        "Согласие родителей на анализ потребностей (АПО) и иные процедуры",
    )
    LABOUR_ADDENDUM = "labour_addendum", "Дополнительное соглашение к трудовому договору"
    INTERACTION_AGREEMENT = (
        "interaction_agreement",
        "Соглашение о взаимодействии между наставником и наставляемым",
    )
    MENTEE_WISH_LIST = "mentee_wish_list", "Перечень лиц, желающих иметь наставников"
    PARTNERS_LIST = "partners_list", "Перечень партнёрских организаций"
    BASE_MENTEES = "base_mentees", "База наставляемых"
    BASE_MENTORS = "base_mentors", "База (реестр) наставников"
    BASE_PROGRAMS = "base_programs", "База программ наставничества"
    BASE_CASES = "base_cases", "База (банк) успешных практик (кейсов)"
    SURVEY_MENTEE_NEEDS = (
        "survey_mentee_needs",
        "Анкета анализа потребности в развитии наставляемого (АПО)",
    )
    SURVEY_MENTOR_NEEDS = "survey_mentor_needs", "Анкета анализа потребности в развитии наставника"
    SURVEY_MENTOR_USEFUL = (
        "survey_mentor_useful",
        "Анкета-опрос «Чем я могу быть полезен в качестве наставника?»",
    )
    SURVEY_FEEDBACK = "survey_feedback", "Анкета обратной связи для промежуточной оценки"
    SURVEY_SATISFACTION = (
        "survey_satisfaction",
        "Анкета удовлетворённости наставников и наставляемых",
    )
    REPORT_APO_MENTEES = "report_apo_mentees", "Отчёт по результатам АПО наставляемых"
    REPORT_APO_MENTORS = "report_apo_mentors", "Отчёт по итогам АПО наставников"
    REPORT_MENTOR = "report_mentor", "Отчёт (аналитический отчёт) наставника"
    REPORT_CURATOR = "report_curator", "Отчёт куратора / отчёт по итогам наставнической программы"
    REPORT_MONITORING_DECEMBER = (
        "report_monitoring_december",
        "Отчёт о внутреннем мониторинге (декабрь)",
    )
    REPORT_MONITORING_JUNE = "report_monitoring_june", "Отчёт о внутреннем мониторинге (июнь)"
    ANALYTIC_NOTE = "analytic_note", "Аналитическая справка"
    FSN_DATA = "fsn_data", "Данные о количестве участников для форм ФСН"
    MENTOR_PORTFOLIO = "mentor_portfolio", "Портфолио наставника"
    MEMO_MENTOR = "memo_mentor", "Памятка наставника"
    MEMO_MENTEE = "memo_mentee", "Памятка наставляемого"
    LETTER_EMPLOYER = "letter_employer", "Письмо-обращение к работодателю"
    CERTIFICATE_NO_CONVICTION = "certificate_no_conviction", "Справка об отсутствии судимости"
    CERTIFICATE_MEDICAL = "certificate_medical", "Медицинская справка"
    GRATITUDE_LETTER = (
        "gratitude_letter",
        "Благодарность / благодарственное письмо / почётная грамота",
    )
    CONTEST_APPLICATION = (
        "contest_application",
        "Заявка на конкурс «Лучшие практики наставничества»",
    )
    MEDIA_REPORT = "media_report", "Фото-, видеоотчёт, сценарий мероприятия"
    NETWORK_MODEL = "network_model", "Модель сетевого или иного взаимодействия партнеров"
    METHOD_MATERIALS = (
        "method_materials",
        "Программно-методические материалы (сценарии встреч, рабочие тетради)",
    )
    # The portal's own: none of the source systems names them, the work needs them.
    ORDER_AMENDING = "order_amending", "Приказ о внесении изменений в состав наставнических пар"
    ORDER_END = "order_end", "Приказ о досрочном прекращении работы пары или замене наставника"
    ORDER_MONITORING = "order_monitoring", "Приказ о проведении внутреннего мониторинга"
    ORDER_PAY = "order_pay", "Приказ о доплате за наставничество"
    NOTICE_REFUSAL = "notice_refusal", "Уведомление работника об отказе от наставничества"
    NOTICE_CANCELLATION = (
        "notice_cancellation",
        "Уведомление работодателя об отмене поручения о наставничестве",
    )
    CONSENT_DISTRIBUTION = (
        "consent_distribution",
        "Согласие на распространение персональных данных",
    )
    PROTOCOL_SELECTION = "protocol_selection", "Протокол заседания комиссии по отбору наставников"
    CONSENT_PHOTO = "consent_photo", "Согласие на использование изображения"
    CHOICE_SLIP = "choice_slip", "Бланк выбора на групповой встрече для формирования пар"
    SPEED_SCHEDULE = "speed_schedule", "Расписание скоростного наставничества"
    CERTIFICATE_MENTOR_SCHOOL = "certificate_mentor_school", "Сертификат «Школы наставников»"
    JOURNAL_MENTOR_SCHOOL = "journal_mentor_school", "Журнал занятий «Школы наставников»"


class PaperType(TextChoices):
    """The family of a paper (the inventory's «type»): it decides the look and the journal."""

    ORDER = "order", "приказы"
    PROTOCOL = "protocol", "протоколы"
    LOCAL_ACT = "local_act", "локальные акты"
    PLAN = "plan", "планы"
    PROGRAM = "program", "программы"
    CONSENT = "consent", "согласия"
    CONTRACT = "contract", "соглашения"
    LIST = "list", "перечни"
    BASE = "base", "базы и реестры"
    SURVEY = "survey", "анкеты"
    REPORT = "report", "отчёты"
    FORM = "form", "формы"
    MEMO = "memo", "памятки и материалы"
    LETTER = "letter", "письма"
    EXTERNAL = "external", "поступающие документы"
    AWARD = "award", "награды"


class Subject(TextChoices):
    """Whom or what one paper of a kind is about."""

    PROGRAM = "program", "программа"
    PAIR = "pair", "пара (группа)"
    MENTOR = "mentor", "наставник"
    MENTEE = "mentee", "наставляемый"
    PERSON = "person", "участник"
    EVENT = "event", "событие"
    PARTNER = "partner", "партнёр"
    PAPER = "paper", "документ"


class FieldType(TextChoices):
    """What the curator fills in; people are kept by their ids, days as ISO text."""

    TEXT = "text", "текст"
    DATE = "date", "дата"
    NUMBER = "number", "число"
    PERSON = "person", "человек"
    PEOPLE = "people", "люди"


class Among(TextChoices):
    """Whom a field of people offers."""

    STAFF = "staff", "работники"
    PARTICIPANTS = "participants", "участники программы"


class DocumentStatus(TextChoices):
    DRAFT = "draft", "черновик"
    AGREED = "agreed", "на подписи"
    REGISTERED = "registered", "зарегистрирован"
    CANCELLED = "cancelled", "отменён"
    EXPIRED = "expired", "утратил силу"


DOCUMENT_TRANSITIONS = {
    DocumentStatus.DRAFT: (DocumentStatus.AGREED, DocumentStatus.REGISTERED),
    DocumentStatus.AGREED: (DocumentStatus.DRAFT, DocumentStatus.REGISTERED),
    DocumentStatus.REGISTERED: (DocumentStatus.CANCELLED, DocumentStatus.EXPIRED),
}
# No date, no number, no frozen page yet.
OPEN_STATUSES = (DocumentStatus.DRAFT, DocumentStatus.AGREED)
# Numbered and frozen, whatever came later.
FROZEN_STATUSES = (DocumentStatus.REGISTERED, DocumentStatus.CANCELLED, DocumentStatus.EXPIRED)
# Numbered once, without force now.
CLOSED_STATUSES = (DocumentStatus.CANCELLED, DocumentStatus.EXPIRED)


class Journal(TextChoices):
    """Papers of a journal share one run of numbers within a calendar year."""

    ORDERS = "orders", "приказы по основной деятельности"
    PERSONNEL = "personnel", "приказы по личному составу"
    PROTOCOLS = "protocols", "протоколы"
    CONTRACTS = "contracts", "соглашения"
    LETTERS = "letters", "исходящие письма"
    REPORTS = "reports", "отчёты"
    PAPERS = "papers", "документы без номера"


NUMBERED_JOURNALS = (
    Journal.ORDERS,
    Journal.PERSONNEL,
    Journal.PROTOCOLS,
    Journal.CONTRACTS,
    Journal.LETTERS,
)
JOURNAL_OF_TYPE = {
    PaperType.ORDER: Journal.ORDERS,
    PaperType.PROTOCOL: Journal.PROTOCOLS,
    PaperType.CONTRACT: Journal.CONTRACTS,
    PaperType.LETTER: Journal.LETTERS,
    PaperType.REPORT: Journal.REPORTS,
}


class FileFormat(TextChoices):
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"
    DOCX = "docx", "DOCX"
