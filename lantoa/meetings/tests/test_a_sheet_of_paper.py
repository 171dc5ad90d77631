"""The sheet is printed, ticked by pen, photographed badly, and read as a draft; nothing is written unconfirmed."""

import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation.errors import BadInput
from lantoa.meetings import actions, queries, rules, scanning, sheet
from lantoa.meetings.models import Meeting
from lantoa.meetings.tests.photographs import dotted, paper, photographed, ticked
from tests.cast import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(cast):
    """A cell of nine, and its meeting of today."""
    for number in range(6):
        person(f"Trần Văn Bảy {number}", cast.cell)
    return actions.appoint(unit=cast.cell, by=cast.secretary, kind="regular", held_on=cast.today)


def listed(planned):
    return [one.person_id for one in queries.due_to_attend(planned.unit, planned.held_on)]


def photo(planned, boxes, seed=1, page=0):
    """A photograph of the page as it was ticked."""
    chance, people = random.Random(seed), sheet.pages_of(listed(planned))[page]
    text = sheet.printed(planned.pk, page, people).text
    return photographed(ticked(paper(text, len(people)), boxes, chance), chance)


def sent(*contents):
    return {"photo": [SimpleUploadedFile(f"{n}.jpg", one, "image/jpeg") for n, one in enumerate(contents)]}


@pytest.mark.deep(slow=True)
def test_from_the_pen_to_the_form_and_only_saving_writes(cast, planned):
    client, people = cast.client("secretary"), listed(planned)
    address = f"/sinh-hoat/lich/{planned.pk}/doc-phieu/"
    assert "Ảnh đọc xong thì bỏ" in client.get(address).content.decode()
    answer = client.post(address, sent(photo(planned, [(1, 0), (4, 1)])))
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "Đã đọc từ phiếu, bảng; chưa lưu" in page and "7</b>" in page
    assert f'value="{people[1]}" checked' in page and f'value="{people[4]}" checked' in page
    assert not Meeting.objects.exists()
    form = {"held_on": "16/11/2026", "absent": [people[1], people[4]], f"reason-{people[4]}": "none"}
    assert client.post(answer["Location"], form).status_code == 302
    assert Meeting.objects.get().ratio == "7/9"


def test_what_is_not_clear_is_marked_and_not_ticked(cast, planned):
    client, people = cast.client("secretary"), listed(planned)
    answer = client.post(f"/sinh-hoat/lich/{planned.pk}/doc-phieu/", sent(photo(planned, [(2, 0), (2, 1)])))
    page = client.get(answer["Location"]).content.decode()
    assert "chưa rõ khi đọc" in page and f'value="{people[2]}" checked' not in page


def test_a_sheet_of_another_meeting_or_of_an_older_list_is_refused(cast, planned):
    picture = photo(planned, [])
    person("Vàng A Mới", cast.cell)
    page = cast.client("secretary").post(f"/sinh-hoat/lich/{planned.pk}/doc-phieu/", sent(picture))
    assert "danh sách đã thay đổi sau khi in" in page.content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\xff\xd8 not a picture", "Không mở được ảnh"), (None, "Không thấy đủ các góc")],
)
def test_what_is_no_sheet_is_refused_in_words(content, words):
    import cv2
    import numpy

    content = content or cv2.imencode(".jpg", numpy.full((900, 700), 200, numpy.uint8))[1].tobytes()
    with pytest.raises(BadInput, match=words):
        scanning.read(content, [])


@pytest.mark.deep(slow=True)
def test_without_the_extra_the_page_says_so(cast, planned, monkeypatch):
    monkeypatch.setattr(scanning, "is_possible", lambda: False)
    client, address = cast.client("secretary"), f"/sinh-hoat/lich/{planned.pk}/doc-phieu/"
    assert "chưa cài phần đọc ảnh" in client.get(address).content.decode()
    assert "chưa cài phần đọc ảnh" in client.post(address, sent(photo(planned, []))).content.decode()


@pytest.mark.deep(slow=True)
def test_more_than_a_page_of_people_takes_a_picture_of_each_page(cast, planned):
    for number in range(25):
        person(f"Lò Thị Tám {number}", cast.cell)
    client, address = cast.client("secretary"), f"/sinh-hoat/lich/{planned.pk}/doc-phieu/"
    first, second = photo(planned, [(0, 0)]), photo(planned, [(3, 0)], page=1)
    assert "Còn thiếu ảnh tờ số 2" in client.post(address, sent(first)).content.decode()
    answer = client.post(address, sent(second, first))
    people = listed(planned)
    assert f"vang={people[0]}%2C{people[33]}" in answer["Location"]


def test_a_code_holds_no_name_and_changes_with_the_list():
    one, other = sheet.printed(7, 0, [1, 2, 3]), sheet.printed(7, 0, [1, 3, 2])
    assert one.text.startswith("LT1-7-0-") and one != other


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        (("empty", "empty"), ""),
        (("ticked", "empty"), rules.ABSENT),
        (("empty", "ticked"), rules.UNEXCUSED),
        (("ticked", "ticked"), rules.DOUBTFUL),
        (("doubtful", "empty"), rules.DOUBTFUL),
    ],
)
def test_two_boxes_say_one_thing(boxes, said):
    assert rules.said_on_paper(*boxes) == said


@pytest.mark.deep
@pytest.mark.parametrize("tens", range(5))
def test_of_fifty_bad_photographs_nearly_every_box_is_right_and_none_is_wrong_unmarked(tens):
    """Ticked by all sorts of hands, with dots of a resting pen in other boxes."""
    right = told = 0
    for seed in range(tens * 10, tens * 10 + 10):
        chance = random.Random(seed)
        rows = chance.randint(8, sheet.ROWS)
        places = [(row, column) for row in range(rows) for column in (0, 1)]
        boxes = {(row, chance.randint(0, 1)) for row in range(rows) if chance.random() < 0.25}
        dots = [place for place in places if place not in boxes and chance.random() < 0.1]
        printed = sheet.printed(17, 0, range(rows))
        page = dotted(ticked(paper(printed.text, rows), sorted(boxes), chance), dots, chance)
        scan = scanning.read(photographed(page, chance), [sheet.printed(17, 1, range(rows)), printed])
        for place in places:
            how = scan.boxes[place]
            told += 1
            right += how == (scanning.TICKED if place in boxes else scanning.EMPTY)
            assert how == scanning.DOUBTFUL or (how == scanning.TICKED) == (place in boxes), (seed, place)
    assert right >= told * 0.98, (right, told)
