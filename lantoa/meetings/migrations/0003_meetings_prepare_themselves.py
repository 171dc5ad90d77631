import datetime

import django.db.models.deletion
import lantoa.foundation.clock
from django.db import migrations, models


# Hướng dẫn 42-HD/BTCTW (28/10/2025), as two communes printed it; seen at second hand.
LINES = [
    ("time", "Chấp hành thời gian, thời lượng", 5, "5 đủ; 4 thiếu đến 15 phút; 3 thiếu 15–30 phút; 2 còn một nửa; 1 dưới một nửa"),
    ("attendance", "Tỷ lệ đảng viên dự", 5, "4: từ 90%; 3: 75–<90; 2: 65–<75; 1: dưới 65 hoặc vắng không lý do; thêm 1 khi không ai vắng quá 3 lần liền"),
    ("preparation", "Công tác chuẩn bị", 10, "Nội dung 3; định hướng, dự thảo kết luận 2; họp chi ủy trước 2; thông báo 1; đăng tài liệu trước 1 ngày 2"),
    ("conduct", "Tổ chức sinh hoạt", 30, "Quy trình 5; thường kỳ 10; chuyên đề 5; biểu dương, nhắc nhở 2; phát biểu 5; sổ biên bản 1; tư tưởng 15–30 phút 1; tài liệu số 1"),
    ("chair", "Điều hành của bí thư", 10, ""),
    ("principle", "Nguyên tắc tổ chức, sinh hoạt", 5, ""),
    ("results", "Kết quả thực hiện nghị quyết tháng trước", 30, "30, 27, 24, 20, 15 hoặc 10 theo tỷ lệ chỉ tiêu đạt"),
    ("closing", "Kết thúc sinh hoạt", 5, "Gồm đăng kết quả chậm nhất 2 ngày sau buổi họp"),
]
BANDS = [[90, "good"], [70, "fair"], [50, "average"], [0, "weak"]]


def enter_the_rule(apps, schema_editor):
    apps.get_model("meetings", "ScoreRule").objects.create(
        name="Đánh giá chất lượng sinh hoạt chi bộ, thang 100 điểm",
        basis="Hướng dẫn 42-HD/BTCTW ngày 28/10/2025 (cần đối chiếu bản gốc)",
        lines=[{"code": c, "label": label, "most": most, "hint": hint} for c, label, most, hint in LINES],
        bands=BANDS,
        thematic=5,
        starts=datetime.date(2025, 10, 28),
    )


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0002_unknown_attendance_is_not_zero'),
        ('organisation', '0002_the_tree_by_day'),
        ('people', '0009_sessions_are_listed_and_a_second_key_is_dropped_by_two'),
    ]

    operations = [
        migrations.CreateModel(
            name='ScoreRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
                ('lines', models.JSONField(verbose_name='tiêu chí')),
                ('bands', models.JSONField(verbose_name='mức')),
                ('thematic', models.PositiveSmallIntegerField(default=0, verbose_name='điểm chỉ tính ở tháng có chuyên đề')),
                ('without_theme', models.CharField(choices=[('as_is', 'không tính, tổng tối đa giảm theo'), ('scaled', 'không tính, quy đổi phần còn lại về thang 100')], default='as_is', max_length=6, verbose_name='tháng không có chuyên đề')),
                ('starts', models.DateField(unique=True, verbose_name='từ ngày')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='đến trước ngày')),
            ],
            options={
                'verbose_name': 'cách chấm buổi sinh hoạt',
                'ordering': ['starts'],
            },
        ),
        migrations.CreateModel(
            name='Conclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('not_done', 'việc chưa làm được'), ('next', 'việc tới')], max_length=10, verbose_name='mục')),
                ('position', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('what', models.CharField(max_length=500, verbose_name='việc')),
                ('due', models.DateField(blank=True, null=True, verbose_name='hạn')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='xong ngày')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conclusions', to='meetings.meeting')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conclusions', to='people.person', verbose_name='ai làm')),
            ],
            options={
                'verbose_name': 'việc phải làm sau họp',
                'ordering': ['meeting', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ScoreSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('points', models.JSONField(verbose_name='điểm')),
                ('total', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='tổng điểm')),
                ('band', models.CharField(choices=[('good', 'Tốt'), ('fair', 'Khá'), ('average', 'Trung bình'), ('weak', 'Kém')], max_length=8, verbose_name='mức')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='thuyết minh điểm trừ')),
                ('written_at', models.DateTimeField(default=lantoa.foundation.clock.now)),
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='score', to='meetings.meeting')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='meetings.scorerule')),
            ],
            options={
                'verbose_name': 'phiếu tự chấm buổi sinh hoạt',
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('regular', 'sinh hoạt thường kỳ'), ('thematic', 'sinh hoạt chuyên đề'), ('flag', 'chào cờ, sinh hoạt dưới cờ'), ('board', 'họp chi ủy, cấp ủy')], default='regular', max_length=10, verbose_name='loại')),
                ('held_on', models.DateField(verbose_name='ngày')),
                ('starts_at', models.TimeField(blank=True, null=True, verbose_name='bắt đầu lúc')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='địa điểm')),
                ('topic', models.CharField(blank=True, max_length=300, verbose_name='chuyên đề')),
                ('story', models.CharField(blank=True, max_length=300, verbose_name='câu chuyện về Bác')),
                ('presenter', models.CharField(blank=True, max_length=200, verbose_name='đến lượt, người trình bày')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='thống nhất ngày')),
                ('approved_by', models.CharField(blank=True, max_length=160, verbose_name='người thống nhất')),
                ('meeting', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appointment', to='meetings.meeting')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='organisation.unit')),
            ],
            options={
                'verbose_name': 'lịch sinh hoạt',
                'ordering': ['held_on', 'pk'],
                'indexes': [models.Index(fields=['unit', 'held_on'], name='appointments_of_a_unit')],
                'constraints': [models.UniqueConstraint(fields=('unit', 'kind', 'held_on'), name='a_unit_registers_one_meeting_of_a_kind_a_day')],
            },
        ),
        migrations.RunPython(enter_the_rule, migrations.RunPython.noop),
    ]
