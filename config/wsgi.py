"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

from config import planner

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
connection_created.connect(planner.hurry)
application = get_wsgi_application()
