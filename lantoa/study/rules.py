"""Decisions about classes: what a typed n/N says, and what cannot be true. No database, no clock."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.foundation import numbers
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit

# "15/15 (Đạt 100%)" is how the annexes of communes are filled in; what follows the two numbers is words.
RATIO = re.compile(r"\s*([\d.,\s]+?)\s*/\s*([\d.,]+)\s*(?:đảng viên|ĐV|người)?\s*(\(.*\))?\s*", re.IGNORECASE)
LEVELS = {"central", "province", "superior", "grassroots", "cell"}
MOST, MOST_SITES = 10_000_000, 20_000
LESSONS = re.compile(r"\(\s*(\d{1,3})\s*tiết\s*\)\s*$", re.IGNORECASE)
MOST_PARTS, LONGEST_PART = 60, 300
# Certificates are given within a month of the last day; how the list of those that were not is asked for.
CERTIFIED_WITHIN, UNCERTIFIED = dt.timedelta(days=30), "chua-ghi-giay"
MOST_CERTIFICATES, LONGEST_NUMBER = 100, 60


def read_ratio(text: str, field: str = "") -> tuple[int, int]:
    """ "49/50", "1.250 / 1.263", "15/15 (Đạt 100%)" → (attended, summoned). BadInput says how to type it."""
    typed = RATIO.fullmatch(text)
    if typed is None:
        raise BadInput(_("Nhập số dự trên số được triệu tập, ví dụ 49/50."), field)
    above, below = (numbers.read(part, field) for part in typed.groups()[:2])
    if above != int(above) or below != int(below):
        raise BadInput(_("Nhập hai số nguyên, ví dụ 1.250/1.263."), field)
    attended, summoned = int(above), int(below)
    must_fit(attended, summoned, 0, field)
    return attended, summoned


def show_ratio(attended: int, summoned: int) -> str:
    """(1250, 1263) → "1.250/1.263"; `read_ratio` reads it back."""
    return f"{show(attended)}/{show(summoned)}"


def must_fit(attended: int, summoned: int, made_up: int, field: str = "attendance") -> None:
    """Nobody attends a class who was not summoned; those who make up for it were absent."""
    if not 0 < summoned <= MOST:
        raise BadInput(_("Số được triệu tập phải từ 1 trở lên. Kiểm tra lại số sau dấu gạch chéo."), field)
    if attended > summoned:
        raise BadInput(
            _(
                "Số dự (%(attended)s) nhiều hơn số được triệu tập (%(summoned)s). "
                "Người ngoài Đảng ghi ở ô riêng."
            )
            % {"attended": show(attended), "summoned": show(summoned)},
            field,
        )
    if attended + made_up > summoned:
        raise BadInput(
            _("Chỉ có %(absent)s đảng viên vắng, không thể có %(made_up)s đảng viên học bù.")
            % {"absent": show(summoned - attended), "made_up": show(made_up)},
            "made_up",
        )


def must_have_writers(essays: int, attended: int, made_up: int, outside: int) -> None:
    """Each essay is written by someone who studied."""
    studied = attended + made_up + outside
    if essays > studied:
        raise BadInput(
            _("Số bài thu hoạch (%(essays)s) nhiều hơn số người đã học (%(studied)s).")
            % {"essays": show(essays), "studied": show(studied)},
            "essays",
        )


def must_be_believable(**numbers_typed: int) -> None:
    """A slip of the finger is asked about before it reaches a total."""
    for field, number in numbers_typed.items():
        if number > (MOST_SITES if field == "sites" else MOST):
            raise BadInput(_("Số này lớn quá. Kiểm tra lại."), field)


def must_have_been_held(held_on: dt.date, today: dt.date) -> None:
    """A class is recorded after it was held."""
    if held_on > today:
        raise BadInput(_("Ngày học chưa đến. Ghi lớp học sau khi đã tổ chức."), "held_on")


def must_follow(day: dt.date, earlier: dt.date, field: str) -> None:
    """What comes of a course does not come before its first day."""
    if day < earlier:
        said = _("Ngày này trước ngày khai giảng, %(day)s. Kiểm tra lại ngày.")
        raise BadInput(said % {"day": f"{earlier:%d/%m/%Y}"}, field)


def must_be_certified(certified: int | None, participants: int) -> None:
    """Each certificate goes to somebody who took part."""
    if certified is not None and certified > participants:
        said = _("Số được cấp giấy chứng nhận (%(certified)s) nhiều hơn số học viên (%(participants)s).")
        raise BadInput(said % {"certified": show(certified), "participants": show(participants)}, "certified")


def must_have_taken_part(admitted: int, participants: int, field: str) -> None:
    """No more are admitted from a course than took part in it."""
    if admitted > participants:
        said = _("Cộng lại %(admitted)s người kết nạp từ lớp này, nhiều hơn số học viên (%(participants)s).")
        raise BadInput(said % {"admitted": show(admitted), "participants": show(participants)}, field)


def must_be_of_the_kind(wanted: str, kind: str) -> None:
    """A course follows a curriculum of its own kind."""
    if wanted != kind:
        raise BadInput(
            _("Chương trình này dành cho loại lớp khác. Chọn lại loại lớp hoặc chương trình."), "curriculum"
        )


def must_leave_room(people: int, others: int, participants: int) -> None:
    """The units together send no more than took part."""
    if people + others > participants:
        said = _("Cộng các đơn vị là %(sum)s người, nhiều hơn số học viên của lớp (%(participants)s).")
        raise BadInput(said % {"sum": show(people + others), "participants": show(participants)}, "people")


def must_be_certified_among(certified: int | None, people: int, others: int, of_course: int | None) -> None:
    """Of those a unit sent no more hold a certificate than it sent, and all together no more than the course gave."""
    if certified is None:
        return
    if certified > people:
        raise BadInput(_("Số được cấp giấy chứng nhận nhiều hơn số người đơn vị cử."), "certified")
    if of_course is not None and certified + others > of_course:
        said = _("Cộng các đơn vị là %(sum)s giấy, nhiều hơn số giấy chứng nhận của lớp (%(all)s).")
        raise BadInput(said % {"sum": show(certified + others), "all": show(of_course)}, "certified")


def must_be_given(named: int, certified: int | None, participants: int) -> None:
    """No more certificates bear a name than were given."""
    given = participants if certified is None else certified
    if named > given:
        said = _("Lớp mới ghi cấp %(given)s giấy chứng nhận. Sửa số giấy ở trang của lớp trước, rồi ghi tên.")
        raise BadInput(said % {"given": show(given)}, "names")


def must_have_certificates(some: bool) -> None:
    """A file of nobody's certificates is none."""
    if not some:
        raise BadInput(_("Lớp chưa ghi giấy chứng nhận nào theo tên. Ghi tên người được cấp trước."))


