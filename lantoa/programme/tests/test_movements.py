"""An emulation movement comes down the tree: units join it, say how many take part, and it is summed up."""

import datetime as dt

import pytest

from lantoa.figures import counting
from lantoa.foundation import late
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.programme import actions, hangs, queries, todo
from lantoa.programme.models import Movement, Participant, Participation

pytestmark = pytest.mark.django_db
BEGUN = dt.date(2026, 1, 5)


@pytest.fixture
def movement(cast):
    """The province launches "Dân vận khéo" on 5 January 2026."""
    return actions.launch_movement(
        unit=cast.province,
        by=cast.officer,
        name="Dân vận khéo",
        level="province",
        starts=BEGUN,
        targets="Mỗi chi bộ có một mô hình.",
    )


def join(cast, movement, by="secretary", unit="cell", **fields):
    fields = {"joined_on": dt.date(2026, 2, 1), "persons": 12} | fields
    return actions.join_movement(movement, unit=getattr(cast, unit), by=getattr(cast, by), **fields)


def test_a_cell_joins_and_the_province_sees_it(cast, movement):
    client = cast.client("secretary")
    sent = client.post(
        f"/chuong-trinh/phong-trao/{movement.pk}/tham-gia/",
        {"joined_on": "01/02/2026", "content": "Giúp ba hộ làm nhà vệ sinh", "persons": "12"},
    )
    assert sent.status_code == 302
    page = cast.client("officer").get(movement.get_absolute_url()).content.decode()
    assert "Giúp ba hộ làm nhà vệ sinh" in page and "12 lượt người" in page and "Mỗi chi bộ" in page
    assert Event.objects.filter(verb="movement.joined", unit_id=cast.cell.pk).count() == 1


def test_another_commune_sees_the_movement_and_not_who_else_joined(cast, movement):
    join(cast, movement)
    page = cast.client("far_secretary").get(movement.get_absolute_url()).content.decode()
    assert "Dân vận khéo" in page and "Chưa ghi đơn vị nào tham gia" in page


def test_a_number_nobody_gave_is_not_zero(cast, movement):
    join(cast, movement, persons=None)
    join(cast, movement, by="other_secretary", unit="other_cell", persons=8)
    sums = queries.taking_part(Participation.objects.filter(movement=movement), cast.today)
    assert sums == {"units": 2, "persons": 8, "party": None, "unsaid": 1, "by_name": 0}
    page = cast.client("officer").get(movement.get_absolute_url()).content.decode()
    assert "1 đơn vị chưa ghi số người" in page and "chưa ghi" in page


def test_where_no_unit_said_how_many_there_is_no_sum(cast, movement):
    join(cast, movement, persons=None)
    assert queries.taking_part(Participation.objects.all(), cast.today)["persons"] is None


def test_a_unit_stands_in_a_movement_once(cast, movement):
    join(cast, movement)
    with pytest.raises(BadInput, match="đã tham gia phong trào này"):
        join(cast, movement)


def test_a_unit_that_left_may_come_back_in_the_same_line(cast, movement):
    joined = join(cast, movement)
    actions.leave_movement(joined, on=dt.date(2026, 3, 1), reason="Sáp nhập tổ", by=cast.secretary)
    back = join(cast, movement, joined_on=dt.date(2026, 4, 1))
    assert back.pk == joined.pk and back.left_on is None and not back.left_because


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2026, 1, 4), "trước ngày bắt đầu, 05/01/2026"),
        (dt.date(2027, 1, 1), "chưa đến"),
    ],
)
def test_one_joins_while_it_runs_and_not_tomorrow(cast, movement, day, said):
    with pytest.raises(BadInput, match=said):
        join(cast, movement, joined_on=day)


def test_a_movement_that_is_over_is_joined_no_more(cast, movement):
    actions.change_movement(movement, ends=dt.date(2026, 3, 1), by=cast.officer)
    with pytest.raises(BadInput, match="đã kết thúc"):
        join(cast, movement, joined_on=dt.date(2026, 3, 1))


