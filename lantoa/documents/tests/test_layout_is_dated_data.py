"""Which regulation lays out a paper depends on its date, and every figure of it is data."""

import copy
import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lantoa.documents import layout, queries
from lantoa.documents.models import DocumentType, LayoutRule
from lantoa.documents.tests.papers import line, look, opened, party, setting
from lantoa.foundation.errors import BadInput

NEW_RULE = dt.date(2026, 5, 27)
pytestmark = pytest.mark.django_db


def rule_on(system, day):
    return LayoutRule.objects.on(day).get(system=system).name


def test_the_partys_rule_changed_on_27_may_2026():
    assert rule_on("party", NEW_RULE - dt.timedelta(days=1)) == "HD 36-HD/VPTW"
    assert rule_on("party", NEW_RULE) == "HD 05-HD/VPTW"
    assert rule_on("party", dt.date(2018, 4, 3)) == "HD 36-HD/VPTW"
    assert rule_on("state", dt.date(2020, 3, 5)) == "NĐ 30/2020/NĐ-CP"


def test_what_is_uncertain_about_a_rule_says_so():
    assert "cần đối chiếu bản gốc" in LayoutRule.objects.get(name="HD 05-HD/VPTW").note


def test_papers_of_earlier_days_have_a_layout_that_says_it_was_not_compared():
    for system, day in (("party", dt.date(2016, 6, 30)), ("state", dt.date(2020, 3, 4))):
        earlier = LayoutRule.objects.on(day).get(system=system)
        assert earlier.name.startswith("Trước ") and "chưa được đối chiếu bản gốc" in earlier.note
        assert queries.layout_on(system, day).head.titles
    assert queries.layout_on("state", dt.date(2016, 1, 1)).number.runs == layout.YEAR


def test_a_day_before_any_rule_is_refused_in_words():
    with pytest.raises(BadInput, match="Chưa có quy định thể thức"):
        queries.layout_on("state", dt.date(1989, 12, 31))


def test_every_rule_in_the_table_can_be_printed_from():
    for rule in LayoutRule.objects.all():
        read = layout.read(rule.values)
        assert read.font.name == "Times New Roman"
        assert (read.page.width_mm, read.page.height_mm) == (210, 297)


@pytest.mark.parametrize("day", [dt.date(2026, 5, 26), NEW_RULE])
def test_the_figures_of_the_partys_rules(day):
    rule = queries.layout_on("party", day)
    assert (rule.page.top_mm, rule.page.bottom_mm, rule.page.left_mm, rule.page.right_mm) == (20, 20, 30, 15)
    assert (rule.page.back_left_mm, rule.page.back_right_mm) == (15, 30)
    assert (rule.page_number.letters.size, rule.page_number.from_edge_mm) == (14, 10)
    assert (rule.head.titles[0].text, rule.head.titles[0].letters.size) == ("ĐẢNG CỘNG SẢN VIỆT NAM", 15)
    assert rule.subject.kind.allowed == (15, 16) and rule.subject.abstract.allowed == (14, 15)
    assert (rule.body.line.rule, rule.body.line.allowed) == ("exact", (18, 22))
    assert (rule.body.indent_mm, rule.body.space_pt) == (10, 6)
    assert (rule.subject.letter.size, rule.subject.letter.italic) == (12, True)
    assert not rule.signing.position.bold and rule.recipients.title_letters.underline


def test_a_rule_yet_to_come_needs_no_new_code():
    now = LayoutRule.objects.get(system="party", ends__isnull=True)
    now.ends = dt.date(2028, 1, 1)
    now.save()
    values = copy.deepcopy(now.values)
    values["body"] |= {"letters": {"size": 15}, "line": {"rule": "exact", "value": 20}}
    LayoutRule.objects.create(system="party", name="HD sau", starts=now.ends, values=values)
    body = "Năm 2026, Đảng ủy xã báo cáo như sau:"
    before = line(opened(party(on=dt.date(2027, 12, 31))), body)
    after = line(opened(party(on=dt.date(2028, 1, 1))), body)
    assert (look(before)[0], setting(before, "spacing", "line")) == (14, "360")
    assert (look(after)[0], setting(after, "spacing", "line")) == (15, "400")


def test_only_one_rule_of_a_system_is_open():
    values = LayoutRule.objects.first().values
    with pytest.raises(IntegrityError), transaction.atomic():
        LayoutRule.objects.create(system="party", name="thừa", starts=dt.date(2027, 1, 1), values=values)


def test_a_rule_ends_after_it_starts():
    values = LayoutRule.objects.first().values
    day = dt.date(2017, 1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        LayoutRule.objects.create(system="party", name="ngược", starts=day, ends=day, values=values)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda v: v.pop("font"), "missing or unknown font"),
        (lambda v: v["page"].update(colour="red"), "missing or unknown colour"),
        (lambda v: v["body"]["letters"].update(size="14"), "float expected"),
        (lambda v: v["body"]["letters"].update(size=16), "lies outside"),
        (lambda v: v["body"]["line"].update(rule="about"), "exact or multiple"),
        (lambda v: v["page"].update(back_left_mm=20), "mirror"),
        (lambda v: v["head"].update(title_mark={"kind": "wave"}), "a rule, a text or nothing"),
        (lambda v: v["head"].update(titles="ĐẢNG CỘNG SẢN VIỆT NAM"), "list expected"),
    ],
)
def test_a_rule_a_printer_could_not_follow_is_refused_by_name(spoil, said):
    rule = LayoutRule.objects.get(name="HD 05-HD/VPTW")
    spoil(rule.values)
    with pytest.raises(ValidationError, match=said):
        rule.full_clean()


def test_the_party_writes_decisions_and_regulations_alike_and_the_state_does_not():
    codes = {(t.system, t.label): t.code for t in DocumentType.objects.all()}
    assert codes["party", "Quyết định"] == codes["party", "Quy định"] == "QĐ"
    assert (codes["state", "Quyết định"], codes["state", "Quy định"]) == ("QĐ", "QyĐ")
