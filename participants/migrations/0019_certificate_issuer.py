import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0018_fill_certificate_facts'),
    ]

    operations = [
        migrations.AddField(
            model_name='training',
            name='issued_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programs.organization', verbose_name='кто выдал сертификат'),
        ),
        migrations.AddField(
            model_name='training',
            name='issued_year',
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='учебный год сертификата'),
        ),
    ]
