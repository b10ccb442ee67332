"""What every table of the domain refuses, whoever writes and however."""

from typing import Any

import pgtrigger
import pytest
from django.db import models, transaction

from chancery.dates.fields import PartialDateField
from chancery.models import Installation, User
from chancery.models.record import NamedPart, Record
from chancery.scope import Scoped
from engagements.models import MeetingStatusChange, ProgressEvidence, ProgressUpdate
from tests.builders import AT, make_meeting, make_user
from tests.domain import MAKE, MODELS, NAMED, RECORDS, history_of, label
from tests.invariants import breaks, copy, delete, refused_by, refused_saying, update

pytestmark = pytest.mark.django_db

each_record = pytest.mark.parametrize("model", RECORDS, ids=label)

APPEND_ONLY = (MeetingStatusChange, ProgressEvidence, ProgressUpdate)
BROKEN_ARCHIVES: list[dict[str, object]] = [
    {"archived_at": AT},
    {"archive_reason": "Entered twice."},
    {"archived_at": AT, "archive_reason": "Entered twice."},
]
# Changes that break no rule, the first that a model has a column for.
HARMLESS: list[tuple[str, object]] = [
    ("classification", 1),
    ("note", "Changed."),
    ("done", "Changed."),
    ("decision_note", "Changed."),
    ("reason", "Changed."),
    ("side", "promisee"),
    ("text", "Changed"),
    ("label", "Changed"),
    ("title", "Changed"),
    ("value", 7),
]
ABOVE_CEILING = "The classification is above the ceiling of this site."


def constraint(model: type[models.Model], sentence: str) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}_{sentence}"


def triggers(*names: str) -> set[str]:
    """Return the URIs of all triggers of these names."""
    return {
        f"{model._meta.label}:{trigger.name}"
        for model in MODELS
        for trigger in vars(model._meta)["triggers"]
        if trigger.name in names
    }


PARTIAL_DATES = [
    (model, field.name)
    for model in MODELS
    for field in model._meta.local_fields
    if isinstance(field, PartialDateField)
]
VOCABULARIES = [
    (model, rule.name.removeprefix(constraint(model, "")).removesuffix("_is_known"))
    for model in MODELS
    for rule in model._meta.constraints
    if rule.name.endswith("_is_known")
]


@breaks(*[constraint(model, "archive_has_author_and_reason") for model in RECORDS])
@each_record
def test_record_is_archived_by_somebody_for_a_reason(model: type[Record]) -> None:
    record = MAKE[model]()
    signed: dict[str, object] = {"archived_by_id": make_user().pk}
    for columns in [*BROKEN_ARCHIVES, signed]:
        with refused_by(constraint(model, "archive_has_author_and_reason")):
            update(record, **columns)


@breaks(*[constraint(model, "reference_is_well_formed") for model in RECORDS])
@each_record
def test_record_has_a_well_formed_reference(model: type[Record]) -> None:
    record = MAKE[model]()
    for reference in ("", "7", "mtg-2023-0007", "MTG-2023-", "MTG 7", "MTG-7-7-7"):
        with refused_by(constraint(model, "reference_is_well_formed")):
            copy(record, reference=reference)


@breaks(*triggers("reference_never_changes"))
@pytest.mark.parametrize("model", NAMED, ids=label)
def test_reference_never_changes(model: type[Record] | type[NamedPart]) -> None:
    row = MAKE[model]()
    table = model._meta.db_table
    message = f"pgtrigger: Cannot update rows from {table} table"
    with pgtrigger.ignore(*triggers("append_only")), refused_saying(message):
        update(row, reference=f"{model.prefix}-9")


@breaks(*triggers("never_deleted", "append_only"))
@pytest.mark.parametrize(
    "model",
    [
        model
        for model in MODELS
        if triggers("never_deleted", "append_only")
        & {f"{model._meta.label}:never_deleted", f"{model._meta.label}:append_only"}
    ],
    ids=label,
)
def test_row_that_stays_is_not_deleted(model: type[Scoped]) -> None:
    row = MAKE[model]()
    operation = "update or delete" if model in APPEND_ONLY else "delete"
    table = model._meta.db_table
    with refused_saying(f"pgtrigger: Cannot {operation} rows from {table} table"):
        delete(row)
    assert model._default_manager.filter(pk=row.pk).exists()


