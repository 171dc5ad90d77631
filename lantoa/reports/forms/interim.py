"""Báo cáo sơ kết: what a unit has done in a period, by the outline committees use."""

from dataclasses import replace

from lantoa.reports.form import Form, Section
from lantoa.reports.forms.interim_annex import ANNEX, BESIDE, CELLS, UNITS
from lantoa.reports.forms.interim_inspection import INSPECTION
from lantoa.reports.forms.interim_outreach import OUTREACH
from lantoa.reports.forms.interim_sentences import (
    BREAKTHROUGHS,
    COMMENDATIONS,
    DIRECTION,
    DUTY,
    EXEMPLARS,
    GENERAL,
    MEETINGS,
    PRACTICES,
    REGISTRATIONS,
    SHORTCOMINGS,
    STUDY,
)

# Who is asked where a section has nothing to tell, and in which part of the menu it is recorded.
ASKS = {
    "general": "bộ phận tổ chức; đơn vị và đảng viên ghi ở mục Tổ chức, mục Người và tài khoản",
    "leadership": "văn phòng cấp ủy; kế hoạch, văn bản ghi ở mục Chương trình, chuyên đề",
    "study": "nơi mở lớp; lớp, hội nghị ghi ở mục Học tập, quán triệt",
    "registrations": "bí thư chi bộ; bản đăng ký ghi ở mục Đăng ký học tập, thực hành",
    "breakthroughs": "người đứng đầu, cấp ủy; ghi ở mục Nội dung đột phá",
    "exemplars": "người đứng đầu các đơn vị; trang báo cáo cấp trên ở mục Kiểm điểm, xếp loại, phải cho trích",
    "practices": "đơn vị có mô hình; ghi ở mục Mô hình, điển hình",
    "meetings": "bí thư chi bộ; buổi họp ghi ở mục Sinh hoạt chi bộ",
    "outreach": "người phụ trách tuyên truyền, dân vận; ghi ở mục Tuyên truyền, việc làm vì dân",
    "inspection": "ủy ban kiểm tra; cuộc kiểm tra, giám sát ghi ở mục Kiểm tra, giám sát",
    "commendations": "bộ phận thi đua, khen thưởng; quyết định ghi ở mục Khen thưởng",
    "duty": "văn phòng đơn vị; khai ở mục Số liệu và cách tính, phần Số khai báo",
    "shortcomings": "cấp ủy; hạn chế và nguyên nhân ghi ở mục Hạn chế cần khắc phục, "
    "kết luận hội nghị sơ kết, tổng kết ghi ở mục Sinh hoạt chi bộ, "
    "bài học ghi ở trang báo cáo cấp trên của người đứng đầu",
    "directions": "cấp ủy; việc kỳ tới ghi trong kế hoạch ở mục Chương trình, chuyên đề",
    "proposals": "người đứng đầu; kiến nghị ghi ở trang báo cáo cấp trên, mục Kiểm điểm, xếp loại",
}
LESSONS = Section(
    "lessons",
    "",
    "Bài học rút ra",
    level=2,
    by_hand=True,
    hint="Điều gì làm nên kết quả, điều gì lần sau làm khác.",
    asks="người đứng đầu; bài học ghi ở trang báo cáo cấp trên, mục Kiểm điểm, xếp loại",
    within="shortcomings",
)
OUTLINE = (
    Section(
        "general", "I", "Tình hình chung", GENERAL, hint="Đặc điểm, thuận lợi, khó khăn của đơn vị trong kỳ."
    ),
    Section(
        "leadership",
        "II",
        "Công tác lãnh đạo, chỉ đạo",
        DIRECTION,
        hint="Việc quán triệt, ban hành văn bản, phân công.",
    ),
    Section("results", "III", "Kết quả thực hiện"),
    Section("study", "1", "Học tập, quán triệt", STUDY, 2),
    Section("registrations", "2", "Đăng ký học tập, thực hành", REGISTRATIONS, 2),
    Section("breakthroughs", "3", "Nội dung đột phá", BREAKTHROUGHS, 2),
    Section(
        "exemplars",
        "4",
        "Trách nhiệm nêu gương",
        EXEMPLARS,
        2,
        by_hand=True,
        hint="Việc nêu gương của cấp ủy, người đứng đầu, đảng viên.",
    ),
    Section(
        "practices", "5", "Mô hình, điển hình", PRACTICES, 2, hint="Mô hình, điển hình nổi bật và tác dụng."
    ),
    Section("meetings", "6", "Sinh hoạt chi bộ, sinh hoạt dưới cờ", MEETINGS, 2),
    Section("outreach", "7", "Tuyên truyền, an sinh xã hội, ý kiến nhân dân", OUTREACH, 2),
    Section(
        "inspection",
        "8",
        "Kiểm tra, giám sát",
        INSPECTION,
        2,
        hint="Số cuộc, nội dung, hạn chế đã chỉ ra và việc khắc phục.",
    ),
    Section("commendations", "9", "Biểu dương, khen thưởng", COMMENDATIONS, 2),
    Section(
        "duty", "10", "Gắn với nhiệm vụ chính trị", DUTY, 2, hint="Kết quả chuyên môn nhờ học tập, thực hành."
    ),
    Section(
        "shortcomings",
        "IV",
        "Hạn chế, nguyên nhân, bài học",
        SHORTCOMINGS,
        by_hand=True,
        hint="Hạn chế ở đâu, vì sao, rút ra điều gì.",
    ),
    Section(
        "directions", "V", "Phương hướng, nhiệm vụ", by_hand=True, hint="Việc làm tiếp, ai làm, khi nào xong."
    ),
    Section(
        "proposals", "VI", "Kiến nghị", by_hand=True, hint="Kiến nghị với cấp trên; không có thì ghi “Không”."
    ),
)

SECTIONS = tuple(replace(section, asks=ASKS.get(section.code, "")) for section in OUTLINE)

FORM = Form(
    code="interim",
    name="Báo cáo sơ kết",
    type_label="Báo cáo",
    type_code="BC",
    abstract="kết quả {programme} {period}",
    sections=SECTIONS,
    annex=ANNEX,
    units=UNITS,
    cells=CELLS,
    beside=BESIDE,
    apart=(LESSONS,),
    otherwise="duty",
    corrected_in="general",
)
