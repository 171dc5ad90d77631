"""Addresses of outreach."""

from lantoa.outreach.pages import (
    articles,
    charity,
    complaints,
    corrections,
    hub,
    issues,
    opinions,
    pledges,
    prizes,
)
from lantoa.people.addresses import address

VIEW, EDIT, COMPLAINTS = "outreach.view", "outreach.edit", "outreach.complaints"

urlpatterns = [
    address("tuyen-truyen/", hub.index, permission=VIEW, name="index"),
    address("tuyen-truyen/cuoc-van-dong/mo/", charity.new_campaign, permission=EDIT, name="campaign_new"),
    address("tuyen-truyen/ung-ho/", charity.donations, permission=VIEW, name="donations"),
    address("tuyen-truyen/ung-ho/ghi/", charity.new_donation, permission=EDIT, name="donation_new"),
    address("tuyen-truyen/giup-do/", pledges.index, permission=VIEW, name="pledges"),
    address("tuyen-truyen/giup-do/ghi/", pledges.new_pledge, permission=EDIT, name="pledge_new"),
    address("tuyen-truyen/giup-do/<int:pk>/dung/", pledges.end_pledge, permission=EDIT, name="end_pledge"),
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
    address("tuyen-truyen/don/", complaints.index, permission=COMPLAINTS, name="complaints"),
    address("tuyen-truyen/don/ghi/", complaints.new_complaint, permission=COMPLAINTS, name="complaint_new"),
    address("tuyen-truyen/don/<int:pk>/", complaints.show, permission=COMPLAINTS, name="complaint"),
    address("tuyen-truyen/don/<int:pk>/thu-ly/", complaints.accept, permission=COMPLAINTS, name="accept"),
    address("tuyen-truyen/don/<int:pk>/chuyen/", complaints.forward, permission=COMPLAINTS, name="pass_on"),
    address("tuyen-truyen/don/<int:pk>/ket-thuc/", complaints.settle, permission=COMPLAINTS, name="settle"),
    address("tuyen-truyen/hoi-nghi/ghi/", opinions.new_forum, permission=EDIT, name="forum_new"),
    address("tuyen-truyen/hoi-nghi/<int:pk>/", opinions.forum, permission=VIEW, name="forum"),
    address("tuyen-truyen/tin-bai/", articles.index, permission=VIEW, name="articles"),
    address("tuyen-truyen/tin-bai/ghi/", articles.new_article, permission=EDIT, name="article_new"),
    address("tuyen-truyen/ban-tin/", issues.issues, permission=VIEW, name="issues"),
    address("tuyen-truyen/ban-tin/ghi/", issues.new_issue, permission=EDIT, name="issue_new"),
    address("tuyen-truyen/chia-se/", issues.shares, permission=VIEW, name="shares"),
    address("tuyen-truyen/chia-se/ghi/", issues.new_sharing, permission=EDIT, name="sharing_new"),
    address("tuyen-truyen/giai/", prizes.works, permission=VIEW, name="prize_works"),
    address("tuyen-truyen/giai/mo/", prizes.new_prize, permission=EDIT, name="prize_new"),
    address("tuyen-truyen/giai/ghi/", prizes.new_work, permission=EDIT, name="prize_work_new"),
    address("tuyen-truyen/giai/<int:pk>/trao/", prizes.award, permission=EDIT, name="award"),
    address("tuyen-truyen/tin-bai/<int:pk>/ngung/", articles.end_column, permission=EDIT, name="end_column"),
    address(
        "tuyen-truyen/<slug:kind>/<int:pk>/gach-bo/",
        corrections.strike_out,
        permission=EDIT,
        name="strike_out",
    ),
]