def test_nobody_joins_a_movement_of_another_branch(cast):
    theirs = actions.launch_movement(
        unit=cast.other_cell, by=cast.other_secretary, name="Việc của tổ", level="unit", starts=BEGUN
    )
    with pytest.raises(BadInput, match="không thuộc nơi phát động"):
        join(cast, theirs)


def test_who_leaves_says_why_and_stays_counted_before(cast, movement):
    joined = join(cast, movement)
    with pytest.raises(BadInput, match="lý do"):
        actions.leave_movement(joined, on=dt.date(2026, 6, 1), reason="", by=cast.secretary)
    as_another_reads_it = Participation.objects.get()
    actions.leave_movement(joined, on=dt.date(2026, 6, 1), reason="Chuyển việc", by=cast.secretary)
    with pytest.raises(Conflict):
        actions.leave_movement(as_another_reads_it, on=cast.today, reason="Nhầm", by=cast.secretary)
    assert Participation.objects.on(dt.date(2026, 5, 31)).count() == 1
    assert not Participation.objects.on(dt.date(2026, 6, 1)).exists()


def test_only_who_launched_it_sums_it_up(cast, movement):
    with pytest.raises(NotAllowed):
        actions.sum_up_movement(movement, on=cast.today, results="Tốt", by=cast.secretary)
    with pytest.raises(BadInput, match="Ghi kết quả"):
        actions.sum_up_movement(movement, on=cast.today, results="", by=cast.officer)
    actions.sum_up_movement(movement, on=cast.today, results="45 mô hình, 40 còn chạy.", by=cast.officer)
    page = cast.client("member").get(movement.get_absolute_url()).content.decode()
    assert "45 mô hình, 40 còn chạy." in page and "đã tổng kết" in page


def test_to_do_asks_the_unit_that_launched_it_once_it_is_over(cast):
    ended = actions.launch_movement(
        unit=cast.commune,
        by=cast.committee,
        name="Ba tháng thi đua",
        level="unit",
        starts=BEGUN,
        ends=dt.date(2026, 4, 5),
    )
    asked = [one.title for one in todo.items(cast.committee)]
    assert "Tổng kết phong trào “Ba tháng thi đua”" in asked
    assert not [one for one in todo.items(cast.secretary) if "Ba tháng" in one.title]
    actions.sum_up_movement(ended, on=cast.today, results="Xong.", by=cast.committee)
    assert "Tổng kết phong trào “Ba tháng thi đua”" not in [one.title for one in todo.items(cast.committee)]


def test_occurrences_and_units_are_two_numbers(cast, movement):
    second = actions.launch_movement(
        unit=cast.commune, by=cast.committee, name="Sạch làng", level="unit", starts=BEGUN
    )
    join(cast, movement, persons=12)
    join(cast, second, persons=5)
    year = Period.year(2026)

    def value(code, **asked):
        return counting.figure(code, unit=cast.province, period=year, **asked).value

    assert value("programme.participations") == 2
    assert value("programme.units_taking_part") == 1
    assert value("programme.participants") == 17


def test_a_unit_reviews_what_it_did_and_the_province_reads_it(cast, movement):
    joined = join(cast, movement)
    address = f"/chuong-trinh/tham-gia/{joined.pk}/so-ket/"
    typed = {"reviewed_on": "01/07/2026", "kind": "interim", "results": "Hai mô hình, một mô hình chưa đều."}
    assert cast.client("secretary").post(address, typed).status_code == 302
    page = cast.client("officer").get(movement.get_absolute_url()).content.decode()
    assert "Hai mô hình, một mô hình chưa đều." in page and "Sơ kết 01/07/2026" in page
    assert cast.client("other_secretary").post(address, typed).status_code == 404
    figure = counting.figure("programme.movement_reviews", unit=cast.province, period=Period.year(2026))
    assert figure.value == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reviewed_on": dt.date(2026, 1, 31)}, "trước ngày bắt đầu"),
        ({"reviewed_on": dt.date(2027, 1, 1)}, "chưa đến"),
        ({"results": ""}, "Ghi kết quả của đơn vị"),
    ],
)
def test_a_review_that_cannot_be_is_refused_in_words(cast, movement, wrong, said):
    told = {"reviewed_on": dt.date(2026, 7, 1), "kind": "interim", "results": "Xong."} | wrong
    with pytest.raises(BadInput, match=said):
        actions.review_participation(join(cast, movement), by=cast.secretary, **told)


