"""One settings file, read from the environment. SQLite unless DATABASE_URL says otherwise."""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.db.backends.signals import connection_created

from config import planner

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("LANTOA_VAR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """The key from the environment, or one made on first start and kept beside the data."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    kept = VAR_DIR / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = os.environ.get("DEBUG") == "yes"
# yes: TLS before us; own: `manage.py serve --https` with the office's own certificate, which says its port.
HTTPS = os.environ.get("LANTOA_HTTPS") in ("yes", "own")
OWN_CERTIFICATE = os.environ.get("LANTOA_HTTPS") == "own"
HTTPS_PORT = os.environ.get("LANTOA_HTTPS_PORT", "8443")
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
# What stands before the addresses in papers that leave the house: "https://lantoa.example.vn".
LANTOA_ADDRESS = os.environ.get("LANTOA_ADDRESS", "").rstrip("/")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if o]

# The tower, bottom floor first. A room that has no function yet does not exist yet.
ROOMS = [
    "foundation",
    "organisation",
    "people",
    "reorganising",
    "personal_data",
    "messages",
    "documents",
    "figures",
    "programme",
    "readings",
    "meetings",
    "shortcomings",
    "writing",
    "study",
    "registrations",
    "breakthroughs",
    "consents",
    "practices",
    "adoptions",
    "matching",
    "outreach",
    "reviews",
    "supervision",
    "commendations",
    "exemplars",
    "statistics",
    "rounds",
    "reports",
    "exchange",
    "upkeep",
    "searching",
    "beginning",
    "portal",
    "demo",
]
ROOMS = [room for room in ROOMS if (BASE_DIR / "lantoa" / room / "__init__.py").exists()]

# Our rooms first: their commands and templates come before those of the framework.
INSTALLED_APPS = [
    *[f"lantoa.{room}" for room in ROOMS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "django_q",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "lantoa.foundation.middleware.trusted_proxy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lantoa.upkeep.middleware.timed",
    "lantoa.upkeep.middleware.to_the_secure_page",
    "lantoa.foundation.middleware.request_id",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lantoa.foundation.middleware.database_faults",
    "lantoa.people.middleware.actor",
    "lantoa.beginning.middleware.first_page",
    "lantoa.exchange.middleware.long_list",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "lantoa.portal.context.hall",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "lantoa.foundation.templatetags.lantoa",
                "lantoa.foundation.templatetags.constant",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR_DIR / 'lantoa.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "config.sqlite3"
    # FULL: an acknowledged write survives a power cut. IMMEDIATE: a writer waits at the door, not halfway.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 5
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
    connection_created.connect(planner.tell)

# In the memory of each process. `kept`: what stands around the rows of lists, until something happens
# (foundation/kept.py): a thousand entries are a few megabytes.
IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": IN_MEMORY},
    "kept": {"BACKEND": IN_MEMORY, "LOCATION": "kept", "OPTIONS": {"MAX_ENTRIES": 1000}},
}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
# Outside the web root: files people attach are served only by the room that owns them.
MEDIA_ROOT = VAR_DIR / "attachments"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "lantoa.foundation.static_files.StaticFiles"
    },
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "lantoa.people.passwords.NotGuessable"},
]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "portal:todo"
LOGOUT_REDIRECT_URL = "people:sign_in"

# The second key is kept by allauth; its pages have no address here, ours stand in lantoa/people/pages/second_key.py.
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
MFA_ADAPTER = "lantoa.people.codes.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_TOLERANCE = 1  # clocks half a minute apart
# yes: who holds rights over what lies below her unit sets a second key before anything else.
SECOND_KEY_REQUIRED = os.environ.get("LANTOA_SECOND_KEY") == "yes"

# Guessing is slowed down by account and address, by account, and by address: see people/sign_in.py.
THROTTLE = True

SESSION_COOKIE_AGE = 12 * 3600  # people/middleware.py ends sessions earlier, by what their owner may do
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lantoa.foundation.pages.stale_form"
SECURE_SSL_REDIRECT = HTTPS and not OWN_CERTIFICATE
# A probe asks inside the machine, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^suc-khoe/$"]
# Only these peers are believed when they say from where and how a request came (foundation/middleware.py).
# Behind TLS without a word about it: the proxy on the same machine.
BEFORE_US = "127.0.0.1,::1" if HTTPS and not OWN_CERTIFICATE else ""
PROXIES = [one for one in os.environ.get("LANTOA_PROXIES", BEFORE_US).split(",") if one]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# A machine of the office may go back to a plain line; a name of the world does not.
SECURE_HSTS_SECONDS = 31536000 if HTTPS and not OWN_CERTIFICATE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = bool(SECURE_HSTS_SECONDS)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "lantoa.foundation.attachments.LimitedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A fixed instant for rehearsals and tests ("2026-11-16T08:00:00+07:00"); empty in real use.
LANTOA_NOW = os.environ.get("LANTOA_NOW", "")
# Where the root of each seal of the history is written besides the database; the second place should be another disk.
SEAL_PLACES = [str(VAR_DIR / "seals.txt"), *filter(None, os.environ.get("LANTOA_SEALS", "").split(","))]
# Where verified copies go: beside the data, and to every folder that is named (another disk, a stick, a share).
KEEP_PLACES = [str(VAR_DIR / "copies"), *filter(None, os.environ.get("LANTOA_KEEP", "").split(","))]
# One worker on the same database; `retry` is longer than the longest task, or it would run twice.
Q_CLUSTER = {
    "name": "lantoa",
    "orm": "default",
    "workers": 1,
    "timeout": 3600,
    "retry": 3900,
    "max_attempts": 1,
    "poll": 5,
    "catch_up": False,
    "save_limit": 100,
    "ack_failures": True,
    "log_level": "WARNING",
}
# Letters go out only where a server for them is named; nothing else leaves the house. A letter leads to LANTOA_ADDRESS.
EMAIL_HOST = os.environ.get("LANTOA_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("LANTOA_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("LANTOA_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("LANTOA_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("LANTOA_SMTP_TLS", "yes") == "yes"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("LANTOA_SMTP_FROM", "lantoa@localhost")
# Further ways to send, as dotted paths to a Channel (lantoa/messages/channels.py); none is shipped.
MESSAGE_CHANNELS = [one for one in os.environ.get("LANTOA_CHANNELS", "").split(",") if one]
OUT_DIR = Path(os.environ.get("LANTOA_OUT", BASE_DIR / "out"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"requests": {"()": "lantoa.foundation.logs.RequestLines"}},
    "formatters": {
        "line": {
            "()": "lantoa.foundation.logs.Lines",
            "fmt": "{asctime} {levelname} {number} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["requests"], "formatter": "line"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
