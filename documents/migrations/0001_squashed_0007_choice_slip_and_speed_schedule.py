import django.db.models.deletion
import documents.models.attachment
import documents.models.bundle
import documents.models.scan
from django.conf import settings
from django.db import migrations, models

from mentoring_portal.shared.first_tables import CreateTables


class Migration(migrations.Migration):

    # For fresh databases; those that hold data already go by the steps it replaces.
    replaces = [
        ('documents', '0001_squashed_0002_papers'),
        ('documents', '0003_agreed_on'),
        ('documents', '0004_registry_sending'),
        ('documents', '0005_protocol_selection'),
        ('documents', '0006_mentor_school_papers'),
        ('documents', '0007_choice_slip_and_speed_schedule'),
    ]

    initial = True

    dependencies = [
        ('monitoring', '0001_initial'),
        ('pairs', '0001_squashed_0006_waiting_and_parting'),
        ('participants', '0001_squashed_0016_certificate_number'),
        ('programs', '0001_squashed_0008_speed_event'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Bundle',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('title', models.CharField(max_length=300, verbose_name='что внутри')),
                        ('skipped', models.TextField(blank=True, verbose_name='что не составлено и почему')),
                        ('sheets', models.PositiveIntegerField(verbose_name='документов')),
                        ('archive', models.FileField(upload_to=documents.models.bundle.bundle_path, verbose_name='архив')),
                        ('merged', models.FileField(upload_to=documents.models.bundle.bundle_path, verbose_name='один PDF')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='собран')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто собрал')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bundles', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'пачка документов',
                        'verbose_name_plural': 'пачки документов',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Document',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('order_implement', 'Приказ о внедрении целевой модели наставничества'), ('order_working_group', 'Приказ об утверждении состава рабочей (проектной) группы'), ('order_curator', 'Приказ о назначении куратора'), ('order_roadmap', 'Приказ об утверждении дорожной карты (плана)'), ('order_regulation', 'Приказ об утверждении Положения о наставничестве'), ('order_responsible', 'Приказ о назначении ответственных (в т. ч. за материально-техническое обеспечение)'), ('order_monitoring_terms', 'Распорядительный акт о сроках мониторинга и планируемых результатах'), ('order_registry', 'Приказ об утверждении реестра наставников (с направлением в управление образования)'), ('order_mentor_school', 'Приказ об организации «Школы наставников», утверждение программ и графиков обучения'), ('order_curator_mentors', 'Приказ о назначении куратора и наставников'), ('order_pairs', 'Приказ об утверждении / закреплении / формировании наставнических пар (групп)'), ('order_final_event', 'Приказ о проведении итогового мероприятия'), ('order_reward', 'Приказ о поощрении участников наставнической деятельности'), ('protocol_pedsovet', 'Протокол заседания Педагогического совета'), ('regulation', 'Положение о наставничестве'), ('regulation_incentives', 'Положение о стимулировании / система мотивации наставников'), ('young_access_measures', 'Меры по обеспечению доступности программ наставничества для молодых специалистов'), ('roadmap', 'Дорожная карта (план мероприятий)'), ('program', 'Программа наставничества'), ('personal_program', 'Персонализированная программа наставничества'), ('individual_plan', 'План индивидуального развития / индивидуальный маршрут (траектория, маршрутный лист) наставляемого'), ('pair_roadmap', 'Дорожная карта пары'), ('mentorship_plan', 'План менторства'), ('consent_pd', 'Согласие на обработку персональных данных'), ('consent_mentor', 'Письменное согласие наставника'), ('consent_mentee', 'Письменное согласие наставляемого (законного представителя)'), ('consent_parent_apo', 'Согласие родителей на анализ потребностей (АПО) и иные процедуры'), ('labour_addendum', 'Дополнительное соглашение к трудовому договору'), ('interaction_agreement', 'Соглашение о взаимодействии между наставником и наставляемым'), ('mentee_wish_list', 'Перечень лиц, желающих иметь наставников'), ('partners_list', 'Перечень партнёрских организаций'), ('base_mentees', 'База наставляемых'), ('base_mentors', 'База (реестр) наставников'), ('base_programs', 'База программ наставничества'), ('base_cases', 'База (банк) успешных практик (кейсов)'), ('survey_mentee_needs', 'Анкета анализа потребности в развитии наставляемого (АПО)'), ('survey_mentor_needs', 'Анкета анализа потребности в развитии наставника'), ('survey_mentor_useful', 'Анкета-опрос «Чем я могу быть полезен в качестве наставника?»'), ('survey_feedback', 'Анкета обратной связи для промежуточной оценки'), ('survey_satisfaction', 'Анкета удовлетворённости наставников и наставляемых'), ('report_apo_mentees', 'Отчёт по результатам АПО наставляемых'), ('report_apo_mentors', 'Отчёт по итогам АПО наставников'), ('report_mentor', 'Отчёт (аналитический отчёт) наставника'), ('report_curator', 'Отчёт куратора / отчёт по итогам наставнической программы'), ('report_monitoring_december', 'Отчёт о внутреннем мониторинге (декабрь)'), ('report_monitoring_june', 'Отчёт о внутреннем мониторинге (июнь)'), ('analytic_note', 'Аналитическая справка'), ('fsn_data', 'Данные о количестве участников для форм ФСН'), ('mentor_portfolio', 'Портфолио наставника'), ('memo_mentor', 'Памятка наставника'), ('memo_mentee', 'Памятка наставляемого'), ('letter_employer', 'Письмо-обращение к работодателю'), ('certificate_no_conviction', 'Справка об отсутствии судимости'), ('certificate_medical', 'Медицинская справка'), ('gratitude_letter', 'Благодарность / благодарственное письмо / почётная грамота'), ('contest_application', 'Заявка на конкурс «Лучшие практики наставничества»'), ('media_report', 'Фото-, видеоотчёт, сценарий мероприятия'), ('network_model', 'Модель сетевого или иного взаимодействия партнеров'), ('method_materials', 'Программно-методические материалы (сценарии встреч, рабочие тетради)'), ('order_amending', 'Приказ о внесении изменений в состав наставнических пар'), ('order_end', 'Приказ о досрочном прекращении работы пары или замене наставника'), ('order_monitoring', 'Приказ о проведении внутреннего мониторинга'), ('order_pay', 'Приказ о доплате за наставничество'), ('notice_refusal', 'Уведомление работника об отказе от наставничества'), ('notice_cancellation', 'Уведомление работодателя об отмене поручения о наставничестве'), ('consent_distribution', 'Согласие на распространение персональных данных'), ('protocol_selection', 'Протокол заседания комиссии по отбору наставников'), ('consent_photo', 'Согласие на использование изображения'), ('choice_slip', 'Бланк выбора на групповой встрече для формирования пар'), ('speed_schedule', 'Расписание скоростного наставничества'), ('certificate_mentor_school', 'Сертификат «Школы наставников»'), ('journal_mentor_school', 'Журнал занятий «Школы наставников»')], max_length=40, verbose_name='вид документа')),
                        ('title', models.CharField(max_length=300, verbose_name='заголовок')),
                        ('status', models.CharField(choices=[('draft', 'черновик'), ('agreed', 'на подписи'), ('registered', 'зарегистрирован'), ('cancelled', 'отменён'), ('expired', 'утратил силу')], default='draft', max_length=10, verbose_name='состояние')),
                        ('journal', models.CharField(choices=[('orders', 'приказы по основной деятельности'), ('personnel', 'приказы по личному составу'), ('protocols', 'протоколы'), ('contracts', 'соглашения'), ('letters', 'исходящие письма'), ('reports', 'отчёты'), ('papers', 'документы без номера')], max_length=20, verbose_name='журнал')),
                        ('closed_on', models.DateField(blank=True, null=True, verbose_name='отменён или утратил силу с')),
                        ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='год номера')),
                        ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='порядковый номер')),
                        ('number_text', models.CharField(blank=True, max_length=40, verbose_name='номер')),
                        ('date', models.DateField(blank=True, null=True, verbose_name='дата')),
                        ('content', models.JSONField(blank=True, default=dict, verbose_name='содержание')),
                        ('snapshot', models.JSONField(blank=True, null=True, verbose_name='зафиксированный лист')),
                        ('agreed_digest', models.CharField(blank=True, max_length=64, verbose_name='отпечаток листа на подписи')),
                        ('closed_reason', models.CharField(blank=True, max_length=300, verbose_name='почему утратил силу')),
                        ('is_public', models.BooleanField(default=False, verbose_name='на странице «Наставничество»')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='составлен')),
                        ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followers', to='documents.document', verbose_name='о каком документе')),
                        ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cancels', to='documents.document', verbose_name='чем отменён')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто составил')),
                        ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='programs.event', verbose_name='о каком событии')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='programs.organization', verbose_name='организация')),
                        ('pairs', models.ManyToManyField(blank=True, related_name='documents', to='pairs.pair', verbose_name='пары')),
                        ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='programs.partner', verbose_name='какому партнёру')),
                        ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='participants.person', verbose_name='о ком')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='programs.program', verbose_name='программа')),
                        ('registered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто зарегистрировал')),
                        ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='monitoring.report', verbose_name='отчёт')),
                        ('agreed_on', models.DateField(blank=True, null=True, verbose_name='день отправки на подпись')),
                    ],
                    options={
                        'verbose_name': 'документ',
                        'verbose_name_plural': 'документы',
                        'ordering': ['-date', '-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('organization', 'journal', 'year', 'number'), name='document_number_once', violation_error_message='Документ с таким номером в этом году уже есть.'), models.CheckConstraint(condition=models.Q(('status__in', ('draft', 'agreed')), models.Q(('date__isnull', False), ('snapshot__isnull', False)), _connector='OR'), name='document_registered_is_whole', violation_error_message='У зарегистрированного документа есть дата и текст.'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('cancelled', 'expired')), _negated=True), ('closed_on__isnull', False), _connector='OR'), name='document_closed_on_a_day', violation_error_message='Укажите, с какого дня документ не действует.')],
                    },
                ),
                migrations.CreateModel(
                    name='Attachment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('format', models.CharField(choices=[('pdf', 'PDF'), ('xlsx', 'XLSX'), ('docx', 'DOCX')], max_length=4, verbose_name='вид файла')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('file', models.FileField(upload_to=documents.models.attachment.attachment_path, verbose_name='файл')),
                        ('digest', models.CharField(max_length=64, verbose_name='контрольная сумма')),
                        ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='сделан')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='documents.document', verbose_name='документ')),
                    ],
                    options={
                        'verbose_name': 'файл документа',
                        'verbose_name_plural': 'файлы документов',
                        'ordering': ['document', 'format'],
                        'constraints': [models.UniqueConstraint(fields=('document', 'format'), name='attachment_once')],
                    },
                ),
                migrations.CreateModel(
                    name='GapNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('journal', models.CharField(choices=[('orders', 'приказы по основной деятельности'), ('personnel', 'приказы по личному составу'), ('protocols', 'протоколы'), ('contracts', 'соглашения'), ('letters', 'исходящие письма'), ('reports', 'отчёты'), ('papers', 'документы без номера')], max_length=20, verbose_name='журнал')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='год')),
                        ('number', models.PositiveIntegerField(verbose_name='с какого номера')),
                        ('text', models.CharField(max_length=300, verbose_name='почему номеров нет')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gap_notes', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'пояснение к пропуску',
                        'verbose_name_plural': 'пояснения к пропускам',
                        'constraints': [models.UniqueConstraint(fields=('organization', 'journal', 'year', 'number'), name='gap_note_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Scan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('file', models.FileField(upload_to=documents.models.scan.scan_path, verbose_name='файл')),
                        ('name', models.CharField(max_length=200, verbose_name='имя файла')),
                        ('digest', models.CharField(max_length=64, verbose_name='контрольная сумма')),
                        ('added_at', models.DateTimeField(auto_now_add=True, verbose_name='приложен')),
                        ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто приложил')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='documents.document', verbose_name='документ')),
                    ],
                    options={
                        'verbose_name': 'скан документа',
                        'verbose_name_plural': 'сканы документов',
                        'ordering': ['document', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Wording',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('order_implement', 'Приказ о внедрении целевой модели наставничества'), ('order_working_group', 'Приказ об утверждении состава рабочей (проектной) группы'), ('order_curator', 'Приказ о назначении куратора'), ('order_roadmap', 'Приказ об утверждении дорожной карты (плана)'), ('order_regulation', 'Приказ об утверждении Положения о наставничестве'), ('order_responsible', 'Приказ о назначении ответственных (в т. ч. за материально-техническое обеспечение)'), ('order_monitoring_terms', 'Распорядительный акт о сроках мониторинга и планируемых результатах'), ('order_registry', 'Приказ об утверждении реестра наставников (с направлением в управление образования)'), ('order_mentor_school', 'Приказ об организации «Школы наставников», утверждение программ и графиков обучения'), ('order_curator_mentors', 'Приказ о назначении куратора и наставников'), ('order_pairs', 'Приказ об утверждении / закреплении / формировании наставнических пар (групп)'), ('order_final_event', 'Приказ о проведении итогового мероприятия'), ('order_reward', 'Приказ о поощрении участников наставнической деятельности'), ('protocol_pedsovet', 'Протокол заседания Педагогического совета'), ('regulation', 'Положение о наставничестве'), ('regulation_incentives', 'Положение о стимулировании / система мотивации наставников'), ('young_access_measures', 'Меры по обеспечению доступности программ наставничества для молодых специалистов'), ('roadmap', 'Дорожная карта (план мероприятий)'), ('program', 'Программа наставничества'), ('personal_program', 'Персонализированная программа наставничества'), ('individual_plan', 'План индивидуального развития / индивидуальный маршрут (траектория, маршрутный лист) наставляемого'), ('pair_roadmap', 'Дорожная карта пары'), ('mentorship_plan', 'План менторства'), ('consent_pd', 'Согласие на обработку персональных данных'), ('consent_mentor', 'Письменное согласие наставника'), ('consent_mentee', 'Письменное согласие наставляемого (законного представителя)'), ('consent_parent_apo', 'Согласие родителей на анализ потребностей (АПО) и иные процедуры'), ('labour_addendum', 'Дополнительное соглашение к трудовому договору'), ('interaction_agreement', 'Соглашение о взаимодействии между наставником и наставляемым'), ('mentee_wish_list', 'Перечень лиц, желающих иметь наставников'), ('partners_list', 'Перечень партнёрских организаций'), ('base_mentees', 'База наставляемых'), ('base_mentors', 'База (реестр) наставников'), ('base_programs', 'База программ наставничества'), ('base_cases', 'База (банк) успешных практик (кейсов)'), ('survey_mentee_needs', 'Анкета анализа потребности в развитии наставляемого (АПО)'), ('survey_mentor_needs', 'Анкета анализа потребности в развитии наставника'), ('survey_mentor_useful', 'Анкета-опрос «Чем я могу быть полезен в качестве наставника?»'), ('survey_feedback', 'Анкета обратной связи для промежуточной оценки'), ('survey_satisfaction', 'Анкета удовлетворённости наставников и наставляемых'), ('report_apo_mentees', 'Отчёт по результатам АПО наставляемых'), ('report_apo_mentors', 'Отчёт по итогам АПО наставников'), ('report_mentor', 'Отчёт (аналитический отчёт) наставника'), ('report_curator', 'Отчёт куратора / отчёт по итогам наставнической программы'), ('report_monitoring_december', 'Отчёт о внутреннем мониторинге (декабрь)'), ('report_monitoring_june', 'Отчёт о внутреннем мониторинге (июнь)'), ('analytic_note', 'Аналитическая справка'), ('fsn_data', 'Данные о количестве участников для форм ФСН'), ('mentor_portfolio', 'Портфолио наставника'), ('memo_mentor', 'Памятка наставника'), ('memo_mentee', 'Памятка наставляемого'), ('letter_employer', 'Письмо-обращение к работодателю'), ('certificate_no_conviction', 'Справка об отсутствии судимости'), ('certificate_medical', 'Медицинская справка'), ('gratitude_letter', 'Благодарность / благодарственное письмо / почётная грамота'), ('contest_application', 'Заявка на конкурс «Лучшие практики наставничества»'), ('media_report', 'Фото-, видеоотчёт, сценарий мероприятия'), ('network_model', 'Модель сетевого или иного взаимодействия партнеров'), ('method_materials', 'Программно-методические материалы (сценарии встреч, рабочие тетради)'), ('order_amending', 'Приказ о внесении изменений в состав наставнических пар'), ('order_end', 'Приказ о досрочном прекращении работы пары или замене наставника'), ('order_monitoring', 'Приказ о проведении внутреннего мониторинга'), ('order_pay', 'Приказ о доплате за наставничество'), ('notice_refusal', 'Уведомление работника об отказе от наставничества'), ('notice_cancellation', 'Уведомление работодателя об отмене поручения о наставничестве'), ('consent_distribution', 'Согласие на распространение персональных данных'), ('protocol_selection', 'Протокол заседания комиссии по отбору наставников'), ('consent_photo', 'Согласие на использование изображения'), ('choice_slip', 'Бланк выбора на групповой встрече для формирования пар'), ('speed_schedule', 'Расписание скоростного наставничества'), ('certificate_mentor_school', 'Сертификат «Школы наставников»'), ('journal_mentor_school', 'Журнал занятий «Школы наставников»')], max_length=40, verbose_name='вид документа')),
                        ('key', models.CharField(max_length=40, verbose_name='часть документа')),
                        ('text', models.TextField(verbose_name='текст')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'текст школы',
                        'verbose_name_plural': 'тексты школы',
                        'constraints': [models.UniqueConstraint(fields=('organization', 'kind', 'key'), name='wording_once')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarDay',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(verbose_name='день')),
                        ('is_working', models.BooleanField(default=False, verbose_name='рабочий')),
                        ('note', models.CharField(blank=True, max_length=200, verbose_name='основание')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_days', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'день производственного календаря',
                        'verbose_name_plural': 'дни производственного календаря',
                        'ordering': ['day'],
                        'constraints': [models.UniqueConstraint(fields=('organization', 'day'), name='calendar_day_once', violation_error_message='Этот день уже внесён.')],
                    },
                ),
                migrations.CreateModel(
                    name='CalendarYear',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='год')),
                        ('checked_on', models.DateField(blank=True, null=True, verbose_name='сверен')),
                        ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто сверил')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_years', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'год производственного календаря',
                        'verbose_name_plural': 'годы производственного календаря',
                        'ordering': ['year'],
                        'constraints': [models.UniqueConstraint(fields=('organization', 'year'), name='calendar_year_once', violation_error_message='Этот год уже заведён.')],
                    },
                ),
                migrations.CreateModel(
                    name='Counter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('journal', models.CharField(choices=[('orders', 'приказы по основной деятельности'), ('personnel', 'приказы по личному составу'), ('protocols', 'протоколы'), ('contracts', 'соглашения'), ('letters', 'исходящие письма'), ('reports', 'отчёты'), ('papers', 'документы без номера')], max_length=20, verbose_name='журнал')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='год')),
                        ('last', models.PositiveIntegerField(default=0, verbose_name='последний номер')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'счётчик номеров',
                        'verbose_name_plural': 'счётчики номеров',
                        'constraints': [models.UniqueConstraint(fields=('organization', 'journal', 'year'), name='counter_once')],
                    },
                ),
                migrations.CreateModel(
                    name='RegistrySending',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sent_on', models.DateField(verbose_name='когда направлен')),
                        ('recipient', models.CharField(max_length=300, verbose_name='куда направлен')),
                        ('note', models.CharField(blank=True, help_text='Например: по электронной почте, исх. № 112.', max_length=300, verbose_name='как направлен')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='записано')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registry_sendings', to='documents.document', verbose_name='приказ о реестре')),
                        ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто записал')),
                    ],
                    options={
                        'verbose_name': 'отправка реестра',
                        'verbose_name_plural': 'отправки реестра',
                        'ordering': ['document', '-sent_on', '-pk'],
                    },
                ),
            ],
        ),
    ]
