import django.core.validators
import django.db.models.deletion
import programs.models.media
import programs.models.roadmap
import programs.models.roadmap_upload
import uuid
from django.conf import settings
from django.db import migrations, models

from mentoring_portal.shared.first_tables import CreateTables


class Migration(migrations.Migration):

    # For fresh databases; those that hold data already go by the steps it replaces.
    replaces = [
        ('programs', '0001_squashed_0005_preload_legal_acts'),
        ('programs', '0006_suffix_and_media'),
        ('programs', '0007_psychologist_role'),
        ('programs', '0008_speed_event'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Organization',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('school', 'школа'), ('additional', 'дополнительное образование'), ('college', 'колледж'), ('municipality', 'муниципалитет')], max_length=20, verbose_name='вид')),
                        ('name', models.CharField(max_length=500, verbose_name='полное наименование')),
                        ('short_name', models.CharField(max_length=200, verbose_name='краткое наименование')),
                        ('slug', models.SlugField(help_text='Латинские буквы и дефис.', unique=True, verbose_name='адрес страницы')),
                        ('founder', models.CharField(blank=True, max_length=500, verbose_name='учредитель в шапке документов')),
                        ('place', models.CharField(max_length=100, verbose_name='населённый пункт')),
                        ('address', models.CharField(blank=True, max_length=300, verbose_name='адрес')),
                        ('phone', models.CharField(blank=True, max_length=50, verbose_name='телефон')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                        ('site', models.URLField(blank=True, verbose_name='официальный сайт')),
                        ('order_suffix', models.CharField(blank=True, default='од', help_text='Приказ № 12-од: буквы после дефиса.', max_length=10, verbose_name='суффикс номера приказа')),
                        ('is_demo', models.BooleanField(default=False, editable=False, help_text='Команды, которые показывают пароли и стирают данные, работают только с ним.', verbose_name='учебный пример')),
                        ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='programs.organization', verbose_name='учредитель или муниципалитет')),
                        ('personnel_suffix', models.CharField(blank=True, default='лс', help_text='Приказ о доплате № 5-лс.', max_length=10, verbose_name='суффикс приказа по личному составу')),
                    ],
                    options={
                        'verbose_name': 'организация',
                        'verbose_name_plural': 'организации',
                        'ordering': ['short_name'],
                    },
                ),
                migrations.CreateModel(
                    name='AuditEvent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='когда')),
                        ('action', models.CharField(max_length=60, verbose_name='что сделано')),
                        ('object_type', models.CharField(max_length=60, verbose_name='вид объекта')),
                        ('object_id', models.BigIntegerField(blank=True, null=True, verbose_name='номер объекта')),
                        ('details', models.JSONField(blank=True, default=dict, verbose_name='подробности')),
                        ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто')),
                        ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'событие журнала',
                        'verbose_name_plural': 'журнал событий',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Program',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(default='Программа наставничества', max_length=300, verbose_name='название')),
                        ('start_year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2015), django.core.validators.MaxValueValidator(2100)], verbose_name='учебный год, первый календарный')),
                        ('preset', models.CharField(choices=[('G73', 'Гимназия: семь этапов, 40 строк'), ('ARG', 'Муниципальный департамент: 18 строк'), ('ZAB', 'Региональный набор: алгоритм из 8 шагов'), ('DDT', 'Дополнительное образование: 28 строк'), ('BAL', 'Колледж: восемь этапов')], max_length=3, verbose_name='образец дорожной карты')),
                        ('status', models.CharField(choices=[('draft', 'черновик'), ('active', 'идёт'), ('closed', 'завершена')], default='draft', max_length=10, verbose_name='состояние')),
                        ('introduced_on', models.DateField(blank=True, help_text='От неё считаются сроки вида «в течение месяца после приказа».', null=True, verbose_name='дата приказа о внедрении')),
                        ('goal', models.TextField(blank=True, verbose_name='цель')),
                        ('tasks', models.TextField(blank=True, verbose_name='задачи')),
                        ('expected_results', models.TextField(blank=True, verbose_name='ожидаемые результаты')),
                        ('page_text', models.TextField(blank=True, help_text='Видят все посетители. Не пишите здесь имён без согласия на распространение.', verbose_name='о программе для страницы «Наставничество»')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='создана')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programs', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'программа наставничества',
                        'verbose_name_plural': 'программы наставничества',
                        'ordering': ['-start_year', 'title'],
                        'constraints': [models.UniqueConstraint(fields=('organization', 'start_year', 'title'), name='program_once_a_year', violation_error_message='Программа с таким названием на этот год уже есть.')],
                    },
                ),
                migrations.CreateModel(
                    name='Job',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=200, verbose_name='что делается')),
                        ('key', models.CharField(db_index=True, max_length=200, verbose_name='ключ')),
                        ('task', models.CharField(max_length=200, verbose_name='задача')),
                        ('arguments', models.JSONField(default=dict, verbose_name='параметры (только номера и коды)')),
                        ('state', models.CharField(choices=[('queued', 'в очереди'), ('running', 'выполняется'), ('done', 'готово'), ('failed', 'не удалось')], default='queued', max_length=10, verbose_name='состояние')),
                        ('done', models.PositiveIntegerField(default=0, verbose_name='сделано')),
                        ('total', models.PositiveIntegerField(default=0, verbose_name='всего')),
                        ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='попыток')),
                        ('token', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='знак исполнителя')),
                        ('lease_until', models.DateTimeField(blank=True, null=True, verbose_name='занято до')),
                        ('error', models.CharField(blank=True, max_length=500, verbose_name='почему не удалось')),
                        ('result_url', models.CharField(blank=True, max_length=300, verbose_name='где результат')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='начато')),
                        ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='закончено')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто начал')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'работа',
                        'verbose_name_plural': 'работы',
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['queued', 'running'])), fields=('key',), name='job_key_once_at_a_time')],
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('pairing_group_meeting', 'групповая встреча для формирования пар (квест, соревнование)'), ('mentor_school', '«Школа наставников» (обучение)'), ('seminar', 'семинар'), ('round_table', 'круглый стол'), ('pedsovet', 'педагогический совет'), ('admin_meeting', 'административное совещание'), ('final_event', 'итоговое открытое публичное мероприятие («Mentory fest»)'), ('reflection', 'личная и групповая рефлексия'), ('speed', 'скоростное наставничество'), ('other', 'другое событие')], max_length=30, verbose_name='вид события')),
                        ('title', models.CharField(max_length=300, verbose_name='название')),
                        ('stage', models.CharField(blank=True, choices=[('conditions', 'Подготовка условий'), ('mentee_base', 'База наставляемых'), ('mentor_base', 'База наставников'), ('selection_training', 'Отбор и обучение'), ('pairing', 'Формирование пар'), ('pair_work', 'Работа пар'), ('completion', 'Завершение')], max_length=20, verbose_name='этап')),
                        ('form', models.CharField(blank=True, choices=[('student_student', 'ученик – ученик'), ('teacher_teacher', 'учитель – учитель'), ('head_teacher', 'руководитель образовательной организации – педагог'), ('studentspo_student', 'студент – ученик'), ('employer_student', 'работодатель – ученик'), ('employer_studentspo', 'работодатель – студент'), ('mentorship_head_deputy', 'директор – заместитель директора (менторство)'), ('mentorship_head_teacher', 'директор – педагог (менторство)')], help_text='Не выбрана – событие для всех форм.', max_length=30, verbose_name='форма наставничества')),
                        ('starts_on', models.DateField(verbose_name='дата')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='дата окончания')),
                        ('starts_at', models.TimeField(blank=True, null=True, verbose_name='начало')),
                        ('place', models.CharField(blank=True, max_length=300, verbose_name='место')),
                        ('audience', models.CharField(blank=True, max_length=300, verbose_name='для кого')),
                        ('responsible', models.CharField(blank=True, max_length=300, verbose_name='ответственный')),
                        ('is_held', models.BooleanField(default=False, verbose_name='проведено')),
                        ('guests', models.PositiveIntegerField(default=0, help_text='Участники, которых нет в базах программы.', verbose_name='гостей')),
                        ('result', models.TextField(blank=True, verbose_name='результат')),
                        ('photo_url', models.URLField(blank=True, max_length=500, verbose_name='ссылка на фотоотчёт')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'событие программы',
                        'verbose_name_plural': 'события программы',
                        'ordering': ['program', 'starts_on', 'starts_at', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('starts_on__lte', models.F('ends_on')), _connector='OR'), name='event_period_not_reversed', violation_error_message='Событие кончается раньше, чем начинается.')],
                    },
                ),
                migrations.CreateModel(
                    name='ProgramForm',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(choices=[('student_student', 'ученик – ученик'), ('teacher_teacher', 'учитель – учитель'), ('head_teacher', 'руководитель образовательной организации – педагог'), ('studentspo_student', 'студент – ученик'), ('employer_student', 'работодатель – ученик'), ('employer_studentspo', 'работодатель – студент'), ('mentorship_head_deputy', 'директор – заместитель директора (менторство)'), ('mentorship_head_teacher', 'директор – педагог (менторство)')], max_length=30, verbose_name='форма наставничества')),
                        ('role_models', models.JSONField(blank=True, default=list, verbose_name='ролевые модели')),
                        ('kinds', models.JSONField(blank=True, default=list, verbose_name='виды наставничества')),
                        ('goal', models.TextField(blank=True, verbose_name='цель')),
                        ('tasks', models.TextField(blank=True, help_text='Каждая задача с новой строки.', verbose_name='задачи')),
                        ('expected_results', models.TextField(blank=True, help_text='Каждый результат с новой строки.', verbose_name='ожидаемые результаты')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='forms', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'форма наставничества в программе',
                        'verbose_name_plural': 'формы наставничества в программе',
                        'ordering': ['program', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('program', 'form'), name='program_form_once', violation_error_message='Эта форма в программе уже описана.')],
                    },
                ),
                migrations.CreateModel(
                    name='RoadmapItem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('stage', models.CharField(blank=True, choices=[('conditions', 'Подготовка условий'), ('mentee_base', 'База наставляемых'), ('mentor_base', 'База наставников'), ('selection_training', 'Отбор и обучение'), ('pairing', 'Формирование пар'), ('pair_work', 'Работа пар'), ('completion', 'Завершение')], help_text='Не выбран – строка относится ко всем этапам.', max_length=20, verbose_name='этап')),
                        ('number', models.CharField(blank=True, max_length=20, verbose_name='номер')),
                        ('title', models.TextField(verbose_name='мероприятие')),
                        ('details', models.TextField(blank=True, help_text='Каждый пункт с новой строки.', verbose_name='содержание')),
                        ('term_kind', models.CharField(choices=[('deadline', 'не позднее даты'), ('period', 'период'), ('month', 'месяц'), ('annual_deadline', 'ежегодно не позднее даты'), ('annual_period', 'ежегодно, период'), ('annual_months', 'ежегодно, месяцы'), ('relative', 'от приказа о внедрении'), ('ongoing', 'в течение всего периода'), ('by_schedule', 'по отдельному графику'), ('by_program', 'по срокам программ'), ('by_ministry', 'по срокам министерства'), ('none', 'срок не указан')], default='none', max_length=20, verbose_name='вид срока')),
                        ('term_text', models.CharField(blank=True, max_length=300, verbose_name='срок, как он напечатан')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='начало')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='выполнить до')),
                        ('responsible', models.CharField(blank=True, max_length=300, verbose_name='ответственный')),
                        ('result', models.TextField(blank=True, verbose_name='результат, вид документа')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='порядок')),
                        ('preset_key', models.CharField(blank=True, editable=False, max_length=20, verbose_name='строка образца')),
                        ('done_on', models.DateField(blank=True, null=True, verbose_name='выполнено')),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='отметил')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roadmap_items', to='programs.program', verbose_name='программа')),
                        ('section', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='programs.roadmapsection', verbose_name='раздел')),
                    ],
                    options={
                        'verbose_name': 'строка дорожной карты',
                        'verbose_name_plural': 'строки дорожной карты',
                        'ordering': ['program', 'position'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('starts_on', None), ('due_on', None), ('starts_on__lte', models.F('due_on')), _connector='OR'), name='roadmap_period_not_reversed', violation_error_message='Начало срока позже его окончания.')],
                    },
                ),
                migrations.CreateModel(
                    name='RoadmapFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('title', models.CharField(max_length=200, verbose_name='название файла')),
                        ('file', models.FileField(upload_to=programs.models.roadmap.roadmap_file_path, verbose_name='файл')),
                        ('added_on', models.DateField(auto_now_add=True, verbose_name='добавлен')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='programs.roadmapitem', verbose_name='строка')),
                    ],
                    options={
                        'verbose_name': 'файл к строке дорожной карты',
                        'verbose_name_plural': 'файлы к строкам дорожной карты',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='RoadmapSection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(blank=True, max_length=20, verbose_name='номер')),
                        ('title', models.CharField(max_length=500, verbose_name='название')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='порядок')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roadmap_sections', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'раздел дорожной карты',
                        'verbose_name_plural': 'разделы дорожной карты',
                        'ordering': ['program', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='RoadmapUpload',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('file', models.FileField(blank=True, upload_to=programs.models.roadmap_upload.upload_path, verbose_name='файл')),
                        ('filename', models.CharField(max_length=255, verbose_name='имя файла')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='выбран')),
                        ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='загружен')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто выбрал')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roadmap_uploads', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'файл с дорожной картой',
                        'verbose_name_plural': 'файлы с дорожными картами',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Stage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='номер')),
                        ('code', models.CharField(choices=[('conditions', 'Подготовка условий'), ('mentee_base', 'База наставляемых'), ('mentor_base', 'База наставников'), ('selection_training', 'Отбор и обучение'), ('pairing', 'Формирование пар'), ('pair_work', 'Работа пар'), ('completion', 'Завершение')], max_length=20, verbose_name='этап')),
                        ('title', models.CharField(max_length=200, verbose_name='название')),
                        ('status', models.CharField(choices=[('open', 'идёт'), ('finished', 'завершён')], default='open', max_length=10, verbose_name='состояние')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='начало')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='окончание')),
                        ('finished_on', models.DateField(blank=True, null=True, verbose_name='завершён')),
                        ('finish_reason', models.TextField(blank=True, verbose_name='почему завершён раньше готовности')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'этап',
                        'verbose_name_plural': 'этапы',
                        'ordering': ['program', 'number'],
                        'constraints': [models.UniqueConstraint(fields=('program', 'code'), name='stage_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 7)), name='stage_is_one_of_seven')],
                    },
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('role', models.CharField(choices=[('director', 'директор'), ('curator', 'куратор'), ('mo_head', 'руководитель МО'), ('psychologist', 'педагог-психолог'), ('mentor', 'наставник'), ('mentee', 'наставляемый'), ('municipal_coordinator', 'муниципальный координатор')], max_length=30, verbose_name='роль')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='учётная запись')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'роль в организации',
                        'verbose_name_plural': 'роли в организациях',
                        'constraints': [models.UniqueConstraint(fields=('user', 'organization', 'role'), name='membership_once', violation_error_message='Эта роль у учётной записи уже есть.')],
                    },
                ),
                migrations.CreateModel(
                    name='LegalAct',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('preset_key', models.CharField(blank=True, editable=False, max_length=40, verbose_name='акт образца')),
                        ('level', models.CharField(choices=[('federal', 'федеральный'), ('regional', 'региональный'), ('municipal', 'муниципальный'), ('local', 'организация')], max_length=10, verbose_name='уровень')),
                        ('topic', models.CharField(choices=[('target_model', 'целевая модель наставничества'), ('teachers', 'наставничество педагогических работников'), ('labor', 'трудовые отношения'), ('education', 'образование'), ('personal_data', 'персональные данные'), ('site', 'сайт организации'), ('records', 'оформление и хранение документов'), ('youth', 'молодёжная политика и добровольчество')], max_length=20, verbose_name='о чём')),
                        ('name', models.CharField(help_text='Например: распоряжение Минпросвещения России.', max_length=200, verbose_name='вид акта и кто издал')),
                        ('number', models.CharField(blank=True, max_length=60, verbose_name='номер')),
                        ('signed_on', models.DateField(blank=True, null=True, verbose_name='дата акта')),
                        ('title', models.TextField(blank=True, help_text='Без кавычек.', verbose_name='заголовок')),
                        ('quoted_name', models.CharField(blank=True, help_text='Как в преамбуле: «в соответствии с распоряжением Минпросвещения России».', max_length=200, verbose_name='вид акта в творительном падеже')),
                        ('in_force_from', models.DateField(blank=True, null=True, verbose_name='действует с')),
                        ('in_force_to', models.DateField(blank=True, null=True, verbose_name='действует по')),
                        ('is_confirmed', models.BooleanField(default=False, help_text='Документы ссылаются только на сверенные акты.', verbose_name='сверено с текстом акта')),
                        ('note', models.TextField(blank=True, verbose_name='пояснение')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='порядок')),
                        ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='replaced', to='programs.legalact', verbose_name='чем заменён')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legal_acts', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'нормативный акт',
                        'verbose_name_plural': 'нормативные акты',
                        'ordering': ['organization', 'level', 'position', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('preset_key', ''), _negated=True), fields=('organization', 'preset_key'), name='legal_act_of_preset_once'), models.CheckConstraint(condition=models.Q(('in_force_from', None), ('in_force_to', None), ('in_force_from__lte', models.F('in_force_to')), _connector='OR'), name='legal_act_period_not_reversed', violation_error_message='Начало действия позже его окончания.')],
                    },
                ),
                migrations.CreateModel(
                    name='Partner',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=500, verbose_name='наименование партнёра')),
                        ('offers', models.TextField(blank=True, verbose_name='что предлагает')),
                        ('contact_name', models.CharField(blank=True, max_length=300, verbose_name='контактное лицо')),
                        ('contact_post', models.CharField(blank=True, max_length=200, verbose_name='должность контактного лица')),
                        ('phone', models.CharField(blank=True, max_length=50, verbose_name='телефон')),
                        ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                        ('site', models.URLField(blank=True, verbose_name='сайт')),
                        ('agreement_number', models.CharField(blank=True, max_length=60, verbose_name='номер соглашения')),
                        ('agreement_on', models.DateField(blank=True, null=True, verbose_name='дата соглашения')),
                        ('agreement_until', models.DateField(blank=True, null=True, verbose_name='соглашение действует по')),
                        ('note', models.TextField(blank=True, verbose_name='заметка')),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='programs.organization', verbose_name='организация')),
                    ],
                    options={
                        'verbose_name': 'партнёр',
                        'verbose_name_plural': 'партнёры',
                        'ordering': ['name', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('organization', 'name'), name='partner_once', violation_error_message='Этот партнёр уже записан.'), models.CheckConstraint(condition=models.Q(('agreement_on', None), ('agreement_until', None), ('agreement_on__lte', models.F('agreement_until')), _connector='OR'), name='partner_agreement_not_reversed', violation_error_message='Соглашение кончается раньше своей даты.')],
                    },
                ),
                migrations.CreateModel(
                    name='Media',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                        ('title', models.CharField(max_length=200, verbose_name='название файла')),
                        ('file', models.FileField(upload_to=programs.models.media.media_path, verbose_name='файл')),
                        ('added_on', models.DateField(auto_now_add=True, verbose_name='добавлен')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='media', to='programs.event', verbose_name='событие')),
                    ],
                    options={
                        'verbose_name': 'материал события',
                        'verbose_name_plural': 'материалы событий',
                        'ordering': ['pk'],
                    },
                ),
            ],
        ),
    ]
