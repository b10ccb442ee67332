"""What the model fields keep, refuse, refresh, and write into migrations."""

from datetime import UTC, date, datetime

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.writer import MigrationWriter
from django.db.models import Value
from django.db.models.functions import Concat

from chancery.dates.edtf import PartialDate
from chancery.dates.fields import EarliestField, LatestField, PartialDateField
from chancery.dates.forms import PartialDateFormField
from tests.chancery.dates.diary import Diary

JUNE = (date(2023, 6, 1), date(2023, 6, 30))


def bounds(entry: Diary) -> tuple[date | None, date | None]:
    return entry.date_earliest, entry.date_latest


def test_saved_date_is_canonical_and_has_its_bounds(diary: type[Diary]) -> None:
    entry = diary.objects.create(date=" 2023-Q2 ")
    assert entry.date == "2023-34"
    assert bounds(entry) == (date(2023, 4, 1), date(2023, 6, 30))
    stored = diary.objects.get()
    assert (stored.date, *bounds(stored)) == (entry.date, *bounds(entry))


def test_updated_date_takes_its_bounds_along(diary: type[Diary]) -> None:
    entry = diary.objects.create(date="2011")
    entry.date = "2023-06"
    entry.save()
    assert bounds(entry) == JUNE
    assert bounds(diary.objects.get()) == JUNE


def test_emptied_date_has_no_bounds(diary: type[Diary]) -> None:
    entry = diary.objects.create(date="2011")
    entry.date = ""
    entry.save(update_fields=["date"])
    assert bounds(entry) == (None, None)
    assert bounds(diary.objects.get()) == (None, None)


def test_missing_date_is_empty_text(diary: type[Diary]) -> None:
    entry = diary.objects.create()
    assert (entry.date, *bounds(entry)) == ("", None, None)


def test_null_date_is_refused(diary: type[Diary]) -> None:
    with pytest.raises(ValidationError) as refusal:
        diary._meta.get_field("date").clean(None, None)
    assert [error.code for error in refusal.value.error_list] == ["null"]
    with pytest.raises(IntegrityError), transaction.atomic():
        diary.objects.create(date=None)


@pytest.mark.parametrize("given", [PartialDate.parse("2023-06"), " 2023-06"])
def test_partial_date_may_be_assigned(diary: type[Diary], given: object) -> None:
    entry = diary(date=given)
    entry.save()
    assert (entry.date, *bounds(entry)) == ("2023-06", *JUNE)


def test_day_may_be_assigned(diary: type[Diary]) -> None:
    entry = diary(date=date(2023, 6, 26))
    entry.full_clean()
    assert entry.date == "2023-06-26"


def test_instant_is_refused(diary: type[Diary]) -> None:
    entry = diary(date=datetime(2023, 6, 26, 10, tzinfo=UTC))
    with pytest.raises(ValidationError) as refusal:
        entry.full_clean()
    assert refusal.value.error_dict["date"][0].code == "with_time"


def test_unsaved_entry_has_no_bounds_to_read(diary: type[Diary]) -> None:
    with pytest.raises(AttributeError, match="unsaved model"):
        _ = diary(date="2023").date_earliest


def test_bulk_create_brings_bounds(diary: type[Diary]) -> None:
    entries = diary.objects.bulk_create([diary(date="2023-06"), diary(date="")])
    assert [bounds(entry) for entry in entries] == [JUNE, (None, None)]


def test_queryset_update_is_seen_after_refresh(diary: type[Diary]) -> None:
    entry = diary.objects.create(date="2011")
    diary.objects.update(date="2023-06")
    entry.refresh_from_db()
    assert (entry.date, *bounds(entry)) == ("2023-06", *JUNE)


def test_sql_expression_is_saved_as_it_is(diary: type[Diary]) -> None:
    entry = diary.objects.create(date="2011")
    entry.date = Concat(Value("2023"), Value("-06"))
    entry.save()
    entry.refresh_from_db()
    assert (entry.date, *bounds(entry)) == ("2023-06", *JUNE)


