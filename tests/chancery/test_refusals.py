"""How the database's refusals reach people."""

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import BaseConstraint
from django.utils import translation

from chancery.history import acting
from chancery.models.installation import Installation
from chancery.refusals import NotFound, Refused, Stale, sentence, spoken
from engagements.models import Meeting
from tests.builders import (
    AT,
    make_agreement,
    make_commitment,
    make_event,
    make_initiative,
    make_meeting,
    make_meeting_partner,
    make_partner,
    make_update,
    make_user,
)
from tests.domain import MODELS
from tests.invariants import copy, delete, update

pytestmark = pytest.mark.django_db


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def move_to_no_desk(meeting: Meeting) -> None:
    update(meeting, desk_id=123456)
    # Foreign keys are judged at the end of the transaction.
    execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_constraint_speaks_its_own_sentence() -> None:
    meeting = make_meeting()
    with pytest.raises(Refused) as refusal, spoken():
        update(meeting, status="scheduled")
    assert refusal.value.messages == ["A scheduled meeting needs a date."]
    assert refusal.value.error_list[0].code == "23514"


def test_unique_constraint_does_not_quote_the_other_record() -> None:
    part = make_meeting_partner()
    with pytest.raises(Refused) as refusal, spoken():
        copy(part)
    assert refusal.value.messages == ["This partner is listed already."]


def test_unique_name_says_what_is_wrong_but_not_the_name() -> None:
    with pytest.raises(Refused) as refusal, spoken():
        copy(make_initiative())
    assert refusal.value.messages == ["There is an initiative of this name already."]


def test_constraint_without_a_sentence_is_named() -> None:
    with pytest.raises(Refused) as refusal, spoken():
        Installation.objects.create(pk=2, classification_ceiling=0)
    assert refusal.value.messages == [
        "This breaks the rule “chancery installation is a single row”."
    ]


def test_trigger_speaks_its_sentence_and_its_hint() -> None:
    meeting = make_meeting(classification=1)
    with pytest.raises(Refused) as refusal, spoken():
        make_commitment(origin_meeting=meeting)
    assert refusal.value.messages == [
        (
            "A commitment cannot be classified lower than the meeting it came from."
            " Raise its classification to the meeting's."
        )
    ]


def test_record_that_is_deleted_says_what_to_do() -> None:
    with pytest.raises(Refused) as refusal, spoken():
        delete(make_meeting())
    assert refusal.value.messages == [
        "It cannot be deleted. Archive it, or take it back, with a reason."
    ]


def test_report_that_is_changed_says_what_to_do() -> None:
    with pytest.raises(Refused) as refusal, spoken():
        update(make_update(), done="Nothing.")
    assert refusal.value.messages == [
        "What was written here stays as it is. Write another entry instead."
    ]


def test_status_that_jumps_says_what_to_do() -> None:
    meeting = make_meeting(status="held", date="2023")
    with pytest.raises(Refused) as refusal, spoken():
        update(meeting, status="postponed")
    assert refusal.value.messages == [
        "This step does not follow from where the record stands. Reload the page."
    ]


def test_reference_that_changes_is_refused_in_words() -> None:
    with pytest.raises(Refused) as refusal, spoken():
        update(make_partner(), reference="PTR-OTHER")
    assert refusal.value.messages == ["A reference never changes."]


def test_other_fixed_field_is_refused_in_words() -> None:
    event, other = make_event(), make_agreement()
    with pytest.raises(Refused) as refusal, spoken():
        update(event, agreement_id=other.pk)
    assert refusal.value.messages == ["This cannot be changed any more."]


def test_missing_relation_does_not_quote_keys() -> None:
    meeting = make_meeting()
    with pytest.raises(Refused) as refusal, spoken(), transaction.atomic():
        move_to_no_desk(meeting)
    assert refusal.value.messages == [
        "A record that this one refers to is missing or still in use."
    ]


def test_missing_value_names_its_column() -> None:
    meeting = make_meeting()
    with pytest.raises(Refused) as refusal, spoken():
        update(meeting, title=None)
    assert refusal.value.messages == ["“title” must be filled in."]


def test_unknown_time_zone_is_a_refusal() -> None:
    meeting = make_meeting(date="2023-06-26")
    with pytest.raises(Refused) as refusal, spoken():
        update(meeting, starts_at=AT, time_zone="Mars/Olympus")
    assert refusal.value.messages == ['time zone "Mars/Olympus" not recognized']


def test_fault_of_our_own_is_no_refusal() -> None:
    with pytest.raises(DatabaseError) as error, spoken(), transaction.atomic():
        execute("SELECT nonsense")
    assert isinstance(error.value.__cause__, psycopg.errors.UndefinedColumn)


def test_refusals_are_told_apart() -> None:
    assert issubclass(Stale, Refused)
    assert not issubclass(NotFound, Refused)


def test_sentence_of_a_bare_error_is_its_text() -> None:
    assert sentence(psycopg.errors.RaiseException("Not today.")) == "Not today."


def test_sentences_of_constraints_are_translatable_and_not_empty() -> None:
    ours = [model for model in apps.get_models() if model in MODELS]
    for model in ours:
        for constraint in model._meta.constraints:
            message = constraint.violation_error_message
            if message != BaseConstraint.default_violation_error_message:
                with translation.override("en"):
                    assert str(message).endswith(".")


@pytest.mark.django_db(transaction=True)
def test_refusal_at_the_end_of_the_transaction_is_spoken_too() -> None:
    user, meeting = make_user(), make_meeting()
    with pytest.raises(Refused), spoken(), acting(user, at=AT, verb="move"):
        update(meeting, desk_id=123456)
    assert Meeting.objects.get().desk == meeting.desk
