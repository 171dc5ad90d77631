"""The settings of the house, with what a test must not share, wait for or find changed."""

import atexit
import os
import shutil
import tempfile

# Read where config.settings is first imported, so it stands before it. Whatever the shell says, tests write here.
os.environ["LANTOA_VAR"] = tempfile.mkdtemp(prefix="lantoa-test-")
atexit.register(shutil.rmtree, os.environ["LANTOA_VAR"], ignore_errors=True)

from config.settings import *
from config.settings import STATIC_ROOT, STORAGES, VAR_DIR

# Every story happens on this day.
LANTOA_NOW = "2026-11-16T08:00:00+07:00"
OUT_DIR = VAR_DIR / "out"
# Each story of sealing names a place of its own.
SEAL_PLACES: list[str] = []
STATIC_ROOT.mkdir(exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
