"""Walking through the tree, on any day, as far as one reaches."""

import datetime as dt

from lantoa.organisation import actions

JULY = dt.date(2025, 7, 1)


def test_a_secretary_opens_her_own_unit(cast):
    answer = cast.client("secretary").get("/to-chuc/")
    assert answer.status_code == 200 and "Chi bộ Trường THCS Hòa Bình" in answer.content.decode()


def test_an_officer_walks_down_and_sees_who_lies_above(cast):
    page = cast.client("officer").get(f"/to-chuc/{cast.commune.code}/")
    assert [p.name for p in page.context["children"]] == [
        "Chi bộ thôn Nà Lùng",
        "Chi bộ Trường THCS Hòa Bình",
    ]
    assert [p.name for p in page.context["above"]] == ["Đảng bộ tỉnh Sơn Hà"]


def test_the_tree_of_another_day_shows_the_names_of_that_day(cast):
    actions.rename(cast.cell, name="Chi bộ Trường PTDTBT", on=JULY, by=cast.system)
    client = cast.client("committee")
    old = client.get(f"/to-chuc/{cast.cell.code}/", {"ngay": "30/06/2025"}).content.decode()
    new = client.get(f"/to-chuc/{cast.cell.code}/").content.decode()
    assert "<h1>Chi bộ Trường THCS Hòa Bình</h1>" in old and "<h1>Chi bộ Trường PTDTBT</h1>" in new


def test_a_unit_that_ended_says_when_and_who_continues_it(cast):
    actions.dissolve(cast.other_cell, on=JULY, by=cast.system, successor=cast.cell)
    page = cast.client("officer").get(f"/to-chuc/{cast.other_cell.code}/").content.decode()
    assert "đã kết thúc hoạt động từ ngày 01/07/2025" in page and "Đơn vị kế tục:" in page


def test_a_day_that_does_not_exist_is_said_in_words(cast):
    answer = cast.client("officer").get("/to-chuc/", {"ngay": "31/02/2026"})
    assert answer.status_code == 400 and "không có thật" in answer.content.decode()


def test_only_what_is_in_reach_opens_the_rest_is_named(cast):
    actions.move(cast.other_cell, parent=cast.far, on=JULY, by=cast.system)
    page = cast.client("committee").get("/to-chuc/", {"ngay": "30/06/2025"}).content.decode()
    assert f'href="/to-chuc/{cast.cell.code}/?ngay=30/06/2025"' in page, "the day asked is kept while walking"
    for unit, name in ((cast.province, "Đảng bộ tỉnh Sơn Hà"), (cast.other_cell, "Chi bộ thôn Nà Lùng")):
        assert name in page and f'href="/to-chuc/{unit.code}/' not in page


def test_what_is_planned_can_be_looked_at_by_looking_ahead(cast):
    ahead = {"ngay": "01/01/2027"}
    new = actions.found(
        name="Chi bộ mới", parent=cast.commune, kind="party", on=dt.date(2027, 1, 1), by=cast.system
    )
    client = cast.client("committee")
    assert client.get(f"/to-chuc/{new.code}/").status_code == 404
    page = client.get(f"/to-chuc/{new.code}/", ahead).content.decode()
    assert "từ 01/01/2027 (đã có quyết định)" in page
    assert f"/to-chuc/{new.code}/" in client.get("/to-chuc/", ahead).content.decode()
    assert cast.client("other_secretary").get(f"/to-chuc/{new.code}/", ahead).status_code == 404


def test_the_decisions_on_a_unit_are_told_with_their_number(cast):
    actions.merge(
        [cast.far], into=cast.commune, on=JULY, by=cast.system, decision="25-QĐ/TU", note="Sáp nhập xã"
    )
    actions.rename(cast.other_cell, name="Chi bộ Nà Lùng", on=JULY, by=cast.system)
    page = cast.client("officer").get(f"/to-chuc/{cast.commune.code}/")
    assert [change.kind for change in page.context["changes"]] == ["merge", "found"]
    text = page.content.decode()
    assert "Quyết định số 25-QĐ/TU" in text and "Tiếp nhận từ" in text and "Sáp nhập xã" in text


def test_names_and_places_are_told_with_their_last_day(cast):
    actions.rename(cast.cell, name="Chi bộ Trường PTDTBT", on=JULY, by=cast.system)
    page = cast.client("secretary").get("/to-chuc/").content.decode()
    assert "01/01/2021 – 30/06/2025" in page and "01/07/2025 – nay" in page


def test_a_unit_under_one_that_is_no_higher_is_pointed_out(cast):
    client = cast.client("officer")
    assert "rà soát vị trí" not in client.get(f"/to-chuc/{cast.cell.code}/").content.decode()
    actions.move(cast.cell, parent=cast.other_cell, on=JULY, by=cast.system)
    page = client.get(f"/to-chuc/{cast.cell.code}/").content.decode()
    assert "trực thuộc Chi bộ thôn Nà Lùng, là đơn vị cùng cấp hoặc cấp thấp hơn" in page


def test_a_unit_out_of_reach_answers_like_one_that_does_not_exist(cast):
    client = cast.client("committee")
    assert client.get(f"/to-chuc/{cast.far.code}/").status_code == 404
    assert client.get("/to-chuc/khong-co/").status_code == 404


def test_a_page_with_many_children_costs_as_much_as_one_with_few(cast, django_assert_max_num_queries):
    for number in range(30):
        actions.found(name=f"Chi bộ {number}", parent=cast.commune, kind="party", on=JULY, by=cast.system)
    client = cast.client("officer")
    with django_assert_max_num_queries(32):
        assert client.get(f"/to-chuc/{cast.commune.code}/").status_code == 200
