import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0009_application'),
        ('programs', '0003_acts_partners_forms_events'),
    ]

    operations = [
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
                'constraints': [models.UniqueConstraint(fields=('event', 'person'), name='attendance_once', violation_error_message='Этот человек уже отмечен.')],
            },
        ),
    ]
