import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mentoring_portal.shared.first_tables import CreateTables


class Migration(migrations.Migration):

    # For fresh databases; those that hold data already go by the steps it replaces.
    replaces = [
        ('pairs', '0001_initial'),
        ('pairs', '0002_pairing_depth'),
        ('pairs', '0003_plan_answers'),
        ('pairs', '0004_bans_and_departures'),
        ('pairs', '0005_choices_and_encounters'),
        ('pairs', '0006_waiting_and_parting'),
    ]

    initial = True

    dependencies = [
        ('participants', '0001_squashed_0016_certificate_number'),
        ('programs', '0001_squashed_0008_speed_event'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Matching',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('objective', models.FloatField(verbose_name='сумма оценок')),
                        ('proven_optimal', models.BooleanField(verbose_name='лучшее решение доказано')),
                        ('seconds', models.FloatField(verbose_name='время расчёта, с')),
                        ('unmatched', models.JSONField(default=list, verbose_name='кто остался без пары')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='подобрано')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matchings', to='programs.program', verbose_name='программа')),
                        ('bound', models.FloatField(blank=True, null=True, verbose_name='больше не бывает')),
                        ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='подробности')),
                        ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pairs.matching', verbose_name='после чего')),
                        ('snapshot', models.JSONField(blank=True, default=dict, verbose_name='черновик пар')),
                        ('step', models.CharField(choices=[('run', 'подбор'), ('lock', 'закрепление'), ('unlock', 'снятие закрепления'), ('forbid', 'запрет пары'), ('allow', 'снятие запрета'), ('move', 'перенос'), ('swap', 'обмен'), ('replace', 'замена наставника'), ('return', 'возврат к варианту')], default='run', max_length=10, verbose_name='что сделано')),
                        ('title', models.CharField(blank=True, max_length=100, verbose_name='название варианта')),
                    ],
                    options={
                        'verbose_name': 'подбор пар',
                        'verbose_name_plural': 'подборы пар',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Pair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('status', models.CharField(choices=[('proposed', 'предложена'), ('accepted', 'принята'), ('active', 'действует'), ('paused', 'приостановлена'), ('completed', 'завершена'), ('terminated', 'прекращена досрочно'), ('parted', 'завершена: смена наставника'), ('rejected', 'отклонена')], default='proposed', max_length=10, verbose_name='состояние')),
                        ('form', models.CharField(blank=True, choices=[('student_student', 'ученик – ученик'), ('teacher_teacher', 'учитель – учитель'), ('head_teacher', 'руководитель образовательной организации – педагог'), ('studentspo_student', 'студент – ученик'), ('employer_student', 'работодатель – ученик'), ('employer_studentspo', 'работодатель – студент'), ('mentorship_head_deputy', 'директор – заместитель директора (менторство)'), ('mentorship_head_teacher', 'директор – педагог (менторство)')], max_length=30, verbose_name='форма наставничества')),
                        ('role_model', models.CharField(blank=True, choices=[('achiever_underachiever', 'успевающий – неуспевающий'), ('leader_passive', 'лидер – пассивный'), ('peer_peer', 'равный – равному'), ('experienced_young', 'опытный педагог – молодой специалист'), ('leader_struggling', 'лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения'), ('innovator_conservative', 'педагог-новатор – консервативный педагог'), ('subject_expert_novice', 'опытный предметник – неопытный предметник')], max_length=30, verbose_name='ролевая модель')),
                        ('kind', models.CharField(choices=[('virtual', 'виртуальное (дистанционное)'), ('group', 'в группе'), ('short_term', 'краткосрочное или целеполагающее'), ('reverse', 'реверсивное'), ('situational', 'ситуационное'), ('speed', 'скоростное'), ('traditional', 'традиционное («один-на-один»)')], default='traditional', max_length=20, verbose_name='вид наставничества')),
                        ('goal', models.TextField(blank=True, verbose_name='цель работы пары')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='начало работы')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='окончание по плану')),
                        ('ended_on', models.DateField(blank=True, null=True, verbose_name='закончила работу')),
                        ('end_reason', models.TextField(blank=True, verbose_name='почему закончена')),
                        ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='создана')),
                        ('matching', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='pairs', to='pairs.matching', verbose_name='подбор')),
                        ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='participants.mentor', verbose_name='наставник')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'пара',
                        'verbose_name_plural': 'пары',
                        'ordering': ['program', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('starts_on', None), ('ended_on', None), ('starts_on__lte', models.F('ended_on')), _connector='OR'), name='pair_ends_after_start', violation_error_message='Пара закончила работу раньше, чем начала.')],
                    },
                ),
                migrations.CreateModel(
                    name='Meeting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('acquaintance', 'встреча-знакомство'), ('trial', 'пробная (рабочая) встреча'), ('planning', 'встреча-планирование'), ('work', 'рабочая встреча'), ('reflexive', 'промежуточная рефлексивная встреча'), ('final', 'итоговая встреча')], max_length=20, verbose_name='вид встречи')),
                        ('day', models.DateField(verbose_name='дата')),
                        ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(600)], verbose_name='сколько минут')),
                        ('topic', models.CharField(max_length=300, verbose_name='тема')),
                        ('note', models.TextField(blank=True, help_text='Видите вы и куратор, наставляемый не видит.', verbose_name='заметка')),
                        ('rating', models.PositiveSmallIntegerField(choices=[(1, 'плохо'), (2, 'слабо'), (3, 'нормально'), (4, 'хорошо'), (5, 'отлично')], verbose_name='как прошла встреча')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='записана')),
                        ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто записал')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='pairs.pair', verbose_name='пара')),
                    ],
                    options={
                        'verbose_name': 'встреча',
                        'verbose_name_plural': 'встречи',
                        'ordering': ['-day', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='PairMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_open', models.BooleanField(default=True, verbose_name='открыта')),
                        ('score', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='оценка')),
                        ('reasons', models.JSONField(blank=True, default=list, verbose_name='почему')),
                        ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pair_members', to='participants.mentee', verbose_name='наставляемый')),
                        ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='participants.mentor', verbose_name='наставник')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='pairs.pair', verbose_name='пара')),
                        ('is_locked', models.BooleanField(default=False, help_text='Новый подбор этих двоих не разлучает.', verbose_name='закреплена')),
                        ('left_on', models.DateField(blank=True, null=True, verbose_name='вышел из группы')),
                        ('left_reason', models.TextField(blank=True, verbose_name='почему вышел')),
                    ],
                    options={
                        'verbose_name': 'наставляемый пары',
                        'verbose_name_plural': 'наставляемые пар',
                        'ordering': ['pair', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('mentor', 'mentee'), name='pair_open_once', violation_error_message='У этих людей уже есть открытая пара.')],
                    },
                ),
                migrations.CreateModel(
                    name='Feedback',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('side', models.CharField(choices=[('mentor', 'наставник'), ('mentee', 'наставляемый')], max_length=10, verbose_name='сторона')),
                        ('rating', models.PositiveSmallIntegerField(choices=[(1, 'плохо'), (2, 'слабо'), (3, 'нормально'), (4, 'хорошо'), (5, 'отлично')], verbose_name='как прошла встреча')),
                        ('text', models.TextField(blank=True, verbose_name='что понравилось, чего не хватило')),
                        ('given_at', models.DateTimeField(auto_now_add=True, verbose_name='дан')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to='participants.person', verbose_name='кто')),
                        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to='pairs.meeting', verbose_name='встреча')),
                    ],
                    options={
                        'verbose_name': 'отзыв о встрече',
                        'verbose_name_plural': 'отзывы о встречах',
                        'ordering': ['-pk'],
                        'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='feedback_once', violation_error_message='Отзыв об этой встрече уже есть.')],
                    },
                ),
                migrations.CreateModel(
                    name='Plan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('individual', 'индивидуальный план'), ('route', 'индивидуальный маршрут'), ('personal', 'персонализированная программа')], max_length=20, verbose_name='вид плана')),
                        ('status', models.CharField(choices=[('draft', 'черновик'), ('offered', 'на согласовании'), ('agreed', 'согласован'), ('finished', 'выполнен')], default='draft', max_length=10, verbose_name='состояние')),
                        ('goal', models.TextField(blank=True, verbose_name='цель')),
                        ('results', models.TextField(blank=True, verbose_name='ожидаемые результаты')),
                        ('regime', models.CharField(blank=True, help_text='Например: раз в неделю, очно.', max_length=300, verbose_name='режим работы')),
                        ('starts_on', models.DateField(blank=True, null=True, verbose_name='начало')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='окончание')),
                        ('summary', models.TextField(blank=True, verbose_name='итог')),
                        ('updated_at', models.DateTimeField(auto_now=True, verbose_name='изменён')),
                        ('pair', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='plan', to='pairs.pair', verbose_name='пара')),
                        ('is_term_confirmed', models.BooleanField(default=False, help_text='Куратор сказал, что срок верный.', verbose_name='необычный срок подтверждён')),
                    ],
                    options={
                        'verbose_name': 'план пары',
                        'verbose_name_plural': 'планы пар',
                        'ordering': ['pair'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('starts_on', None), ('ends_on', None), ('starts_on__lte', models.F('ends_on')), _connector='OR'), name='plan_term_not_reversed', violation_error_message='План кончается раньше, чем начинается.')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanAgreement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreed_on', models.DateField(verbose_name='дата ответа')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.person', verbose_name='кто')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='pairs.plan', verbose_name='план')),
                        ('comment', models.CharField(blank=True, max_length=500, verbose_name='что не подходит')),
                        ('is_agreed', models.BooleanField(default=True, verbose_name='согласен')),
                        ('is_on_paper', models.BooleanField(default=False, verbose_name='подписано на бумаге')),
                    ],
                    options={
                        'verbose_name': 'ответ о плане',
                        'verbose_name_plural': 'ответы о планах',
                        'ordering': ['plan', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('plan', 'person'), name='plan_agreed_once', violation_error_message='Ответ уже есть.')],
                    },
                ),
                migrations.CreateModel(
                    name='PlanTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='порядок')),
                        ('title', models.CharField(max_length=500, verbose_name='задача, мероприятие')),
                        ('due_on', models.DateField(blank=True, null=True, verbose_name='срок')),
                        ('resources', models.CharField(blank=True, max_length=300, verbose_name='ресурсы')),
                        ('expected', models.CharField(blank=True, max_length=500, verbose_name='планируемый результат')),
                        ('mark', models.CharField(choices=[('planned', 'запланировано'), ('done', 'выполнено'), ('partly', 'выполнено частично'), ('dropped', 'снято')], default='planned', max_length=10, verbose_name='отметка о выполнении')),
                        ('marked_on', models.DateField(blank=True, null=True, verbose_name='дата отметки')),
                        ('comment', models.CharField(blank=True, max_length=300, verbose_name='пояснение')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='pairs.plan', verbose_name='план')),
                        ('meeting_kind', models.CharField(blank=True, choices=[('acquaintance', 'встреча-знакомство'), ('trial', 'пробная (рабочая) встреча'), ('planning', 'встреча-планирование'), ('work', 'рабочая встреча'), ('reflexive', 'промежуточная рефлексивная встреча'), ('final', 'итоговая встреча')], help_text='Запись такой встречи отмечает задачу выполненной.', max_length=20, verbose_name='встреча')),
                    ],
                    options={
                        'verbose_name': 'задача плана',
                        'verbose_name_plural': 'задачи плана',
                        'ordering': ['plan', 'position', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='SupportRecord',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('held_on', models.DateField(verbose_name='дата')),
                        ('held_by', models.CharField(blank=True, max_length=300, verbose_name='кто провёл')),
                        ('content', models.TextField(verbose_name='что обсуждали, что сделано')),
                        ('advice', models.TextField(blank=True, verbose_name='рекомендации')),
                        ('next_on', models.DateField(blank=True, null=True, verbose_name='следующая встреча')),
                        ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='записана')),
                        ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='support_records', to='participants.mentee', verbose_name='наставляемый')),
                        ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто записал')),
                    ],
                    options={
                        'verbose_name': 'запись о психологической поддержке',
                        'verbose_name_plural': 'записи о психологической поддержке',
                        'ordering': ['mentee', '-held_on', '-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Verdict',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('side', models.CharField(choices=[('mentor', 'наставник'), ('mentee', 'наставляемый')], max_length=10, verbose_name='сторона')),
                        ('fits', models.BooleanField(choices=[(True, 'подошли'), (False, 'не подошли')], verbose_name='подошли')),
                        ('comment', models.TextField(blank=True, verbose_name='пояснение')),
                        ('given_on', models.DateField(verbose_name='дата ответа')),
                        ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='pairs.pair', verbose_name='пара')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.person', verbose_name='кто')),
                        ('settled_on', models.DateField(blank=True, help_text='После решения куратора ответ не меняют.', null=True, verbose_name='куратор решил')),
                    ],
                    options={
                        'verbose_name': 'ответ после пробной встречи',
                        'verbose_name_plural': 'ответы после пробной встречи',
                        'ordering': ['pair', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('pair', 'person'), name='verdict_once', violation_error_message='Ответ уже есть.')],
                    },
                ),
                migrations.CreateModel(
                    name='Weighting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('form', models.CharField(blank=True, choices=[('student_student', 'ученик – ученик'), ('teacher_teacher', 'учитель – учитель'), ('head_teacher', 'руководитель образовательной организации – педагог'), ('studentspo_student', 'студент – ученик'), ('employer_student', 'работодатель – ученик'), ('employer_studentspo', 'работодатель – студент'), ('mentorship_head_deputy', 'директор – заместитель директора (менторство)'), ('mentorship_head_teacher', 'директор – педагог (менторство)')], max_length=30, verbose_name='форма наставничества')),
                        ('weights', models.JSONField(default=dict, verbose_name='веса')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weightings', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'веса подбора',
                        'verbose_name_plural': 'веса подбора',
                        'ordering': ['program', 'form'],
                        'constraints': [models.UniqueConstraint(fields=('program', 'form'), name='weighting_once', violation_error_message='Веса этой формы уже заданы.')],
                    },
                ),
                migrations.CreateModel(
                    name='Choice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('side', models.CharField(choices=[('mentor', 'наставник'), ('mentee', 'наставляемый')], max_length=10, verbose_name='кто выбирал')),
                        ('rank', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3)], verbose_name='место в выборе')),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='programs.event', verbose_name='групповая встреча')),
                        ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.mentee', verbose_name='наставляемый')),
                        ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.mentor', verbose_name='наставник')),
                    ],
                    options={
                        'verbose_name': 'выбор на групповой встрече',
                        'verbose_name_plural': 'выборы на групповых встречах',
                        'ordering': ['event', 'side', 'rank', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('event', 'side', 'mentor', 'mentee'), name='choice_once', violation_error_message='Этот выбор уже записан.'), models.UniqueConstraint(condition=models.Q(('side', 'mentor')), fields=('event', 'mentor', 'rank'), name='choice_ranks_of_mentor', violation_error_message='У наставника это место уже занято другим выбором.'), models.UniqueConstraint(condition=models.Q(('side', 'mentee')), fields=('event', 'mentee', 'rank'), name='choice_ranks_of_mentee', violation_error_message='У наставляемого это место уже занято другим выбором.'), models.CheckConstraint(condition=models.Q(('rank__gte', 1), ('rank__lte', 3)), name='choice_rank_in_bounds', violation_error_message='Выбирают от одного до трёх человек.')],
                    },
                ),
                migrations.CreateModel(
                    name='Encounter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('speed', 'скоростное'), ('situational', 'ситуационное')], max_length=20, verbose_name='вид наставничества')),
                        ('day', models.DateField(verbose_name='дата')),
                        ('round', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='круг')),
                        ('minutes', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='сколько минут')),
                        ('topic', models.CharField(blank=True, max_length=300, verbose_name='вопрос или ситуация')),
                        ('outcome', models.TextField(blank=True, verbose_name='чем закончилось')),
                        ('goes_on', models.BooleanField(default=False, help_text='При подборе пар это считается пожеланием.', verbose_name='хотят продолжить')),
                        ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='programs.event', verbose_name='событие')),
                        ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='participants.mentee', verbose_name='наставляемый')),
                        ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='participants.mentor', verbose_name='наставник')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='programs.program', verbose_name='программа')),
                        ('is_held', models.BooleanField(default=True, help_text='Строка расписания скоростных встреч – ещё не встреча, пока её не отметили.', verbose_name='состоялась')),
                    ],
                    options={
                        'verbose_name': 'разовая встреча',
                        'verbose_name_plural': 'разовые встречи',
                        'ordering': ['-day', 'round', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('event', 'mentor', 'mentee'), name='encounter_once_at_event', violation_error_message='На этом событии они уже встречаются.'), models.CheckConstraint(condition=models.Q(('is_held', True), ('goes_on', False), _connector='OR'), name='encounter_goes_on_when_held', violation_error_message='Продолжить хотят только после состоявшейся встречи.')],
                    },
                ),
                migrations.CreateModel(
                    name='ForbiddenPair',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', models.CharField(blank=True, max_length=500, verbose_name='почему')),
                        ('forbidden_at', models.DateTimeField(auto_now_add=True, verbose_name='запрещена')),
                        ('forbidden_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто запретил')),
                        ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.mentee', verbose_name='наставляемый')),
                        ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='participants.mentor', verbose_name='наставник')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='forbidden_pairs', to='programs.program', verbose_name='программа')),
                        ('is_lifted', models.BooleanField(default=False, help_text='Снятый запрет возвращает «Отменить».', verbose_name='запрет снят')),
                    ],
                    options={
                        'verbose_name': 'запрещённая пара',
                        'verbose_name_plural': 'запрещённые пары',
                        'ordering': ['program', 'pk'],
                        'constraints': [models.UniqueConstraint(fields=('mentor', 'mentee'), name='forbidden_pair_once', violation_error_message='Эта пара уже запрещена.')],
                    },
                ),
                migrations.CreateModel(
                    name='PairingRules',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('verdict_days', models.PositiveSmallIntegerField(default=7, help_text='Считается от пробной встречи.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='дней на ответ «подошли / не подошли»')),
                        ('group_least', models.PositiveSmallIntegerField(default=2, validators=[django.core.validators.MinValueValidator(2), django.core.validators.MaxValueValidator(20)], verbose_name='в группе не меньше')),
                        ('group_most', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(2), django.core.validators.MaxValueValidator(20)], verbose_name='в группе не больше')),
                        ('program', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pairing_rules', to='programs.program', verbose_name='программа')),
                        ('wait_days', models.PositiveSmallIntegerField(default=30, help_text='Считается с внесения в базу или с конца прежней пары.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(365)], verbose_name='дней без пары до напоминания')),
                    ],
                    options={
                        'verbose_name': 'правила подбора',
                        'verbose_name_plural': 'правила подбора',
                        'constraints': [models.CheckConstraint(condition=models.Q(('group_least__lte', models.F('group_most'))), name='group_limits_not_reversed', violation_error_message='Наименьшая группа больше наибольшей.')],
                    },
                ),
                migrations.CreateModel(
                    name='Reminder',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('waiting', 'долго ждёт пару'), ('support', 'пора провести встречу поддержки'), ('verdict', 'нет ответа после пробной встречи')], max_length=10, verbose_name='о чём')),
                        ('raised_on', models.DateField(verbose_name='напоминание с')),
                        ('closed_on', models.DateField(blank=True, null=True, verbose_name='дело сделано')),
                        ('mentee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='participants.mentee', verbose_name='наставляемый')),
                        ('pair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='pairs.pair', verbose_name='пара')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='programs.program', verbose_name='программа')),
                    ],
                    options={
                        'verbose_name': 'напоминание',
                        'verbose_name_plural': 'напоминания',
                        'ordering': ['raised_on', 'pk'],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('kind', 'mentee'), name='reminder_open_once_mentee', violation_error_message='Об этом уже напоминают.'), models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('kind', 'pair'), name='reminder_open_once_pair', violation_error_message='Об этом уже напоминают.')],
                    },
                ),
            ],
        ),
    ]
