"""The small forms of emulation movements."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, Lasting, NumberField, PlainForm, TextField
from lantoa.programme.models import Movement, MovementReview
from lantoa.programme.pages.forms import OfUnitForm


class MovementForm(Lasting, OfUnitForm):
    """A movement that the unit carries out; `last_day` is cleaned to the half-open `ends`."""

    name = TextField(label=gettext_lazy("Tên phong trào, đợt thi đua"), max_length=300, rows=2)
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp phát động"),
        choices=Movement.Level.choices,
        initial=Movement.Level.UNIT,
        widget=forms.RadioSelect,
    )
    launched_by = TextField(label=gettext_lazy("Cơ quan phát động"), max_length=200, required=False)
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi chưa có ngày kết thúc."),
    )
    targets = TextField(
        label=gettext_lazy("Mục tiêu, chỉ tiêu thi đua"),
        max_length=2000,
        rows=4,
        required=False,
        help_text=gettext_lazy("Ví dụ: mỗi chi bộ có ít nhất một mô hình “Dân vận khéo” trong năm."),
    )


class JoiningForm(OfUnitForm):
    """Since when a unit takes part in a movement, with what, and how many of its people."""

    joined_on = DayField(label=gettext_lazy("Tham gia từ ngày"))
    content = TextField(
        label=gettext_lazy("Nội dung đăng ký thi đua"),
        max_length=1000,
        rows=3,
        required=False,
        help_text=gettext_lazy("Việc cụ thể đơn vị làm trong phong trào này."),
    )
    persons = NumberField(
        label=gettext_lazy("Số người tham gia"),
        whole=True,
        required=False,
        most=10**7,
        help_text=gettext_lazy("Để trống khi chưa đếm; ghi 0 khi không có ai."),
    )
    party_members = NumberField(
        label=gettext_lazy("Trong đó đảng viên"),
        whole=True,
        required=False,
        most=10**7,
        help_text=gettext_lazy("Để trống khi chưa tách đảng viên với người ngoài Đảng."),
    )


class MovementReviewForm(PlainForm):
    """What a unit did in a movement."""

    reviewed_on = DayField(label=gettext_lazy("Ngày sơ kết, tổng kết"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=MovementReview.Kind.choices,
        initial=MovementReview.Kind.INTERIM,
        widget=forms.RadioSelect,
    )
    results = TextField(
        label=gettext_lazy("Kết quả của đơn vị"),
        max_length=4000,
        rows=6,
        help_text=gettext_lazy("Đã làm được gì so với nội dung đăng ký, còn gì chưa được."),
    )


class SumUpForm(PlainForm):
    """What a movement has brought."""

    on = DayField(label=gettext_lazy("Ngày tổng kết"))
    results = TextField(
        label=gettext_lazy("Kết quả"),
        max_length=4000,
        rows=6,
        help_text=gettext_lazy("Đã làm được gì so với mục tiêu, còn gì chưa được, bài học."),
    )


class LeavingForm(PlainForm):
    """Since when a unit takes part no longer, and why."""

    on = DayField(label=gettext_lazy("Thôi tham gia từ ngày"))
    reason = TextField(label=gettext_lazy("Lý do"), max_length=300, rows=2)
