"""What templates may say: icons, numbers, dates, names, fields and their errors."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.paging import Pages
from lantoa.foundation.templatetags import lantoa
from tests.reading import as_a_browser

HOUSE = Path(settings.BASE_DIR) / "lantoa"
TODAY = dt.date(2026, 11, 16)


def said(source: str, **context: object) -> str:
    return as_a_browser(Template(source).render(Context(context))).strip()


def test_a_sentence_of_pieces_has_no_space_before_its_comma():
    pieces = "{% sentence %} gửi {{ on }}\n {% if late %}, muộn{% endif %} <i>; xong</i> {% endsentence %}"
    assert said(pieces, on="1/2", late=True) == "gửi 1/2, muộn<i>; xong</i>"
    assert (
        said("{% sentence %}đọc ,5 <b>{{ it }}</b> .{% endsentence %}", it="<i>")
        == "đọc ,5 <b>&lt;i&gt;</b>."
    )


def test_what_a_template_says_alike_on_every_page_is_made_once_and_values_each_time():
    constant = '{% icon "x" %}{% translate "Đóng" %}{% blocktranslate %}100%{% endblocktranslate %}'
    assert [type(one).__name__ for one in Template(constant).nodelist] == ["TextNode"] * 3
    assert said(constant).endswith("Đóng100%")
    page = Template(
        '{% url "portal:help" %} {% blocktranslate %}{{ n }} dòng{% endblocktranslate %} {% icon name %}'
    )
    for n, name in ((1, "x"), (2, "clock")):
        told = page.render(Context({"n": n, "name": name}))
        assert told.startswith(f"/tro-giup/ {n} dòng <svg") and lantoa.icon(name) in told
    assert Template('{% translate "Đóng" as word %}[{{ word }}]').render(Context()) == "[Đóng]"


class Sheet(forms.Form):
    task = forms.CharField(
        label="Việc sẽ làm", help_text="Làm gì, cho ai", widget=forms.Textarea(attrs={"maxlength": 600})
    )
    amount = forms.CharField(label="Chỉ tiêu", required=False)
    theme = forms.ChoiceField(
        label="Nội dung", choices=[("a", "Gần dân"), ("b", "Nêu gương")], widget=forms.RadioSelect
    )
    reasons = forms.MultipleChoiceField(
        label="Lý do", required=False, choices=[("x", "Chưa rõ")], widget=forms.CheckboxSelectMultiple
    )
    agree = forms.BooleanField(label="Đồng ý nêu gương", help_text="Rút lại được", required=False)
    secret = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)
    level = forms.ChoiceField(label="Cấp", choices=[("1", "Chi bộ")])
    key = forms.CharField(widget=forms.HiddenInput, required=False)


class Letter(forms.Form):
    text = forms.CharField(label="Nội dung", max_length=20_000, widget=forms.Textarea)
    scan = forms.FileField(label="Bản chụp", help_text="Ảnh hoặc PDF", required=False)


def test_how_many_letters_a_box_takes_is_written_as_numbers_are():
    assert "Tối đa 20.000 ký tự" in said("{% field form.text %}", form=Letter())


def test_a_box_for_a_file_says_in_vietnamese_what_to_press_and_stays_the_box_itself():
    shown = said("{% field form.scan %}", form=Letter())
    assert "Chọn tệp" in shown and '<span class="btn" aria-hidden="true">' in shown
    assert re.search(
        r'<label for="id_scan">Bản chụp.*<input type="file" name="scan" aria-describedby="id_scan_hint"',
        shown,
    )
    assert shown.count("<label") == 1


# Icons and bars


def test_an_icon_is_drawn_in_place_and_passed_over_by_a_screen_reader():
    drawn = said('{% icon "bell" %}')
    assert drawn.startswith('<svg class="ic"') and 'aria-hidden="true"' in drawn
    assert "M0 0h24v24H0z" not in drawn
    assert said('{% icon "chevron-down" "chev" %}').startswith('<svg class="ic chev"')


def test_an_icon_that_is_not_there_is_refused_loudly():
    with pytest.raises(TemplateSyntaxError, match="no icon"):
        said('{% icon "khong-co" %}')


def test_every_icon_a_template_names_is_there_and_is_only_strokes():
    for path in HOUSE.glob("*/templates/**/*.html"):
        for name in re.findall(r'{% icon "([^"]+)"', path.read_text()):
            assert (lantoa.ICONS / f"{name}.svg").is_file(), f"{path.name} names {name}"
    for drawing in lantoa.ICONS.glob("*.svg"):
        assert not re.search(r"<script|on\w+=|href|style=", drawing.read_text())


@pytest.mark.parametrize(
    ("part", "whole", "width", "full"),
    [(15, 18, "83.3", False), (18, 18, "100.0", True), (20, 18, "100.0", True), (0, 0, "0.0", False)],
)
def test_a_bar_shows_a_share_and_turns_green_when_full(part, whole, width, full):
    drawn = said("{% bar part whole %}", part=part, whole=whole)
    assert f'width="{width}"' in drawn
    assert ("full-bar" in drawn) == full


# Numbers, dates, names


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (2_950_000_000, "2,95 tỷ đồng"),
        (350_000_000, "350 triệu đồng"),
        (12_500_000, "12,5 triệu đồng"),
        (1_234_567, "1.234.567 đồng"),
        (500_000, "500.000 đồng"),
        (0, "0 đồng"),
        (None, ""),
    ],
)
def test_money_is_said_in_words_that_lose_nothing(amount, words):
    assert said("{{ amount|money }}", amount=amount) == words


@given(st.integers(min_value=0, max_value=10**13))
def test_money_read_back_is_the_same_money(amount):
    number, unit = lantoa.money(amount).split(" ", 1)
    step = {"tỷ đồng": lantoa.BILLION, "triệu đồng": lantoa.MILLION, "đồng": 1}[unit]
    thousandths = round(float(number.replace(".", "").replace(",", ".")) * 1000)
    assert thousandths * step == amount * 1000


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 11, 20), "Hạn 20/11/2026, còn 4 ngày"),
        (TODAY, "Hạn 16/11/2026, hôm nay"),
        (dt.date(2026, 11, 13), "Hạn 13/11/2026, quá 3 ngày"),
    ],
)
def test_a_deadline_says_the_day_first_and_how_far_it_is(day, words):
    assert said("{{ day|due:today }}", day=day, today=TODAY) == words


def test_an_instant_is_said_in_the_time_of_vietnam():
    at = dt.datetime(2026, 11, 16, 20, 45, tzinfo=dt.UTC)
    assert said("{{ at|show_datetime }}", at=at) == "03:45, 17/11/2026"
    assert said("{{ at|show_date }}", at=at) == "17/11/2026"


def test_numbers_days_and_names_are_said_as_people_say_them():
    assert said("{{ n|show_number }}", n=1234567) == "1.234.567"
    assert said("{{ n|show_number:2 }} %", n=98.06) == "98,06 %"
    assert said("{{ d|show_weekday }}", d=TODAY) == "thứ Hai, 16/11/2026"
    assert said("{{ n|given_name }} {{ n|initials }}", n="Nguyễn Thị Lan") == "Lan NL"
    assert said("[{{ d|show_date }}{{ d|show_datetime }}{{ d|due:t }}]", d=None, t=TODAY) == "[]"


# Fields


def test_a_field_ties_label_hint_and_box_together():
    shown = said("{% field form.task %}", form=Sheet())
    assert '<label for="id_task">Việc sẽ làm</label>' in shown
    assert 'id="id_task_hint">Làm gì, cho ai</div>' in shown
    assert 'aria-describedby="id_task_hint id_task_count"' in shown
    assert "Tối đa 600 ký tự" in shown
    assert "aria-invalid" not in shown


def test_a_refused_field_says_why_before_its_box():
    form = Sheet({})
    shown = said("{% field form.task %}", form=form)
    assert 'aria-invalid="true"' in shown
    assert 'aria-describedby="id_task_error id_task_hint id_task_count"' in shown
    assert shown.index('id="id_task_error"') < shown.index("<textarea")


def test_what_is_optional_says_so_and_the_browser_does_not_refuse_in_its_own_words():
    form = Sheet()
    assert "(không bắt buộc)" in said("{% field form.amount %}", form=form)
    shown = said("{% field form.task %}", form=form)
    assert "(không bắt buộc)" not in shown and " required" not in shown


def test_a_unit_stands_behind_its_box():
    assert "<span>người</span>" in said('{% field form.amount suffix="người" %}', form=Sheet())


def test_choices_are_a_group_with_a_legend():
    shown = said("{% field form.theme %}", form=Sheet())
    assert "<legend>Nội dung</legend>" in shown
    assert shown.count('type="radio"') == 2 and shown.count('class="rd"') == 2
    ticks = said("{% field form.reasons %}", form=Sheet())
    assert 'class="tk"' in ticks and 'type="checkbox"' in ticks


def test_one_tick_carries_its_label_and_hint():
    shown = said("{% field form.agree %}", form=Sheet())
    assert shown.count("<label") == 1 and "Đồng ý nêu gương<small" in shown


def test_a_password_can_be_shown_and_a_key_stays_hidden():
    assert 'data-shows="id_secret"' in said("{% field form.secret %}", form=Sheet())
    assert "<label" not in said("{% field form.key %}", form=Sheet())
    assert "<select" in said("{% field form.level %}", form=Sheet())


# Errors


def test_the_summary_names_every_place_and_links_to_its_box():
    form = Sheet({})
    form.add_error(None, "Năm này đã có bản đăng ký.")
    shown = said("{% error_summary form %}", form=form)
    assert "Có 5 chỗ cần sửa" in shown
    assert 'role="alert"' in shown and "data-focus" in shown
    assert 'href="#id_task"' in shown and 'href="#id_theme_0"' in shown
    assert "<li>Năm này đã có bản đăng ký.</li>" in shown


def test_it_adds_up_several_forms_and_is_silent_when_nothing_is_wrong():
    class Line(forms.Form):
        text = forms.CharField()

    lines = forms.formset_factory(Line, extra=0)
    typed = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-text": "", "form-1-text": "có"}
    shown = said("{% error_summary one many %}", one=None, many=lines(typed))
    assert "Có 1 chỗ cần sửa" in shown and 'href="#id_form-0-text"' in shown
    assert said("{% error_summary form %}", form=Sheet()) == ""


def test_the_title_begins_with_the_error():
    assert said("{% error_prefix %}Đăng ký", form=Sheet({})) == "Lỗi: Đăng ký"
    assert said("{% error_prefix %}Đăng ký", form=Sheet()) == "Đăng ký"
    assert said("{% error_prefix %}Đăng ký") == "Đăng ký"


def test_what_people_typed_stays_text():
    form = Sheet({"task": "<script>x</script>", "theme": "<b>"})
    shown = said("{% error_summary form %}{% field form.task %}{% field form.theme %}", form=form)
    assert "<script>" not in shown and "<b>" not in shown


# Parts of pages


def test_the_pager_keeps_the_filters_and_counts_in_words():
    request = RequestFactory().get("/nguoi/", {"tim": "lan", "trang": "2"})
    page = Pages(range(2345), 50).get_page(2)
    shown = render_to_string("foundation/pager.html", {"page": page}, request)
    assert "Trang 2 trên 47, có 2.345 dòng" in shown
    assert "tim=lan" in shown and "trang=1" in shown and "trang=3" in shown
    one = Pages(range(3), 50).get_page(1)
    assert "<nav" not in render_to_string("foundation/pager.html", {"page": one}, request)


def test_an_empty_list_says_so_and_what_to_do():
    words = {"text": "Chưa có buổi nào.", "url": "/sinh-hoat/moi/", "button": "Thêm buổi đầu tiên"}
    shown = render_to_string("foundation/empty.html", {**words, "icon_name": "calendar-plus"})
    assert "Chưa có buổi nào." in shown and ">Thêm buổi đầu tiên</a>" in shown
    assert "<a" not in render_to_string("foundation/empty.html", {"text": "Chưa có."})


def test_the_summary_says_which_box_a_refusal_speaks_of():
    form = Sheet({"task": "x" * 5000})
    form.full_clean()
    form.add_error("task", "Nhập số nguyên.")
    label = form["task"].label
    assert f"{label}: Nhập số nguyên." in said("{% error_summary form %}", form=form)