@breaks(*[f"{model._meta.label}:append_only" for model in APPEND_ONLY])
@pytest.mark.parametrize("model", APPEND_ONLY, ids=label)
def test_row_that_was_written_is_not_changed(model: type[Scoped]) -> None:
    row = MAKE[model]()
    table = model._meta.db_table
    message = f"pgtrigger: Cannot update or delete rows from {table} table"
    with refused_saying(message):
        update(row, version=2)


@breaks(*triggers("ceiling_holds"))
@each_record
def test_classification_stays_under_the_ceiling(model: type[Record]) -> None:
    record = MAKE[model](classification=2)
    with refused_saying(ABOVE_CEILING):
        update(record, classification=3)
    with refused_saying(ABOVE_CEILING):
        copy(record, classification=3)


@breaks(*triggers("bumps_version"))
@pytest.mark.parametrize("model", MODELS, ids=label)
def test_version_counts_the_changes(model: type[Scoped]) -> None:
    row: Any = MAKE[model]()
    with pgtrigger.ignore(*triggers("append_only")):
        update(row, **another_value(model))
    row.refresh_from_db()
    assert row.version == 2
    with pgtrigger.ignore(*triggers("append_only")):
        update(row, version=2)
    row.refresh_from_db()
    assert row.version == 2


def another_value(model: type[models.Model]) -> dict[str, object]:
    """Return a change that breaks no rule of the model."""
    names = {field.name for field in model._meta.local_fields}
    for name, value in HARMLESS:
        if name in names:
            return {name: value}
    if "kind" in names:
        return {"kind": "amends" if model.__name__ == "AgreementLink" else "split_into"}
    # What is left has relations only.
    relation: Any = [f for f in model._meta.local_fields if f.is_relation][-1]
    return {relation.column: MAKE[relation.related_model]().pk}


@breaks(*[constraint(model, f"{field}_is_edtf") for model, field in PARTIAL_DATES])
@pytest.mark.parametrize(("model", "field"), PARTIAL_DATES, ids=label)
def test_partial_date_is_canonical_edtf(model: type[Scoped], field: str) -> None:
    row = MAKE[model]()
    for text in ("2023-13", "26.6.2023", "2023-02-30"):
        with refused_by(constraint(model, f"{field}_is_edtf")):
            copy(row, **{field: text})


@breaks(*[constraint(model, f"{field}_is_known") for model, field in VOCABULARIES])
@pytest.mark.parametrize(("model", "field"), VOCABULARIES, ids=label)
def test_word_is_of_its_vocabulary(model: type[Scoped], field: str) -> None:
    row = MAKE[model]()
    beside: dict[str, object] = {}
    if (model.__name__, field) == ("Meeting", "parent_relation"):
        beside = {"parent_id": make_meeting().pk}
    if (model.__name__, field) == ("DueDateChange", "decision"):
        beside = {"decided_at": AT, "decided_by_id": make_user().pk}
    # An agreement's status is overwritten before it is judged; see its own triggers.
    derived = triggers("status_starts_empty")
    with pgtrigger.ignore(*derived), refused_by(constraint(model, f"{field}_is_known")):
        copy(row, **{field: "?"}, **beside)


@breaks(*[f"{history_of(model)._meta.label}:append_only" for model in MODELS])
@pytest.mark.parametrize("model", MODELS, ids=label)
def test_history_is_not_rewritten(model: type[Scoped]) -> None:
    row = MAKE[model]()
    past = history_of(model).objects.filter(pgh_obj_id=row.pk)
    table = history_of(model)._meta.db_table
    message = f"pgtrigger: Cannot update or delete rows from {table} table"
    with refused_saying(message):
        past.update(pgh_label="forged")
    with refused_saying(message):
        delete(past.first())
    assert past.count() >= 1


@breaks("chancery_installation_is_a_single_row")
def test_installation_is_a_single_row() -> None:
    with refused_by("chancery_installation_is_a_single_row"):
        Installation.objects.create(pk=2, classification_ceiling=4)


@breaks("chancery_user_system_never_signs_in")
@pytest.mark.parametrize("columns", [{"is_active": True}, {"is_staff": True}], ids=str)
def test_system_never_signs_in(columns: dict[str, object]) -> None:
    system = User.objects.create(
        username="system", is_system=True, is_active=False, is_staff=False
    )
    with refused_by("chancery_user_system_never_signs_in"):
        update(system, **columns)


def test_refused_write_leaves_nothing_behind() -> None:
    meeting = make_meeting()
    with refused_saying(ABOVE_CEILING), transaction.atomic():
        update(meeting, title="Leaked")
        update(meeting, classification=3)
    meeting.refresh_from_db()
    assert meeting.title == "Consultations"
