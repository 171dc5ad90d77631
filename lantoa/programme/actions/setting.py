"""What is done in the programme: set a theme, rename the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, keeps_lists
from lantoa.programme import rules
from lantoa.programme.actions import common
from lantoa.programme.models import (
    Directive,
    LegalBasis,
    Pillar,
    Programme,
    Theme,
)

Fields = Mapping[str, Any]


# Themes


@transaction.atomic
def set_theme(
    *, unit: Unit, by: Actor, papers: Iterable[Directive] = (), file: Judged | None = None, **fields: Any
) -> Theme:
    """The unit's theme for a year or a term (kind, title, starts, ends), with its papers and its material."""
    theme: Theme = common.write(Theme(unit=unit, file=common.keep(file, by), **fields), "theme.added", by)
    theme.papers.set(papers)
    return theme


@transaction.atomic
def change_theme(
    theme: Theme,
    *,
    by: Actor,
    papers: Iterable[Directive] | None = None,
    file: Judged | None = None,
    **fields: Any,
) -> Theme:
    """Correct a theme; `papers` None leaves them as they are, a new file replaces the old one."""
    common.rewrite(theme, "theme.edited", by, common.with_file(fields, file, by))
    if papers is not None:
        theme.papers.set(papers)
    return theme


# The programme itself


@transaction.atomic
def begin_programme(
    *, name: str, short_name: str, starts: dt.date, pillars: list[str], by: Actor
) -> Programme:
    """From that day on the programme is called this and has these pillars; what was before keeps its own."""
    rules.must_keep_settings(keeps_lists(by))
    current = Programme.objects.select_for_update().filter(ends__isnull=True).first()
    if current and starts <= current.starts:
        raise BadInput(_("Ngày bắt đầu phải sau ngày %s.") % f"{current.starts:%d/%m/%Y}", "starts")
    if not pillars:
        raise BadInput(_("Nhập ít nhất một nội dung, mỗi dòng một nội dung."), "pillars")
    if current:
        current.ends = starts
        current.save(update_fields=["ends"])
        current.pillars.filter(ends__isnull=True).update(ends=starts)
    programme = Programme.objects.create(name=name, short_name=short_name, starts=starts)
    known = list(Pillar.objects.values_list("code", "name"))
    Pillar.objects.bulk_create(
        Pillar(programme=programme, code=rules.code_of(p, known), name=p, position=n, starts=starts)
        for n, p in enumerate(pillars, start=1)
    )
    record("programme.renamed", programme, by=by, unit=by.unit, on=starts, note=name)
    return programme


@transaction.atomic
def record_basis(*, by: Actor, **fields: Any) -> LegalBasis:
    """A document on which the programme rests (symbol, kind, issuer, issued_on, abstract, starts, ends…)."""
    rules.must_keep_settings(keeps_lists(by))
    demands.must_end_after_start(fields["starts"], fields.get("ends"))
    try:
        with transaction.atomic():
            basis = LegalBasis.objects.create(**fields)
    except IntegrityError:
        raise BadInput(_("Văn bản có số, ký hiệu này đã được ghi."), "symbol") from None
    record("basis.recorded", basis, by=by, unit=by.unit)
    return basis


@transaction.atomic
def change_basis(basis: LegalBasis, *, by: Actor, **fields: Any) -> LegalBasis:
    """Correct, verify against the original, or end a legal basis."""
    rules.must_keep_settings(keeps_lists(by))
    demands.must_end_after_start(fields.get("starts", basis.starts), fields.get("ends"))
    before = common.set_fields(basis, fields)
    basis.save()
    after = {name: str(getattr(basis, name)) for name in before}
    record("basis.edited", basis, by=by, unit=by.unit, before=before, after=after)
    return basis
