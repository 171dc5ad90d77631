"""A commune that began from an empty database commends its first member: from what it asks to her certificate."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.test import Client

from lantoa.beginning import actions as beginning
from lantoa.beginning.actions import Somebody, Top
from lantoa.commendations.models import Decision
from lantoa.foundation import clock
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.people import actors
from lantoa.people.models import Account, Person, Post, Title
from tests.cast import person

pytestmark = pytest.mark.django_db
SINCE = dt.date(2026, 1, 1)


def signed_in(who: Person) -> Client:
    account = Account.objects.filter(person=who).first()
    account = account or Account.objects.create(person=who, sign_in_name=f"so{who.pk}")
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def office() -> dict[str, Client]:
    """The head of the commune, the secretary of its first cell and a member, each signed in."""
    today = clock.today()
    head = Somebody("Lê Văn Hòa", "0912000100", "Bí thư Đảng ủy xã")
    clerk = Somebody("Hoàng Minh Tuấn", "0912000214", "")
    top = Top("Đảng bộ xã An Phú", SINCE, "party", "grassroots")
    begun = beginning.begin(top, clerk, head, password="một câu dài dễ nhớ lắm", on=today)
    by = actors.system(today)
    cell = organisation.found(
        name="Chi bộ thôn 1", parent=begun.unit, kind="party", level="cell", on=SINCE, by=by
    )
    secretary, member = (person(name, cell, starts=SINCE) for name in ("Nguyễn Thị Lan", "Đỗ Thị Hương"))
    title = Title.objects.get_or_create(name="Bí thư chi bộ")[0]
    Post.objects.create(
        person=secretary,
        unit=cell,
        role="secretary",
        reach="unit",
        title=title,
        starts=SINCE,
        is_head=True,
    )
    return {
        "head": signed_in(Person.objects.get(full_name="Lê Văn Hòa")),
        "secretary": signed_in(secretary),
        "member": signed_in(member),
    }


EMPTY = ("", "tieu-chuan/", "can-doi/", "bieu-duong/", "cam-on/", "de-nghi/")


def test_every_page_stands_before_anything_was_written(office):
    for page in EMPTY:
        assert office["head"].get(f"/khen-thuong/{page}").status_code == 200, page
    for page in ("cua-toi/", "cam-on/?tim=a", "bieu-duong/"):
        assert office["member"].get(f"/khen-thuong/{page}").status_code == 200, page
    assert "Tiêu chuẩn đã biết" in office["head"].get("/khen-thuong/tieu-chuan/").content.decode()


@pytest.mark.deep(slow=True)
def test_its_first_commendation_goes_all_the_way(office):
    head, secretary = office["head"], office["secretary"]
    today = clock.today().strftime("%d/%m/%Y")
    assert head.post("/khen-thuong/tieu-chuan/co-san/").status_code == 302
    opened = Form(head, "/khen-thuong/dot/mo/").send(name="Sơ kết năm", held_on=today, movement="")
    written = Form(secretary, f"/khen-thuong/de-nghi/viet/?dot={opened['Location'].split('/')[-2]}").send(
        subject="individual",
        subject_name="Đỗ Thị Hương",
        achievement="Kèm 5 học sinh yếu, cả 5 em lên lớp.",
        proposed_form="certificate",
        proposed_level="grassroots",
    )
    at = written["Location"]
    assert "Giấy khen của đảng ủy, chi bộ cơ sở cho đảng viên" in secretary.get(at).content.decode()
    voted = {"votes_for": "11", "votes_total": "12", "minutes_number": "05-BB/CB", "minutes_on": today}
    Form(secretary, at, f"{at}binh-xet/").send(**{f"v-{name}": value for name, value in voted.items()})
    assert secretary.post(f"{at}gui/").status_code == 302
    papers = zipfile.ZipFile(io.BytesIO(secretary.get(f"{at}ho-so/").content)).namelist()
    assert len(papers) == 4
    decided = {"d-number": "15-QĐ/ĐU", "d-decided_on": today, "d-form": "certificate"}
    assert Form(head, at, f"{at}quyet-dinh/").send(**decided).status_code == 302
    decision = Decision.objects.get().get_absolute_url()
    assert head.get(f"{decision}giay-khen/").status_code == 200
    assert "Giấy khen" in office["member"].get("/khen-thuong/cua-toi/").content.decode()
    assert "Chi bộ nào cũng đã có khen thưởng được ghi." in head.get("/khen-thuong/can-doi/").content.decode()
