"""Decisions about people: no database, no clock."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Container
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.text import fold

GIVE, REFUSE, WITHDRAW = "give", "refuse", "withdraw"
# A role that gives no right over others is given at once, without a second person.
GRANT_STEPS = Steps(
    [
        step(GIVE, frm=["waiting"], to="given"),
        step(REFUSE, frm=["waiting"], to="refused"),
        step(WITHDRAW, frm=["waiting"], to="withdrawn"),
    ],
    field="state",
)

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without the ones that are misread on paper
CODE_LENGTH = 8
CODE_LASTS = dt.timedelta(hours=1)
# A first code is printed on a slip and carried by hand: to a hamlet that is a matter of days.
SLIP_LASTS = dt.timedelta(days=14)
TRIES_HERE, TRIES_FOR_AN_ACCOUNT, TRIES_FROM_AN_ADDRESS = 5, 20, 60
SHUT_FOR, SHUT_AT_MOST = dt.timedelta(minutes=5), dt.timedelta(hours=1)
TRIES_FORGOTTEN = dt.timedelta(days=1)
# A session ends so long after the last click, and at most so long after signing in (design.md §10).
IDLE_MEMBER, IDLE_ADMINISTRATOR = dt.timedelta(hours=8), dt.timedelta(minutes=15)
LONGEST_SESSION = dt.timedelta(hours=12)
# How long a shown key counts for what gives rights away, and how long the password alone waits for the second key.
FRESH_FOR, WAITS_FOR_SECOND_KEY = dt.timedelta(minutes=5), dt.timedelta(minutes=5)
MOST_OPENED, MOST_IN_LISTS = (
    120,
    500,
)  # papers of others in ten minutes: opened one by one; in lists that leave
MANY_PERSONS = 500  # a list of more persons than this leaves only with a fresh proof
RECORDS_KEPT = dt.timedelta(days=90)
ENDING_WITHIN = dt.timedelta(days=90)  # how early a post that will end stands in the list of those
UNUSED_FOR = dt.timedelta(days=180)  # since when nobody has signed in with an account that is called unused
TOLD_FOR = dt.timedelta(days=14)  # how long a new post is told of on the home page of the level above
CHAIN = "subtree"


@dataclass(frozen=True)
class Rights:
    """How far and how long somebody holds or would hold a post."""

    reach: str
    starts: dt.date
    ends: dt.date | None


def shut_until(count: int, limit: int, now: dt.datetime) -> dt.datetime | None:
    """Every `limit` wrong tries a door shuts: for 5 minutes, then 10, 20 and so on up to an hour."""
    if count % limit:
        return None
    times = min(count // limit - 1, 4)
    return now + min(SHUT_FOR * 2**times, SHUT_AT_MOST)


def session_left(now: int, *, since: int, seen: int, administers: bool) -> int:
    """How many seconds a session still has, from instants in seconds; 0 or less when it has ended."""
    idle = IDLE_ADMINISTRATOR if administers else IDLE_MEMBER
    return min(seen + int(idle.total_seconds()), since + int(LONGEST_SESSION.total_seconds())) - now


def new_code() -> str:
    """A one-time code that can be read over the telephone: 8 letters without look-alikes (≈ 40 bits)."""
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))


def is_full_name(full_name: str) -> bool:
    """Two words, or one that an apostrophe or a hyphen joins."""
    words = full_name.split()
    return len(words) > 1 or any(re.fullmatch(r"[^\W\d_]+['’‘ʼ`´-][^\W\d_]+", word) for word in words)


def must_have_name(full_name: str) -> None:
    """A name has letters. One word may be a whole name (K'Brơi, Sùng); whether it is, is asked where somebody types."""
    if not any(sign.isalpha() for sign in full_name):
        raise BadInput(_("Nhập đủ họ và tên, ví dụ Nguyễn Thị Lan."), "full_name")


def must_not_be_for_oneself(*, is_for_oneself: bool) -> None:
    """Who gives a right is not who gains by it."""
    if is_for_oneself:
        raise NotAllowed(
            _("Không ai tự giao chức vụ cho mình. Đề nghị người quản trị khác hoặc cấp trên giao.")
        )


def must_not_go_beyond(asked: Rights, own: Rights | None) -> None:
    """Nobody gives a right that reaches wider or lasts longer than the one she gives it with.

    `own` is None for the system itself, which has no limits.
    """
    if own is None:
        return
    if asked.reach == CHAIN and own.reach != CHAIN:
        raise NotAllowed(
            _("Đồng chí chỉ phụ trách một đơn vị nên không giao được phạm vi gồm các đơn vị trực thuộc.")
        )
    if own.ends and (asked.ends is None or asked.ends > own.ends):
        raise NotAllowed(
            _("Chức vụ của đồng chí kết thúc từ ngày %(day)s; chức vụ giao cho người khác không dài hơn.")
            % {"day": show_date(own.ends)}
        )


def must_not_reach_back(asked: Rights, own: Rights | None, *, today: dt.date, decision: str) -> None:
    """A post begins in the past only by a decision with a number, and not before the giver's own.

    `own` is None for the system itself, which has no limits.
    """
    if own is None or asked.starts >= today:
        return
    if not decision:
        raise BadInput(
            _("Ngày bắt đầu đã qua. Ghi số quyết định, hoặc để chức vụ bắt đầu từ hôm nay."), "decision"
        )
    if asked.starts < own.starts:
        raise NotAllowed(
            _("Chức vụ của đồng chí bắt đầu từ ngày %(day)s; không giao được chức vụ có từ trước ngày ấy.")
            % {"day": show_date(own.starts)}
        )


def must_be_still_to_come(ends: dt.date | None, today: dt.date) -> None:
    """A post whose time is over when it is given would only rewrite the past."""
    if ends is not None and ends <= today:
        raise BadInput(_("Thời gian giữ chức vụ này đã qua."), "ends")


def must_wait(state: str) -> None:
    """Conflict when somebody has answered before."""
    if not GRANT_STEPS.verbs_from(state):
        raise Conflict(_("Đề nghị này đã có người trả lời. Tải lại trang để xem."))


def must_be_a_second_person(*, is_asker: bool, is_owner: bool, is_below: bool) -> None:
    """The second person is neither of the two, and not below the first."""
    if is_asker:
        raise NotAllowed(_("Đồng chí đã đề nghị việc này, nên cần người khác xác nhận."))
    if is_owner:
        raise NotAllowed(_("Chức vụ này giao cho chính đồng chí, nên cần người khác xác nhận."))
    if is_below:
        raise NotAllowed(
            _("Người đề nghị ở cấp trên của đồng chí, nên cần người cùng cấp hoặc cấp trên xác nhận.")
        )


def must_be_ended_once(ended: dt.date | None, ends: dt.date, today: dt.date) -> None:
    """What has ended stays ended: the end of a post is moved only while it has not come, and only forward to it."""
    if ended is not None and (ended <= today or ends > ended):
        raise Conflict(
            _("Chức vụ này đã kết thúc hoặc sẽ kết thúc ngày %(day)s; muốn giữ tiếp thì giao chức vụ mới.")
            % {"day": show_date(ended)}
        )


def must_keep(keeps: bool) -> None:
    """NotAllowed for whoever reaches neither her cell nor the place of a post of hers."""
    if not keeps:
        raise NotAllowed(_("Người này nay sinh hoạt ở nơi khác; nơi ấy sửa thông tin."))


def must_hold_the_keys(*, reaches_all: bool, is_own: bool) -> None:
    """A code, a lock and an account lie with who reaches every post and membership of the person."""
    if is_own:
        raise NotAllowed(_("Đây là tài khoản của chính đồng chí. Mật khẩu đổi ở trang Thông tin của tôi."))
    if not reaches_all:
        raise NotAllowed(
            _(
                "Người này còn giữ chức vụ hoặc sinh hoạt ở đơn vị ngoài phạm vi của đồng chí. "
                "Tài khoản do người quản trị cấp trên của tất cả các đơn vị ấy giữ."
            )
        )


def must_agree_as_a_second(*, is_giver: bool, is_owner: bool, reaches_all: bool) -> None:
    """Dropping a lost second key takes two who hold the person's keys, and she is neither."""
    if is_giver:
        raise NotAllowed(_("Đồng chí đã cấp mã này, nên cần người khác đồng ý bỏ khóa thứ hai."))
    must_hold_the_keys(reaches_all=reaches_all, is_own=is_owner)


def needs_second_key(*, reach: str, goes_beyond_a_member: bool) -> bool:
    """Whether a post has rights over other units: those that lie below its own."""
    return reach == CHAIN and goes_beyond_a_member


def is_fresh(now: int, proved: int) -> bool:
    """Whether somebody showed a key so lately that she may give rights or take whole lists away."""
    return 0 <= now - proved <= int(FRESH_FOR.total_seconds())


def must_read_slowly() -> None:
    """Conflict for who opens papers faster than anybody reads."""
    raise Conflict(
        _(
            "Đồng chí đã mở %(n)s bản của người khác trong 10 phút. Chờ 10 phút rồi đọc tiếp; đơn vị được báo việc này."
        )
        % {"n": MOST_OPENED}
    )


def must_take_less(count: int) -> None:
    """Conflict for a list with more papers of others than anybody needs at once."""
    raise Conflict(
        _(
            "Danh sách có %(count)s bản của người khác; trong 10 phút xuất nhiều nhất %(n)s bản. Lọc theo đơn vị rồi "
            "xuất từng phần; đơn vị được báo việc này."
        )
        % {"count": count, "n": MOST_IN_LISTS}
    )


# In this order: Edge and Opera call themselves Chrome, Chrome calls itself Safari, Android calls itself Linux.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "coc_coc": "Cốc Cốc",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def device_said_by(agent: str) -> str:
    """ "Chrome, Windows": the kind of machine, coarse enough to follow nobody; what is not known is not said."""
    browser = next((name for mark, name in BROWSERS.items() if mark in agent), "")
    system = next((name for mark, name in SYSTEMS.items() if mark in agent), "")
    return ", ".join(filter(None, (browser, system))) or _("không rõ máy gì")


def role_said_by(title: str, level: str) -> str:
    """The role that a title tells: a secretary's or a deputy's by the level of the unit; a plain member's otherwise."""
    if not fold(title).startswith(("bi thu", "pho bi thu")):
        return "member"
    return {"cell": "secretary", "section": "committee", "grassroots": "committee"}.get(level, "leader")


def is_head_said_by(title: str) -> bool:
    """Whether a title is that of the one at the head."""
    return fold(title).startswith("bi thu")


def reaches_below(role: str) -> bool:
    """Whether a role is meant for a unit and what lies below it; a secretary's and a member's are not."""
    return role not in ("secretary", "member")


def is_held_by_one(role: str) -> bool:
    """Whether one person usually holds this in a unit: a second one is asked about."""
    return role == "secretary"


def must_be_a_role(role: str, *, known: Container[str]) -> None:
    """BadInput for a role that does not exist: whoever held it could do nothing at all."""
    if role not in known:
        raise BadInput(_("Không có vai trò “%s”. Chọn một vai trò trong danh sách.") % role[:40], "role")


def must_hold_the_post(holds: bool) -> None:
    """Who holds a post with rights over others may have somebody stand in for her."""
    if not holds:
        raise NotAllowed(
            _("Vai trò đang dùng không có việc nào cần người thay. Chọn vai trò khác ở đầu trang.")
        )


def must_not_pass_on(is_deputy: bool) -> None:
    """Who stands in for another passes it on to nobody."""
    if is_deputy:
        raise NotAllowed(_("Đồng chí đang thay người khác nên không nhờ tiếp người thứ ba."))


def must_be_of_the_unit(belongs: bool) -> None:
    """Who stands in belongs to the unit of the post."""
    if not belongs:
        raise BadInput(_("Chọn một người sinh hoạt hoặc giữ chức vụ ở chính đơn vị này."), "person")


def must_begin_from_today(starts: dt.date, today: dt.date) -> None:
    """Nobody stood in yesterday by what is written today."""
    if starts < today:
        raise BadInput(_("Ngày bắt đầu đã qua. Ghi từ hôm nay trở đi."), "starts")


def must_end_with_the_holder(ends: dt.date | None, holder_ends: dt.date | None) -> None:
    """A deputy's last day comes no later than the holder's own."""
    if holder_ends is not None and (ends is None or ends > holder_ends):
        raise BadInput(
            _("Chức vụ của người nhờ thay kết thúc từ ngày %(day)s; người thay không giữ lâu hơn.")
            % {"day": show_date(holder_ends)},
            "ends",
        )


def must_stand_in_once(stands_in: bool) -> None:
    """The same person is not asked twice for the same days."""
    if stands_in:
        raise BadInput(_("Người này đã được nhờ thay trong những ngày ấy."), "person")


def must_be_ones_deputy(is_ones: bool) -> None:
    """The holder herself takes it back."""
    if not is_ones:
        raise NotAllowed(_("Chỉ người nhờ thay thôi nhờ được."))


def must_still_stand_in(stands_in: bool) -> None:
    """What is over, or was answered with no, needs no taking back."""
    if not stands_in:
        raise Conflict(_("Việc thay này đã hết hoặc không được đồng ý. Tải lại trang để xem."))


def falls_due(starts: dt.date, since: dt.date | None) -> bool:
    """Whether what is written down of a day, or of a time that starts then, is asked for: the office had begun.

    `since` is the day of its beginning, None where the data came in whole.
    """
    return since is None or since <= starts
