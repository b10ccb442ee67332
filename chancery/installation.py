"""Facts of the installation that the database itself must know."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps

from chancery.classification import scheme


def write_ceiling(*, using: str, apps: Apps = installed, **_signal: Any) -> None:  # noqa: ANN401
    """Store the configured classification ceiling where the triggers read it.

    ``flush`` sends the signal too, without ``apps``: it has emptied the table.
    """
    try:
        installation = apps.get_model("chancery", "Installation")
    except LookupError:
        return  # migrated back to before the table existed
    installation.objects.using(using).update_or_create(
        pk=1, defaults={"classification_ceiling": scheme().ceiling_level}
    )
