"""Where the facts of this room are said."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from chancery.history import recorded
from partners.models.institution import Institution, Post
from partners.models.partner import GroupMembership, Partner
from partners.models.person import Person, Tenure
from partners.models.place import Place
from partners.models.relation import Indicator, RelationStep
from seeds.models.citation import PLACE_IN_SOURCE, Citation, cited, exclusive_arc

CITED = (
    "partner",
    "membership",
    "institution",
    "post",
    "person",
    "tenure",
    "place",
    "relation_step",
    "indicator",
)


@recorded
class PartnersCitation(Citation):
    """A citation of a record of this room."""

    CITED: ClassVar[tuple[str, ...]] = CITED
    scope_paths: ClassVar[tuple[str, ...]] = (*CITED, "source")
    natural_fields: ClassVar[tuple[str, ...]] = (*CITED, *PLACE_IN_SOURCE)
    history_parents: ClassVar[tuple[str, ...]] = CITED

    partner = cited(Partner)
    membership = cited(GroupMembership)
    institution = cited(Institution)
    post = cited(Post)
    person = cited(Person)
    tenure = cited(Tenure)
    place = cited(Place)
    relation_step = cited(RelationStep)
    indicator = cited(Indicator)

    class Meta(Citation.Meta):
        abstract = False
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints: ClassVar = [
            *Citation.Meta.constraints,
            *exclusive_arc("partners", CITED),
        ]
