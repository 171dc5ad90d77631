"""Báo cáo sơ kết: what a unit has done in a period, by the outline committees use."""

from lantoa.reports.form import Column, Form, Section, Sentence
from lantoa.reports.forms.interim_inspection import INSPECTION
from lantoa.reports.forms.interim_outreach import OUTREACH, OUTREACH_ANNEX

ABOVE = ("superior", "province", "central")
GRASSROOTS = ("grassroots", "section")
CELL = ("cell",)

GENERAL = (
    Sentence("{unit} có <{statistics.grassroots}|{statistics.cells}>[ với {registrations.members}].", ABOVE),
    Sentence("{unit} có {statistics.cells}[ với {registrations.members}].", GRASSROOTS),
    Sentence("{unit} có {registrations.members}.", CELL),
)
DIRECTION = (
    Sentence("Trong kỳ, cấp ủy các cấp ban hành <{programme.plans_issued}|{programme.directives} chỉ đạo>."),
    Sentence(
        "Có {programme.units_with_plan} có kế hoạch thực hiện, đạt {programme.units_with_plan:share}.", ABOVE
    ),
    Sentence("Đến cuối kỳ có {programme.term_plans} toàn khóa đang thực hiện."),
    Sentence(
        "Đang triển khai {programme.movements} thi đua"
        "[, trong đó {programme.movements_launched} phát động trong kỳ]."
    ),
    Sentence(
        "Có {programme.units_taking_part} tham gia các phong trào thi đua[ với {programme.participants}]"
        "[, trong đó {programme.party_participants}][; theo tên có {programme.named_participants} khác nhau]"
        "[; đã tổng kết {programme.movements_summed_up}]."
    ),
    Sentence("Trong kỳ có {programme.movement_reviews} sơ kết, tổng kết phong trào thi đua của mình."),
)
STUDY = (
    Sentence(
        "Đã tổ chức {study.classes} học tập, quán triệt"
        "[ với {study.attendance} đảng viên dự, đạt {study.attendance:share}]."
    ),
    Sentence("Tỷ lệ đảng viên tham gia học tập, quán triệt của từng lớp {study.least_attendance:reached}."),
    Sentence("Có {study.outside_attended} cán bộ, quần chúng ngoài Đảng dự học."),
    Sentence("Đã nộp {study.essays} thu hoạch."),
    Sentence(
        "Đã mở {study.courses} bồi dưỡng, lý luận chính trị[ với {study.course_participants}]"
        "[; {study.courses_with_programme} có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh]"
        "[; cấp {study.certificates} chứng nhận][; theo tên có {study.certified_people} khác nhau được cấp]."
    ),
    Sentence(
        "Trong đó có <{study.courses@kind=prospective} bồi dưỡng nhận thức về Đảng|"
        "{study.courses@kind=new_members} bồi dưỡng đảng viên mới|"
        "{study.courses@kind=example} đảng viên làm theo lời Bác>."
    ),
    Sentence("Đã cử {study.sent} học lớp bồi dưỡng, lý luận chính trị.", (*GRASSROOTS, *CELL)),
    Sentence(
        "Đã kết nạp {study.admitted} vào Đảng[, trong đó {study.admitted@source=course} từ các lớp bồi dưỡng]"
        "[; trong phong trào thi đua {study.admitted@movement=movement}]."
    ),
)
REGISTRATIONS = (
    Sentence(
        "Có {registrations.share_of_members} đăng ký nội dung học tập, thực hành, "
        "đạt {registrations.share_of_members:share}."
    ),
    Sentence(
        "Đã gửi {registrations.registered} đăng ký[, gồm <+{registrations.registered@subject=collective} của tập thể|"
        "{registrations.registered@party=member} của đảng viên|"
        "{registrations.registered@party=outside} của người ngoài Đảng>]."
    ),
    Sentence(
        "Các chi bộ đã duyệt {registrations.approved}[; {registrations.with_progress} có ghi việc đã làm]"
        "[; {registrations.with_result} có kết quả đo được]."
    ),
)
BREAKTHROUGHS = (
    Sentence(
        "Đã đăng ký {breakthroughs.registered} đột phá[, gồm "
        "<+{breakthroughs.registered@kind=head} của người đứng đầu|"
        "{breakthroughs.registered@kind=committee} của cấp ủy|{breakthroughs.registered@kind=cell} của chi bộ>]"
        "[; được duyệt {breakthroughs.approved}]."
    ),
    Sentence(
        "Có {breakthroughs.titles} với {breakthroughs.people} đứng đầu được cấp có thẩm quyền duyệt nội dung đột phá."
    ),
    Sentence("Có {breakthroughs.committees} được duyệt nội dung đột phá."),
    Sentence(
        "Qua đánh giá, {breakthroughs.completed_share} hoàn thành hoặc cơ bản hoàn thành, "
        "đạt {breakthroughs.completed_share:share}."
    ),
)
PRACTICES = (
    Sentence(
        "Trong kỳ đăng ký mới {practices.registered}[, gồm <+{practices.registered@subject=collective} của tập thể|"
        "{practices.registered@subject=individual} của cá nhân>]."
    ),
    Sentence(
        "Lũy kế đã đăng ký {practices.registered_total} tự xây dựng[, trong đó tiêu biểu {practices.typical}]"
        "; đang thực hiện {practices.running}, gồm {practices.running@origin=adopted} vận dụng từ nơi khác.",
        otherwise="Lũy kế đã đăng ký {practices.registered_total}[; đang thực hiện {practices.running}]"
        "[; tiêu biểu {practices.typical}].",
    ),
    Sentence(
        "Trong phong trào thi đua đăng ký mới {practices.in_movements}"
        "[; đang thực hiện {practices.running_in_movements}].",
    ),
    Sentence("Qua đánh giá, {practices.effective_share} trong phong trào thi đua có hiệu quả."),
    Sentence("Trong kỳ có {practices.recognised} được công nhận."),
    Sentence(
        "Có {practices.units_with_plan_and_registration} vừa có kế hoạch toàn khóa vừa đăng ký mô hình, "
        "đạt {practices.units_with_plan_and_registration:share}."
    ),
    Sentence(
        "Có {practices.units_running} đang duy trì mô hình"
        "[; {practices.share_with_participants} có ghi số người tham gia, cộng lại {practices.participants}]."
    ),
)
MEETINGS = (
    Sentence(
        "Đã tổ chức <{meetings.regular} sinh hoạt thường kỳ|{meetings.thematic} sinh hoạt chuyên đề|"
        "{meetings.flag} chào cờ, sinh hoạt dưới cờ>."
    ),
    Sentence("Đã sinh hoạt {meetings.flag_topics} dưới cờ, đầu tháng."),
    Sentence("Tỷ lệ đảng viên dự sinh hoạt đạt {meetings.attendance:share} ({meetings.attendance})."),
)
# Which level commended how many of either: a number by level alone would hide the one, or add the two.
BY_LEVEL = tuple(
    Sentence(
        f"{level} khen <{{commendations.collectives@level={code}}}|{{commendations.individuals@level={code}}}>."
    )
    for code, level in (
        ("central", "Cấp Trung ương"),
        ("province", "Cấp tỉnh"),
        ("superior", "Cấp trên cơ sở"),
        ("grassroots", "Cấp cơ sở"),
        ("cell", "Chi bộ"),
    )
)
COMMENDATIONS = (
    Sentence("Đã biểu dương, khen thưởng <{commendations.collectives}|{commendations.individuals}>."),
    *BY_LEVEL,
    Sentence("Đã khen thưởng {commendations.unsplit} (nguồn chưa tách tập thể với cá nhân)."),
    Sentence(
        "Không tính trùng, có <{commendations.distinct_collectives}|{commendations.distinct_people}> được khen."
    ),
    Sentence("Có {commendations.prime_minister} được Bằng khen của Thủ tướng Chính phủ."),
    Sentence(
        "Đề nghị cấp trên khen thưởng <{commendations.proposed_collectives}|{commendations.proposed_individuals}>."
    ),
)

