"""The judge of pages sees what it should see."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests import police
from tests.judging import faults, raw_words

PAGE = "<!doctype html><html lang=vi><head><title>{title} – Lan Tỏa</title></head><body>{body}</body></html>"


def page(body: str, title: str = "Hội nghị") -> str:
    return PAGE.format(title=title, body=body)


def test_a_good_page_has_no_fault():
    box = '<input type="hidden" name="csrfmiddlewaretoken"><label>Tên <input name="a"></label>'
    said = "<h1>Hội nghị</h1><p>Tệp bien-ban.pdf, xem lantoa.vn</p><script nonce=x></script>"
    said += "<p translate=no>secretary</p>"
    assert faults(page(f'{said}<form method="post">{box}</form>'), nonce="x") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>Một</h1><h1>Hai</h1>", "one h1"),
        ("<h1> </h1>", "one h1"),
        ("<h1>A</h1><p><div></div></p>", "unexpected-end-tag"),
        ("<h1>A</h1><p id=a></p><p id=a></p>", "'a' stands 2 times"),
        ("<h1>A</h1><label for=nobody>B</label>", "points at nothing"),
        ("<h1>A</h1><input name=tuoi>", "box 'tuoi' has no label"),
        ("<h1>A</h1><form method=post action=/x/></form>", "no token"),
        ('<h1>A</h1><form action=""></form>', "no address of the house"),
        ("<h1>A</h1><script>1</script>", "without the nonce"),
        ('<h1 onclick="go()">A</h1>', "refuses"),
        ("<h1>A</h1><p>Lan registration.approved</p>", "'registration.approved' is printed"),
        ("<h1>A</h1><p>not_yet</p>", "'not_yet' is printed"),
        ("<h1>A</h1><td>approved</td>", "'approved' is printed"),
        ("<h1>A</h1><p>None người</p>", "'None' is printed"),
    ],
)
def test_a_fault_is_named(body, said):
    assert any(said in one for one in faults(page(body))), faults(page(body))


def test_a_title_says_something():
    assert faults(page("<h1>A</h1>", title="")) == ["the title says nothing"]


def test_a_piece_of_a_page_needs_no_heading_of_its_own():
    assert faults("<p>Đã lưu.</p>") == []
    assert faults("<input name=tuoi>") == ["box 'tuoi' has no label"]


def test_what_somebody_typed_is_hers_and_what_a_box_sent_as_a_code_is_the_pages():
    echoed = page("<h1>A</h1><p>{{ 7 }} của lan_hoa</p>")
    assert len(faults(echoed)) == 2
    assert faults(echoed, typed=frozenset(raw_words("{{ 7 }} của lan_hoa"))) == []
    assert raw_words("not_yet") == set()


def test_a_fault_fails_the_story_that_asked_for_the_page(cast, monkeypatch):
    client = cast.client("secretary")
    monkeypatch.delenv(police.MEASURED, raising=False)
    monkeypatch.setattr(police, "faults", lambda *page, **more: ["one h1 that says something"])
    monkeypatch.delenv(police.JUDGED, raising=False)
    monkeypatch.setattr(police, "seen", set())
    with pytest.raises(police.PageFault, match="study:index"):
        client.get(reverse("study:index"))


def test_a_page_is_judged_once_whoever_asks_and_refusals_of_all_addresses_are_one_page(tmp_path, monkeypatch):
    monkeypatch.delenv(police.MEASURED, raising=False)
    monkeypatch.setenv(police.JUDGED, str(tmp_path))
    asked = [("study:index", 200), ("study:index", 404), ("meetings:index", 404), ("meetings:index", 200)]
    for expected in ([True, True, False, True], [False] * 4):
        monkeypatch.setattr(police, "seen", set())  # as another process begins
        assert [police._is_new(name, status, "<html><p>Một</p>") for name, status in asked] == expected


def test_a_refusal_that_says_the_same_is_judged_once_and_other_words_again(cast, monkeypatch):
    monkeypatch.delenv(police.MEASURED, raising=False)
    monkeypatch.delenv(police.JUDGED, raising=False)
    monkeypatch.setattr(police, "seen", set())
    judged = []
    monkeypatch.setattr(police, "faults", lambda html, **more: judged.append(html) or [])
    client = cast.client("member")
    for address in ("/bao-cao/1/soan/", "/to-chuc/", "/bao-cao/2/soan/", "/khong-co/"):
        client.get(address)
    assert len(judged) == 2, "one without the right, one not found"


def test_while_budgets_are_measured_every_build_of_a_page_is_judged(monkeypatch):
    monkeypatch.delenv(police.JUDGED, raising=False)
    monkeypatch.setattr(police, "seen", set())
    monkeypatch.setenv(police.MEASURED, "somewhere")
    pages = ["<p>Một bản</p>", "<p>Hai bản</p>", "<p>Hai <b>bản</b></p>"]
    assert [police._is_new("study:index", 200, html) for html in pages] == [True, False, True]
