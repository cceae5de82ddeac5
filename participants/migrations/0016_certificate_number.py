from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0015_selection_and_training'),
    ]

    operations = [
        migrations.AddField(
            model_name='training',
            name='number',
            field=models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='номер сертификата'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(('result', 'learning'), ('decided_on__isnull', False), _connector='OR'), name='training_decided_on_a_day', violation_error_message='У результата должна быть дата.'),
        ),
    ]
