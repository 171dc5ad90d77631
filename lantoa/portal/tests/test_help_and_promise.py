"""Help fits the role; the promises are for everyone to read."""

from lantoa.people.roles import ROLES, permissions_of
from lantoa.portal.guides import guides, guides_for, questions
from lantoa.portal.promises import PROMISES

BANNED = ("bạn ", "user", "dashboard", "deadline", "KPI", "!", "Submit")


def titles(actor):
    return {str(guide.title) for guide in guides_for(actor)}


def test_each_role_reads_what_it_can_do(cast):
    assert "Duyệt bản đăng ký" in titles(cast.secretary)
    assert "Duyệt bản đăng ký" not in titles(cast.member)
    assert "Viết bản đăng ký của mình" in titles(cast.member)
    assert titles(cast.administrator) == {
        "Thay người giữ chức vụ",
        "Thêm người, chuyển sinh hoạt",
        "Nhập danh sách từ Excel",
        "Sáp nhập, chia tách, đổi tên đơn vị",
    }


def test_every_guide_is_for_someone():
    granted = {right for role in ROLES for right in permissions_of(role)}
    assert {guide.permission for guide in guides()} <= granted


def test_the_page_shows_the_guides_of_the_role_and_the_questions(cast):
    page = cast.client("secretary").get("/tro-giup/").content.decode()
    assert "Chuẩn bị và ghi buổi sinh hoạt" in page
    assert str(questions()[0].question) in page


def test_a_stranger_reads_the_questions_and_is_told_to_sign_in(client, db):
    page = client.get("/tro-giup/").content.decode()
    assert "Đăng nhập để xem hướng dẫn theo vai trò" in page
    assert "Tôi quên mật khẩu?" in page


def test_the_promises_are_public_and_complete(client, db):
    answer = client.get("/cam-ket/")
    assert answer.status_code == 200
    for one in PROMISES:
        assert str(one.title) in answer.content.decode()
    assert len(PROMISES) >= 10


def test_texts_speak_as_the_house_speaks():
    said = [str(s) for g in guides() for s in (g.title, *g.steps)]
    said += [str(t) for q in questions() for t in (q.question, q.answer)]
    said += [str(t) for p in PROMISES for t in (p.title, p.shown)]
    for text in said:
        assert not [word for word in BANNED if word in text], text
