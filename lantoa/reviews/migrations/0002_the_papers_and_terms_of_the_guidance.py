"""The papers of the guidance as they are used, and the terms that notes on it tell. Offices change both from a day on."""

import datetime as dt

from django.db import migrations

FROM = dt.date(2025, 10, 31)
GUIDANCE = "Hướng dẫn 43-HD/BTCTW ngày 31/10/2025; Quy định 366-QĐ/TW ngày 30/8/2025 (cần đối chiếu bản gốc)"
# number, heading, what is put before the writer, whether it must be written
PERSONS = [
    ("I.1", "Phẩm chất chính trị, đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong", "", True),
    ("I.2", "Kết quả thực hiện nhiệm vụ, chỉ tiêu được giao", "duties", True),
    (
        "I.3",
        "Kết quả thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm; đăng ký học tập, làm theo",
        "undertaking",
        True,
    ),
    ("II", "Hạn chế, khuyết điểm và nguyên nhân", "open", True),
    ("III", "Kết quả khắc phục hạn chế, khuyết điểm đã nêu ở kỳ trước", "earlier", False),
    ("IV", "Giải trình những vấn đề được gợi ý kiểm điểm", "prompts", False),
    ("V", "Trách nhiệm của cá nhân đối với hạn chế, khuyết điểm của tập thể", "", False),
    ("VI", "Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm", "", True),
]
COLLECTIVE = [
    ("I.1", "Chấp hành nguyên tắc tổ chức, sinh hoạt đảng; giữ gìn đoàn kết nội bộ", "", True),
    ("I.2", "Kết quả thực hiện nhiệm vụ, chỉ tiêu được giao", "duties", True),
    (
        "I.3",
        "Công tác xây dựng Đảng; đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "undertaking",
        True,
    ),
    ("II", "Hạn chế, khuyết điểm và nguyên nhân", "open", True),
    ("III", "Kết quả khắc phục hạn chế, khuyết điểm đã nêu ở kỳ trước", "earlier", False),
    ("IV", "Giải trình những vấn đề được gợi ý kiểm điểm", "prompts", False),
    ("V", "Trách nhiệm của tập thể, cá nhân đối với hạn chế, khuyết điểm", "", False),
    ("VI", "Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm", "", True),
]
PERIODIC = [
    ("1", "Việc đã đăng ký: làm được gì trong kỳ", "undertaking", True),
    ("2", "Hạn chế còn phải khắc phục, đã làm gì", "earlier", False),
    ("3", "Việc sẽ làm kỳ tới", "", False),
]
PAPERS = {
    "01": ("Báo cáo kiểm điểm tập thể", COLLECTIVE, (None, None)),
    "2A": ("Bản kiểm điểm cá nhân (cán bộ lãnh đạo, quản lý)", PERSONS, (30, 70)),
    "2B": ("Bản kiểm điểm cá nhân (đảng viên không giữ chức vụ lãnh đạo, quản lý)", PERSONS, (30, 70)),
    "2C": ("Bản kiểm điểm cá nhân (đảng viên ngoài hệ thống)", PERSONS, (30, 70)),
    "03": ("Quyết định xếp loại lại", [], (None, None)),
    "04": ("Danh mục hồ sơ kiểm điểm, xếp loại", [], (None, None)),
    "05": ("Phiếu tự đánh giá, xếp loại", PERIODIC, (30, 70)),
}
TERMS = {
    "draft_days": 3,
    "reply_days": 5,
    "ceiling_percent": 20,
    "ceiling_most": 25,
    "reading": "good_only",
    "basis": (
        "Quy định 366-QĐ/TW: xuất sắc không quá 20% số hoàn thành tốt, nơi có thẩm quyền cho đến 25%; gửi trước họp 3 "
        "ngày làm việc. Hạn trả lời 5 ngày làm việc là mức của hệ thống; số người dự tối thiểu và hạn khiếu nại chưa "
        "đối chiếu được, để trống."
    ),
}


def first_papers(apps, schema_editor):
    template, section = apps.get_model("reviews", "Template"), apps.get_model("reviews", "Section")
    for code, (title, sections, (common, tasks)) in PAPERS.items():
        made = template.objects.create(
            code=code, title=title, starts=FROM, basis=GUIDANCE, common_most=common, task_most=tasks
        )
        for order, (number, heading, gathers, is_required) in enumerate(sections, start=1):
            section.objects.create(
                template=made,
                order=order,
                number=number,
                heading=heading,
                gathers=gathers,
                is_required=is_required,
            )
    apps.get_model("reviews", "Terms").objects.create(starts=FROM, **TERMS)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_people_look_back_with_their_records_before_them")]

    operations = [migrations.RunPython(first_papers, migrations.RunPython.noop)]
