import django.db.models.deletion
import lantoa.foundation.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0008_two_records_of_one_person_become_one'),
    ]

    operations = [
        migrations.CreateModel(
            name='OpenSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(max_length=40, unique=True)),
                ('began_at', models.DateTimeField(default=lantoa.foundation.clock.now)),
            ],
            options={
                'verbose_name': 'phiên đang mở',
            },
        ),
        migrations.AddField(
            model_name='resetcode',
            name='agreed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AddConstraint(
            model_name='resetcode',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_by__isnull', True), models.Q(('agreed_by', models.F('given_by')), _negated=True), _connector='OR'), name='who_gives_a_code_does_not_drop_the_second_key_alone'),
        ),
        migrations.AddField(
            model_name='opensession',
            name='account',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_sessions', to=settings.AUTH_USER_MODEL),
        ),
    ]
