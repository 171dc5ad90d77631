"""Addresses of exemplars."""

from lantoa.exemplars.pages import consenting, judging, reading, writing
from lantoa.people.addresses import address

VIEW, WRITE, JUDGE = "exemplars.view", "exemplars.write", "exemplars.judge"

urlpatterns = [
    address("dien-hinh/", reading.index, permission=VIEW, name="index"),
    address("dien-hinh/viet/", writing.new, permission=WRITE, name="new"),
    address("dien-hinh/<int:pk>/", reading.show, permission=VIEW, name="show"),
    address("dien-hinh/<int:pk>/sua/", writing.edit, permission=WRITE, name="edit"),
    address("dien-hinh/<int:pk>/de-nghi/", writing.propose, permission=WRITE, name="propose"),
    address("dien-hinh/<int:pk>/rut/", writing.withdraw, permission=WRITE, name="withdraw"),
    address("dien-hinh/<int:pk>/xem-xet/", judging.judge, permission=JUDGE, name="judge"),
    address("dien-hinh/<int:pk>/cong-bo/", judging.publish, permission=JUDGE, name="publish"),
    address("dien-hinh/<int:pk>/tra-lai/", judging.return_for_changes, permission=JUDGE, name="return"),
    address("dien-hinh/bo-ten/<int:pk>/", consenting.remove, permission=WRITE, name="remove_name"),
]
