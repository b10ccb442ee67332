"""How a row is named in fixtures and found again by that name."""

import pytest

from engagements.models import EngagementsCitation, Meeting
from tests.builders import make_engagements_citation, make_meeting, make_source
from tests.domain import MAKE, MODELS, label

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_natural_key_finds_the_row_again(model: type) -> None:
    row = MAKE[model]()
    assert model.objects.get_by_natural_key(*row.natural_key()) == row  # type: ignore[attr-defined]


def test_record_is_named_by_its_reference() -> None:
    meeting = make_meeting()
    assert meeting.natural_key() == (meeting.reference,)
    with pytest.raises(Meeting.DoesNotExist):
        Meeting.objects.get_by_natural_key("MTG-1")


def test_citation_is_named_by_what_it_cites_and_where() -> None:
    meeting, source = make_meeting(), make_source()
    rows = [
        make_engagements_citation(
            meeting=meeting, source=source, field=field, paragraph=paragraph
        )
        for field, paragraph in (("date", 2), ("date", None), ("", None))
    ]
    empty = len(EngagementsCitation.CITED) - 2
    assert rows[1].natural_key() == (
        None,
        meeting.reference,
        *[None] * empty,
        source.reference,
        "date",
        None,
        None,
    )
    found = [
        EngagementsCitation.objects.get_by_natural_key(*row.natural_key())
        for row in rows
    ]
    assert found == rows
