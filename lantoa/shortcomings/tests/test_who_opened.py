"""Whoever reads what is written of a person is known to that person, once a day, and to nobody above."""

from django.urls import reverse

from lantoa.foundation.models import Event
from lantoa.people import rules
from lantoa.portal.queries import events_for
from lantoa.shortcomings.tests import stories

OPENED = "shortcoming.opened"


def test_who_opens_it_is_written_down_once_a_day_and_she_reads_who(cast):
    one = stories.of_member(cast)
    secretary, address = cast.client("secretary"), one.get_absolute_url()
    for _time in range(2):
        page = secretary.get(address).content.decode()
    assert "Ai đã mở" not in page
    assert Event.objects.filter(verb=OPENED).count() == 1
    page = cast.client("member").get(address).content.decode()
    assert "Ai đã mở" in page and "Nguyễn Thị Lan (Bí thư chi bộ): 16/11/2026" in page
    assert Event.objects.filter(verb=OPENED).count() == 1, "her own reading is nobody's business"


def test_a_list_that_leaves_tells_each_of_them_and_a_list_on_the_page_does_not(cast):
    stories.of_member(cast), stories.of_person(cast.secretary, cast.colleague.person)
    stories.of_unit(cast.secretary)
    secretary, listed = cast.client("secretary"), reverse("shortcomings:index") + "?xem=don-vi"
    secretary.get(listed)
    assert not Event.objects.filter(verb=OPENED).exists()
    secretary.get(f"{listed}&xuat=xlsx")
    assert set(Event.objects.filter(verb=OPENED).values_list("note", flat=True)) == {
        "trong danh sách xuất ra"
    }
    secretary.get(reverse("shortcomings:print") + "?xem=don-vi")
    assert Event.objects.filter(verb=OPENED).count() == 2


def test_no_level_above_reads_of_who_read(cast):
    one = stories.of_member(cast)
    cast.client("secretary").get(one.get_absolute_url())
    for actor in (cast.committee, cast.leader, cast.inspector):
        assert not events_for(actor).filter(verb=OPENED).exists()


def test_a_units_shortcoming_watches_nobody(cast):
    cast.client("committee").get(stories.of_unit(cast.secretary).get_absolute_url())
    assert not Event.objects.filter(verb=OPENED).exists()


def test_a_list_longer_than_anybody_needs_is_stopped_and_the_head_hears_of_it(cast, monkeypatch):
    stories.of_member(cast), stories.of_person(cast.secretary, cast.colleague.person)
    monkeypatch.setattr(rules, "MOST_IN_LISTS", 1)
    answer = cast.client("secretary").get(reverse("shortcomings:index") + "?xem=don-vi&xuat=xlsx")
    assert answer.status_code == 409 and "xuất từng phần" in answer.content.decode()
    event = Event.objects.get(verb="shortcoming.bulk_reading_stopped")
    assert event.unit_id == cast.cell.pk and not Event.objects.filter(verb=OPENED).exists()
