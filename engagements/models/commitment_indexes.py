"""What lists of commitments are sorted, filtered, counted and searched through.

Each was measured at a million rows; docs/decisions/0014-lists-and-search.md says which
page needs which.
"""

from typing import Final

from django.db import models
from django.db.models import Q

from chancery.keyset import filled_up
from chancery.words import words_index
from engagements.vocabulary import OPEN_STATUSES

# What the named views and the choke point ask of an open one.
_ASKED = [
    "due_date_earliest",
    "status",
    "waiting_on",
    "owner",
    "classification",
    "archived_at",
]

COMMITMENT_INDEXES: Final = [
    words_index(),
    # The list of all, soonest first and the other way round, undated ones last.
    models.Index(
        filled_up("due_date_latest", models.DateField(), descends=False),
        "id",
        name="engagements_commitment_due",
    ),
    models.Index(
        filled_up("due_date_latest", models.DateField(), descends=True),
        "id",
        name="engagements_commitment_due_dsc",
    ),
    models.Index(
        filled_up("due_date_latest", models.DateField(), descends=False),
        "id",
        condition=Q(archived_at__isnull=False),
        name="engagements_commitment_archive",
    ),
    # What decides whether and where a row is listed, when its key comes from
    # elsewhere (a partner, a word): read from here, without the row itself.
    models.Index(
        fields=["id"],
        include=[
            "due_date_latest",
            "updated_at",
            "status",
            "classification",
            "archived_at",
            "desk",
        ],
        name="engagements_commitment_listed",
    ),
    # The named views of open ones: all, those with a date, those of a desk;
    # with what the views ask for, so that counting reads no row.
    models.Index(
        filled_up("due_date_latest", models.DateField(), descends=False),
        "id",
        condition=Q(status__in=[str(s) for s in OPEN_STATUSES]),
        name="engagements_commitment_todo",
    ),
    models.Index(
        fields=["due_date_latest", "id"],
        include=[*_ASKED, "desk"],
        condition=Q(status__in=[str(s) for s in OPEN_STATUSES]),
        name="engagements_commitment_open",
    ),
    models.Index(
        fields=["desk", "due_date_latest", "id"],
        include=_ASKED,
        condition=Q(status__in=[str(s) for s in OPEN_STATUSES]),
        name="engagements_commitment_open_at",
    ),
    models.Index(fields=["updated_at", "id"], name="engagements_commitment_sync"),
]
