"""The figures that the five articles state, where each is found in a report, and whether it is counted or declared.

From this table the packs declare what has no records, and a test reads the five reports and finds every row.
Identifiers are those of the source sheet: A … E are the five articles, a part where one line holds two figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lantoa.figures.words import (
    ABOUT,
    ALMOST,
    ALWAYS_OVER,
    AVERAGE,
    EXACT,
    IN_WORDS,
    MOSTLY_OVER,
    OFTEN_UP_TO,
    OVER,
    REGULARLY,
)

COUNTED, DECLARED = "counted", "declared"

# pack → (code of the unit that reports, period of the report)
REPORTS = {
    "khoi": ("khoi-cac-co-quan-tinh", "2021-01-01..2023-05-10"),
    "cao-bang": ("tinh-cao-bang", "2021-01-01..2023-06-30"),
    "dong-nai": ("tinh-dong-nai", "2021-01-01..2024-03-31"),
    "khanh-hoa": ("khoi-cac-co-quan-tinh-khanh-hoa", "2021-05-18..2024-06-30"),
    "tuyen-quang": ("tinh-tuyen-quang", "2016-05-15..2019-06-30"),
}


@dataclass(frozen=True)
class Stated:
    """One figure of an article. `said` holds value, numerator and denominator, low and high, or text."""

    id: str
    pack: str
    unit: str
    code: str
    label: str
    count: str
    said: dict[str, Any]
    precision: str = EXACT
    source: str = DECLARED
    part: str = ""
    kind: str = "number"
    section: str = "duty"
    period: str = ""
    basis: str = ""
    how: str = ""

    @property
    def report_period(self) -> str:
        """The figure's own period, or that of the whole report."""
        return self.period or REPORTS[self.pack][1]


def _n(value: float | str) -> dict[str, Any]:
    return {"value": Decimal(str(value))}


def _of(numerator: int, denominator: int) -> dict[str, Any]:
    return {"numerator": Decimal(numerator), "denominator": Decimal(denominator)}


def _words(text: str) -> dict[str, Any]:
    return {"text": text}


KHOI = [
    Stated("A01", "khoi", "khoi-cac-co-quan-tinh", "practices.registered_total", "Mô hình được đăng ký xây dựng", "mô hình", _n(152), source=COUNTED),
    Stated("A02", "khoi", "khoi-cac-co-quan-tinh", "practices.units_with_plan_and_registration", "Tổ chức cơ sở đảng có kế hoạch toàn khóa và đăng ký mô hình", "tổ chức", _n(100), kind="ratio", source=COUNTED),
    Stated("A03", "khoi", "khoi-cac-co-quan-tinh", "exemplars.recognised", "Tập thể, cá nhân điển hình tiên tiến", "tập thể, cá nhân", _words("hàng trăm"), IN_WORDS, kind="text", section="exemplars"),
    Stated("A04", "khoi", "khoa-cap-cuu", "duty.patients_a_day", "Tiếp nhận cấp cứu", "bệnh nhân/ngày", _n(120), AVERAGE),
    Stated("A05", "khoi", "khoa-cap-cuu", "duty.patients_a_holiday", "Tiếp nhận cấp cứu dịp nghỉ lễ dài ngày", "bệnh nhân/ngày", _n(200), OFTEN_UP_TO),
    Stated("A06", "khoi", "khoi-cac-co-quan-tinh", "directives.practice_guidance", "Hướng dẫn xây dựng mô hình tiêu biểu 2021–2025", "văn bản", _words("số 03"), kind="identifier", section="leadership"),
]  # fmt: skip

CAO_BANG = [
    Stated("B02", "cao-bang", "so-noi-vu-cao-bang", "breakthroughs.level", "Mức độ hoàn thành nội dung đột phá", "mức đánh giá", _words("cơ bản hoàn thành mục tiêu"), IN_WORDS, kind="text", section="breakthroughs"),
    Stated("B03", "cao-bang", "tinh-cao-bang", "commendations.collectives", "Đơn vị tiêu biểu được khen thưởng dịp sơ kết 2 năm Kết luận 01", "tập thể", _n(10), source=COUNTED),
    Stated("B04", "cao-bang", "cong-an-cao-bang", "practices.applied", "Mô hình, phần việc, cách làm hay được áp dụng", "mô hình, phần việc, cách làm", _n(71), section="practices", how="Gộp mô hình, phần việc, cách làm; không tách được."),
    Stated("B05", "cao-bang", "tinh-cao-bang", "outreach.opinions", "Ý kiến tại hội nghị “Công an lắng nghe ý kiến nhân dân”", "ý kiến", _n(550), OVER, COUNTED),
    Stated("B06", "cao-bang", "hoi-phu-nu-cao-bang", "practices.chapters_running", "Chi hội phụ nữ duy trì mô hình học và làm theo Bác", "chi hội", _n(499), section="practices", how="Đếm chi hội, không đếm mô hình."),
    Stated("B07", "cao-bang", "hoi-phu-nu-cao-bang", "practices.people_taking_part", "Người tham gia các mô hình của Hội Liên hiệp Phụ nữ", "người", _n(20000), OVER, section="practices"),
]  # fmt: skip

