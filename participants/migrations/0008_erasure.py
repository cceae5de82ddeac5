import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0007_consent_text'),
        ('programs', '0003_acts_partners_forms_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='erased_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='обезличен'),
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
    ]
