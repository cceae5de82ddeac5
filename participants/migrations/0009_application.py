import participants.models.application
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0008_erasure'),
        ('programs', '0003_acts_partners_forms_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('mentee', 'наставляемый'), ('mentor', 'наставник')], max_length=10, verbose_name='кем хочет быть')),
                ('status', models.CharField(choices=[('new', 'новая'), ('accepted', 'принята'), ('declined', 'отклонена')], default='new', max_length=10, verbose_name='состояние')),
                ('last_name', models.CharField(max_length=100, verbose_name='фамилия')),
                ('first_name', models.CharField(max_length=100, verbose_name='имя')),
                ('patronymic', models.CharField(blank=True, max_length=100, verbose_name='отчество')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='дата рождения')),
                ('phone', models.CharField(blank=True, max_length=50, verbose_name='телефон')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                ('answers', models.JSONField(blank=True, default=dict, verbose_name='ответы')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='подана')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='решена')),
                ('decline_reason', models.CharField(blank=True, max_length=500, verbose_name='причина отказа')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто решил')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='applications', to='participants.person', verbose_name='кем стал')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='programs.program', verbose_name='программа')),
            ],
            options={
                'verbose_name': 'заявка',
                'verbose_name_plural': 'заявки',
                'ordering': ['-pk'],
            },
        ),
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
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('program', 'kind'), name='application_link_open_once')],
            },
        ),
    ]