DOSSIERS = "2021-01-01..2024-03-13"
DONG_NAI = [
    Stated("C01", "dong-nai", "so-tu-phap-dong-nai", "dossiers.received", "Hồ sơ thủ tục hành chính tiếp nhận và xử lý", "hồ sơ", _n(80000), OVER, period=DOSSIERS, how="Gồm cả hồ sơ năm 2020 chuyển sang."),
    Stated("C02", "dong-nai", "so-tu-phap-dong-nai", "dossiers.opening", "Hồ sơ năm 2020 chuyển sang", "hồ sơ", _n(776), period=DOSSIERS, how="Nằm trong số tiếp nhận và xử lý, không cộng thêm."),
    Stated("C03", "dong-nai", "so-tu-phap-dong-nai", "dossiers.on_time", "Hồ sơ giải quyết đúng hạn và trước hạn", "hồ sơ", _n(77000), ALMOST, period=DOSSIERS),
    Stated("C04", "dong-nai", "so-tu-phap-dong-nai", "dossiers.on_time_share", "Tỷ lệ giải quyết đúng hạn và trước hạn", "%", _n("98.06"), kind="percent", period=DOSSIERS, basis="số hồ sơ đã giải quyết, không phải số tiếp nhận", how="Hồ sơ đúng hạn và trước hạn chia cho hồ sơ đã giải quyết; hồ sơ đang giải quyết chưa tính."),
    Stated("C05", "dong-nai", "so-tu-phap-dong-nai", "dossiers.one_stop_share", "Tỷ lệ hồ sơ thực hiện trên phần mềm một cửa hiện đại", "%", _n(100), kind="percent", period=DOSSIERS, basis="số hồ sơ tiếp nhận"),
    Stated("C06", "dong-nai", "tinh-dong-nai", "meetings.thematic", "Buổi sinh hoạt chuyên đề hằng quý", "buổi", _n(13), source=COUNTED),
    Stated("C07", "dong-nai", "tinh-dong-nai", "meetings.flag_topics", "Chuyên đề đã sinh hoạt sáng thứ Hai tuần đầu tháng", "chuyên đề", _n(39), source=COUNTED),
    Stated("C08", "dong-nai", "so-tu-phap-dong-nai", "outreach.bulletin_columns", "Chuyên mục trên bản tin tư pháp hằng quý", "chuyên mục", _n(1), section="outreach"),
    Stated("C10", "dong-nai", "khoi-cac-co-quan-tinh-dong-nai", "study.attendance_in_words", "Tỷ lệ cán bộ, đảng viên tham gia học tập", "%", _words("cao"), IN_WORDS, kind="text", section="study"),
]  # fmt: skip

KHANH_HOA_UNIT = "khoi-cac-co-quan-tinh-khanh-hoa"
KHANH_HOA = [
    Stated("D01", "khanh-hoa", KHANH_HOA_UNIT, "study.least_attendance", "Tỷ lệ cán bộ, đảng viên tham gia học tập, quán triệt", "%", _n("98.5"), ALWAYS_OVER, COUNTED, kind="percent"),
    Stated("D02", "khanh-hoa", KHANH_HOA_UNIT, "outreach.donating_units", "Tổ chức đảng tham gia ủng hộ", "tổ chức đảng", _of(56, 66), kind="ratio", source=COUNTED),
    Stated("D03", "khanh-hoa", KHANH_HOA_UNIT, "outreach.individual_donors", "Cá nhân tham gia ủng hộ", "cá nhân", _n(7), source=COUNTED),
    Stated("D04", "khanh-hoa", KHANH_HOA_UNIT, "outreach.money", "Tổng số tiền ủng hộ", "đồng", _n(3_000_000_000), ALMOST, COUNTED),
    Stated("D05", "khanh-hoa", KHANH_HOA_UNIT, "outreach.houses_built", "Căn nhà xây mới", "căn", _n(28), source=COUNTED),
    Stated("D06", "khanh-hoa", KHANH_HOA_UNIT, "commendations.collectives", "Tập thể được tặng giấy khen", "tập thể", _n(12), source=COUNTED),
    Stated("D07", "khanh-hoa", KHANH_HOA_UNIT, "commendations.individuals", "Cá nhân được tặng giấy khen", "cá nhân", _n(10), source=COUNTED),
    Stated("D08", "khanh-hoa", KHANH_HOA_UNIT, "commendations.proposed_collectives", "Tập thể được đề nghị cấp trên khen thưởng", "tập thể", _n(2), source=COUNTED),
    Stated("D09", "khanh-hoa", KHANH_HOA_UNIT, "commendations.proposed_individuals", "Cá nhân được đề nghị cấp trên khen thưởng", "cá nhân", _n(3), source=COUNTED),
]  # fmt: skip

