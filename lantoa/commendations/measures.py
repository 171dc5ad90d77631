"""The numbers this room can count. Occurrences and different ones are two measures on the same records."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.commendations.models import AwardLevel, Commendation, Form, Proposal, Subject
from lantoa.figures.measure import ON_DAY, Distinct, Measure, Split

BY_MOVEMENT = Split(
    _("Trong phong trào thi đua"),
    {
        "movement": (_("trong phong trào"), Q(decision__occasion__movement__isnull=False)),
        "other": (_("ngoài phong trào"), Q(decision__occasion__movement__isnull=True)),
    },
)
DECIDED_ON = "decision__decided_on"
BY_LEVEL = Split(_("Cấp khen"), {code: (label, Q(level=code)) for code, label in AwardLevel.choices})
BY_FORM = Split(_("Hình thức"), {code: (label, Q(form=code)) for code, label in Form.choices})
BY_PARTY = Split(
    _("Đảng viên, quần chúng"),
    {
        "member": (_("đảng viên"), Q(is_party_member=True)),
        "outside": (_("quần chúng"), Q(is_party_member=False)),
        "unknown": (_("chưa rõ"), Q(is_party_member__isnull=True)),
    },
)
BY_SUBJECT = Split(_("Tập thể, cá nhân"), {code: (label, Q(subject=code)) for code, label in Subject.choices})
BY_PROPOSED_LEVEL = Split(
    _("Cấp khen đề nghị"), {code: (label, Q(proposed_level=code)) for code, label in AwardLevel.choices}
)
COLUMNS = (
    ("who", _("Tập thể, cá nhân")),
    ("form", _("Hình thức")),
    ("level", _("Cấp khen")),
    ("decision", _("Quyết định")),
)
PROPOSAL_COLUMNS = (
    ("who", _("Tập thể, cá nhân")),
    ("proposed_form", _("Hình thức đề nghị")),
    ("proposed_level", _("Cấp khen đề nghị")),
    ("status", _("Trạng thái")),
    ("submitted_on", _("Ngày gửi")),
)


def _collectives(on: dt.date) -> QuerySet[Any]:
    return Commendation.objects.collectives().select_related("person")


def _individuals(on: dt.date) -> QuerySet[Any]:
    return Commendation.objects.individuals().select_related("person")


def _pending(on: dt.date | None, subject: str) -> QuerySet[Any]:
    found = Proposal.objects.filter(subject=subject).select_related("person")
    return found.pending_above(on) if on else found


PROPOSED = _(
    "Đếm đề nghị đã gửi ra ngoài tổ chức cơ sở và chưa có quyết định tại ngày cuối kỳ. Một đề nghị lên "
    "nhiều cấp chỉ đếm một lần ở mỗi cấp; không cộng với số đã được khen."
)
_of_proposals = partial(
    Measure,
    on_date="submitted_on",
    meaning=ON_DAY,
    splits={"level": BY_PROPOSED_LEVEL},
    columns=PROPOSAL_COLUMNS,
)

MEASURES = [
    Measure(
        code="commendations.collectives",
        label=_("Lượt tập thể được biểu dương, khen thưởng"),
        unit_of_count=_("lượt tập thể"),
        records=_collectives,
        on_date=DECIDED_ON,
        splits={"level": BY_LEVEL, "form": BY_FORM, "movement": BY_MOVEMENT},
        how_counted=_(
            "Đếm mỗi tập thể trong mỗi quyết định một lần, theo ngày quyết định; một tập thể được khen hai lần "
            "là hai lượt. Đề nghị chưa có quyết định không tính. Khen thưởng mà nguồn chỉ ghi gộp “tập thể, cá "
            "nhân” được ghi riêng, không nằm trong số này."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="commendations.individuals",
        label=_("Lượt cá nhân được biểu dương, khen thưởng"),
        unit_of_count=_("lượt cá nhân"),
        records=_individuals,
        on_date=DECIDED_ON,
        splits={"level": BY_LEVEL, "form": BY_FORM, "party": BY_PARTY, "movement": BY_MOVEMENT},
        how_counted=_(
            "Đếm mỗi người trong mỗi quyết định một lần, theo ngày quyết định; một người được khen hai lần là "
            "hai lượt. Đề nghị chưa có quyết định không tính. Khen thưởng mà nguồn chỉ ghi gộp “tập thể, cá "
            "nhân” được ghi riêng, không nằm trong số này."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="commendations.distinct_collectives",
        label=_("Tập thể khác nhau được khen thưởng"),
        unit_of_count=_("tập thể"),
        records=_collectives,
        on_date=DECIDED_ON,
        counts=Distinct("subject_key"),
        splits={"level": BY_LEVEL, "form": BY_FORM},
        how_counted=_(
            "Đếm tập thể khác nhau, mỗi tập thể một lần dù được khen nhiều lượt. Nhóm trong một đơn vị được phân "
            "biệt theo tên. Số này không cộng được qua các đơn vị hay các kỳ."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="commendations.distinct_people",
        label=_("Người khác nhau được khen thưởng"),
        unit_of_count=_("người"),
        records=_individuals,
        on_date=DECIDED_ON,
        counts=Distinct("subject_key"),
        splits={"level": BY_LEVEL, "form": BY_FORM, "party": BY_PARTY},
        how_counted=_(
            "Đếm người khác nhau, mỗi người một lần dù được khen nhiều lượt. Người không có trong danh sách của "
            "hệ thống được phân biệt theo họ tên trong từng đơn vị. Số này không cộng được qua các đơn vị hay các kỳ."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="commendations.prime_minister",
        label=_("Tập thể, cá nhân được Bằng khen của Thủ tướng Chính phủ"),
        unit_of_count=_("tập thể, cá nhân"),
        records=lambda on: Commendation.objects.of_prime_minister().select_related("person"),
        on_date=DECIDED_ON,
        splits={"subject": BY_SUBJECT},
        how_counted=_(
            "Đếm bằng khen của Thủ tướng Chính phủ theo ngày quyết định, bất kể tập thể hay cá nhân. Bằng khen "
            "đã tách được tập thể hoặc cá nhân cũng là một lượt trong hai chỉ tiêu lượt; bằng khen nguồn chỉ ghi "
            "gộp thì chỉ nằm ở đây, vì nguồn không nói số lượt đã gồm hay chưa."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="commendations.unsplit",
        label=_("Khen thưởng chưa tách tập thể, cá nhân"),
        unit_of_count=_("tập thể, cá nhân"),
        records=lambda on: Commendation.objects.standing().filter(subject=Subject.UNSPLIT),
        on_date=DECIDED_ON,
        splits={"level": BY_LEVEL, "form": BY_FORM},
        how_counted=_("Đếm khen thưởng mà nguồn chỉ ghi gộp; không cộng vào lượt tập thể hay lượt cá nhân."),
        columns=COLUMNS,
    ),
    _of_proposals(
        code="commendations.proposed_collectives",
        label=_("Tập thể được đề nghị cấp trên khen thưởng"),
        unit_of_count=_("tập thể"),
        records=lambda on: _pending(on, Subject.COLLECTIVE),
        counts=Distinct("chain"),
        how_counted=PROPOSED,
    ),
    _of_proposals(
        code="commendations.proposed_individuals",
        label=_("Cá nhân được đề nghị cấp trên khen thưởng"),
        unit_of_count=_("cá nhân"),
        records=lambda on: _pending(on, Subject.INDIVIDUAL),
        counts=Distinct("chain"),
        how_counted=PROPOSED,
    ),
    _of_proposals(
        code="commendations.proposed_people",
        label=_("Người khác nhau được đề nghị cấp trên khen thưởng"),
        unit_of_count=_("người"),
        records=lambda on: _pending(on, Subject.INDIVIDUAL),
        counts=Distinct("who_key"),
        how_counted=_(
            "Đếm người khác nhau có đề nghị đã gửi ra ngoài tổ chức cơ sở và chưa có quyết định tại ngày cuối kỳ; "
            "một người có mấy đề nghị cũng là một."
        ),
    ),
]
