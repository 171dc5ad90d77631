"""Papers and terms from a day on: what stands keeps the ones of its own day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, keeps_lists
from lantoa.reviews import rules
from lantoa.reviews.models import Review, ReviewPeriod, Section, Template, Terms
from lantoa.reviews.words import Reading


@transaction.atomic
def set_terms(*, by: Actor, starts: dt.date, reading: str, **numbers: Any) -> Terms:
    """Terms from a day on. NotAllowed but for who keeps them for all; BadInput for a ceiling above its most, and on a
    day from which terms hold that a period was opened under: those of its day stay.
    """
    _must_keep(by)
    if reading not in Reading.values:
        raise BadInput(_("Chọn cách tính mẫu số."), "reading")
    usual, most = numbers.get("ceiling_percent"), numbers.get("ceiling_most")
    if most is not None and (usual is None or most < usual):
        raise BadInput(_("Tỷ lệ nhiều nhất phải từ tỷ lệ thường trở lên."), "ceiling_most")
    if ReviewPeriod.objects.filter(terms__starts=starts).exists():
        raise BadInput(_("Quy tắc áp dụng từ ngày này đã có đợt kiểm điểm dùng. Chọn ngày khác."), "starts")
    said = numbers | {"reading": reading, "basis": clean(numbers.get("basis", ""))[:300]}
    terms, _is_new = Terms.objects.update_or_create(starts=starts, defaults=said)
    record(
        "review_terms.set", terms, by=by, unit=by.unit, after={key: str(value) for key, value in said.items()}
    )
    return terms


@transaction.atomic
def set_template(
    template: Template,
    *,
    by: Actor,
    starts: dt.date,
    headings: Iterable[tuple[str, str]],
    title: str,
    basis: str = "",
    common_most: int | None = None,
    task_most: int | None = None,
) -> Template:
    """The same paper from another day on, with these headings: (number, heading). What is put before a writer goes by
    the number of its section. BadInput on a day on which one begins that somebody has written on already.
    """
    _must_keep(by)
    said = [(clean(number)[:10], clean(heading)[:300]) for number, heading in headings]
    said = [(number, heading) for number, heading in said if heading]
    if (common_most is None) != (task_most is None):
        raise BadInput(_("Ghi cả hai điểm tối đa, hoặc để trống cả hai."), "task_most")
    must_say(clean(title), "title", _("Ghi tên văn bản."))
    there = Template.objects.filter(code=template.code, starts=starts).first()
    if there and Review.objects.filter(template=there).exists():
        raise BadInput(_("Mẫu áp dụng từ ngày này đã có người viết. Chọn ngày khác."), "starts")
    facts: dict[str, Any] = {"title": clean(title)[:200], "basis": clean(basis)[:300]}
    most = {"common_most": common_most, "task_most": task_most}
    made, _is_new = Template.objects.update_or_create(
        code=template.code, starts=starts, defaults=facts | most
    )
    before = {one.number: one for one in template.sections.all()}
    rows = [_section(made, order, said_so, before) for order, said_so in enumerate(said, start=1)]
    made.sections.all().delete()
    Section.objects.bulk_create(rows)
    record(
        "review_template.set", made, by=by, unit=by.unit, after={"sections": [" ".join(one) for one in said]}
    )
    return made


def _section(made: Template, order: int, said: tuple[str, str], before: dict[str, Section]) -> Section:
    number, heading = said
    known = before.get(number)
    return Section(
        template=made,
        order=order,
        number=number,
        heading=heading,
        gathers=known.gathers if known else "",
        is_required=known.is_required if known else False,
    )


def _must_keep(by: Actor) -> None:
    rules.must(
        by.may("reviews.keep_terms") and keeps_lists(by),
        _("Mẫu và quy tắc dùng chung do đơn vị cao nhất giữ. Đề nghị sửa gửi lên đơn vị ấy."),
    )
