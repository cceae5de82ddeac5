import django.core.validators
import django.db.models.deletion
import participants.models.application
import participants.models.clearance
import participants.models.consent
import participants.models.import_batch
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programs', '0001_squashed_0005_preload_legal_acts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ApplicationLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('mentee', 'наставляемый'), ('mentor', 'наставник')], max_length=10, verbose_name='кто подаёт')),
                ('token', models.CharField(default=participants.models.application.new_token, editable=False, max_length=40, unique=True, verbose_name='ключ')),
                ('open_until', models.DateField(blank=True, null=True, verbose_name='принимаются по')),
                ('is_open', models.BooleanField(default=True, verbose_name='открыта')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='создана')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='application_links', to='programs.program', verbose_name='программа')),
            ],
            options={
                'verbose_name': 'ссылка для заявок',
                'verbose_name_plural': 'ссылки для заявок',
                'ordering': ['program', 'kind', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ApplicationAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=64, verbose_name='хеш адреса')),
                ('at', models.DateTimeField(db_index=True, verbose_name='когда')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='participants.applicationlink', verbose_name='ссылка')),
            ],
            options={
                'verbose_name': 'отправка открытой формы',
                'verbose_name_plural': 'отправки открытых форм',
                'ordering': ['-at'],
            },
        ),
        migrations.CreateModel(
            name='ColumnChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('auto', 'определить по столбцам'), ('mentees', 'база наставляемых'), ('mentors', 'база наставников'), ('both', 'обе базы')], max_length=10, verbose_name='что в таблице')),
                ('caption', models.CharField(max_length=300, verbose_name='заголовок столбца, сравнимый вид')),
                ('column', models.CharField(max_length=40, verbose_name='столбец портала')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='column_choices', to='programs.organization', verbose_name='организация')),
            ],
            options={
                'verbose_name': 'соответствие столбца',
                'verbose_name_plural': 'соответствия столбцов',
                'ordering': ['organization', 'kind', 'caption'],
            },
        ),
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('processing', 'на обработку персональных данных'), ('distribution', 'на распространение персональных данных'), ('participation', 'на участие в программе наставничества'), ('needs_analysis', 'родителя на анализ потребностей (АПО)'), ('photo', 'на использование изображения')], max_length=20, verbose_name='согласие')),
                ('version', models.CharField(max_length=50, verbose_name='редакция')),
                ('text', models.TextField(verbose_name='текст согласия')),
                ('used_from', models.DateField(verbose_name='применяется с')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consent_texts', to='programs.organization', verbose_name='организация')),
            ],
            options={
                'verbose_name': 'текст согласия',
                'verbose_name_plural': 'тексты согласий',
                'ordering': ['organization', 'kind', '-used_from', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(editable=False, unique=True, verbose_name='ключ хранения')),
                ('file', models.FileField(upload_to=participants.models.import_batch.table_path, verbose_name='таблица')),
                ('filename', models.CharField(max_length=255, verbose_name='имя файла')),
                ('kind', models.CharField(choices=[('auto', 'определить по столбцам'), ('mentees', 'база наставляемых'), ('mentors', 'база наставников'), ('both', 'обе базы')], max_length=10, verbose_name='что в таблице')),
                ('mapping', models.JSONField(blank=True, default=dict, verbose_name='соответствие столбцов')),
                ('recalled', models.JSONField(blank=True, default=list, editable=False, verbose_name='столбцы, узнанные по прошлым загрузкам')),
                ('status', models.CharField(choices=[('checked', 'проверен'), ('applied', 'загружен'), ('failed', 'не загружен')], default='checked', max_length=10, verbose_name='состояние')),
                ('summary', models.JSONField(blank=True, default=dict, verbose_name='итог')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='загружен')),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто загрузил')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='programs.program', verbose_name='программа')),
            ],
            options={
                'verbose_name': 'загрузка базы',
                'verbose_name_plural': 'загрузки баз',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Mentor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('candidate', 'кандидат'), ('approved', 'в реестре'), ('paused', 'приостановлен'), ('declined', 'отклонён'), ('withdrawn', 'выбыл'), ('completed', 'завершил')], default='candidate', max_length=10, verbose_name='состояние')),
                ('position', models.CharField(blank=True, max_length=200, verbose_name='класс, группа или должность')),
                ('workplace', models.CharField(blank=True, max_length=300, verbose_name='место работы или учёбы')),
                ('interests', models.TextField(blank=True, verbose_name='интересы')),
                ('free_days', models.CharField(blank=True, help_text='Например: пн, ср, пт.', max_length=60, verbose_name='свободные дни')),
                ('free_hours', models.CharField(blank=True, help_text='Например: 15:00–17:00.', max_length=100, verbose_name='свободные часы')),
                ('entry_date', models.DateField(blank=True, null=True, verbose_name='дата вхождения в программу')),
                ('end_date', models.DateField(blank=True, null=True, verbose_name='дата завершения программы')),
                ('results', models.TextField(blank=True, verbose_name='результаты программы')),
                ('case_link', models.CharField(blank=True, max_length=500, verbose_name='ссылка на кейс или отзыв')),
                ('partner_names', models.TextField(blank=True, verbose_name='ФИО второй стороны, как в таблице')),
                ('partner_workplace', models.TextField(blank=True, verbose_name='место работы второй стороны, как в таблице')),
                ('note', models.TextField(blank=True, verbose_name='заметка куратора')),
                ('search_key', models.TextField(blank=True, editable=False, verbose_name='ключ поиска')),
                ('competences', models.TextField(blank=True, verbose_name='основные компетенции')),
                ('achievements', models.TextField(blank=True, verbose_name='важные для программы достижения')),
                ('preferred_age', models.CharField(blank=True, max_length=100, verbose_name='желаемый возраст наставляемых')),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='возраст от')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='возраст до')),
                ('time_resource', models.CharField(blank=True, max_length=200, verbose_name='ресурс времени')),
                ('hours_month', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='часов в месяц')),
                ('max_mentees', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='наставляемых не больше')),
                ('forms', models.JSONField(blank=True, default=list, help_text='Пусто – любая форма.', verbose_name='формы наставничества')),
                ('kinds', models.JSONField(blank=True, default=list, verbose_name='виды наставничества')),
                ('portfolio_url', models.URLField(blank=True, max_length=500, verbose_name='страница портфолио')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programs.program', verbose_name='программа')),
            ],
            options={
                'verbose_name': 'наставник',
                'verbose_name_plural': 'наставники',
                'ordering': ['program', 'person'],
            },
        ),
        migrations.CreateModel(
            name='Mentee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('candidate', 'кандидат'), ('approved', 'в реестре'), ('paused', 'приостановлен'), ('declined', 'отклонён'), ('withdrawn', 'выбыл'), ('completed', 'завершил')], default='candidate', max_length=10, verbose_name='состояние')),
                ('position', models.CharField(blank=True, max_length=200, verbose_name='класс, группа или должность')),
                ('workplace', models.CharField(blank=True, max_length=300, verbose_name='место работы или учёбы')),
                ('interests', models.TextField(blank=True, verbose_name='интересы')),
                ('free_days', models.CharField(blank=True, help_text='Например: пн, ср, пт.', max_length=60, verbose_name='свободные дни')),
                ('free_hours', models.CharField(blank=True, help_text='Например: 15:00–17:00.', max_length=100, verbose_name='свободные часы')),
                ('entry_date', models.DateField(blank=True, null=True, verbose_name='дата вхождения в программу')),
                ('end_date', models.DateField(blank=True, null=True, verbose_name='дата завершения программы')),
                ('results', models.TextField(blank=True, verbose_name='результаты программы')),
                ('case_link', models.CharField(blank=True, max_length=500, verbose_name='ссылка на кейс или отзыв')),
                ('partner_names', models.TextField(blank=True, verbose_name='ФИО второй стороны, как в таблице')),
                ('partner_workplace', models.TextField(blank=True, verbose_name='место работы второй стороны, как в таблице')),
                ('note', models.TextField(blank=True, verbose_name='заметка куратора')),
                ('search_key', models.TextField(blank=True, editable=False, verbose_name='ключ поиска')),
                ('request', models.TextField(blank=True, verbose_name='основной запрос')),
                ('request_source', models.CharField(blank=True, choices=[('self', 'сам наставляемый'), ('parents', 'родители (законные представители)'), ('class_teacher', 'классный руководитель'), ('psychologist', 'педагог-психолог'), ('test', 'профориентационный тест')], max_length=20, verbose_name='источник запроса')),
                ('needs_support', models.BooleanField(default=False, help_text='Видят только куратор, директор и руководитель МО.', verbose_name='нужно психологическое сопровождение')),
                ('form', models.CharField(blank=True, choices=[('student_student', 'ученик – ученик'), ('teacher_teacher', 'учитель – учитель'), ('head_teacher', 'руководитель образовательной организации – педагог'), ('studentspo_student', 'студент – ученик'), ('employer_student', 'работодатель – ученик'), ('employer_studentspo', 'работодатель – студент'), ('mentorship_head_deputy', 'директор – заместитель директора (менторство)'), ('mentorship_head_teacher', 'директор – педагог (менторство)')], max_length=30, verbose_name='форма наставничества')),
                ('completion_mark', models.CharField(blank=True, choices=[('passed', 'пройдена'), ('not_passed', 'не пройдена'), ('in_progress', 'в процессе')], max_length=20, verbose_name='отметка о прохождении программы')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programs.program', verbose_name='программа')),
                ('wishes', models.ManyToManyField(blank=True, related_name='+', to='participants.mentor', verbose_name='желаемые наставники')),
            ],
            options={
                'verbose_name': 'наставляемый',
                'verbose_name_plural': 'наставляемые',
                'ordering': ['program', 'person'],
            },
        ),
        migrations.CreateModel(
            name='NeedsAnalysis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(choices=[('questionnaire', 'анкетный опрос'), ('interview', 'интервью'), ('observation', 'наблюдение')], max_length=20, verbose_name='как проведён')),
                ('held_on', models.DateField(verbose_name='дата')),
                ('held_by', models.CharField(blank=True, max_length=300, verbose_name='кто провёл')),
                ('conclusion', models.TextField(verbose_name='вывод')),
                ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='analyses', to='participants.mentee', verbose_name='наставляемый')),
            ],
            options={
                'verbose_name': 'анализ потребностей',
                'verbose_name_plural': 'анализы потребностей',
                'ordering': ['mentee', '-held_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('last_name', models.CharField(max_length=100, verbose_name='фамилия')),
                ('first_name', models.CharField(max_length=100, verbose_name='имя')),
                ('patronymic', models.CharField(blank=True, max_length=100, verbose_name='отчество')),
                ('sex', models.CharField(blank=True, choices=[('m', 'мужской'), ('f', 'женский')], max_length=1, verbose_name='пол')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='дата рождения')),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='год рождения')),
                ('phone', models.CharField(blank=True, max_length=50, verbose_name='телефон')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                ('name_key', models.CharField(db_index=True, editable=False, max_length=310, verbose_name='ключ имени')),
                ('name_forms', models.JSONField(blank=True, default=dict, help_text='Падеж → полное имя; пусто – склоняет портал.', verbose_name='исправленные падежи')),
                ('erased_on', models.DateField(blank=True, editable=False, null=True, verbose_name='обезличен')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='programs.organization', verbose_name='организация')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='учётная запись')),
            ],
            options={
                'verbose_name': 'человек',
                'verbose_name_plural': 'люди',
                'ordering': ['last_name', 'first_name', 'patronymic', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Occupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('pupil', 'ученик'), ('teacher', 'педагог'), ('young_specialist', 'молодой специалист'), ('newcomer', 'новый специалист'), ('head', 'руководитель'), ('student', 'студент'), ('graduate', 'выпускник'), ('employer_worker', 'работник предприятия'), ('parent', 'родитель')], max_length=20, verbose_name='кто')),
                ('since', models.DateField(blank=True, help_text='Для педагога – начало педагогической работы: от него считается стаж 0–3 года.', null=True, verbose_name='с какого дня')),
                ('until', models.DateField(blank=True, null=True, verbose_name='по какой день')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='occupations', to='participants.person', verbose_name='человек')),
            ],
            options={
                'verbose_name': 'занятие',
                'verbose_name_plural': 'занятия',
                'ordering': ['person', 'kind'],
            },
        ),
        migrations.AddField(
            model_name='mentor',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='participants.person', verbose_name='человек'),
        ),
        migrations.AddField(
            model_name='mentee',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='participants.person', verbose_name='человек'),
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('withdrawal', 'отзыв согласия на обработку персональных данных'), ('demand', 'требование субъекта персональных данных'), ('purpose', 'достижение цели обработки')], max_length=20, verbose_name='основание')),
                ('requested_on', models.DateField(verbose_name='дата требования')),
                ('erased_at', models.DateTimeField(auto_now_add=True, verbose_name='уничтожено')),
                ('erased_by_post', models.CharField(blank=True, max_length=200, verbose_name='должность')),
                ('categories', models.JSONField(default=dict, verbose_name='что уничтожено (вид данных → сколько записей)')),
                ('files', models.PositiveIntegerField(default=0, verbose_name='файлов удалено')),
                ('erased_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто уничтожил')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='erasures', to='programs.organization', verbose_name='организация')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='participants.person', verbose_name='обезличенная запись')),
            ],
            options={
                'verbose_name': 'уничтожение персональных данных',
                'verbose_name_plural': 'уничтожения персональных данных',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('processing', 'на обработку персональных данных'), ('distribution', 'на распространение персональных данных'), ('participation', 'на участие в программе наставничества'), ('needs_analysis', 'родителя на анализ потребностей (АПО)'), ('photo', 'на использование изображения')], max_length=20, verbose_name='согласие')),
                ('signer', models.CharField(choices=[('person', 'сам участник'), ('representative', 'родитель (законный представитель)'), ('both', 'участник и родитель (законный представитель)')], max_length=20, verbose_name='кто подписал')),
                ('representative', models.CharField(blank=True, max_length=300, verbose_name='ФИО представителя')),
                ('signed_on', models.DateField(verbose_name='подписано')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='действует по')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='отозвано')),
                ('text_version', models.CharField(default='2026-09', max_length=50, verbose_name='редакция текста')),
                ('fields', models.JSONField(blank=True, default=list, verbose_name='какие сведения')),
                ('page_url', models.CharField(blank=True, max_length=300, verbose_name='адрес страницы')),
                ('scan_key', models.UUIDField(blank=True, editable=False, null=True, verbose_name='ключ скана')),
                ('scan', models.FileField(blank=True, upload_to=participants.models.consent.scan_path, verbose_name='скан')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='записано')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='participants.person', verbose_name='участник')),
            ],
            options={
                'verbose_name': 'согласие',
                'verbose_name_plural': 'согласия',
                'ordering': ['person', 'kind', '-signed_on'],
            },
        ),
        migrations.CreateModel(
            name='Clearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('no_record', 'справка об отсутствии судимости'), ('medical', 'медицинская справка')], max_length=20, verbose_name='справка')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='номер')),
                ('issued_on', models.DateField(verbose_name='выдана')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='действует по')),
                ('scan_key', models.UUIDField(blank=True, editable=False, null=True, verbose_name='ключ скана')),
                ('scan', models.FileField(blank=True, upload_to=participants.models.clearance.clearance_path, verbose_name='скан')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clearances', to='participants.person', verbose_name='человек')),
            ],
            options={
                'verbose_name': 'справка',
                'verbose_name_plural': 'справки',
                'ordering': ['person', 'kind', '-issued_on'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='programs.event', verbose_name='событие')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='participants.person', verbose_name='человек')),
            ],
            options={
                'verbose_name': 'участие в событии',
                'verbose_name_plural': 'участия в событиях',
                'ordering': ['event', 'person'],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('director', 'директор'), ('curator', 'куратор'), ('project_lead', 'руководитель проектной группы'), ('working_group_member', 'член рабочей группы'), ('mo_head', 'руководитель методического объединения'), ('pedsovet_chair', 'председатель педагогического совета'), ('pedsovet_secretary', 'секретарь педагогического совета'), ('mtr_responsible', 'ответственный за материально-техническое обеспечение')], max_length=30, verbose_name='обязанность')),
                ('post', models.CharField(help_text='Именительный падеж: «учитель физики».', max_length=200, verbose_name='должность в документах')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='с')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='по')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='programs.organization', verbose_name='организация')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='participants.person', verbose_name='человек')),
            ],
            options={
                'verbose_name': 'назначение',
                'verbose_name_plural': 'назначения',
                'ordering': ['organization', 'role', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('mentee', 'наставляемый'), ('mentor', 'наставник')], max_length=10, verbose_name='кем хочет быть')),
                ('status', models.CharField(choices=[('new', 'новая'), ('accepted', 'принята'), ('declined', 'отклонена')], default='new', max_length=10, verbose_name='состояние')),
                ('last_name', models.CharField(blank=True, max_length=100, verbose_name='фамилия')),
                ('first_name', models.CharField(blank=True, max_length=100, verbose_name='имя')),
                ('patronymic', models.CharField(blank=True, max_length=100, verbose_name='отчество')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='дата рождения')),
                ('phone', models.CharField(blank=True, max_length=50, verbose_name='телефон')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                ('name_key', models.CharField(blank=True, db_index=True, default='', editable=False, max_length=310, verbose_name='ключ имени')),
                ('answers', models.JSONField(blank=True, default=dict, verbose_name='ответы')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='подана')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='решена')),
                ('decline_reason', models.CharField(blank=True, max_length=500, verbose_name='причина отказа')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто решил')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='programs.program', verbose_name='программа')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='applications', to='participants.person', verbose_name='кем стал')),
            ],
            options={
                'verbose_name': 'заявка',
                'verbose_name_plural': 'заявки',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Representative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('mother', 'мать'), ('father', 'отец'), ('guardian', 'опекун (попечитель)'), ('other', 'другой законный представитель')], max_length=20, verbose_name='кем приходится')),
                ('document', models.CharField(blank=True, help_text='Для опекуна: вид документа, номер и дата. Родителю не нужен.', max_length=200, verbose_name='документ о полномочиях')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='representatives', to='participants.person', verbose_name='ребёнок')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='represented', to='participants.person', verbose_name='представитель')),
            ],
            options={
                'verbose_name': 'законный представитель',
                'verbose_name_plural': 'законные представители',
                'ordering': ['child', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=50, verbose_name='метка')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='programs.organization', verbose_name='организация')),
            ],
            options={
                'verbose_name': 'метка',
                'verbose_name_plural': 'метки',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='mentor',
            name='tags',
            field=models.ManyToManyField(blank=True, to='participants.tag', verbose_name='метки'),
        ),
        migrations.AddField(
            model_name='mentee',
            name='tags',
            field=models.ManyToManyField(blank=True, to='participants.tag', verbose_name='метки'),
        ),
        migrations.AddConstraint(
            model_name='applicationlink',
            constraint=models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('program', 'kind'), name='application_link_open_once'),
        ),
        migrations.AddConstraint(
            model_name='columnchoice',
            constraint=models.UniqueConstraint(fields=('organization', 'kind', 'caption'), name='column_choice_once'),
        ),
        migrations.AddConstraint(
            model_name='consenttext',
            constraint=models.UniqueConstraint(fields=('organization', 'kind', 'version'), name='consent_text_version_once', violation_error_message='Такая редакция этого согласия уже есть.'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('birth_year', None), ('birth_year__gte', 1900), _connector='OR'), name='person_birth_year_sane', violation_error_message='Год рождения раньше 1900.'),
        ),
        migrations.AddConstraint(
            model_name='occupation',
            constraint=models.UniqueConstraint(fields=('person', 'kind'), name='occupation_once', violation_error_message='Это занятие у человека уже записано.'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_on', None), ('withdrawn_on__gte', models.F('signed_on')), _connector='OR'), name='consent_withdrawn_after_signing', violation_error_message='Отзыв раньше подписания.'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('signer', 'person'), models.Q(('representative', ''), _negated=True), _connector='OR'), name='consent_names_representative', violation_error_message='Укажите ФИО родителя (законного представителя).'),
        ),
        migrations.AddConstraint(
            model_name='clearance',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until', None), ('issued_on__lte', models.F('valid_until')), _connector='OR'), name='clearance_period_not_reversed', violation_error_message='Срок справки кончается раньше даты выдачи.'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('event', 'person'), name='attendance_once', violation_error_message='Этот человек уже отмечен.'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('starts_on__lte', models.F('ends_on')), _connector='OR'), name='assignment_period_not_reversed', violation_error_message='Начало назначения позже его окончания.'),
        ),
        migrations.AddConstraint(
            model_name='representative',
            constraint=models.UniqueConstraint(fields=('child', 'person'), name='representative_once', violation_error_message='Этот представитель у ребёнка уже записан.'),
        ),
        migrations.AddConstraint(
            model_name='representative',
            constraint=models.CheckConstraint(condition=models.Q(('child', models.F('person')), _negated=True), name='representative_is_somebody_else', violation_error_message='Человек не может представлять самого себя.'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='tag_once'),
        ),
        migrations.AddConstraint(
            model_name='mentor',
            constraint=models.UniqueConstraint(fields=('program', 'person'), name='mentor_once_in_program', violation_error_message='Этот человек уже есть в базе наставников программы.'),
        ),
        migrations.AddConstraint(
            model_name='mentor',
            constraint=models.CheckConstraint(condition=models.Q(('age_from', None), ('age_to', None), ('age_from__lte', models.F('age_to')), _connector='OR'), name='mentor_ages_not_reversed', violation_error_message='Нижняя граница возраста больше верхней.'),
        ),
        migrations.AddConstraint(
            model_name='mentor',
            constraint=models.CheckConstraint(condition=models.Q(('max_mentees__gte', 1)), name='mentor_takes_someone', violation_error_message='Наставник берёт хотя бы одного наставляемого.'),
        ),
        migrations.AddConstraint(
            model_name='mentee',
            constraint=models.UniqueConstraint(fields=('program', 'person'), name='mentee_once_in_program', violation_error_message='Этот человек уже есть в базе наставляемых программы.'),
        ),
    ]
