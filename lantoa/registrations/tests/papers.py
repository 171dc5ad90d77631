"""Papers for the stories of this room."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lantoa.foundation import clock
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from tests.cast import person

YEAR = 2027
WHAT = (
    "Mỗi tối thứ Bảy tôi giúp bà con tổ dân phố số 4 cài và dùng dịch vụ công trực tuyến trên điện thoại, "
    "nhất là các cụ lớn tuổi."
)
TASK = Undertaking(
    what=WHAT,
    tied_to="Tổ viên Tổ công nghệ số cộng đồng",
    target_value=Decimal(30),
    target_unit="người",
    due=dt.date(2027, 9, 2),
)
# The same, as the boxes of the page.
BOXES = {
    "viec1-what": WHAT,
    "viec1-target_value": "30",
    "viec1-target_unit": "người",
    "viec1-due": "2/9/27",
    "viec1-tied_to": "Tổ viên Tổ công nghệ số cộng đồng",
}


def drafted(by: Actor, task: Undertaking = TASK, year: int = YEAR, **texts: str) -> Registration:
    """A draft with one task, ready to be sent."""
    one = actions.start_draft(by=by, year=year)
    return actions.save_draft(one, by=by, tasks=[task], texts=texts)


def entered(by: Actor, person: Person, year: int = YEAR) -> Registration:
    """A registration that somebody of the cell typed for a person and sent."""
    one = actions.start_draft(by=by, year=year, person=person)
    actions.save_draft(one, by=by, tasks=[TASK])
    return actions.submit(one, by=by)


def family(by: Actor, head: str = "Hoàng Văn Páo", year: int = YEAR, **rest: Any) -> Registration:
    """A registration that the secretary typed for a household and sent."""
    one = actions.start_household(by=by, year=year, household=head)
    actions.save_draft(one, by=by, tasks=[TASK], texts=rest)
    return actions.submit(one, by=by)


def submitted(by: Actor, **rest: Any) -> Registration:
    """A registration that was sent."""
    return actions.submit(drafted(by, **rest), by=by)


def approved(author: Actor, by: Actor, *, just_now: bool = False, **rest: Any) -> Registration:
    """A registration that a meeting agreed to."""
    return agree(submitted(author, **rest), by, just_now=just_now)


def agree(one: Registration, by: Actor, *, just_now: bool = False) -> Registration:
    """The usual meeting of the stories, written down so long ago that everybody knows, or `just_now`."""
    at = clock.now() if just_now else clock.now() - dt.timedelta(hours=1)
    return actions.approve(one, by=by, meeting_on=dt.date(2026, 11, 16), minutes_number="11-BB/CB", at=at)


def assessed(one: Registration, by: Actor) -> Registration:
    """Its owner has said what came of the year."""
    outcomes = {task.order: ("done", "Đã giúp 32 người.") for task in one.tasks.all()}
    actions.assess(one, by=by, outcomes=outcomes, overall="Làm được nhiều hơn dự kiến.")
    return one


REMARK = {
    "remark": "Đồng chí làm đều, bà con ghi nhận.",
    "conclusion": "completed",
    "meeting_on": dt.date(2026, 11, 16),
    "minutes_number": "12-BB/CB",
}


def remarked(one: Registration, owner: Actor, by: Actor) -> Registration:
    """The cell has said what it thinks of it."""
    actions.remark(assessed(one, owner), by=by, **REMARK)
    return one


def photo(name: str = "anh.jpg", side: int = 400) -> SimpleUploadedFile:
    """A real picture."""
    out = BytesIO()
    Image.effect_noise((side, side), 60).convert("RGB").save(out, "JPEG", quality=90)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def agree_without_meeting(one: Registration, by: Actor) -> Registration:
    """What must not be possible."""
    return actions.approve(one, by=by, meeting_on=None, minutes_number="11-BB/CB")


def witnesses(cast: Any) -> list[Person]:
    """Two people of the cell who neither typed anything nor are written for."""
    return [person(name, cast.cell) for name in ("Hà Văn Tư", "Lê Thị Năm")]