TQ, COOPERATIVE = "tinh-tuyen-quang", "hop-tac-xa-luc-hanh"
TUYEN_QUANG = [
    Stated("E01", "tuyen-quang", TQ, "breakthroughs.titles", "Chức danh đăng ký nội dung đột phá", "chức danh", _n(21), source=COUNTED),
    Stated("E02", "tuyen-quang", TQ, "breakthroughs.people", "Đồng chí đăng ký nội dung đột phá", "người", _n(33), source=COUNTED),
    Stated("E03", "tuyen-quang", TQ, "procedures.shortened", "Thủ tục hành chính cấp tỉnh được giảm thời gian giải quyết", "thủ tục", _n(580)),
    Stated("E04", "tuyen-quang", TQ, "procedures.cut", "Mức giảm thời gian giải quyết thủ tục hành chính", "%", _n(30), MOSTLY_OVER, kind="percent"),
    Stated("E05", "tuyen-quang", TQ, "procedures.special_cut", "Mức giảm của những thủ tục giảm nhiều nhất", "%", {"low": Decimal(50), "high": Decimal(83)}, ABOUT, kind="range"),
    Stated("E06", "tuyen-quang", TQ, "indices.pci_rise", "Chỉ số PCI tăng bậc", "bậc", _n(11), period="2017-01-01..2018-12-31", how="Hai năm liên tiếp; bài không nói rõ 11 bậc là của cả hai năm hay mỗi năm."),
    Stated("E07", "tuyen-quang", TQ, "indices.pci_rank", "Chỉ số PCI", "hạng", _of(34, 63), kind="rank", period="2018"),
    Stated("E08", "tuyen-quang", TQ, "indices.papi_rise", "Chỉ số PAPI tăng bậc", "bậc", _n(7), part="1/2", period="2017-01-01..2018-12-31"),
    Stated("E08", "tuyen-quang", TQ, "indices.papi_rank", "Chỉ số PAPI", "hạng", _of(17, 63), part="2/2", kind="rank", period="2018"),
    Stated("E09", "tuyen-quang", TQ, "commendations.prime_minister", "Tập thể, cá nhân được Bằng khen của Thủ tướng Chính phủ", "tập thể, cá nhân", _n(3), source=COUNTED),
    Stated("E10", "tuyen-quang", TQ, "commendations.collectives", "Lượt tập thể được biểu dương, khen thưởng", "lượt tập thể", _n(402), source=COUNTED),
    Stated("E11", "tuyen-quang", TQ, "commendations.individuals", "Lượt cá nhân được biểu dương, khen thưởng", "lượt cá nhân", _n(692), source=COUNTED),
    Stated("E12", "tuyen-quang", TQ, "breakthroughs.review_rhythm", "Kiểm điểm, đánh giá kết quả đột phá tại chi bộ", "lần", _words("hằng quý và cuối năm"), REGULARLY, kind="text", section="breakthroughs"),
    Stated("E13", "tuyen-quang", "truong-thpt-son-duong", "results.technical_projects", "Dự án kỹ thuật hoàn thành", "dự án", _n(15), period="2016-05-15..2018-12-31"),
    Stated("E14", "tuyen-quang", "truong-thpt-son-duong", "results.first_prizes", "Giải Nhất cuộc thi khoa học kỹ thuật cấp tỉnh", "giải", _n(1), period="2017-09-01..2018-08-31"),
    Stated("E15", "tuyen-quang", COOPERATIVE, "results.provinces_sold_to", "Tỉnh, thành phố tiêu thụ miến dong", "tỉnh, thành", _n(11)),
    Stated("E16", "tuyen-quang", COOPERATIVE, "results.vermicelli", "Sản lượng miến dong", "tấn/năm", _n(100), part="1/2", how="Kết quả hằng năm, không cộng dồn."),
    Stated("E16", "tuyen-quang", COOPERATIVE, "results.starch", "Sản lượng tinh bột", "tấn/năm", _n(500), OVER, part="2/2", how="Kết quả hằng năm, không cộng dồn."),
    Stated("E17", "tuyen-quang", COOPERATIVE, "results.jobs", "Lao động được giải quyết việc làm", "lao động", _n(140), ALMOST),
    Stated("E18", "tuyen-quang", COOPERATIVE, "results.out_of_poverty", "Hộ được giúp đỡ đã thoát nghèo", "hộ", _n(33)),
]  # fmt: skip

STATED = [*KHOI, *CAO_BANG, *DONG_NAI, *KHANH_HOA, *TUYEN_QUANG]