def read_certificates(text: str, field: str) -> list[tuple[str, str]]:
    """One holder a line, the number behind a semicolon or a tab: "Lò Thị Canh; 12/GCN" → ("Lò Thị Canh", "12/GCN")."""
    found = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, _sign, number = line.replace("\t", ";").partition(";")
        if not name.strip() or len(number.strip()) > LONGEST_NUMBER:
            raise BadInput(
                _("Mỗi dòng ghi họ tên, dấu chấm phẩy, rồi số giấy; ví dụ: Lò Thị Canh; 12/GCN."), field
            )
        found.append((name.strip(), number.strip()))
    if not found:
        raise BadInput(_("Ghi ít nhất một người, mỗi dòng một họ tên."), field)
    if len(found) > MOST_CERTIFICATES:
        said = _("Mỗi lần ghi nhiều nhất %s giấy. Chia phần còn lại sang lần sau.")
        raise BadInput(said % MOST_CERTIFICATES, field)
    return found


def read_parts(text: str, field: str) -> list[tuple[str, int | None]]:
    """Subjects, one a line, with their lessons in brackets: "Lịch sử Đảng (5 tiết)" → ("Lịch sử Đảng", 5)."""
    found = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        told = LESSONS.search(line)
        title = line[: told.start()].strip() if told else line
        if not title or len(title) > LONGEST_PART:
            raise BadInput(
                _("Mỗi dòng ghi tên một chuyên đề, không quá 300 chữ, ví dụ: Lịch sử Đảng (5 tiết)."), field
            )
        found.append((title, int(told[1]) if told else None))
    if len(found) > MOST_PARTS:
        raise BadInput(_("Nhiều nhất %s chuyên đề. Bớt dòng.") % MOST_PARTS, field)
    return found


