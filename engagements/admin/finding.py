"""What of this room is found by words, and how hits are told apart."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chancery.admin.searching.finding import Kind, can_be_found
from chancery.dates.words import in_words
from engagements.models import (
    Agreement,
    Commitment,
    Initiative,
    Meeting,
    MeetingSeries,
)


def _when(edtf: str) -> str:
    return in_words(edtf, get_language() or "en") if edtf else ""


def _line(*parts: object) -> str:
    return " · ".join(text for part in parts if part and (text := str(part)))


def _commitment(row: Commitment) -> str:
    due = _when(row.due_date)
    return _line(row.get_status_display(), due and _("due %(date)s") % {"date": due})


can_be_found(
    Kind(
        Meeting,
        detail=lambda row: _line(_when(row.date), row.get_status_display()),
        text=("agenda", "summary", "outcome"),
    )
)
can_be_found(Kind(Commitment, detail=_commitment, text=("as_worded", "conditions")))
can_be_found(
    Kind(
        Agreement,
        detail=lambda row: _line(
            row.get_instrument_type_display(), row.get_status_display()
        ),
        text=("title", "title_ko", "subject"),
    )
)
can_be_found(
    Kind(MeetingSeries, detail=lambda row: row.get_kind_display(), text=("note",))
)
can_be_found(
    Kind(
        Initiative,
        detail=lambda row: row.get_kind_display(),
        text=("name_ko", "description"),
    )
)
