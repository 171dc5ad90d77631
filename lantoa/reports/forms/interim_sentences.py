"""The sentences of the interim report, section by section; those of outreach stand beside."""

from lantoa.reports.form import Sentence

ABOVE = ("superior", "province", "central")
GRASSROOTS = ("grassroots", "section")
CELL = ("cell",)

GENERAL = (
    # Above the grassroots the list of people may hold a part of the members only: it says what it holds.
    Sentence(
        "{unit} có <{statistics.grassroots}|{statistics.cells}>[; danh sách đã ghi tên {registrations.members}].",
        ABOVE,
    ),
    Sentence("{unit} có {statistics.cells}[ với {registrations.members}].", GRASSROOTS),
    Sentence("{unit} có {registrations.members}.", CELL),
)
DIRECTION = (
    Sentence("Trong kỳ, cấp ủy các cấp ban hành <{programme.plans_issued}|{programme.directives} chỉ đạo>."),
    Sentence(
        "Có {programme.units_with_plan} có kế hoạch thực hiện, đạt {programme.units_with_plan:share}.", ABOVE
    ),
    Sentence("Đến cuối kỳ có {programme.term_plans} toàn khóa đang thực hiện."),
    Sentence("Có {programme.plans_on_time} ban hành đúng hạn cấp trên giao."),
    Sentence(
        "Trong kỳ có {programme.plan_tasks} trong kế hoạch đến hạn[, đã xong {programme.plan_tasks_done}]."
    ),
    Sentence(
        "Đang triển khai {programme.movements} thi đua[; trong kỳ phát động {programme.movements_launched}]."
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
        "Đã tổ chức {study.classes} học tập, quán triệt[ (cùng kỳ {study.classes:before})]"
        "[ với {study.attendance} đảng viên dự, đạt {study.attendance:share}]"
        "[!; tỷ lệ tham gia tính từng lớp {study.least_attendance:reached}].",
        otherwise="Tỷ lệ đảng viên tham gia học tập, quán triệt, tính từng lớp, "
        "{study.least_attendance:reached}.",
    ),
    Sentence("Có {study.made_up:number} lượt đảng viên vắng đã học bù."),
    Sentence("Có {study.outside_attended} cán bộ, quần chúng ngoài Đảng dự học."),
    Sentence("Đã nộp {study.essays} thu hoạch."),
    Sentence(
        "Đã mở {study.courses} bồi dưỡng, lý luận chính trị[, trong đó <{study.courses@kind=prospective} bồi dưỡng "
        "nhận thức về Đảng|{study.courses@kind=new_members} bồi dưỡng đảng viên mới|"
        "{study.courses@kind=example} đảng viên làm theo lời Bác>][; có {study.course_participants}]"
        "[; {study.courses_with_programme} có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh]"
        "[; cấp {study.certificates} chứng nhận][; theo tên có {study.certified_people} khác nhau được cấp]."
    ),
    Sentence("Đã cử {study.sent} học lớp bồi dưỡng, lý luận chính trị.", (*GRASSROOTS, *CELL)),
    Sentence(
        "Đã kết nạp {study.admitted} vào Đảng[ (cùng kỳ {study.admitted:before})]"
        "[, trong đó {study.admitted@source=course} từ các lớp bồi dưỡng]"
        "[; qua phong trào thi đua {study.admitted@movement=movement}]."
    ),
)
REGISTRATIONS = (
    Sentence(
        "Có {registrations.share_of_members} đăng ký nội dung học tập, thực hành, "
        "đạt {registrations.share_of_members:share}[ (cùng kỳ {registrations.share_of_members:before})]."
    ),
    Sentence(
        "Đã gửi {registrations.registered} đăng ký[, gồm <+{registrations.registered@subject=collective} của tập thể|"
        "{registrations.registered@party=member} của đảng viên|"
        "{registrations.registered@party=outside} của người ngoài Đảng|"
        "{registrations.registered@subject=household} của hộ gia đình>]."
    ),
    Sentence(
        "Có {registrations.cells} có bản đăng ký, đạt {registrations.cells:share}.", (*ABOVE, *GRASSROOTS)
    ),
    Sentence(
        "Các chi bộ đã duyệt {registrations.approved}[; {registrations.with_progress} có ghi việc đã làm]"
        "[; {registrations.with_result} có kết quả đo được]."
    ),
    Sentence(
        "Trong kỳ hoàn thành {registrations.completed} đăng ký[; đang thực hiện {registrations.in_progress}].",
        otherwise="Đang thực hiện {registrations.in_progress} đăng ký.",
    ),
)
BREAKTHROUGHS = (
    Sentence(
        "Đã đăng ký {breakthroughs.registered} đột phá[, gồm "
        "<+{breakthroughs.registered@kind=head} của người đứng đầu|"
        "{breakthroughs.registered@kind=committee} của cấp ủy|{breakthroughs.registered@kind=cell} của chi bộ>]"
        "[; được duyệt {breakthroughs.approved}[ (cùng kỳ {breakthroughs.approved:before})]]."
    ),
    Sentence("Đã đăng ký {breakthroughs.key_tasks} trọng tâm."),
    Sentence(
        "Có <{breakthroughs.titles} với {breakthroughs.people} đứng đầu|{breakthroughs.committees}> "
        "được cấp có thẩm quyền duyệt nội dung đột phá."
    ),
    Sentence(
        "Qua đánh giá, {breakthroughs.completed_share} hoàn thành hoặc cơ bản hoàn thành, "
        "đạt {breakthroughs.completed_share:share}."
    ),
    Sentence(
        "Trong đó có <{breakthroughs.completed_titles}|{breakthroughs.completed_people} đứng đầu> "
        "hoàn thành hoặc cơ bản hoàn thành."
    ),
    Sentence("Có {breakthroughs.amended} sửa đổi nội dung đột phá được duyệt."),
)
PRACTICES = (
    Sentence(
        "Trong kỳ đăng ký mới {practices.registered}[ (cùng kỳ {practices.registered:before})]"
        "[, gồm <+{practices.registered@subject=collective} của tập thể|"
        "{practices.registered@subject=individual} của cá nhân>]."
    ),
    Sentence(
        "Lũy kế đã đăng ký {practices.registered_total} tự xây dựng[, trong đó tiêu biểu {practices.typical}]"
        "; đang thực hiện {practices.running}[ (cùng kỳ {practices.running:before})], "
        "trong đó {practices.running@origin=adopted} vận dụng từ nơi khác.",
        otherwise="Lũy kế đã đăng ký {practices.registered_total}[; đang thực hiện {practices.running}"
        "[ (cùng kỳ {practices.running:before})]]"
        "[; tiêu biểu {practices.typical}].",
    ),
    Sentence(
        "Trong phong trào thi đua đăng ký mới {practices.in_movements}"
        "[; đang thực hiện {practices.running_in_movements}].",
    ),
    Sentence("Qua đánh giá, {practices.effective_share} trong phong trào thi đua có hiệu quả."),
    Sentence("Trong kỳ có {practices.recognised} được công nhận."),
    Sentence(
        "Có {practices.units_taking_over} vận dụng mô hình từ nơi khác[! với {practices.taken_over:number} lượt]"
        "[; {practices.adopted_practices} được nơi khác vận dụng][; {practices.adoptions_stopped} đã dừng]."
    ),
    Sentence(
        "Qua 6 tháng, còn duy trì {practices.alive_after_6_months}[; qua 12 tháng, {practices.alive_after_12_months}]."
    ),
    Sentence(
        "Có {practices.units_with_plan_and_registration} vừa có kế hoạch toàn khóa vừa đăng ký mô hình, "
        "đạt {practices.units_with_plan_and_registration:share}.",
        ABOVE,
    ),
    Sentence(
        "Có {practices.units_running} đang duy trì mô hình"
        "[; {practices.share_with_participants} có ghi số người tham gia, cộng lại {practices.participants}]."
    ),
)
MEETINGS = (
    Sentence(
        "Đã tổ chức <{meetings.regular} sinh hoạt thường kỳ|"
        "{meetings.thematic} sinh hoạt chuyên đề[ (cùng kỳ {meetings.thematic:before})]|"
        "{meetings.flag} chào cờ, sinh hoạt dưới cờ>."
    ),
    Sentence(
        "Có {meetings.cells_met} sinh hoạt thường kỳ, đạt {meetings.cells_met:share}.", (*ABOVE, *GRASSROOTS)
    ),
    Sentence("Có {meetings.superiors_with_flag} cấp trên cơ sở tổ chức chào cờ, sinh hoạt dưới cờ.", ABOVE),
    Sentence("Đã tổ chức {meetings.conferences} sơ kết, tổng kết."),
    Sentence("Đã sinh hoạt {meetings.flag_topics} dưới cờ, đầu tháng[; kể {meetings.stories} về Bác]."),
    Sentence("Tỷ lệ đảng viên dự sinh hoạt đạt {meetings.attendance:share} ({meetings.attendance})."),
    Sentence(
        "Có {meetings.scored} tự chấm điểm[, tự xếp <{meetings.scored@band=good} mức tốt|"
        "{meetings.scored@band=fair} mức khá|{meetings.scored@band=average} mức trung bình|"
        "{meetings.scored@band=weak} mức yếu>]."
    ),
    Sentence("Đã xong {meetings.tasks_done} giao tại các buổi sinh hoạt."),
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
    Sentence(
        "Đã biểu dương, khen thưởng <{commendations.collectives}[ (cùng kỳ {commendations.collectives:before})]|"
        "{commendations.individuals}[ (cùng kỳ {commendations.individuals:before})]>."
    ),
    *BY_LEVEL,
    Sentence("Đã khen thưởng {commendations.unsplit} (nguồn chưa tách tập thể với cá nhân)."),
    Sentence(
        "Trong số đã ghi theo tên, không tính trùng, có "
        "<{commendations.distinct_collectives}|{commendations.distinct_people}> được khen."
    ),
    Sentence("Có {commendations.prime_minister} được Bằng khen của Thủ tướng Chính phủ."),
    Sentence(
        "Đề nghị cấp trên khen thưởng <{commendations.proposed_collectives}|{commendations.proposed_individuals}>."
    ),
)

EXEMPLARS = (
    Sentence(
        "Trong kỳ công bố {exemplars.published}[ (cùng kỳ {exemplars.published:before})]"
        "[, gồm <+{exemplars.published@subject=collective:number} tập thể|"
        "{exemplars.published@subject=individual:number} cá nhân>]."
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
