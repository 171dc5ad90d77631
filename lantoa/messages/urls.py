"""Addresses of messages."""

from lantoa.messages.pages import bell, urging
from lantoa.people.addresses import SIGNED_IN, address

URGE = "messages.urge"

urlpatterns = [
    address("thong-bao/", bell.index, permission=SIGNED_IN, name="index"),
    address("thong-bao/doc-het/", bell.read_all, permission=SIGNED_IN, name="read_all"),
    address("thong-bao/<int:pk>/", bell.open_one, permission=SIGNED_IN, name="open"),
    address("thong-bao/nhan-thu/", bell.choose_digest, permission=SIGNED_IN, name="choose_digest"),
    address("thong-bao/da-gui/", bell.sendings, permission="messages.sendings", name="sendings"),
    address("don-doc/", urging.index, permission=URGE, name="urge"),
    address("don-doc/nhat-ky/", urging.log, permission=URGE, name="log"),
    address("don-doc/nhat-ky/<int:pk>/", urging.urging, permission=URGE, name="urging"),
    address("don-doc/<int:pk>/", urging.urged, permission=SIGNED_IN, name="urged"),
]
