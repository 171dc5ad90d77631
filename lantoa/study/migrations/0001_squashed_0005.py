import django.db.models.deletion
import django.db.models.expressions
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("study", "0001_initial"),
        ("study", "0002_courses_and_admissions"),
        ("study", "0003_courses_follow_a_curriculum_and_tell_who_sent_whom"),
        ("study", "0004_certificates_bear_a_name"),
        ("study", "0005_classes_take_attendance_and_receive_essays"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("programme", "0001_squashed_0014"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Curriculum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("prospective", "bồi dưỡng nhận thức về Đảng (quần chúng ưu tú)"),
                                    ("new_members", "bồi dưỡng đảng viên mới"),
                                    ("example", "lớp đảng viên làm theo lời Bác"),
                                    ("theory", "lý luận chính trị, chuyên đề khác"),
                                ],
                                max_length=12,
                                verbose_name="loại lớp",
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên chương trình")),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="theo văn bản")),
                        ("starts", models.DateField(verbose_name="áp dụng từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="curricula",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chương trình bồi dưỡng",
                        "ordering": ["kind", "-starts", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_curriculum_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "starts", "name"), name="a_curriculum_is_kept_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Course",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("prospective", "bồi dưỡng nhận thức về Đảng (quần chúng ưu tú)"),
                                    ("new_members", "bồi dưỡng đảng viên mới"),
                                    ("example", "lớp đảng viên làm theo lời Bác"),
                                    ("theory", "lý luận chính trị, chuyên đề khác"),
                                ],
                                max_length=12,
                                verbose_name="loại lớp",
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên lớp")),
                        ("starts", models.DateField(verbose_name="khai giảng ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="bế giảng ngày")),
                        ("participants", models.PositiveIntegerField(verbose_name="số học viên")),
                        (
                            "certified",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số học viên được cấp giấy chứng nhận"
                            ),
                        ),
                        (
                            "has_programme",
                            models.BooleanField(
                                verbose_name="có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"
                            ),
                        ),
                        (
                            "movement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="courses",
                                to="programme.movement",
                                verbose_name="trong phong trào thi đua",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="courses",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "curriculum",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="courses",
                                to="study.curriculum",
                                verbose_name="theo chương trình",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lớp bồi dưỡng, lý luận chính trị",
                        "ordering": ["-starts", "-pk"],
                        "indexes": [models.Index(fields=["unit", "starts"], name="courses_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("participants__gt", 0)), name="a_course_has_participants"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"
                                ),
                                name="a_course_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("certified__isnull", True),
                                    ("certified__lte", models.F("participants")),
                                    _connector="OR",
                                ),
                                name="no_more_are_certified_than_took_part",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "starts", "name"), name="a_course_is_recorded_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CurriculumPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("title", models.CharField(max_length=300, verbose_name="chuyên đề")),
                        (
                            "lessons",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số tiết"),
                        ),
                        (
                            "is_programme",
                            models.BooleanField(
                                verbose_name="nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh"
                            ),
                        ),
                        (
                            "curriculum",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="study.curriculum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chuyên đề của chương trình bồi dưỡng",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="StudyClass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(max_length=300, verbose_name="văn bản, chuyên đề được học"),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("central", "Trung ương"),
                                    ("province", "tỉnh"),
                                    ("superior", "cấp trên trực tiếp cơ sở"),
                                    ("grassroots", "cơ sở"),
                                    ("cell", "chi bộ"),
                                ],
                                max_length=12,
                                verbose_name="cấp tổ chức",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[("direct", "trực tiếp"), ("online", "trực tuyến")],
                                default="direct",
                                max_length=8,
                                verbose_name="hình thức",
                            ),
                        ),
                        ("sites", models.PositiveSmallIntegerField(default=1, verbose_name="số điểm cầu")),
                        ("held_on", models.DateField(verbose_name="ngày học")),
                        (
                            "speaker",
                            models.CharField(blank=True, max_length=200, verbose_name="báo cáo viên"),
                        ),
                        (
                            "party_summoned",
                            models.PositiveIntegerField(verbose_name="đảng viên được triệu tập"),
                        ),
                        ("party_attended", models.PositiveIntegerField(verbose_name="đảng viên dự")),
                        (
                            "made_up",
                            models.PositiveIntegerField(default=0, verbose_name="đảng viên đã học bù"),
                        ),
                        (
                            "outside_attended",
                            models.PositiveIntegerField(default=0, verbose_name="người ngoài Đảng dự"),
                        ),
                        ("essays", models.PositiveIntegerField(default=0, verbose_name="bài thu hoạch")),
                        (
                            "exempt",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="đảng viên được miễn"
                            ),
                        ),
                        (
                            "excused",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="vắng có lý do"),
                        ),
                        (
                            "essays_by",
                            models.DateField(blank=True, null=True, verbose_name="hạn nộp bài thu hoạch"),
                        ),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="ghi chú")),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "papers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="study_classes",
                                to="programme.directive",
                                verbose_name="văn bản được học",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="study_classes",
                                to="programme.theme",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="study_classes",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lớp học tập, quán triệt",
                        "ordering": ["-held_on", "-pk"],
                        "indexes": [models.Index(fields=["unit", "held_on"], name="classes_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "party_summoned__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("party_attended"), "+", models.F("made_up")
                                        ),
                                    )
                                ),
                                name="no_more_attend_a_class_than_were_summoned",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("excused__isnull", True),
                                    (
                                        "party_summoned__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("party_attended"), "+", models.F("excused")
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="no_more_are_excused_than_were_absent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("party_summoned__gt", 0)), name="a_class_summons_someone"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sites__gt", 0)), name="a_class_has_a_place"
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "held_on", "topic"), name="a_class_is_recorded_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Essay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "duty",
                            models.CharField(blank=True, max_length=300, verbose_name="nhiệm vụ được giao"),
                        ),
                        ("understood", models.TextField(max_length=10000, verbose_name="nhận thức")),
                        (
                            "applied",
                            models.TextField(max_length=10000, verbose_name="liên hệ bản thân, đơn vị"),
                        ),
                        ("will_do", models.TextField(max_length=10000, verbose_name="việc sẽ làm")),
                        (
                            "sent_at",
                            models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="gửi lúc"),
                        ),
                        ("changed_at", models.DateTimeField(blank=True, null=True, verbose_name="sửa lúc")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="essays",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="essays",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "study_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="written",
                                to="study.studyclass",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bài thu hoạch",
                        "ordering": ["-sent_at", "-pk"],
                        "indexes": [models.Index(fields=["unit", "study_class"], name="essays_of_a_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("study_class", "person"), name="a_person_writes_one_essay_on_a_class"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClassUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("summoned", models.PositiveIntegerField(verbose_name="được triệu tập")),
                        ("attended", models.PositiveIntegerField(verbose_name="dự")),
                        ("made_up", models.PositiveIntegerField(default=0, verbose_name="đã học bù")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="class_parts",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                        (
                            "study_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="by_unit",
                                to="study.studyclass",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "số dự học của một đơn vị",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["unit"], name="class_parts_of_a_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("study_class", "unit"), name="a_unit_stands_in_a_class_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("summoned__gt", 0),
                                    (
                                        "summoned__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("attended"), "+", models.F("made_up")
                                        ),
                                    ),
                                ),
                                name="no_more_of_a_unit_attend_than_were_summoned",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClassAbsence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("excused", "vắng có lý do"),
                                    ("unexcused", "vắng không lý do"),
                                    ("exempt", "được miễn học lớp này"),
                                ],
                                default="excused",
                                max_length=10,
                                verbose_name="vì sao không dự",
                            ),
                        ),
                        ("made_up_on", models.DateField(blank=True, null=True, verbose_name="học bù ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="class_absences",
                                to="people.person",
                            ),
                        ),
                        (
                            "study_class",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absences",
                                to="study.studyclass",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vắng học",
                        "ordering": ["person__sort_key", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("study_class", "person"), name="a_person_is_absent_from_a_class_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("why", "exempt"), _negated=True),
                                    ("made_up_on__isnull", True),
                                    _connector="OR",
                                ),
                                name="who_is_exempt_makes_up_for_nothing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số giấy")),
                        ("issued_on", models.DateField(verbose_name="ngày cấp")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="people.person",
                                verbose_name="người được cấp",
                            ),
                        ),
                        (
                            "course",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="study.course",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "giấy chứng nhận của lớp",
                        "ordering": ["-issued_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on__isnull", True)),
                                fields=("course", "person"),
                                name="a_person_holds_one_certificate_of_a_course",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_certificate_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Admission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("admitted_on", models.DateField(verbose_name="ngày kết nạp")),
                        ("people", models.PositiveIntegerField(verbose_name="số người được kết nạp")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "movement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="admissions",
                                to="programme.movement",
                                verbose_name="trong phong trào thi đua",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="admissions",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "course",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="admissions",
                                to="study.course",
                                verbose_name="từ lớp bồi dưỡng",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kết nạp đảng viên",
                        "ordering": ["-admitted_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "admitted_on"], name="admissions_of_a_unit")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("people__gt", 0)), name="an_admission_admits_someone"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_admission_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CourseIntake",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("people", models.PositiveIntegerField(verbose_name="số người được cử")),
                        (
                            "certified",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="được cấp giấy chứng nhận"
                            ),
                        ),
                        (
                            "course",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="intakes",
                                to="study.course",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="course_intakes",
                                to="organisation.unit",
                                verbose_name="đơn vị cử",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị cử học viên",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["unit"], name="intakes_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("people__gt", 0)), name="an_intake_is_of_somebody"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("certified__isnull", True),
                                    ("certified__lte", models.F("people")),
                                    _connector="OR",
                                ),
                                name="no_more_of_a_unit_are_certified_than_it_sent",
                            ),
                            models.UniqueConstraint(
                                fields=("course", "unit"), name="a_unit_stands_in_a_course_once"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
