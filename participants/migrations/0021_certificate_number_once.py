from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0020_fill_certificate_issuer'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(('number', None), models.Q(('issued_by__isnull', False), ('issued_year__isnull', False)), _connector='OR'), name='training_number_of_a_year', violation_error_message='Номер сертификата выдаёт школа в своём учебном году.'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.UniqueConstraint(condition=models.Q(('number__isnull', False)), fields=('issued_by', 'issued_year', 'number'), name='training_number_once', violation_error_message='Сертификат с таким номером в этом году уже есть.'),
        ),
    ]
