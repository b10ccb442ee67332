"""The application for a WSGI server: ``chancery.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chancery.settings")
# A process that answers requests keeps a pool of connections, and beside a real
# database server it must be given its secret.
os.environ.setdefault("CHANCERY_SERVED", "1")

application = get_wsgi_application()
