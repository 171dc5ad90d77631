"""Ready indicators: what offices up and down the country report besides what is counted. An office switches on its own.

Where they come from: the rows of statistical annexes and reports that Party organisations have published; the words
are general, no organisation's figures stand in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Ready:
    """One ready indicator, in the group under which it is offered."""

    code: str
    group: Text
    label: Text
    unit_of_count: Text
    section: str = "duty"
    kind: str = "number"
    meaning: str = "in_period"
    adds: str = "sum"
    parts: tuple[Text, ...] = ()
    division: str = "whole"
    level: str = ""
    how_counted: Text = ""

    def as_fields(self) -> dict[str, Any]:
        """What an indicator keeps of it."""
        plain = {
            name: str(getattr(self, name)) for name in ("label", "unit_of_count", "section", "how_counted")
        }
        same = {name: getattr(self, name) for name in ("kind", "meaning", "adds", "division", "level")}
        return plain | same | {"parts": [str(part) for part in self.parts]}


HOUSEHOLDS, LAND = _("Hộ dân, thôn bản"), _("Đất, ngày công, hiện vật")
FUNDS, ASSOCIATIONS = _("Tiết kiệm, quỹ"), _("Hội, đoàn thể")
OFFICES, RANKS = _("Hồ sơ, thủ tục"), _("Xếp hạng, đánh giá")
PARTY = _("Phát triển đảng, lớp học")
MEETINGS = _("Sinh hoạt, sáng tác")
CARRIED_OVER = _("Hồ sơ kỳ trước chuyển sang nằm trong tổng phải giải quyết, không phải số tiếp nhận.")

# The four of a stock of dossiers, by what they are in its balance.
RESOLVED, IN_TIME = "dossiers.resolved", "dossiers.in_time"
DOSSIERS = {
    "dossiers.carried_over": "opening",
    "dossiers.taken_in": "received",
    RESOLVED: "resolved",
    "dossiers.pending": "pending",
}

LIBRARY = (
    Ready(
        "households.registered", HOUSEHOLDS, _("Hộ gia đình đăng ký học tập, thực hành"), _("hộ"), "registrations"
    ),
    Ready(
        "households.kept", HOUSEHOLDS, _("Hộ thực hiện đăng ký"), _("hộ"), "registrations",
        parts=(_("đủ các nội dung"), _("thiếu một nội dung")),
    ),
    Ready(
        "households.hamlets", HOUSEHOLDS, _("Thôn, bản, tổ dân phố có tất cả các hộ đăng ký"), _("thôn, bản, tổ"),
        "registrations", "ratio", "on_day", "parts",
    ),
    Ready(
        "households.out_of_poverty", HOUSEHOLDS, _("Hộ được giúp đã thoát nghèo"), _("hộ")
    ),
    Ready(
        "households.homes", HOUSEHOLDS, _("Nhà tạm, nhà dột nát được xóa"), _("căn"), "outreach",
        parts=(_("xây mới"), _("sửa chữa")),
    ),
    Ready(
        "households.homes_planned", HOUSEHOLDS, _("Nhà theo chỉ tiêu được giao"), _("nhà"), "outreach", "target",
        adds="parts",
    ),
    Ready("land.households", LAND, _("Hộ hiến đất"), _("hộ"), "outreach"),
    Ready("land.area", LAND, _("Đất được hiến"), "m²", "outreach"),
    Ready("land.days", LAND, _("Ngày công đóng góp"), _("ngày công"), "outreach"),
    Ready("land.bicycles", LAND, _("Xe đạp trao tặng học sinh"), _("xe đạp"), "outreach"),
    Ready("land.rice", LAND, _("Gạo ủng hộ"), "kg", "outreach"),
    Ready("land.gifts", LAND, _("Suất quà trao tặng"), _("suất quà"), "outreach"),
    Ready(
        "savings.money", FUNDS, _("Tiền tiết kiệm theo gương Bác"), _("đồng"), "outreach", meaning="on_day",
        how_counted=_("Số dư tại ngày cuối kỳ, không cộng các kỳ."),
    ),
    Ready("savings.study_fund", FUNDS, _("Quỹ Khuyến học"), _("đồng"), "outreach"),
    Ready("savings.poor_fund", FUNDS, _("Quỹ Vì người nghèo"), _("đồng"), "outreach"),
    Ready(
        "savings.funds", FUNDS, _("Đóng góp các quỹ"), _("đồng"), "outreach",
        parts=(_("Quỹ Khuyến học"), _("Quỹ Vì người nghèo")),
    ),
    Ready(
        "savings.commitment", FUNDS, _("Mức cam kết đóng góp"), _("lời"), "outreach", "text", adds="none",
        how_counted=_("Cam kết chưa phải là tiền đã nhận, không nhân lên thành tổng."),
    ),
    Ready(
        "associations.chapters", ASSOCIATIONS, _("Chi hội duy trì mô hình học tập, thực hành"), _("chi hội"),
        "practices", meaning="on_day",
    ),
    Ready(
        "associations.people", ASSOCIATIONS, _("Hội viên, đoàn viên tham gia mô hình"), _("người"), "practices",
        meaning="on_day",
    ),
    Ready(
        "associations.members_change", ASSOCIATIONS, _("Hội viên từ lúc đầu đến nay"), _("hội viên"), "practices",
        "change", "on_day", "none",
    ),
    Ready(
        "associations.spaces", ASSOCIATIONS, _("Không gian văn hóa Hồ Chí Minh"), _("không gian"), "practices",
        meaning="on_day",
    ),
    Ready(
        "dossiers.carried_over", OFFICES, _("Hồ sơ kỳ trước chuyển sang"), _("hồ sơ"), how_counted=CARRIED_OVER
    ),
    Ready("dossiers.taken_in", OFFICES, _("Hồ sơ tiếp nhận trong kỳ"), _("hồ sơ")),
    Ready(
        RESOLVED, OFFICES, _("Hồ sơ đã giải quyết"), _("hồ sơ"),
        parts=(_("trước hạn"), _("đúng hạn"), _("quá hạn")),
    ),
    Ready("dossiers.pending", OFFICES, _("Hồ sơ đang giải quyết"), _("hồ sơ"), meaning="on_day"),
    Ready(
        IN_TIME, OFFICES, _("Hồ sơ giải quyết trước hạn, đúng hạn trên hồ sơ đã giải quyết"), _("hồ sơ"),
        kind="ratio", adds="parts",
    ),
    Ready("dossiers.procedures", OFFICES, _("Thủ tục hành chính được rút ngắn thời gian"), _("thủ tục")),
    Ready(
        "dossiers.cut_share", OFFICES, _("Mức rút ngắn thời gian giải quyết thủ tục"), "%", kind="range", adds="none",
        how_counted=_("Thủ tục rút ngắn ít nhất và nhiều nhất, so với thời gian quy định."),
    ),
    Ready("dossiers.on_the_spot", OFFICES, _("Thủ tục hành chính giải quyết tại chỗ"), _("thủ tục"), meaning="on_day"),
    Ready(
        "dossiers.time_cut", OFFICES, _("Thời gian giải quyết một thủ tục"), _("ngày"), kind="change", adds="none"
    ),
    Ready(
        "initiatives.recognised", RANKS, _("Sáng kiến được công nhận"), _("sáng kiến"), "practices",
        parts=(_("cấp trên công nhận"), _("cấp tỉnh công nhận")), division="nested",
        how_counted=_("Đếm sáng kiến, không đếm quyết định; sáng kiến được cấp trên công nhận đã nằm trong tổng."),
    ),
    Ready("ranks.reform", RANKS, _("Chỉ số cải cách hành chính"), _("đơn vị"), kind="rank", adds="last"),
    Ready("ranks.competitive", RANKS, _("Chỉ số năng lực cạnh tranh"), _("địa phương"), kind="rank", adds="last"),
    Ready(
        "ranks.governance", RANKS, _("Chỉ số hiệu quả quản trị và hành chính công"), _("địa phương"), kind="rank",
        adds="last",
    ),
    Ready("ranks.satisfaction", RANKS, _("Mức hài lòng của người dân"), "%", kind="percent", adds="least"),
    Ready(
        "ranks.cells", RANKS, _("Chi bộ hoàn thành xuất sắc nhiệm vụ"), _("chi bộ"), "general", "ratio", "in_period",
        "parts",
    ),
    Ready("study.admitted", PARTY, _("Đảng viên mới kết nạp"), _("đảng viên"), "study"),
    Ready("party.sources", PARTY, _("Quần chúng được cử học lớp nhận thức về Đảng"), _("người"), "study"),
    Ready(
        "party.cells_rated", MEETINGS, _("Buổi sinh hoạt chi bộ được xếp loại"), _("buổi"), "meetings",
        parts=(_("tốt"), _("khá"), _("trung bình"), _("kém")),
    ),
    Ready(
        "cells.speaking", MEETINGS, _("Lượt đảng viên phát biểu trên lượt dự sinh hoạt"), _("lượt"), "meetings",
        "ratio", "in_period", "parts",
    ),
    Ready("cells.read_aloud", MEETINGS, _("Bài viết, mẩu chuyện về Bác đã đọc tại chi bộ"), _("bài"), "meetings"),
)  # fmt: skip


def ready_called(code: str) -> Ready:
    """The ready indicator of that code; KeyError when there is none."""
    for ready in LIBRARY:
        if ready.code == code:
            return ready
    raise KeyError(code)
