"""How a request begins in these stories."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lantoa.foundation import attachments
from lantoa.people.models import Membership, Person
from lantoa.personal_data import actions
from lantoa.personal_data.models import DataRequest, Emergency, Incident, RetentionProposal

WRONG = "Ngày sinh ghi 12/03/1980, đúng là 21/03/1980."


def asked(cast: Any, kind: str = "correct", text: str = WRONG, who: str = "member") -> DataRequest:
    """Somebody of the cast asks."""
    return actions.ask(by=getattr(cast, who), kind=kind, text=text, about="people.person")


def limited(cast: Any) -> DataRequest:
    """The member asked that her data be only kept, and it is."""
    one = asked(cast, "restrict", "Không nêu tên tôi nữa.")
    return actions.finish(one, by=cast.protector, answer="Đã hạn chế từ hôm nay.")


NOTICED = timezone.make_aware(dt.datetime(2026, 11, 16, 7, 15))


def incident(cast: Any, **said: Any) -> Incident:
    """A list of a cell was sent to somebody who should not have it."""
    told = {"title": "Danh sách chi bộ gửi nhầm", "what": "Tệp Excel gửi nhầm ra ngoài đơn vị."} | said
    return actions.record_incident(by=cast.protector, unit=cast.cell, noticed_at=NOTICED, **told)


def who_left(cast: Any, on: dt.date = dt.date(2026, 6, 1), name: str = "Mai Văn Tư") -> Person:
    """Somebody who belonged to the cell until that day, with a telephone, a card and a day of birth."""
    left = Person.objects.create(
        full_name=name, phone="0912000111", card_number="00112233", born_on=dt.date(1950, 3, 2)
    )
    Membership.objects.create(person=left, unit=cast.cell, starts=dt.date(2021, 1, 1), ends=on)
    return left


def proposed(cast: Any) -> RetentionProposal:
    """The clock has found the telephone of somebody who left."""
    who_left(cast)
    actions.propose(cast.today)
    return RetentionProposal.objects.get()


def to_open(cast: Any, **said: Any) -> Emergency:
    """The administrator asks to read the member's registration."""
    told = {
        "parts": ["registrations.registration"],
        "reason": "Bản in bị mất trước giờ họp.",
        "hours": 4,
    } | said
    return actions.ask_to_open(cast.member.person, **{"by": cast.administrator} | told)


def scanned() -> Any:
    """A photograph of a sheet of paper, judged."""
    drawn = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(drawn, "PNG")
    return attachments.judge(SimpleUploadedFile("don.png", drawn.getvalue()))


def on_paper(cast: Any, **said: Any) -> DataRequest:
    """The member handed in a sheet of paper."""
    told = {
        "kind": "correct",
        "text": "Sửa ngày sinh theo giấy khai sinh.",
        "asked_on": cast.today,
        "received_by": "Triệu Thị Mai",
        "scan": scanned(),
    } | said
    return actions.enter(cast.member.person, by=cast.protector, **told)
