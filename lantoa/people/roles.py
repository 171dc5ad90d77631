"""The roles, as pages one can read: what each may do. A Post gives one of them in a unit for a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """One role: its name, one sentence, its permissions."""

    code: str
    name: str | Promise
    description: str | Promise
    permissions: frozenset[str]


def _set(*groups: str) -> frozenset[str]:
    return frozenset(word for group in groups for word in group.split())


OWN = (
    "registrations.write practices.write practices.view programme.view meetings.attend "
    "people.own history.own outreach.view exemplars.view shortcomings.own"
)
VIEW_ALL = (
    "organisation.view people.view history.view figures.view programme.view study.view registrations.view "
    "breakthroughs.view practices.view outreach.view meetings.view commendations.view statistics.view "
    "reports.view shortcomings.view"
)
CELL_WORK = (
    "programme.edit registrations.judge meetings.edit study.edit breakthroughs.write breakthroughs.judge "
    "practices.judge exemplars.write exemplars.judge outreach.edit commendations.propose figures.declare "
    "shortcomings.write shortcomings.verify"
)

ROLES = {
    role.code: role
    for role in [
        Role("member", _("Đảng viên"), _("Viết bản đăng ký của mình, ghi kết quả."), _set(OWN)),
        Role(
            "secretary",
            _("Bí thư chi bộ"),
            _("Duyệt bản đăng ký, ghi buổi sinh hoạt, đề nghị khen thưởng của chi bộ."),
            _set(OWN, VIEW_ALL, CELL_WORK),
        ),
        Role(
            "committee",
            _("Cấp ủy cơ sở"),
            _("Việc của bí thư, cho cả đảng bộ cơ sở; ban hành kế hoạch, báo cáo, quyết định khen thưởng."),
            _set(
                OWN,
                VIEW_ALL,
                CELL_WORK,
                "commendations.decide reports.compose reports.issue people.confirm_posts",
            ),
        ),
        Role(
            "officer",
            _("Chuyên viên tham mưu"),
            _("Theo dõi, tổng hợp, soạn báo cáo; không duyệt, không quyết định."),
            _set(
                OWN,
                VIEW_ALL,
                "programme.edit study.edit outreach.edit breakthroughs.appraise practices.judge "
                "exemplars.write exemplars.judge figures.declare commendations.propose reports.compose "
                "writing.phrases",
            ),
        ),
        Role(
            "leader",
            _("Thường trực, ban thường vụ"),
            _("Cho ý kiến, duyệt, quyết định, ký báo cáo."),
            _set(
                OWN,
                VIEW_ALL,
                "registrations.judge breakthroughs.write breakthroughs.judge practices.judge "
                "exemplars.judge commendations.decide reports.issue shortcomings.write shortcomings.verify "
                "people.confirm_posts",
            ),
        ),
        Role("inspector", _("Kiểm tra, giám sát"), _("Xem, không sửa."), _set(OWN, VIEW_ALL)),
        Role(
            "administrator",
            _("Quản trị"),
            _("Quản lý tổ chức, tài khoản, chương trình; không đọc nội dung bản đăng ký."),
            _set(
                "people.own history.own writing.phrases programme.view programme.edit organisation.view "
                "organisation.reorganise people.view people.manage_posts people.confirm_posts "
                "people.manage_accounts history.view exchange.import"
            ),
        ),
    ]
}
ROLE_CHOICES = [(role.code, role.name) for role in ROLES.values()]


def permissions_of(role: str) -> frozenset[str]:
    """What a role may do; nothing for a role that does not exist."""
    return ROLES[role].permissions if role in ROLES else frozenset()


def goes_beyond_a_member(role: str) -> bool:
    """Whether the role may do more than look after one's own papers: such rights need a second person."""
    return not permissions_of(role) <= permissions_of("member")