def test_a_review_is_mended_where_it_stands_and_no_second_one_of_the_day_covers_it(cast, movement):
    joined, told = join(cast, movement), {"reviewed_on": dt.date(2026, 7, 1), "kind": "interim"}
    review = actions.review_participation(joined, results="Hai mô hình.", by=cast.secretary, **told)
    with pytest.raises(BadInput, match="Bấm Sửa"):
        actions.review_participation(joined, results="Ba mô hình.", by=cast.secretary, **told)
    form = Form(cast.client("secretary"), f"/chuong-trinh/so-ket-phong-trao/{review.pk}/sua/")
    assert form.send(results="Ba mô hình.").status_code == 302
    assert joined.reviews.get().results == "Ba mô hình."
    assert Event.objects.filter(verb="movement.reviewed").latest("pk").before["results"] == "Hai mô hình."


def test_party_members_are_among_those_who_take_part(cast, movement):
    with pytest.raises(BadInput, match="Ghi tổng số"):
        join(cast, movement, persons=None, party_members=3)
    with pytest.raises(BadInput, match="nhiều hơn tổng số"):
        join(cast, movement, persons=2, party_members=3)
    join(cast, movement, persons=12, party_members=7)
    page = cast.client("officer").get(movement.get_absolute_url()).content.decode()
    assert "trong đó 7 lượt đảng" in " ".join(page.split())


def test_persons_take_part_by_name_each_counted_once_over_all_movements(cast, movement):
    second = actions.launch_movement(
        unit=cast.commune, by=cast.committee, name="Sạch làng", level="unit", starts=BEGUN
    )
    joined, also = join(cast, movement, persons=None), join(cast, second, persons=9)
    me, colleague = str(cast.member.person), str(cast.colleague.person)
    for one, names in ((joined, f"{me}\n{colleague}\n"), (also, me)):
        form = Form(cast.client("secretary"), f"/chuong-trinh/tham-gia/{one.pk}/nguoi/")
        assert form.send(names=names, joined_on="03/02/2026").status_code == 302

    def told(code):
        found = counting.figure(f"programme.{code}", unit=cast.province, period=Period.year(2026))
        return found.show()

    # Nine are said of one movement; of the other two names are known.
    assert told("participants") == "11 lượt người" and told("named_participants") == "2 người"
    assert queries.taking_part(Participation.objects.filter(movement=movement), cast.today)["persons"] == 2
    assert me in cast.client("officer").get(f"/chuong-trinh/tham-gia/{joined.pk}/nguoi/").content.decode()
    assert "Sạch làng" in cast.client("member").get("/mot-nam-cua-toi/2026/").content.decode()
    first = Participant.objects.filter(participation=joined, person=cast.member.person).get()
    as_another_reads_it = Participant.objects.get(pk=first.pk)
    address = f"/chuong-trinh/nguoi-tham-gia/{first.pk}/thoi/"
    assert Form(cast.client("secretary"), address).send(on="01/06/2026").status_code == 302
    assert told("named_participants") == "2 người" and told("participants") == "10 lượt người"
    with pytest.raises(Conflict):
        actions.end_participation_of(as_another_reads_it, on=cast.today, by=cast.secretary)


def test_a_name_that_cannot_be_is_refused_in_words(cast, movement):
    joined, me = join(cast, movement, persons=1), str(cast.member.person)
    since = {"joined_on": dt.date(2026, 2, 3), "by": cast.secretary}
    wrong = [("Không Ai Cả", "Không có ai tên"), (" \n", "Ghi ít nhất một người")]
    wrong += [(f"{me}\n{cast.colleague.person}", "nhiều hơn số người"), ("A\n" * 101, "nhiều nhất 100")]
    for names, said in wrong:
        with pytest.raises(BadInput, match=said):
            actions.name_participants(joined, names=names, **since)
    actions.name_participants(joined, names=me, **since)
    with pytest.raises(BadInput, match="đã có trong danh sách"):
        actions.name_participants(joined, names=me, **since)
    with pytest.raises(BadInput, match="nhiều hơn số người"):
        actions.change_participation(joined, joined_on=joined.joined_on, persons=0, by=cast.secretary)
    actions.leave_movement(joined, on=cast.today, reason="Chuyển việc", by=cast.secretary)
    with pytest.raises(BadInput, match="đã thôi tham gia"):
        actions.name_participants(joined, names=str(cast.colleague.person), **since)


