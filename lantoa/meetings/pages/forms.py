"""The form of a meeting, and the sheet on which only the absent are ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.fields import DayField, FilesField, NumberField, PlainForm, TextField, TimeField
from lantoa.foundation.filters import asked_key
from lantoa.foundation.text import given_name
from lantoa.meetings import queries, rules
from lantoa.meetings.models import Conclusion, Meeting, ScoreRule
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.people.presence import asked_people
from lantoa.people.queries import telling_apart
from lantoa.programme import queries as programme
from lantoa.programme.models import Theme

OF_A_CONFERENCE = ("programme", "speeches", "praise", "guests")
# What each kind of meeting is not asked.
NOT_ASKED = {
    rules.REGULAR: ("members", *OF_A_CONFERENCE),
    rules.THEMATIC: ("combined", "members", *OF_A_CONFERENCE),
    rules.FLAG: (
        "combined",
        "minutes",
        "opinions",
        "done",
        "not_done",
        "attendance_note",
        "posted",
        "members",
        *OF_A_CONFERENCE,
    ),
    rules.BOARD: ("combined", "story", "presenter", "posted", *OF_A_CONFERENCE),
    rules.CONFERENCE: ("combined", "story", "presenter", "posted", "opinions"),
}


def _line(label: str | Promise, rows: int = 2) -> TextField:
    return TextField(label=label, required=False, max_length=2000, rows=rows)


def _lines(label: str | Promise, hint: str | Promise) -> TextField:
    return TextField(label=label, help_text=hint, required=False, max_length=4000, rows=4)


class MeetingForm(PlainForm):
    """One page for one meeting. What a kind of meeting has no use for is not asked."""

    held_on = DayField(label=gettext_lazy("Ngày họp"))
    starts_at = TimeField(label=gettext_lazy("Bắt đầu lúc"), required=False)
    minutes = NumberField(label=gettext_lazy("Thời lượng"), whole=True, least=1, most=1440, required=False)
    combined = forms.BooleanField(
        label=gettext_lazy("Có phần sinh hoạt chuyên đề sau phần thường kỳ"), required=False
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=gettext_lazy("Thuộc chuyên đề"), required=False, empty_label="–"
    )
    topic = TextField(label=gettext_lazy("Tên chuyên đề"), required=False, max_length=300)
    story = TextField(label=gettext_lazy("Câu chuyện về Bác"), required=False, max_length=300)
    presenter = TextField(label=gettext_lazy("Người trình bày, kể chuyện"), required=False, max_length=200)
    programme = _lines(gettext_lazy("Chương trình"), gettext_lazy("Mỗi dòng một nội dung."))
    speeches = _lines(
        gettext_lazy("Tham luận"), gettext_lazy("Mỗi dòng một bài: ai, đơn vị nào, nói về việc gì.")
    )
    praise = _lines(
        gettext_lazy("Biểu dương, khen thưởng tại hội nghị"),
        gettext_lazy("Mỗi dòng một tập thể, cá nhân, kèm hình thức."),
    )
    guests = NumberField(label=gettext_lazy("Khách mời"), whole=True, most=1_000_000, required=False)
    done = _line(gettext_lazy("Làm được"))
    not_done = _line(gettext_lazy("Chưa làm được"))
    next = _line(gettext_lazy("Việc tới"))
    members = NumberField(
        label=gettext_lazy("Số phải dự"), whole=True, least=0, most=1_000_000, required=False
    )
    present = NumberField(
        label=gettext_lazy("Số có mặt"), whole=True, least=0, most=1_000_000, required=False
    )
    uncounted = forms.BooleanField(label=gettext_lazy("Chưa điểm danh, ghi sau"), required=False)
    attendance_note = TextField(label=gettext_lazy("Vì sao khác danh sách"), required=False, max_length=300)
    opinions = NumberField(
        label=gettext_lazy("Số ý kiến phát biểu"), whole=True, least=0, most=9999, required=False
    )
    place = TextField(label=gettext_lazy("Địa điểm"), required=False, max_length=200)
    chair = TextField(label=gettext_lazy("Chủ trì"), required=False, max_length=120)
    secretary_name = TextField(label=gettext_lazy("Thư ký"), required=False, max_length=120)
    minutes_number = TextField(label=gettext_lazy("Số biên bản"), required=False, max_length=60)
    file = FilesField(
        label=gettext_lazy("Tệp biên bản"),
        required=False,
        most=1,
        help_text=gettext_lazy("Ảnh chụp, PDF hoặc .docx. Không đính kèm nội dung mật."),
    )
    posted = forms.BooleanField(
        label=gettext_lazy("Đã đăng kết quả lên Sổ tay đảng viên điện tử"), required=False
    )
    finished = forms.MultipleChoiceField(
        label=gettext_lazy("Việc các buổi trước để lại: chọn việc đã xong"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        kind: str,
        unit: Unit,
        on: dt.date,
        listed: bool,
        open_tasks: Iterable[Conclusion] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(one.pk), _told(one)) for one in open_tasks]
        self.fields["finished"].choices = offered  # type: ignore[attr-defined]
        if not offered:
            del self.fields["finished"]
        for name in NOT_ASKED[kind]:
            if name != "members" or listed or kind == rules.FLAG:
                del self.fields[name]
        ids = {theme.pk for theme in programme.themes_of(unit, on)}
        kept = self.initial.get("theme")
        ids |= {kept.pk} if isinstance(kept, Theme) else set()
        self.fields["theme"].queryset = Theme.objects.filter(pk__in=ids)  # type: ignore[attr-defined]
        if not listed:
            del self.fields["uncounted"]
        if kind == rules.FLAG:
            self.fields["next"].label = _("Bài học, việc làm rút ra")
        if kind == rules.THEMATIC:
            self.fields["topic"].help_text = _("Để trống khi trùng tên chuyên đề đã chọn ở trên.")
        if kind == rules.CONFERENCE:
            self.fields["topic"].label = _("Tên hội nghị")
            self.fields["topic"].help_text = _("Ví dụ: Sơ kết 6 tháng đầu năm 2026.")
            self.fields["members"].label = _("Số được triệu tập")
        if kind == rules.REGULAR:
            self.fields["topic"].help_text = _("Chỉ khi có phần sinh hoạt chuyên đề.")

    def told(self) -> dict[str, Any]:
        """What was typed, in the words of the table; the file apart under `file`."""
        typed = {n: value for n, value in self.cleaned_data.items() if n not in ("posted", "uncounted")}
        typed["file"] = next(iter(typed["file"]), None)
        typed["finished"] = [int(key) for key in typed.get("finished", ())]
        return typed

    def away(self, sheet: Sheet) -> list[rules.Absence] | None:
        """Who was absent; None where nobody took attendance."""
        return None if self.cleaned_data.get("uncounted") else sheet.absent


def _told(one: Conclusion) -> str:
    """The task, with whose it is and until when."""
    known = [str(one.owner or ""), show_date(one.due) if one.due else ""]
    return f"{one.what} ({', '.join(filter(None, known))})" if any(known) else one.what


class DayForm(PlainForm):
    """A meeting to come: when, where, on what, and whose turn it is."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại buổi"), choices=Meeting.Kind.choices)
    held_on = DayField(label=gettext_lazy("Ngày họp"))
    starts_at = TimeField(label=gettext_lazy("Bắt đầu lúc"), required=False)
    place = TextField(label=gettext_lazy("Địa điểm"), required=False, max_length=200)
    topic = TextField(label=gettext_lazy("Chuyên đề"), required=False, max_length=300)
    story = TextField(label=gettext_lazy("Câu chuyện về Bác"), required=False, max_length=300)
    presenter = TextField(
        label=gettext_lazy("Đến lượt ai trình bày, kể chuyện"), required=False, max_length=200
    )


