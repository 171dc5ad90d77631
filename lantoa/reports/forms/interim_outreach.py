"""What the interim report says of gifts, works, opinions, complaints and what was published."""

from lantoa.reports.form import Sentence

OUTREACH = (
    Sentence("Đã đăng {outreach.articles}[, duy trì {outreach.columns}]."),
    Sentence(
        "Đã phát hành {outreach.issues}[, trong đó {outreach.issues@column=with} có chuyên mục học tập Bác]"
        "[ với {outreach.issue_pieces}]."
    ),
    Sentence(
        "Đơn vị tự khai {outreach.shares} chia sẻ tin, bài chính thống[ của {outreach.sharing_people}]."
    ),
    Sentence(
        "Có {outreach.prize_works} dự giải sáng tác, quảng bá[ của {outreach.prize_authors}]"
        "[; {outreach.prizes_won} đạt giải].",
        otherwise="Có {outreach.prizes_won} đạt giải sáng tác, quảng bá.",
    ),
    Sentence("Có {outreach.promoters} quảng bá tác phẩm được trao giải."),
    Sentence(
        "Có <{outreach.donating_units}|{outreach.individual_donors}> ủng hộ {outreach.money}"
        "[ (cùng kỳ {outreach.money:before})].",
        otherwise="Ủng hộ {outreach.money}[ (cùng kỳ {outreach.money:before})].",
    ),
    Sentence(
        "Đã nhận {outreach.gifts_in_kind} ủng hộ bằng hiện vật, không quy ra tiền"
        "[; trị giá đã ghi cộng lại {outreach.value_in_kind}]."
    ),
    Sentence(
        "Đang duy trì {outreach.pledges} giúp đỡ thường xuyên[, trong đó {outreach.pledging_persons} nhận đỡ đầu]"
        "[; mức nhận giúp {outreach.pledged_yearly} mỗi năm, không tính vào tiền ủng hộ]."
    ),
    Sentence(
        "Đã xây mới và bàn giao {outreach.houses_built} nhà[, sửa chữa {outreach.houses_repaired}].",
        otherwise="Đã sửa chữa {outreach.houses_repaired} nhà.",
    ),
    Sentence(
        "Đã tiếp nhận {outreach.opinions} của nhân dân[ (cùng kỳ {outreach.opinions:before})]"
        "[, giải quyết xong {outreach.opinions_resolved}]."
    ),
    Sentence(
        "Đã tổ chức {outreach.hearings} lắng nghe ý kiến nhân dân[ với {outreach.hearing_attendance} dự]."
    ),
    Sentence("Đã tổ chức {outreach.receptions} tiếp dân[, tiếp {outreach.reception_attendance}]."),
    Sentence(
        "Đã hỏi lại {outreach.opinions_satisfied} sau khi trả lời, trong đó "
        "<+{outreach.opinions_satisfied@satisfaction=satisfied} hài lòng|"
        "{outreach.opinions_satisfied@satisfaction=not} chưa hài lòng>.",
        otherwise="Đã hỏi lại {outreach.opinions_satisfied} sau khi trả lời"
        "[, trong đó {outreach.opinions_satisfied@satisfaction=satisfied} hài lòng]"
        "[, trong đó {outreach.opinions_satisfied@satisfaction=not} chưa hài lòng].",
    ),
    Sentence(
        "Đã tiếp nhận {outreach.complaints} khiếu nại, tố cáo, kiến nghị, phản ánh"
        "[ của {outreach.complaint_people}]"
        "[; giải quyết xong {outreach.complaints_resolved}[, đúng hạn {outreach.complaints_in_time}]]."
    ),
    Sentence("Đến cuối kỳ còn {outreach.complaints_open} đang giải quyết."),
)
OUTREACH_ANNEX = (
    "outreach.articles",
    "outreach.columns",
    "outreach.issues",
    "outreach.issues@column=with",
    "outreach.issue_pieces",
    "outreach.shares",
    "outreach.sharing_people",
    "outreach.prize_works",
    "outreach.prize_authors",
    "outreach.prizes_won",
    "outreach.prizes_won@level=central",
    "outreach.prizes_won@level=province",
    "outreach.promoters",
    "outreach.donating_units",
    "outreach.individual_donors",
    "outreach.money",
    "outreach.houses_built",
    "outreach.houses_repaired",
    "outreach.works?",
    "outreach.gifts",
    "outreach.gifts@donor=individual",
    "outreach.gifts_in_kind",
    "outreach.value_in_kind",
    "outreach.pledges",
    "outreach.pledging_persons",
    "outreach.pledged_yearly",
    "outreach.hearings",
    "outreach.hearing_attendance",
    "outreach.receptions",
    "outreach.reception_attendance",
    "outreach.opinions",
    "outreach.opinions@channel=direct",
    "outreach.opinions@channel=survey",
    "outreach.opinions@channel=reception",
    "outreach.opinions@channel=box",
    "outreach.opinions@channel=letter",
    "outreach.opinions_answered",
    "outreach.opinions_resolved",
    "outreach.opinions_satisfied",
    "outreach.opinions_satisfied@satisfaction=satisfied",
    "outreach.opinions_satisfied@satisfaction=not",
    "outreach.complaints",
    "outreach.complaints@kind=complaint",
    "outreach.complaints@kind=denunciation",
    "outreach.complaints@kind=petition",
    "outreach.complaints@kind=reflection",
    "outreach.complaint_people",
    "outreach.complaints_resolved",
    "outreach.complaints_in_time",
    "outreach.complaints_open",
)