def test_a_number_of_one_movement_opens_the_list_of_that_movement(cast, movement):
    second = actions.launch_movement(
        unit=cast.commune, by=cast.committee, name="Sạch làng", level="unit", starts=BEGUN
    )
    join(cast, movement, persons=12)
    join(cast, second, persons=5)
    page = cast.client("committee").get(second.get_absolute_url()).content.decode()
    assert f"tach=in%3Am{second.pk}" in page
    year = Period.year(2026)
    told = counting.figure(
        "programme.participants", unit=cast.commune, period=year, split=("in", f"m{second.pk}")
    )
    assert told.value == 5
    behind = cast.client("committee").get(told.url).content.decode()
    assert "Sạch làng" in behind and "Dân vận khéo" not in behind


def test_the_list_of_those_who_take_part_is_of_one_movement_or_of_all(cast, movement):
    join(cast, movement)
    page = cast.client("secretary").get("/chuong-trinh/phong-trao/tham-gia/").content.decode()
    assert "từ" in page and "Dân vận khéo" in page
    other = (
        cast.client("secretary").get("/chuong-trinh/phong-trao/tham-gia/?phong-trao=999999").content.decode()
    )
    assert "Chưa ghi đơn vị nào tham gia" in other


def test_all_movements_stand_in_one_list_also_the_ended_ones(cast, movement):
    actions.change_movement(movement, ends=dt.date(2026, 3, 1), by=cast.officer)
    page = cast.client("member").get("/chuong-trinh/phong-trao/").content.decode()
    assert "Dân vận khéo" in page and "chưa tổng kết" in page
    assert Movement.objects.all().awaiting_their_sum(cast.today).get() == movement


def test_movements_over_without_a_word_are_late_fall_due_and_are_found(cast):
    """Over on 10 November: who launched it sums it up, who took part says what it did."""
    over = actions.launch_movement(
        unit=cast.commune, by=cast.committee, name="Ba tháng sạch làng", level="unit", starts=BEGUN
    )
    join(cast, over)
    actions.change_movement(over, ends=dt.date(2026, 11, 10), by=cast.committee)
    counted = {one.code: one.things.count() for one in late.kinds(cast.today)}
    assert counted["phong-trao"] == counted["ket-qua-phong-trao"] == 1
    dues = {one.key: one for one in late.all_due(dt.date(2026, 11, 1), dt.date(2026, 11, 30), cast.today)}
    assert dues[f"movement:{over.pk}"].person_id == cast.committee.person.pk
    mine = dues[f"participation:{Participation.objects.get().pk}"]
    assert mine.person_id == cast.secretary.person.pk and mine.day == dt.date(2026, 11, 10)
    for page in ("phong-trao", "phong-trao/tham-gia"):
        listed = cast.client("officer").get(
            f"/chuong-trinh/{page}/?don-vi={cast.commune.code}&loc=cho-tong-ket"
        )
        assert "Ba tháng sạch làng" in listed.content.decode()
    told = {"reviewed_on": cast.today, "kind": "final", "results": "Xong."}
    actions.review_participation(Participation.objects.get(), by=cast.secretary, **told)
    actions.sum_up_movement(over, on=cast.today, results="Xong.", by=cast.committee)
    left = late.all_due(dt.date(2026, 11, 1), dt.date(2026, 11, 30), cast.today)
    assert not [one for one in left if "phong trào" in one.title]
    hanging = {str(one.label): one.count for one in hangs.hanging(cast.cell, on=dt.date(2026, 11, 9))}
    assert hanging["Phong trào đang tham gia"] == 1
