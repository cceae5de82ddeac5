import participants.models.clearance
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0004_needs_analysis'),
    ]

    operations = [
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
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('issued_on__lte', models.F('valid_until')), _connector='OR'), name='clearance_period_not_reversed', violation_error_message='Срок справки кончается раньше даты выдачи.')],
            },
        ),
    ]
