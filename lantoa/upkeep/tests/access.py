"""Who gets through at which address of this room."""

import atexit
import os
import shutil
import tempfile

from lantoa.foundation import clock
from lantoa.upkeep.models import KeepPlace
from tests.access import Row
from tests.cast import PASSWORD

ADMIN = "administrator"


def prepare(cast):
    """A folder elsewhere, and one that was named."""
    other_disk = "/dev/shm" if os.path.isdir("/dev/shm") else None
    cast.things["folder"] = tempfile.mkdtemp(prefix="lantoa-test-", dir=other_disk)
    atexit.register(shutil.rmtree, cast.things["folder"], ignore_errors=True)
    cast.things["place"] = KeepPlace.objects.create(path="/media/khac", named_at=clock.now())


TABLE = [
    Row("upkeep:index", ADMIN),
    Row("upkeep:checks", ADMIN),
    Row("upkeep:checks", ADMIN, method="POST"),
    Row("upkeep:run", ADMIN, method="POST", data=lambda w: {"task": "upkeep.forget"}),
    Row("upkeep:keep", ADMIN, method="POST", data=lambda w: {"sao-luu-password": PASSWORD}),
    Row(
        "upkeep:name_place",
        ADMIN,
        method="POST",
        data=lambda w: {"noi-path": w.things["folder"], "noi-password": PASSWORD},
    ),
    Row("upkeep:drop_place", ADMIN, lambda w: [w.things["place"].pk], "POST"),
    Row("upkeep:make_key", ADMIN, method="POST", data=lambda w: {"khoa-password": PASSWORD}),
    Row("upkeep:verify", ADMIN, method="POST"),
]
