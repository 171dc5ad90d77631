"""What kind of work a unit does is read from its name, here and by the database alike."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.models import Event
from lantoa.organisation.sectors import SECTORS, sector_of, works_in

NAMES = (
    "Chi bộ Trường THCS Hòa Bình", "Chi bộ TRƯỜNG TIỂU HỌC số 2", "Chi bộ trạm y tế xã An Phú", "Chi bộ thôn Nà Lùng",
    "Chi bộ bản Lùng Thàng", "Ban Tổ chức Tỉnh ủy", "CHI BỘ ĐỒN BIÊN PHÒNG", "Chi bộ Hợp tác xã Nà Lùng",
    "Chi bộ khối cơ quan xã", "Trường", "Chi bộ bệnh viện trường đại học", "Chi bộ thôn Trường An",
    "Đảng ủy xã Bản Lầu",
    "Đảng bộ phường", "Chi bộ công an xã", "Chi bộ Văn phòng ỦY BAN", "Chi bộ Thônđông", "",
)  # fmt: skip


@pytest.mark.parametrize("sector", SECTORS)
def test_the_database_reads_names_as_we_do(db, sector):
    day = dt.date(2026, 11, 16)
    Event.objects.bulk_create(Event(verb="named", on=day, subject_label=name) for name in NAMES)
    found = Event.objects.filter(works_in(sector, "subject_label")).values_list("subject_label", flat=True)
    assert set(found) == {name for name in NAMES if sector_of(name) == sector} != set()
