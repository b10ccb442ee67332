"""The shape of every kind of record that a dossier may hold."""

from typing import Final

from pydantic import model_validator

from seeds.dossier.shapes import agreements, commitments, meetings, who
from seeds.dossier.shapes.base import Cites, Shape, Source, Text

__all__ = ["KINDS", "Citation", "Shape", "Source"]


class Citation(Shape):
    """A further dossier speaks of a record that another one defined.

    ``of`` has one field, whose name is a kind of record and whose value is its key.
    """

    kind: Text
    of: dict[str, Text]
    cite: Cites

    @model_validator(mode="after")
    def _is_of_one(self) -> "Citation":
        if len(self.of) != 1 or not set(self.of) <= CITABLE:
            accepted = ", ".join(sorted(CITABLE))
            raise ValueError(
                f"name one record, such as of: {{person: its-key}}; of {accepted}"
            )
        return self

    @property
    def target(self) -> tuple[str, str]:
        """The kind and the key of the record that is cited."""
        ((kind, key),) = self.of.items()
        return kind, key


# In an order in which they can be written: what a record needs comes before it.
KINDS: Final[dict[str, type[Shape]]] = {
    "desk": who.Desk,
    "tier": who.Tier,
    "partner": who.Partner,
    "partner_update": who.PartnerUpdate,
    "membership": who.Membership,
    "place": who.Place,
    "institution": who.Institution,
    "post": who.Post,
    "person": who.Person,
    "tenure": who.Tenure,
    "indicator": who.Indicator,
    "initiative": agreements.Initiative,
    "agreement": agreements.Agreement,
    "series": meetings.Series,
    "meeting": meetings.Meeting,
    "relation_step": who.RelationStep,
    "commitment": commitments.Commitment,
    "mention": commitments.MentionElsewhere,
    "progress": commitments.Progress,
    "citation": Citation,
}
CITABLE: Final = frozenset(KINDS) - {
    "desk",
    "tier",
    "partner_update",
    "mention",
    "citation",
}
