"""What the stories of this room start from."""

import datetime as dt

import pytest

from lantoa.outreach import actions


@pytest.fixture
def campaign(cast):
    """A campaign that the province launched; every unit below may give to it."""
    return actions.launch_campaign(
        name="Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo",
        unit=cast.province,
        starts=dt.date(2024, 1, 1),
        by=cast.officer,
    )
