import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0005_clearance'),
    ]

    operations = [
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
                'constraints': [models.UniqueConstraint(fields=('child', 'person'), name='representative_once', violation_error_message='Этот представитель у ребёнка уже записан.'), models.CheckConstraint(condition=models.Q(('child', models.F('person')), _negated=True), name='representative_is_somebody_else', violation_error_message='Человек не может представлять самого себя.')],
            },
        ),
    ]
