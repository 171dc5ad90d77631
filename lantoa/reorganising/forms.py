"""What each act asks: its own boxes first, the decision and its day last."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField

MOST_LISTED = 400


class ActForm(PlainForm):
    """The decision and its day, which every act has."""

    decision = TextField(label=gettext_lazy("Số quyết định"), required=False, max_length=80)
    decision_date = DayField(label=gettext_lazy("Ngày ký"), required=False)
    on = DayField(
        label=gettext_lazy("Có hiệu lực từ ngày"),
        help_text=gettext_lazy("Ngày sắp tới: tự có hiệu lực khi đến ngày, trước đó hủy được."),
    )

    def __init__(self, unit: Unit, actor: Actor, *args: Any, **kwargs: Any) -> None:
        self.unit, self.actor = unit, actor
        kwargs.setdefault("initial", {"on": actor.on})
        super().__init__(*args, **kwargs)
        self.prepare()
        self.order_fields(
            [*(name for name in self.fields if name not in ActForm.base_fields), *ActForm.base_fields]
        )

    def prepare(self) -> None:
        """Boxes that depend on the unit."""

    def places(self) -> list[Placement]:
        """What stands beside and below the unit, for choosing."""
        here = organisation.placement(self.unit, self.actor.on)
        if here is None or here.parent is None:
            return []
        beside = organisation.children_by_name(here.parent, self.actor.on)
        return [place for place in beside if place.unit_id != self.unit.pk][:MOST_LISTED]


class FoundForm(ActForm):
    """A unit below this one."""

    name = TextField(label=gettext_lazy("Tên đơn vị mới"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=lambda: capitalised(Unit.Kind.choices))
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp"), choices=lambda: capitalised(Unit.Level.choices), required=False
    )
    short_name = TextField(label=gettext_lazy("Tên gọn"), required=False, max_length=120)
    code = TextField(
        label=gettext_lazy("Mã"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Để trống thì đặt theo tên."),
    )

    def prepare(self) -> None:
        below = {"province": "grassroots", "superior": "grassroots", "central": "province"}
        self.initial.setdefault("level", below.get(self.unit.level, "cell"))
        self.initial.setdefault("kind", Unit.Kind.PARTY)


class TableForm(PlainForm):
    """A whole decision: the table, its number, its days."""

    text = forms.CharField(
        label=gettext_lazy("Dán bảng vào đây"),
        strip=False,
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy(
            "Trong Excel, chọn cả bảng kể cả dòng tên cột, bấm Ctrl+C, rồi Ctrl+V vào ô này."
        ),
    )
    decision = TextField(label=gettext_lazy("Số quyết định"), required=False, max_length=80)
    decision_date = DayField(label=gettext_lazy("Ngày ký"), required=False)
    on = DayField(
        label=gettext_lazy("Có hiệu lực từ ngày"),
        help_text=gettext_lazy("Ngày sắp tới: tự có hiệu lực khi đến ngày, trước đó hủy được."),
    )


class RenameForm(ActForm):
    """Another name from a day on."""

    name = TextField(label=gettext_lazy("Tên mới"), max_length=250)
    short_name = TextField(label=gettext_lazy("Tên gọn"), required=False, max_length=120)

    def prepare(self) -> None:
        self.initial.setdefault("name", organisation.name_of(self.unit, self.actor.on))


class MoveForm(ActForm):
    """Under another unit, with everything below."""

    def prepare(self) -> None:
        self.fields["parent"] = UnitField(self.actor, label=_("Chuyển đến trực thuộc"), initial="")


class MergeForm(ActForm):
    """With others beside it, into a new unit or into this one."""

    others = forms.MultipleChoiceField(
        label=gettext_lazy("Sáp nhập cùng"), widget=forms.CheckboxSelectMultiple, choices=()
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Sau sáp nhập"),
        widget=forms.RadioSelect,
        choices=(
            ("new", gettext_lazy("Thành một đơn vị mới")),
            ("into", gettext_lazy("Nhập vào đơn vị này, giữ tên và mã của nó")),
        ),
        initial="new",
    )
    name = TextField(label=gettext_lazy("Tên đơn vị mới"), max_length=250, required=False)

    def prepare(self) -> None:
        field: Any = self.fields["others"]
        field.choices = [(str(place.unit_id), place.name) for place in self.places()]
        field.error_messages["required"] = _("Chọn ít nhất một đơn vị để sáp nhập cùng.")
        self.initial.setdefault("way", "new")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("way") == "new" and not typed.get("name"):
            self.add_error("name", _("Nhập tên đơn vị mới."))
        return typed


class SplitForm(ActForm):
    """Into several; each unit below says where it goes."""

    names = TextField(
        rows=4,
        label=gettext_lazy("Tên các đơn vị mới"),
        help_text=gettext_lazy("Mỗi dòng một tên."),
        max_length=2000,
    )
    keeps_original = forms.BooleanField(
        label=gettext_lazy("Đơn vị này vẫn tiếp tục, các đơn vị mới tách ra từ nó"), required=False
    )

    def prepare(self) -> None:
        below = organisation.children_by_name(self.unit, self.actor.on)[:MOST_LISTED]
        numbers = [("", _("Ở lại, hoặc theo đơn vị mới thứ nhất"))]
        numbers += [(str(n), _("Đơn vị mới dòng %(n)s") % {"n": n + 1}) for n in range(10)]
        for place in below:
            label = _("%(name)s đi đâu") % {"name": place.name}
            self.fields[f"child_{place.unit_id}"] = forms.ChoiceField(
                label=label, choices=numbers, required=False
            )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        names = [line.strip() for line in typed.get("names", "").splitlines() if line.strip()]
        children = {
            int(name.removeprefix("child_")): int(value)
            for name, value in typed.items()
            if name.startswith("child_") and value
        }
        if wrong := [where for where in children.values() if where >= len(names)]:
            self.add_error(
                "names", _("Có đơn vị chọn về dòng %(n)s, chưa có tên ở dòng ấy.") % {"n": wrong[0] + 1}
            )
        return typed | {"names": names, "children": children}


class DissolveForm(ActForm):
    """It ends; what it had goes to the one that continues it."""

    def prepare(self) -> None:
        self.fields["successor"] = UnitField(
            self.actor,
            label=_("Đơn vị kế tục"),
            required=False,
            initial="",
            help_text=_("Để trống thì đơn vị cấp trên kế tục."),
        )
