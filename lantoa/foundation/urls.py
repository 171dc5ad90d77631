"""Addresses of the ground: drafts of whatever is being typed."""

from lantoa.foundation.addresses import PUBLIC, SIGNED_IN, address, posts_only
from lantoa.foundation.entry import pages

urlpatterns = [
    # The seal in the form says whose draft it is, also when the session has just ended.
    address("ban-nhap/", posts_only(pages.keep), permission=PUBLIC, name="keep_draft", entered=False),
    address(
        "ban-nhap/bo/", posts_only(pages.discard), permission=SIGNED_IN, name="discard_draft", entered=False
    ),
    address(
        "ban-nhap/bo-tep/",
        posts_only(pages.drop_file),
        permission=SIGNED_IN,
        name="drop_draft_file",
        entered=False,
    ),
]
