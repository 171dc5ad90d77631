"""Who gets through at which address of this room."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from lantoa.foundation import attachments
from lantoa.registrations import actions
from lantoa.registrations.models import Agreement, Confirmation
from lantoa.registrations.tests import papers
from tests.access import Row

WRITERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
READERS = "secretary other_secretary committee officer leader inspector far_secretary"
JUDGES = "secretary other_secretary committee leader far_secretary"
ABOVE = "secretary committee officer leader inspector"
AGREED = {"meeting_on": "16/11/2026", "minutes_number": "11-BB/CB"}
WRONG = {"reasons": ["no_target"], "note": ""}


def prepare(cast: Any) -> None:
    """The member's paper of 2026 is agreed to and has a line with a photo; hers of 2027 waits."""
    done = papers.approved(cast.member, cast.secretary, year=2026)
    line = actions.record_progress(
        done.tasks.get(),
        by=cast.member,
        on=dt.date(2026, 11, 14),
        text="Giúp 12 cụ ở tổ 4.",
        value=Decimal(12),
        photos=[attachments.judge(papers.photo())],
    )
    behalf = papers.entered(replace(cast.secretary, on=dt.date(2025, 3, 1)), cast.member.person, year=2025)
    signed = papers.entered(replace(cast.secretary, on=dt.date(2024, 3, 1)), cast.member.person, year=2024)
    actions.confirm(
        signed,
        by=cast.secretary,
        how=Confirmation.SIGNATURE,
        on=cast.today,
        paper=attachments.judge(papers.photo()),
    )
    agreement = Agreement.objects.create(
        registration=signed,
        version=2,
        how=Confirmation.MEETING,
        on=cast.today,
        words=[],
        witness=cast.former.person,
        second_witness=cast.colleague.person,
    )
    cast.things["agreement"] = agreement
    begun = actions.start_draft(by=cast.secretary, year=2026, person=cast.colleague.person)
    actions.save_draft(begun, by=cast.secretary, tasks=[papers.TASK])
    cast.things["fresh"] = papers.approved(cast.colleague, cast.secretary, just_now=True)
    cast.things |= {"behalf": behalf, "signed": signed, "begun": begun}
    cast.things |= {"done": done, "line": line, "waiting": papers.submitted(cast.member)}


def _waiting(cast: Any) -> list[int]:
    return [cast.things["waiting"].pk]


def _done(cast: Any) -> list[int]:
    return [cast.things["done"].pk]


def _line(cast: Any) -> list[int]:
    return [cast.things["line"].pk]


def _photo(cast: Any) -> list[int]:
    return [cast.things["line"].evidence.get().pk]


def _agreement(cast: Any) -> list[int]:
    return [cast.things["agreement"].pk]


def _behalf(cast: Any) -> list[int]:
    return [cast.things["behalf"].pk]


def _signed(cast: Any) -> list[int]:
    return [cast.things["signed"].pk]


def _begun(cast: Any) -> list[int]:
    return [cast.things["begun"].pk]


def _for_colleague(cast: Any) -> list[int]:
    return [papers.YEAR, cast.colleague.person.pk]


def _assessed(cast: Any) -> list[int]:
    one = cast.things["done"]
    papers.remarked(one, cast.member, cast.secretary)
    return [one.pk]


def _family(cast: Any) -> list[int]:
    one = actions.start_household(by=cast.secretary, year=papers.YEAR, household="Hoàng Văn Páo")
    return [one.pk]


def _typed_line(cast: Any) -> list[int]:
    task = cast.things["done"].tasks.get()
    return [actions.record_progress(task, by=cast.secretary, on=cast.today, text="Giúp 5 cụ.").pk]


def _year(_cast: Any) -> list[int]:
    return [papers.YEAR]


def _with_a_pin(cast: Any) -> list[int]:
    """A paper typed for somebody who once set a PIN of her own."""
    one = cast.things["behalf"]
    one.person.pins.get_or_create(ended_on=None, defaults={"digest": "!", "set_on": cast.today})
    return [one.pk]


