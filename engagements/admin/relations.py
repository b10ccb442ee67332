"""Steps of relations, with the meeting or agreement that they rest on.

The partners' room registers the page; this room, which knows meetings and agreements,
adds what it rests on.
"""

from typing import Any, ClassVar

from django.contrib import admin

from chancery.admin.inlines import PartInline
from engagements.models import RelationBasis
from partners.admin.relations import RelationStepAdmin
from partners.models import RelationStep


class BasisInline(PartInline):
    """The meeting or agreement by which the step was taken."""

    model = RelationBasis
    fields = ("meeting", "agreement")
    max_num = 1


admin.site.unregister(RelationStep)


@admin.register(RelationStep)
class RelationStepWithBasisAdmin(RelationStepAdmin):
    """As in the partners' room, and what it rests on."""

    inlines: ClassVar[Any] = (BasisInline, *RelationStepAdmin.inlines)