EXEMPLARS = (
    Sentence(
        "Trong kỳ công bố {exemplars.published}[, gồm <+{exemplars.published@subject=collective} của tập thể|"
        "{exemplars.published@subject=individual} của cá nhân>]."
    ),
    Sentence("Có {reviews.heads} báo cáo cấp trên về nhiệm vụ trọng tâm, nội dung đột phá, nêu gương."),
)
SHORTCOMINGS = (
    Sentence("Đến cuối kỳ còn {shortcomings.open@whose=unit} của tổ chức, đơn vị phải khắc phục."),
)

# Dossiers of administrative procedures, as an office declares them: indicators of figures/library.py.
DUTY = (
    Sentence(
        "Tiếp nhận {dossiers.taken_in}[, kỳ trước chuyển sang {dossiers.carried_over}]"
        "[; đã giải quyết {dossiers.resolved}][, trước hạn và đúng hạn đạt {dossiers.in_time:share}]"
        "[; đang giải quyết {dossiers.pending}]."
    ),
    Sentence(
        "Rút ngắn thời gian giải quyết {dossiers.procedures}[, mức rút ngắn {dossiers.cut_share}]"
        "[, thời gian giải quyết một thủ tục {dossiers.time_cut}]."
    ),
    Sentence("Có {dossiers.on_the_spot} được giải quyết tại chỗ."),
)