def _with_a_code(cast: Any) -> tuple[Client, str]:
    """A stranger at the open door who holds a code for lines that somebody else typed."""
    line = actions.record_progress(
        cast.things["done"].tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ."
    )
    return _who_typed(actions.give_code(line.task.registration, by=cast.committee)[0])


def _with_a_code_for_a_paper(cast: Any) -> tuple[Client, str]:
    """The same, for a paper that was typed for her."""
    return _who_typed(actions.give_code(cast.things["behalf"], by=cast.committee)[0])


def _who_typed(code: str) -> tuple[Client, str]:
    client = Client()
    client.post(reverse("registrations:by_code"), {"code": code, "answer": ""})
    return client, reverse("registrations:by_code_read")


# How somebody who has not signed in comes to a page with a form, and what she types there.
STRANGERS = {_with_a_code: {"pin": "482615"}, _with_a_code_for_a_paper: {"pin": "482615"}}
TABLE = [
    Row("registrations:index", READERS),
    Row("registrations:mine", WRITERS),
    Row("registrations:write", WRITERS, args=_year),
    Row("registrations:check", WRITERS, args=_year),
    Row("registrations:sent", WRITERS, args=_year),
    Row("registrations:behalf", JUDGES),
    Row("registrations:behalf_write", "secretary", args=_for_colleague),
    Row("registrations:behalf_send", "secretary", args=_begun, method="POST"),
    Row("registrations:confirm", "member secretary", args=_behalf),
    Row("registrations:give_code", "committee leader", args=_behalf, method="POST"),
    Row("registrations:forget_pin", "committee leader", args=_with_a_pin, method="POST"),
    Row("registrations:ask_for_slip", "secretary", args=_behalf, method="POST"),
    Row("registrations:slips", JUDGES),
    Row("registrations:witnessed", WRITERS),
    Row("registrations:vouch", "former", args=_agreement, method="POST"),
    Row("registrations:withdraw", "member", args=_behalf, method="POST"),
    Row("registrations:signed", f"member {ABOVE}", args=_signed),
    Row("registrations:open_year", "committee officer leader administrator"),
    Row("registrations:missing", READERS),
    Row("registrations:assess", "member", args=_done),
    Row("registrations:remark", "secretary committee leader", args=_done),
    Row(
        "registrations:reply",
        "member",
        args=_assessed,
        method="POST",
        data=lambda _cast: {"text": "Tôi đã làm đủ 12 buổi."},
    ),
    Row("registrations:close", "secretary committee leader", args=_assessed, method="POST"),
    Row(
        "registrations:word",
        f"member {ABOVE}",
        args=lambda cast: [cast.things["done"].pk, "ban-cam-ket"],
    ),
    Row("registrations:collective", JUDGES, args=_year),
    Row("registrations:queue", JUDGES),
    Row("registrations:silent", JUDGES),
    Row("registrations:show", f"member {ABOVE}", args=_waiting),
    Row("registrations:print", f"member {ABOVE}", args=_waiting),
    Row("registrations:judge", "secretary committee leader", args=_waiting),
    Row(
        "registrations:approve",
        "secretary committee leader",
        args=_waiting,
        method="POST",
        data=lambda _cast: AGREED,
    ),
    Row(
        "registrations:take_back_approval",
        "secretary",
        args=lambda cast: [cast.things["fresh"].pk],
        method="POST",
    ),
    Row("registrations:remarks", JUDGES),
    Row(
        "registrations:return",
        "secretary committee leader",
        args=_waiting,
        method="POST",
        data=lambda _cast: WRONG,
    ),
    Row("registrations:progress", "member secretary", args=_done),
    Row("registrations:correct", "member", args=_line),
    Row("registrations:take_back", "member", args=_typed_line, method="POST"),
    Row("registrations:household", "secretary", args=_family),
    Row(
        "registrations:household_new",
        JUDGES,
        args=_year,
        method="POST",
        data=lambda _cast: {"household": "Lý A Tủa"},
    ),
    Row("registrations:evidence", f"member {ABOVE}", args=_photo),
]
