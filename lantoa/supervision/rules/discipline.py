"""Decisions about discipline: values in, answers out; no database, clock or request."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed


def must_not_be_hers(is_hers: bool) -> None:
    """Nobody writes about herself, nor about whom she stands in for."""
    if is_hers:
        raise NotAllowed(_("Quyết định về đồng chí, về người đồng chí thay thì người khác ghi."))


def must_be_disciplined(form: str, what: str, number: str, decided_on: dt.date | None, on: dt.date) -> None:
    """In which form, for what, by which paper, by today."""
    if not form:
        raise BadInput(_("Ghi hình thức kỷ luật đúng như quyết định."), "form")
    if not what:
        raise BadInput(_("Ghi tóm tắt nội dung vi phạm như trong quyết định."), "what")
    if not number:
        raise BadInput(_("Nhập số quyết định, ví dụ 21-QĐ/UBKT."), "decision_number")
    if decided_on is None:
        raise BadInput(_("Nhập ngày quyết định, ví dụ 02/11/2026."), "decided_on")
    if decided_on > on:
        raise BadInput(_("Ngày quyết định chưa đến. Kiểm tra lại ngày."), "decided_on")


def must_be_new(is_known: bool) -> None:
    """One decision about one is written down once."""
    if is_known:
        raise BadInput(_("Quyết định này đã ghi. Mở danh sách kỷ luật để xem."), "decision_number")


def must_be_about_her(is_about: bool) -> None:
    """The word beside it is that of whom it is about."""
    if not is_about:
        raise NotAllowed(_("Chỉ người, tổ chức bị kỷ luật ghi ý kiến vào đây."))


def must_be_in_force(is_in_force: bool) -> None:
    """What has ended does not end again."""
    if not is_in_force:
        raise Conflict(_("Quyết định này đã ghi hết hiệu lực."))


def must_end(ended_on: dt.date | None, why: str, decided_on: dt.date, on: dt.date) -> None:
    """On a day after the decision and not to come, by a paper or a rule that is named."""
    if ended_on is None or not decided_on <= ended_on <= on:
        raise BadInput(_("Nhập ngày hết hiệu lực: từ ngày quyết định đến hôm nay."), "ended_on")
    if not why:
        raise BadInput(_("Ghi theo văn bản, quy định nào."), "ended_why")
