"""Settings of one installation, read from the environment; see docs/operations.md."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from chancery.classification import Scheme
from chancery.env import env_bool, env_int, env_list, env_secret, env_str
from chancery.postgres import database_settings

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = env_bool("CHANCERY_DEBUG", default=False)
DEMO = env_bool("CHANCERY_DEMO", default=False)
SECRET_KEY = env_secret("CHANCERY_SECRET_KEY", base_dir=BASE_DIR)
ALLOWED_HOSTS = env_list(
    "CHANCERY_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]
)

INSTALLED_APPS = [
    "chancery.apps.ChanceryConfig",
    "chancery.apps.ChanceryAdminConfig",
    "seeds.apps.SeedsConfig",
    "partners.apps.PartnersConfig",
    "engagements.apps.EngagementsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "chancery.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "chancery.urls"
WSGI_APPLICATION = "chancery.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database_settings(BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who a user is to the house: answered by the room that knows officers and desks,
# so that the plumbing can scope every queryset without knowing either.
CHANCERY_SCOPE = "partners.scope.scope_of"
CHANCERY_LANGUAGE_OF = "partners.actions.language.language_of"
CHANCERY_KEEP_LANGUAGE = "partners.actions.language.keep_language"
CHANCERY_DEMO_USERS = "partners.demo.create_demo_users"

# The classification scheme, lowest level first. Levels are stored as their place in
# this list, so a scheme may be renamed but not re-ordered once records exist.
CHANCERY_CLASSIFICATION = Scheme(
    levels=(
        ("public", _("Public")),
        ("internal", _("Internal")),
        ("restricted", _("Restricted")),
        ("confidential", _("Confidential")),
        ("secret", _("Secret")),
    ),
    # Nothing above this level may be entered at this site; the database refuses it.
    ceiling=env_str("CHANCERY_CLASSIFICATION_CEILING", default="restricted"),
)

# Unsaved text is kept in the browser; from this level on for one tab only.
CHANCERY_DRAFTS_TAB_ONLY_FROM = "restricted"

# The home state's domestic procedure for agreements, in order. The seed installation
# is the Republic of Korea; Assembly consent where Art. 60(1) of its constitution asks.
CHANCERY_DOMESTIC_PROCEDURE = (
    ("legislation_review", _("Legislation review")),
    ("state_council", _("State Council deliberation")),
    ("president_approval", _("President's approval")),
    ("signature", _("Signature")),
    ("assembly_consent", _("National Assembly consent (Art. 60(1))")),
    ("exchange", _("Exchange of notes or instruments")),
    ("promulgation", _("Promulgation")),
)

# After so many days without a report an open commitment counts as stale, and so many
# days before its due day as due soon.
CHANCERY_STALE_DAYS = env_int("CHANCERY_STALE_DAYS", default=90)
CHANCERY_SOON_DAYS = env_int("CHANCERY_SOON_DAYS", default=30)

AUTH_USER_MODEL = "chancery.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "chancery" / "locale"]
TIME_ZONE = env_str("CHANCERY_TIME_ZONE", default="Asia/Seoul")
USE_TZ = True
# English dates read 26 June 2023, not June 26, 2023.
FORMAT_MODULE_PATH = ["chancery.formats"]

STATIC_URL = "static/"
# Served straight from the apps' own folders: no collectstatic step to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

PGHISTORY_APPEND_ONLY = True
# The instant of the statement, not of the transaction: what one action wrote stays in
# the order in which it wrote it.
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"

# Where the worker finds what it may be asked to do.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = ["chancery.jobs", "chancery.imports.tasks"]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "chancery.api.authentication.ApiKeyAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["chancery.api.permissions.MayRead"],
    "DEFAULT_PAGINATION_CLASS": "chancery.api.pagination.KeysetPagination",
    "DEFAULT_FILTER_BACKENDS": [
        "django_filters.rest_framework.DjangoFilterBackend",
        "chancery.api.ordering.KeysetOrdering",
    ],
    "DEFAULT_RENDERER_CLASSES": ["chancery.api.renderers.JsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "chancery.api.schema.ProblemAutoSchema",
    "EXCEPTION_HANDLER": "chancery.api.problems.problem_response",
    # What the client accepts decides; a parameter would be an unknown one.
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Chancery",
    "DESCRIPTION": "Partners, meetings, agreements and commitments, with sources.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # Choices stand where they are used: half the kinds, roles and statuses of the
    # field share their names, and made-up names would help nobody.
    "POSTPROCESSING_HOOKS": [],
}

# Swagger UI draws its icons from data: URIs; nothing else needs an exception.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# Behind TLS (everything but the demo and development) cookies travel over it only.
SECURE = env_bool("CHANCERY_SECURE", default=not (DEBUG or DEMO))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE and env_bool("CHANCERY_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env_int(
    "CHANCERY_HSTS_SECONDS", default=31536000 if SECURE else 0
)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https")
    if env_bool("CHANCERY_BEHIND_PROXY", default=False)
    else None
)
CSRF_TRUSTED_ORIGINS = env_list("CHANCERY_CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "chancery.admin.writing.csrf.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # It tells of every look at the queue.
    "loggers": {"procrastinate": {"level": "WARNING"}},
}