def test_cleaning_makes_the_date_canonical(diary: type[Diary]) -> None:
    entry = diary(date=" 2023-H1")
    entry.full_clean()
    assert entry.date == "2023-40"


def test_cleaning_refuses_a_bad_date_and_says_what_to_write(
    diary: type[Diary],
) -> None:
    with pytest.raises(ValidationError) as refusal:
        diary(date="2023-13").full_clean()
    assert refusal.value.message_dict == {
        "date": [
            (
                "“2023-13” has no such month. Months run from 01 to 12, such as "
                "2023-06; a quarter is written 2023-Q2."
            )
        ]
    }


@pytest.mark.parametrize("text", ["2023-02-30", "2023-Q2", " ", "26.6.2023"])
def test_database_refuses_a_bad_date_in_raw_sql(diary: type[Diary], text: str) -> None:
    statement = f"INSERT INTO {diary._meta.db_table} (date) VALUES (%s)"  # noqa: S608 - our own table
    with (
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="diary_date_is_edtf"),
        transaction.atomic(),
    ):
        cursor.execute(statement, [text])


def test_database_refuses_a_bad_date_that_was_not_cleaned(
    diary: type[Diary],
) -> None:
    with (
        pytest.raises(IntegrityError, match="diary_date_is_edtf"),
        transaction.atomic(),
    ):
        diary.objects.bulk_create([diary(date="2023-02-30")])


@pytest.mark.parametrize(
    ("lookup", "value"),
    [
        ("date", "2023-Q2"),
        ("date__in", ["2023-Q2 "]),
        ("date__startswith", "2023-3"),
        ("date__contains", "-3"),
        ("date_earliest", date(2023, 4, 1)),
        ("date_latest__year", 2023),
    ],
)
def test_lookup_finds_the_stored_text(
    diary: type[Diary], lookup: str, value: object
) -> None:
    entry = diary.objects.create(date="2023-34")
    assert list(diary.objects.filter(**{lookup: value})) == [entry]


def test_exclude_keeps_rows_without_the_bound(diary: type[Diary]) -> None:
    diary.objects.bulk_create([diary(date=text) for text in ("2011", "2023/..", "")])
    late = diary.objects.exclude(date_latest__lt=date(2020, 1, 1))
    assert set(late.values_list("date", flat=True)) == {"2023/..", ""}


def test_fixture_leaves_bounds_out(diary: type[Diary]) -> None:
    entry = diary.objects.create(date="2023-06")
    fields = serializers.serialize("python", [entry])[0]["fields"]
    assert fields == {"date": "2023-06"}


@pytest.mark.parametrize(
    ("field", "written"),
    [
        (
            PartialDateField(blank=True),
            "chancery.dates.fields.PartialDateField(blank=True)",
        ),
        (
            PartialDateField(max_length=99),
            "chancery.dates.fields.PartialDateField(max_length=99)",
        ),
        (EarliestField("date"), "chancery.dates.fields.EarliestField('date')"),
        (
            LatestField("date", verbose_name="last day"),
            "chancery.dates.fields.LatestField('date', verbose_name='last day')",
        ),
    ],
)
def test_field_is_written_into_migrations(
    field: PartialDateField | EarliestField | LatestField, written: str
) -> None:
    assert MigrationWriter.serialize(field)[0] == written
    copy = field.clone()
    assert MigrationWriter.serialize(copy)[0] == written


def test_field_is_varchar_of_64(diary: type[Diary]) -> None:
    field = diary._meta.get_field("date")
    assert field.db_type(connection) == "varchar(64)"


def test_form_of_the_field_takes_partial_dates(diary: type[Diary]) -> None:
    form_field = diary._meta.get_field("date").formfield()
    assert isinstance(form_field, PartialDateFormField)
    assert form_field.required is False
