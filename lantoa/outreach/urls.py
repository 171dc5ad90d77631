"""Addresses of outreach."""

from lantoa.outreach.pages import articles, charity, corrections, hub, opinions
from lantoa.people.addresses import address

VIEW, EDIT = "outreach.view", "outreach.edit"

urlpatterns = [
    address("tuyen-truyen/", hub.index, permission=VIEW, name="index"),
    address("tuyen-truyen/cuoc-van-dong/mo/", charity.new_campaign, permission=EDIT, name="campaign_new"),
    address("tuyen-truyen/ung-ho/", charity.donations, permission=VIEW, name="donations"),
    address("tuyen-truyen/ung-ho/ghi/", charity.new_donation, permission=EDIT, name="donation_new"),
    address("tuyen-truyen/cong-trinh/", charity.works, permission=VIEW, name="works"),
    address("tuyen-truyen/cong-trinh/ghi/", charity.new_work, permission=EDIT, name="work_new"),
    address(
        "tuyen-truyen/cong-trinh/<int:pk>/ban-giao/", charity.hand_over, permission=EDIT, name="hand_over"
    ),
    address("tuyen-truyen/y-kien/", opinions.index, permission=VIEW, name="opinions"),
    address("tuyen-truyen/y-kien/ghi/", opinions.new_opinions, permission=EDIT, name="opinions_new"),
    address("tuyen-truyen/y-kien/<int:pk>/", opinions.show, permission=VIEW, name="opinion"),
    address("tuyen-truyen/y-kien/<int:pk>/chuyen/", opinions.forward, permission=EDIT, name="forward"),
    address(
        "tuyen-truyen/y-kien/<int:pk>/hai-long/", opinions.satisfaction, permission=EDIT, name="satisfaction"
    ),
    address("tuyen-truyen/y-kien/<int:pk>/tra-loi/", opinions.answer, permission=EDIT, name="answer"),
    address("tuyen-truyen/y-kien/<int:pk>/giai-quyet/", opinions.resolve, permission=EDIT, name="resolve"),
    address("tuyen-truyen/hoi-nghi/ghi/", opinions.new_forum, permission=EDIT, name="forum_new"),
    address("tuyen-truyen/hoi-nghi/<int:pk>/", opinions.forum, permission=VIEW, name="forum"),
    address("tuyen-truyen/tin-bai/", articles.index, permission=VIEW, name="articles"),
    address("tuyen-truyen/tin-bai/ghi/", articles.new_article, permission=EDIT, name="article_new"),
    address("tuyen-truyen/tin-bai/<int:pk>/ngung/", articles.end_column, permission=EDIT, name="end_column"),
    address(
        "tuyen-truyen/<slug:kind>/<int:pk>/gach-bo/",
        corrections.strike_out,
        permission=EDIT,
        name="strike_out",
    ),
]