@dataclass(frozen=True)
class Missed:
    """Somebody of the list who did not come to a class, and why: excused, unexcused, exempt."""

    person_id: int
    why: str


def must_have_a_list(members: int) -> None:
    """Attendance by name is taken where the unit keeps a list of its members."""
    if not members:
        raise BadInput(
            _("Đơn vị tổ chức lớp không có danh sách đảng viên riêng. Ghi số dự theo từng đơn vị cấp dưới.")
        )


def must_follow_the_list(is_listed: bool, differs: bool) -> None:
    """Where attendance was taken by name, its numbers are changed there."""
    if is_listed and differs:
        raise BadInput(
            _("Số dự lấy từ danh sách điểm danh. Sửa ở trang Điểm danh của lớp, không sửa ở ô này."),
            "attendance",
        )


def must_come_after_class(day: dt.date, held_on: dt.date, field: str) -> None:
    """Nobody makes up for a class before it."""
    if day < held_on:
        raise BadInput(_("Ngày học bù trước ngày học. Kiểm tra lại ngày."), field)


def must_fit_in_class(together: int, of_class: int, field: str) -> None:
    """All units together have no more than the class."""
    if together > of_class:
        said = _(
            "Cộng các đơn vị là %(sum)s, nhiều hơn số của cả lớp (%(all)s). Sửa số của lớp hoặc của đơn vị."
        )
        raise BadInput(said % {"sum": show(together), "all": show(of_class)}, field)


def must_be_excused_of_absent(excused: int | None, attended: int, summoned: int) -> None:
    """Who is excused was absent."""
    if excused is not None and attended + excused > summoned:
        said = _("Chỉ có %(absent)s đảng viên vắng, không thể có %(excused)s đảng viên vắng có lý do.")
        raise BadInput(said % {"absent": show(summoned - attended), "excused": show(excused)}, "excused")


def must_leave_time_to_write(essays_by: dt.date | None, held_on: dt.date) -> None:
    """Papers are due on the day of the class or after it."""
    if essays_by is not None and essays_by < held_on:
        raise BadInput(_("Hạn nộp bài thu hoạch trước ngày học. Kiểm tra lại ngày."), "essays_by")


# Reflection papers


def must_belong(home: Unit | None) -> Unit:
    """A paper is of a unit; BadInput for who belongs to none."""
    if home is None:
        raise BadInput(_("Đồng chí chưa sinh hoạt ở chi bộ nào nên chưa nộp được bài thu hoạch."))
    return home


def must_be_hers(is_offered: bool) -> None:
    """One writes on classes of one's own unit and of those above it, within a year."""
    if not is_offered:
        raise NotAllowed(_("Lớp này không thuộc đơn vị đồng chí hoặc đã quá một năm."))


def must_have_studied(has_missed: bool) -> None:
    """Who was absent studies first."""
    if has_missed:
        raise BadInput(
            _("Danh sách ghi đồng chí chưa học lớp này. Học bù trước, hoặc đề nghị bí thư sửa điểm danh.")
        )


def must_be_the_writer(is_hers: bool) -> None:
    """Nobody takes back what another wrote."""
    if not is_hers:
        raise NotAllowed(_("Chỉ người viết rút lại được bài thu hoạch của mình."))


def usual_level(unit_level: str) -> str:
    """A class is most often held by a unit at its own level."""
    return unit_level if unit_level in LEVELS else "grassroots"


def must_edit(in_reach: bool) -> None:
    """The class of another unit is not changed."""
    if not in_reach:
        raise NotAllowed(_("Lớp học này của đơn vị khác. Đồng chí chỉ ghi được cho đơn vị mình."))
