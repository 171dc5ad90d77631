"""The roles, as pages one can read: what each may do. A Post gives one of them in a unit for a time.

Which role holds which right is said by the room that checks the right, in its door `permissions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.gathering import gather
from lantoa.foundation.rights import Right


@dataclass(frozen=True)
class Role:
    """One role: its name, one sentence."""

    code: str
    name: str | Promise
    description: str | Promise

    @property
    def permissions(self) -> frozenset[str]:
        """Every right that some room gives it."""
        return permissions_of(self.code)


ROLES = {
    role.code: role
    for role in [
        Role("member", _("Đảng viên"), _("Viết bản đăng ký của mình, ghi kết quả.")),
        Role(
            "secretary",
            _("Bí thư chi bộ"),
            _("Duyệt bản đăng ký, ghi buổi sinh hoạt, đề nghị khen thưởng của chi bộ."),
        ),
        Role(
            "committee",
            _("Cấp ủy cơ sở"),
            _("Việc của bí thư, cho cả đảng bộ cơ sở; ban hành kế hoạch, báo cáo, quyết định khen thưởng."),
        ),
        Role(
            "officer",
            _("Chuyên viên tham mưu"),
            _("Theo dõi, tổng hợp, soạn báo cáo; không duyệt, không quyết định."),
        ),
        Role("leader", _("Thường trực, ban thường vụ"), _("Cho ý kiến, duyệt, quyết định, ký báo cáo.")),
        Role("inspector", _("Kiểm tra, giám sát"), _("Xem, không sửa.")),
        Role(
            "administrator",
            _("Quản trị"),
            _("Quản lý tổ chức, tài khoản, chương trình; không đọc nội dung bản đăng ký."),
        ),
        Role(
            "protector",
            _("Phụ trách bảo vệ dữ liệu"),
            _("Trả lời yêu cầu về dữ liệu cá nhân, giữ các sổ về dữ liệu, ghi sự cố; không đọc nội dung."),
        ),
    ]
}
ROLE_CHOICES = [(role.code, role.name) for role in ROLES.values()]


@cache
def rights() -> dict[str, Right]:
    """Code → right, of every room."""
    return {code: right for room in gather("permissions") for code, right in room.PERMISSIONS.items()}


@cache
def permissions_of(role: str) -> frozenset[str]:
    """What a role may do; nothing for a role that does not exist."""
    if role not in ROLES:
        return frozenset()
    return frozenset(code for code, right in rights().items() if right.is_held_by(role))


def name_of_right(code: str) -> str:
    """How a right is called; its code where an earlier version had it and this one has not."""
    return str(rights()[code].label) if code in rights() else code


def goes_beyond_a_member(role: str) -> bool:
    """Whether the role may do more than look after one's own papers: such rights need a second person."""
    return not permissions_of(role) <= permissions_of("member")