class YearForm(PlainForm):
    """The same day of every month that is left of the year."""

    day = NumberField(label=gettext_lazy("Ngày trong tháng"), whole=True, least=1, most=31)
    starts_at = TimeField(label=gettext_lazy("Bắt đầu lúc"), required=False)
    place = TextField(label=gettext_lazy("Địa điểm"), required=False, max_length=200)


class TaskForm(PlainForm):
    """Whose a task is, and until when."""

    owner = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Ai làm"), required=False, empty_label="–"
    )
    due = DayField(label=gettext_lazy("Hạn"), required=False)

    def __init__(self, *args: Any, one: Conclusion, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = queries.due_to_attend(one.meeting.unit, on).values("person_id")
        hers = Person.objects.filter(pk=one.owner_id)
        people = in_any(Person.objects.all(), Person.objects.filter(pk__in=members), hers)
        self.fields["owner"].queryset = people.order_by("sort_key")  # type: ignore[attr-defined]


class ScoreForm(PlainForm):
    """The points a cell gives its meeting, a box a criterion."""

    note = TextField(label=gettext_lazy("Thuyết minh điểm trừ"), required=False, max_length=1000, rows=3)

    def __init__(self, *args: Any, rule: ScoreRule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boxes = {
            line["code"]: NumberField(
                label=f"{number}. {line['label']} ({_('tối đa')} {line['most']})",
                least=0,
                most=line["most"],
                places=1,
                help_text=line.get("hint", ""),
            )
            for number, line in enumerate(rule.lines, start=1)
        }
        self.fields = {**boxes, **self.fields}

    def points(self) -> dict[str, Any]:
        """The points by criterion."""
        return {code: value for code, value in self.cleaned_data.items() if code != "note"}


class RuleForm(PlainForm):
    """What each criterion weighs from a day on, and what is done in a month without a theme."""

    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    name = TextField(label=gettext_lazy("Tên"), max_length=200)
    basis = TextField(label=gettext_lazy("Căn cứ"), required=False, max_length=300)
    without_theme = forms.ChoiceField(
        label=gettext_lazy("Tháng không có chuyên đề"),
        choices=ScoreRule.WithoutTheme.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, rule: ScoreRule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, line in enumerate(rule.lines, start=1):
            self.fields[line["code"]] = NumberField(
                label=f"{number}. {line['label']}", whole=True, most=100, initial=line["most"]
            )

    def told(self) -> dict[str, Any]:
        """In the words of the action: the weights apart under `most`."""
        typed = dict(self.cleaned_data)
        own = {name: typed.pop(name) for name in self.base_fields}
        return {**own, "most": typed}


ABSENT, UNEXCUSED, DOUBTFUL = rules.ABSENT, rules.UNEXCUSED, rules.DOUBTFUL


@dataclass(frozen=True)
class Line:
    """One member on the sheet."""

    person: Person
    absent: bool
    reason: str
    hint: str = ""  # what tells her from another of that name
    is_doubtful: bool = False  # a paper sheet was not clear

    @property
    def given(self) -> str:
        """What she is called by."""
        return given_name(self.person.full_name)

    @property
    def before_given(self) -> str:
        """The rest of the name."""
        return self.person.full_name.removesuffix(self.given).rstrip()


class Sheet:
    """Everyone due that day; who is ticked was absent, for the reason chosen."""

    is_read = False  # from a sheet of paper
    reasons = [(code, words) for code, (_excused, words) in rules.REASONS.items()]

    def __init__(self, unit: Unit, on: dt.date, ticked: dict[int, str]) -> None:
        due = queries.due_to_attend(unit, on)
        self.lines = [Line(m.person, m.person_id in ticked, ticked.get(m.person_id, "")) for m in due]

    def tell_apart(self, by: Actor) -> None:
        """Say of two people of one name who is who."""
        hints = telling_apart([line.person for line in self.lines], by=by)
        self.lines = [replace(line, hint=hints.get(line.person.pk, "")) for line in self.lines]

    @classmethod
    def sent(cls, data: QueryDict, unit: Unit, on: dt.date) -> Sheet:
        """As it was ticked on the page."""
        people = [key for typed in data.getlist("absent") if (key := asked_key(typed))]
        return cls(unit, on, {person: data.get(f"reason-{person}", "other") for person in people})

    @classmethod
    def of_paper(cls, asked: QueryDict, unit: Unit, on: dt.date) -> Sheet:
        """As it was ticked by pen, and not confirmed yet; who is not clear is not ticked."""
        ticked = {
            key: code
            for name, code in ((ABSENT, "other"), (UNEXCUSED, "none"))
            for key in asked_people(asked, name)
        }
        found, doubtful = cls(unit, on, ticked), asked_people(asked, DOUBTFUL)
        found.lines = [replace(line, is_doubtful=line.person.pk in doubtful) for line in found.lines]
        found.is_read = any(name in asked for name in (ABSENT, UNEXCUSED, DOUBTFUL))
        return found

    @classmethod
    def kept(cls, meeting: Meeting) -> Sheet:
        """As it was recorded."""
        rows = meeting.absences.all()
        return cls(
            meeting.unit, meeting.held_on, {r.person_id: rules.code_of(r.with_reason, r.reason) for r in rows}
        )

    @property
    def absent(self) -> list[rules.Absence]:
        """The absences, for the action."""
        return [rules.absence(line.person.pk, line.reason) for line in self.lines if line.absent]

    @property
    def present(self) -> int:
        """How many are not ticked."""
        return len(self.lines) - len(self.absent)