SECTIONS = (
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

ANNEX = (
    "statistics.grassroots",
    "statistics.cells",
    "registrations.members",
    "programme.plans_issued",
    "programme.units_with_plan",
    "programme.term_plans",
    "programme.directives",
    "programme.movements",
    "programme.units_taking_part",
    "programme.participants",
    "programme.party_participants",
    "programme.named_participants",
    "programme.movements_summed_up",
    "programme.movement_reviews",
    "study.classes",
    "study.attendance",
    "study.least_attendance",
    "study.outside_attended",
    "study.essays",
    "study.courses",
    "study.courses@kind=prospective",
    "study.courses@kind=new_members",
    "study.courses@kind=example",
    "study.course_participants",
    "study.course_participants@kind=example",
    "study.certificates",
    "study.certified_people",
    "study.sent",
    "study.admitted",
    "study.admitted@source=course",
    "study.admitted@movement=movement",
    "registrations.registered",
    "registrations.registered@subject=collective",
    "registrations.registered@party=member",
    "registrations.registered@party=outside",
    "registrations.registered@subject=household",
    "registrations.share_of_members",
    "registrations.approved",
    "registrations.with_progress",
    "registrations.with_result",
    "registrations.completed",
    "registrations.in_progress",
    "breakthroughs.registered",
    "breakthroughs.registered@kind=head",
    "breakthroughs.registered@kind=committee",
    "breakthroughs.registered@kind=cell",
    "breakthroughs.approved",
    "breakthroughs.titles",
    "breakthroughs.people",
    "breakthroughs.committees",
    "breakthroughs.completed",
    "breakthroughs.assessed@result=not_done",
    "practices.registered",
    "practices.registered@subject=collective",
    "practices.registered@subject=individual",
    "practices.registered@level=province",
    "practices.registered@level=superior",
    "practices.registered@level=grassroots",
    "practices.registered@level=cell",
    "practices.in_movements",
    "practices.effective_share",
    "practices.registered_total",
    "practices.recognised",
    "practices.recognised@level=province",
    "practices.recognised@level=superior",
    "practices.recognised@level=grassroots",
    "practices.recognised@level=cell",
    "practices.running",
    "practices.typical",
    "practices.taken_over",
    "practices.taken_over_total",
    "practices.alive_after_6_months",
    "practices.stopped",
    "practices.units_running",
    "practices.units_with_plan_and_registration",
    "practices.participants",
    "meetings.regular",
    "meetings.thematic",
    "meetings.flag",
    "meetings.flag_topics",
    "meetings.attendance",
    "supervision.inspections",
    "supervision.inspections@kind=inspection",
    "supervision.inspections@kind=thematic",
    "supervision.inspections@kind=regular",
    "supervision.units_inspected",
    "supervision.persons_inspected",
    "supervision.pointed_out",
    "supervision.pointed_out_mended",
    "shortcomings.found@whose=unit",
    "shortcomings.mended_verified@whose=unit",
    "shortcomings.open@whose=unit",
    "reviews.heads",
    "exemplars.published",
    "commendations.collectives",
    "commendations.collectives@level=cell",
    "commendations.collectives@level=grassroots",
    "commendations.collectives@level=superior",
    "commendations.collectives@level=province",
    "commendations.collectives@level=central",
    "commendations.distinct_collectives",
    "commendations.individuals",
    "commendations.individuals@level=cell",
    "commendations.individuals@level=grassroots",
    "commendations.individuals@level=superior",
    "commendations.individuals@level=province",
    "commendations.individuals@level=central",
    "commendations.individuals@party=member",
    "commendations.individuals@party=outside",
    "commendations.distinct_people",
    "commendations.unsplit",
    "commendations.prime_minister",
    "commendations.proposed_collectives",
    "commendations.proposed_individuals",
    *OUTREACH_ANNEX,
)

UNITS = (
    Column("registrations.members", "Đảng viên"),
    Column("registrations.members_registered", "Đảng viên đăng ký"),
    Column("registrations.approved", "Bản đã duyệt"),
    Column("breakthroughs.approved", "Đột phá được duyệt"),
    Column("practices.registered", "Mô hình đăng ký"),
    Column("meetings.thematic", "Buổi chuyên đề"),
    Column("commendations.collectives", "Khen tập thể"),
    Column("commendations.individuals", "Khen cá nhân"),
)

# The table that a committee keeps of its cells: what each cell's half-yearly return says, as far as it is recorded.
CELLS = (
    Column("registrations.members", "Đảng số"),
    Column("meetings.regular", "Sinh hoạt lệ (buổi)"),
    Column("meetings.attendance", "Đảng viên dự sinh hoạt lệ"),
    Column("study.attendance", "Học tập chuyên đề, nghị quyết"),
    Column("meetings.thematic", "Sinh hoạt chuyên đề (buổi)"),
    Column("registrations.members_registered", "Đảng viên đăng ký"),
    Column("practices.registered", "Mô hình đăng ký"),
    Column("study.admitted", "Kết nạp đảng"),
)

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
    otherwise="duty",
    corrected_in="general",
)
