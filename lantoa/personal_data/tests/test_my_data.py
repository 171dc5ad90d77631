"""What the system knows of me: true, whole, mine alone."""

import json

from django.urls import reverse

from lantoa.foundation.keeps import all_kept
from lantoa.people.models import Membership
from lantoa.personal_data import queries
from lantoa.registrations import actions as registrations
from lantoa.registrations.tests import papers
from lantoa.shortcomings.tests import stories

PAGE, FILE = "/toi/du-lieu/", "/toi/du-lieu/tep/"


def counted(cast, who):
    return {one.kept.table: one.count for one in queries.lines_of(getattr(cast, who).person)}


def test_she_reads_every_table_with_how_much_why_and_until_when(cast):
    one = papers.submitted(cast.member)
    stories.of_member(cast)
    client = cast.client("member")
    page = client.get(PAGE).content.decode()
    assert "Bản đăng ký học tập của đồng chí" in page and "Hạn chế ghi về đồng chí" in page
    found = counted(cast, "member")
    assert found["registrations.registration"] == 1 and found["shortcomings.shortcoming"] == 1
    assert found["people.membership"] == Membership.objects.filter(person=one.person).count()
    assert "people.post" not in found, "what is not kept is not named"
    assert "Hệ thống biết gì về tôi" in client.get("/toi/").content.decode()


def test_what_others_have_is_not_in_it(cast):
    papers.submitted(cast.colleague)
    assert "registrations.registration" not in counted(cast, "member")
    told = json.loads(cast.client("member").get(FILE).content)
    assert "Bùi Văn Thắng" not in json.dumps(told, ensure_ascii=False)


def test_she_reads_who_has_read(cast):
    registrations.note_opening(papers.submitted(cast.member), by=cast.secretary)
    cast.client("secretary").get(stories.of_member(cast).get_absolute_url())
    readings = queries.readings_of(cast.member.person)
    assert [(one.name, one.post) for one in readings] == [("Nguyễn Thị Lan", "Bí thư chi bộ")] * 2
    page = cast.client("member").get(PAGE).content.decode()
    assert page.count("16/11/2026: Nguyễn Thị Lan (Bí thư chi bộ)") == 2
    assert not queries.readings_of(cast.secretary.person)


def test_the_file_holds_all_of_it_and_no_secret(cast):
    one = papers.submitted(cast.member)
    client = cast.client("member")
    answer = client.get(FILE)
    assert 'filename="du-lieu-cua-toi.json"' in answer["Content-Disposition"]
    told = json.loads(answer.content)
    rows = {part["what"]: part["rows"] for part in told["kept"]}
    assert rows["Bản đăng ký học tập của đồng chí"][0]["năm"] == one.year
    account = str(rows["Tài khoản: tên đăng nhập, lần đăng nhập gần nhất; mật khẩu chỉ ở dạng băm"])
    assert "member" in account and cast.account("member").password not in answer.content.decode()


def test_it_is_asked_in_few_questions_however_much_is_kept(cast, django_assert_max_num_queries):
    papers.submitted(cast.member)
    # Two of each table whose readings are written down; all others are asked together.
    read = sum(bool(one.read_as) for one in all_kept())
    with django_assert_max_num_queries(6 + 2 * read):
        queries.lines_of(cast.member.person)
        queries.named_in(cast.member.person)
        queries.readings_of(cast.member.person)


def test_where_her_name_stands_as_who_did_it(cast):
    stories.of_member(cast)
    assert ("hạn chế cần khắc phục", 1) in queries.named_in(cast.secretary.person)


def test_a_stranger_is_sent_to_the_door(client, db):
    assert client.get(PAGE)["Location"].startswith(reverse("people:sign_in"))
