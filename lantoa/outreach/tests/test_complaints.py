"""Complaints: numbered, forwarded, settled in time; whose they are is read where they are handled, and nowhere else."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.outreach import actions, late
from lantoa.outreach.models import CitizenComplaint
from lantoa.outreach.todo import items

pytestmark = pytest.mark.django_db
HERE = "/tuyen-truyen/don/"
DAY = dt.date(2026, 10, 1)  # a Thursday
NAME, MATTER = "Bàn Thị Góp", "Xã chưa trả tiền đất làm đường"


def enter(cast, number="05", **more):
    typed = {"received_on": DAY, "kind": "complaint", "text": MATTER, "complainant": NAME}
    return actions.enter_complaint(
        **{"unit": cast.commune, "number": number, "by": cast.committee, **typed, **more}
    )


def settle(cast, one, **more):
    typed = {"ending": "resolved", "result": "right", "outcome": "Đã trả đủ.", "on": dt.date(2026, 10, 20)}
    return actions.settle_complaint(one, **{"by": cast.committee, **typed, **more})


def count(code, unit, **more):
    return figure(f"outreach.{code}", unit=unit, period=Period.year(2026), **more)


def test_from_the_book_to_its_result(cast):
    one = enter(cast, people=3)
    actions.accept_complaint(one, on=dt.date(2026, 10, 2), working_days=10, by=cast.committee)
    assert (one.status, one.due_on) == ("accepted", dt.date(2026, 10, 16))
    settle(cast, one, on=dt.date(2026, 10, 15))
    assert one.status == "resolved"
    assert count("complaints", cast.province).show() == "1 đơn"
    assert count("complaint_people", cast.province).value == 3
    assert count("complaints_resolved", cast.province, split=("result", "right")).value == 1
    assert count("complaints_in_time", cast.province).value == 1
    assert count("complaints_open", cast.province).value == 0
    october = Period.parse("2026-10")
    assert figure("outreach.complaints_open", unit=cast.province, period=october).value == 0
    with pytest.raises(Conflict):
        settle(cast, one)


def test_a_complaint_ends_with_what_was_found_and_a_petition_with_what_was_done(cast):
    with pytest.raises(BadInput, match="Chọn kết luận"):
        settle(cast, enter(cast), result="")
    assert settle(cast, enter(cast, "06", kind="petition"), result="").status == "resolved"
    with pytest.raises(BadInput, match="lý do không thụ lý"):
        settle(cast, enter(cast, "07"), ending="refused", outcome="")
    assert settle(cast, enter(cast, "08"), ending="dropped", outcome="").closed_on
    assert count("complaints_resolved", cast.commune).value == 1


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"number": " "}, "number"),
        ({"number": "05"}, "number"),
        ({"text": ""}, "text"),
        ({"people": 0}, "people"),
        ({"received_on": dt.date(2026, 12, 1)}, "received_on"),
    ],
)
def test_what_does_not_fit_names_its_box(cast, wrong, box):
    enter(cast)
    with pytest.raises(BadInput) as refused:
        enter(cast, **{"number": "06", **wrong})
    assert refused.value.field == box


def test_a_book_begins_anew_each_year_and_a_number_struck_out_is_free(cast):
    one = enter(cast)
    enter(cast, received_on=dt.date(2025, 3, 3))
    actions.strike_out(one, reason="Ghi nhầm", by=cast.committee)
    assert enter(cast).number == "05"
    with pytest.raises(IntegrityError), transaction.atomic():
        CitizenComplaint.objects.create(
            unit=cast.commune, number="05", received_on=DAY, kind="petition", text="x"
        )


def test_who_does_not_handle_it_reads_its_number_and_neither_name_nor_matter(cast):
    one = enter(cast)
    page = f"{HERE}{one.pk}/"
    whole = cast.client("committee").get(page).content.decode()
    assert NAME in whole and MATTER in whole
    for who in ("officer", "leader"):
        client = cast.client(who)
        listed = client.get(HERE).content.decode()
        assert "khiếu nại" in listed and page not in listed
        assert client.get(page).status_code == 404
        for word in (NAME, MATTER):
            assert word not in listed
            for address in (f"{HERE}?xuat=xlsx", "/so-lieu/outreach.complaints/?ky=2026", "/lich-su/"):
                assert word not in client.get(address).content.decode(errors="ignore")
    for who in ("secretary", "member", "inspector"):
        assert cast.client(who).get(HERE).status_code == 403
    for event in Event.objects.about(one):
        assert NAME not in f"{event.note}{event.before}{event.after}{event.subject_label}"


def test_why_it_was_struck_out_is_read_where_it_is_handled(cast):
    one = enter(cast)
    actions.strike_out(one, reason=f"Trùng đơn của {NAME}", by=cast.committee)
    assert NAME in cast.client("committee").get(HERE).content.decode()
    listed = cast.client("officer").get(HERE).content.decode()
    assert "đã gạch bỏ" in listed and NAME not in listed
    assert NAME not in Event.objects.about(one).get(verb__endswith=".removed").note


def test_who_opened_it_is_written_down_once_a_day(cast):
    one = enter(cast)
    client = cast.client("committee")
    for _time in range(2):
        page = client.get(f"{HERE}{one.pk}/").content.decode()
    assert Event.objects.filter(verb="outreach.complaint.opened").count() == 1
    assert "Ai đã mở" in page and "Trần Quốc Hùng" in page


def test_a_unit_that_it_is_forwarded_to_settles_it_by_its_day(cast):
    one = enter(cast)
    actions.forward_complaint(one, to=cast.province, on=DAY, working_days=5, by=cast.committee)
    assert (one.status, one.due_on) == ("received", dt.date(2026, 10, 8))
    assert NAME in cast.client("officer").get(f"{HERE}{one.pk}/").content.decode()
    assert [todo.due for todo in items(cast.officer) if "đơn" in todo.title] == [one.due_on]
    counted = {kind.code: kind.things.count() for kind in late.late(dt.date(2026, 10, 9))}
    assert (counted["don-chuyen"], counted["don"]) == (1, 0)
    settle(cast, one, by=cast.officer)
    assert not list(items(cast.officer))


def test_what_goes_to_a_body_outside_ends_here(cast):
    one = enter(cast)
    actions.forward_complaint(one, body="Thanh tra tỉnh", on=DAY, by=cast.committee)
    assert (one.status, one.closed_on, one.due_on) == ("passed_on", DAY, None)
    with pytest.raises(BadInput, match="Chọn một nơi nhận"):
        actions.forward_complaint(enter(cast, "06"), on=DAY, by=cast.committee)
    with pytest.raises(BadInput, match="chính nơi này"):
        actions.forward_complaint(enter(cast, "07"), to=cast.commune, on=DAY, by=cast.committee)


def test_who_passes_on_what_was_forwarded_goes_back_to_the_book(cast):
    one = enter(cast)
    actions.forward_complaint(one, to=cast.province, on=DAY, by=cast.committee)
    client, typed = cast.client("officer"), {"f-body": "Thanh tra tỉnh", "f-on": "1/10/2026"}
    gone = client.post(f"{HERE}{one.pk}/chuyen/", typed, follow=True)
    assert gone.redirect_chain[-1][0] == HERE and "Đã chuyển đơn." in gone.content.decode()


def test_a_unit_that_passed_it_on_follows_how_it_ends_and_reads_no_more(cast):
    one = enter(cast, "31", unit=cast.province, by=cast.officer)
    actions.forward_complaint(one, to=cast.commune, on=DAY, by=cast.officer)
    client = cast.client("committee")
    assert client.get(f"{HERE}{one.pk}/").status_code == 200
    actions.forward_complaint(one, to=cast.far, on=DAY, by=cast.committee)
    book = client.get(HERE).content.decode()
    assert ">31" in "".join(book.split()) and NAME not in book
    assert client.get(f"{HERE}{one.pk}/").status_code == 404
    for nobody in (cast.secretary, cast.inspector):  # out of reach; in reach without the right
        assert not CitizenComplaint.objects.visible_to(nobody).exists()


def test_nobody_is_shown_a_way_that_is_closed_to_her(cast):
    day = actions.hold_forum(
        unit=cast.province, kind="reception", title="Tiếp dân tỉnh", held_on=DAY, by=cast.officer
    )
    one = enter(cast, unit=cast.province, forum=day, by=cast.officer)
    actions.forward_complaint(one, to=cast.commune, on=DAY, by=cast.officer)
    ways = (day.get_absolute_url(), f"don/{one.pk}/gach-bo/")
    received = cast.client("officer").get(f"{HERE}{one.pk}/").content.decode()
    forwarded = cast.client("committee").get(f"{HERE}{one.pk}/").content.decode()
    assert "Tiếp dân tỉnh" in forwarded
    for way in ways:
        assert way in received and way not in forwarded
    book = cast.client("leader").get(HERE).content.decode()
    assert "Vào sổ đơn" in book and "Ghi buổi tiếp dân" not in book


def test_late_ones_are_counted_below_and_listed_without_names(cast):
    enter(cast, working_days=5)
    urged = cast.client("officer").get("/don-doc/").content.decode()
    assert "Đơn đã nhận" in urged
    listed = cast.client("officer").get(f"{HERE}?han=qua&don-vi={cast.commune.code}").content.decode()
    assert "quá hạn" in listed and NAME not in listed
    due = list(late.due(dt.date(2026, 10, 1), dt.date(2026, 10, 31), cast.today))
    assert {one.person_id for one in due} == {cast.committee.person.pk}


def test_nobody_else_enters_or_settles(cast):
    one = enter(cast)
    for who in (cast.secretary, cast.member, cast.inspector, cast.officer, cast.leader, cast.far_secretary):
        for act in (
            lambda who=who: enter(cast, "09", by=who),
            lambda who=who: actions.accept_complaint(one, on=DAY, by=who),
            lambda who=who: actions.forward_complaint(one, body="Sở", on=DAY, by=who),
            lambda who=who: settle(cast, one, by=who),
            lambda who=who: actions.correct_complaint(one, people=2, by=who),
            lambda who=who: actions.strike_out(one, reason="x", by=who),
        ):
            with pytest.raises(NotAllowed):
                act()
    assert CitizenComplaint.objects.get().status == "received"


def test_the_committee_does_it_all_on_its_pages(cast):
    client = cast.client("committee")
    typed = {"number": "12/2026", "received_on": "1/10/2026", "kind": "denunciation", "channel": "letter"}
    typed |= {"field": "land", "text": MATTER, "people": "2", "complainant": NAME, "working_days": "10"}
    client.post(f"{HERE}ghi/", typed)
    one = CitizenComplaint.objects.get()
    assert one.due_on == dt.date(2026, 10, 15)
    page = f"{HERE}{one.pk}/"
    client.post(f"{page}thu-ly/", {"a-on": "5/10/2026", "a-working_days": "20"})
    refused = client.post(f"{page}ket-thuc/", {"k-ending": "resolved", "k-on": "20/10/2026"})
    assert "Chọn kết luận" in refused.content.decode()
    ending = {"k-ending": "resolved", "k-result": "wrong", "k-outcome": "Đã trả lời", "k-on": "20/10/2026"}
    shown = client.post(f"{page}ket-thuc/", ending, follow=True).content.decode()
    assert "Kết luận: không đúng." in " ".join(shown.split())
    one.refresh_from_db()
    assert (one.status, one.accepted_on) == ("resolved", dt.date(2026, 10, 5))


def test_a_day_of_reception_is_counted_apart_from_conferences(cast):
    hold = {"unit": cast.commune, "held_on": DAY, "by": cast.committee}
    day = actions.hold_forum(kind="reception", title="Tiếp dân tháng 10", attended=7, **hold)
    actions.hold_forum(title="Lắng nghe", attended=120, **hold)
    enter(cast, forum=day)
    assert count("receptions", cast.province).value == count("hearings", cast.province).value == 1
    assert count("reception_attendance", cast.province).show() == "7 lượt người"
    with pytest.raises(Conflict, match="đang có ý kiến, đơn"):
        actions.strike_out(day, reason="Nhầm", by=cast.committee)


def test_an_opinion_that_is_kept_has_a_clock_too(cast):
    actions.receive_opinions(
        ["Đường ngập"], unit=cast.commune, received_on=DAY, working_days=5, by=cast.committee
    )
    counted = {kind.code: kind.things.count() for kind in late.late(dt.date(2026, 10, 9))}
    assert (counted["y-kien-tai-cho"], counted["y-kien"], counted["y-kien-noi-khac"]) == (1, 0, 0)


def test_without_the_right_nobody_enters_one_in_the_book_of_her_own_unit(cast):
    for who in ("secretary", "inspector", "administrator"):
        actor = getattr(cast, who)
        if actor.may("outreach.complaints"):
            continue
        with pytest.raises(NotAllowed, match="không được giao"):
            enter(cast, by=actor, unit=actor.unit)
    assert not CitizenComplaint.objects.exists()
