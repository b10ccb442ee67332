"""What the sidebar is grouped by: the tasks people come with, not the apps."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from chancery.text import Text


@dataclass(frozen=True)
class Section:
    """One group of the sidebar; ``order`` says where it stands, lowest first."""

    code: str
    label: Text
    order: int


ADMINISTRATION = Section("administration", _("Administration"), 900)
