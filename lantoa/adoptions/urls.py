"""Addresses of taking over, and of the library."""

from lantoa.adoptions.pages import adopting, discussing, following, library, panel, spread
from lantoa.people.addresses import address

VIEW, WRITE, JUDGE = "practices.view", "practices.write", "practices.judge"

urlpatterns = [
    address("mo-hinh/", library.library, permission=VIEW, name="library"),
    address("mo-hinh/lan-toa/", spread.overview, permission=VIEW, name="overview"),
    address("mo-hinh/<int:pk>/lan-toa/", spread.show, permission=VIEW, name="spread"),
    address("mo-hinh/<int:pk>/noi-van-dung/", panel.of_practice, permission=VIEW, name="panel"),
    address("mo-hinh/<int:pk>/van-dung/", adopting.adopt, permission=JUDGE, name="adopt"),
    address("mo-hinh/<int:pk>/giu-doi-bo/", adopting.parts, permission=WRITE, name="parts"),
    address("mo-hinh/<int:pk>/cach-lam/", adopting.adapt, permission=WRITE, name="adapt"),
    address("mo-hinh/<int:pk>/rut-van-dung/", adopting.withdraw, permission=WRITE, name="withdraw"),
    address("mo-hinh/<int:pk>/con-duy-tri/", following.checkup, permission=WRITE, name="checkup"),
    address("mo-hinh/<int:pk>/rut-tra-loi/", following.take_back, permission=WRITE, name="take_back"),
    address("mo-hinh/<int:pk>/trao-doi/", discussing.discuss, permission=JUDGE, name="discuss"),
    address("mo-hinh/<int:pk>/thoi-trao-doi/", discussing.leave, permission=JUDGE, name="leave"),
    address("mo-hinh/<int:pk>/dang-giup/", following.helping, permission=VIEW, name="helping"),
]
