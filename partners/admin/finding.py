"""What of this room is found by words, and how hits are told apart."""

from chancery.admin.searching.finding import Kind, can_be_found
from partners.models import Institution, Partner, Person, Place, Post


def _of_partner(row: Person | Institution | Post) -> str:
    return str(row.partner or "")


can_be_found(
    Kind(
        Partner,
        detail=lambda row: row.get_kind_display(),
        text=("official_name", "region"),
    )
)
can_be_found(Kind(Person, detail=_of_partner, shows=("partner",)))
can_be_found(Kind(Post, detail=_of_partner, shows=("partner",), text=("title_ko",)))
can_be_found(Kind(Institution, detail=_of_partner, shows=("partner",)))
can_be_found(Kind(Place, detail=lambda row: str(row.country or ""), shows=("country",)))
