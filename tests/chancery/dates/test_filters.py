"""Which rows a period finds, through the filters that the API and the admin use."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_filters import FilterSet

from chancery.dates.edtf import EdtfError, PartialDate
from chancery.dates.filters import PeriodFilter, period_filters
from chancery.dates.periods import PERIODS
from tests.chancery.dates.diary import Diary

ENTRIES = [
    "",
    "2022",
    "2023",
    "2023-05-30/2023-06-02",
    "2023-06",
    "2023-06-26",
    "2023-06~",
    "2023-07-01",
    "2023-34",
    "../2023-06-01",
    "/2023-05",
    "2023-06-30/",
    "2023-07/..",
    "20XX",
    "XXXX-06-26",
]


class EntryFilters(FilterSet):
    date = PeriodFilter("date")
    date_within = PeriodFilter("date", "within")
    date_before = PeriodFilter("date", "before")
    date_after = PeriodFilter("date", "after")

    class Meta:
        model = Diary
        fields: tuple[str, ...] = ()


def found(diary: type[Diary], parameter: str, period: str) -> set[str]:
    filters = EntryFilters({parameter: period}, queryset=diary.objects.all())
    assert filters.errors == {}
    return set(filters.qs.values_list("date", flat=True))


@pytest.fixture
def entries(diary: type[Diary]) -> type[Diary]:
    diary.objects.bulk_create([diary(date=text) for text in ENTRIES])
    return diary


@pytest.mark.parametrize(
    ("parameter", "period", "dates"),
    [
        (
            "date",
            "2023-06",
            {
                "2023",
                "2023-05-30/2023-06-02",
                "2023-06",
                "2023-06-26",
                "2023-06~",
                "2023-34",
                "../2023-06-01",
                "2023-06-30/",
                "20XX",
            },
        ),
        (
            "date",
            "2023-07/..",
            {"2023", "2023-07-01", "2023-06-30/", "2023-07/..", "20XX"},
        ),
        ("date", "../2021", {"../2023-06-01", "/2023-05", "20XX"}),
        ("date_within", "2023-06", {"2023-06", "2023-06-26", "2023-06~"}),
        (
            "date_within",
            "2023-Q2",
            {
                "2023-05-30/2023-06-02",
                "2023-06",
                "2023-06-26",
                "2023-06~",
                "2023-34",
            },
        ),
        ("date_within", "2023-07/..", {"2023-07-01", "2023-07/.."}),
        ("date_within", "../2022", {"2022"}),
        (
            "date_before",
            "2023-06-03",
            {"2022", "2023-05-30/2023-06-02", "../2023-06-01", "/2023-05"},
        ),
        ("date_before", "2023-06/..", {"2022", "/2023-05"}),
        ("date_after", "2023-06", {"2023-07-01", "2023-07/.."}),
        ("date_after", "../2023-06-29", {"2023-06-30/", "2023-07-01", "2023-07/.."}),
        ("date_after", "2023", set()),
    ],
)
def test_period_finds_exactly_its_rows(
    entries: type[Diary], parameter: str, period: str, dates: set[str]
) -> None:
    assert found(entries, parameter, period) == dates


def test_empty_parameter_finds_every_row(entries: type[Diary]) -> None:
    assert found(entries, "date", "") == set(ENTRIES)


@pytest.mark.parametrize(
    ("parameter", "period", "code"),
    [
        ("date", "2023-02-30", "no_such_day"),
        ("date", "01/12/2026", "day_first"),
        ("date", "XXXX-10-28", "no_period"),
        ("date_within", "XXXX-10", "no_period"),
        ("date_before", "../2023", "no_start"),
        ("date_after", "2023/..", "no_end"),
        ("date", "2" * 10_000, "too_long"),
        ("date", "\x00", "malformed"),
    ],
)
def test_senseless_period_is_an_error_of_its_parameter(
    parameter: str, period: str, code: str
) -> None:
    filters = EntryFilters({parameter: period}, queryset=Diary.objects.none())
    codes = {
        name: [error.code for error in errors]
        for name, errors in filters.form.errors.as_data().items()
    }
    assert codes == {parameter: [code]}


@pytest.mark.parametrize("question", PERIODS)
def test_period_without_year_is_refused_outside_forms_too(question: str) -> None:
    with pytest.raises(EdtfError):
        PERIODS[question]("date", PartialDate.parse("XXXX-10-28"))


def test_filter_costs_one_query(entries: type[Diary]) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found(entries, "date", "2023-06")
    assert len(queries) == 1


def test_model_gets_four_filters_for_each_date() -> None:
    filters = period_filters(Diary)
    assert {name: (f.field_name, f.lookup_expr) for name, f in filters.items()} == {
        "date": ("date", "overlaps"),
        "date_within": ("date", "within"),
        "date_before": ("date", "before"),
        "date_after": ("date", "after"),
    }
