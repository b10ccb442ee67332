"""The inlines that several pages of this room share."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from chancery.admin.inlines import PartInline
from chancery.admin.sections import Section
from partners.models import (
    InstitutionName,
    PartnerName,
    PartnersCitation,
    PersonName,
    PlaceName,
)
from seeds.admin import CitationCards

PEOPLE = Section("people", _("Partners & people"), 400)


class CitationInline(CitationCards):
    """Where a record of this room is said."""

    model = PartnersCitation


class NameInline(PartInline):
    """Names in every language and script; search finds all of them."""

    fields = ("text", "language", "script", "form", "since", "until")
    verbose_name = _("name")
    verbose_name_plural = _("names")
    order: ClassVar[tuple[str, ...]] = ("language", "form", "pk")


class PartnerNameInline(NameInline):
    """Names of a partner."""

    model = PartnerName


class InstitutionNameInline(NameInline):
    """Names of an institution."""

    model = InstitutionName


class PersonNameInline(NameInline):
    """Spellings of a person's name."""

    model = PersonName


class PlaceNameInline(NameInline):
    """Names of a place."""

    model = PlaceName
