"""Round anniversaries of relations."""

from django.urls import reverse
from django.utils import timezone

from chancery.models import User
from partners.anniversaries import anniversaries
from partners.models import RelationStep
from tests.admin_builders import signed_in
from tests.builders import make_partner, make_relation_step


def step(date: str) -> RelationStep:
    return make_relation_step(date=date)


def test_round_years_only_in_order_of_dates(db: None) -> None:  # noqa: ARG001
    steps = [step("1990"), step("2021-09-10"), step("2006"), step("2011-03")]
    found = anniversaries(steps, year=2026)
    assert [(one.years, one.date) for one in found] == [
        (20, "2026"),
        (15, "2026-03"),
        (5, "2026-09-10"),
    ]
    assert anniversaries(steps, year=2025, every=35)[0].step == steps[0]
    assert anniversaries(steps, year=1990) == []


def test_step_of_no_certain_year_has_none(db: None) -> None:  # noqa: ARG001
    steps = [step(""), step("../1990"), step("199X"), step("1990/1991")]
    assert anniversaries(steps, year=2000, every=1) == []


def test_leap_day_is_kept_as_its_month(db: None) -> None:  # noqa: ARG001
    (found,) = anniversaries([step("2004-02-29")], year=2009)
    assert (found.years, found.date) == (5, "2009-02")


def test_home_shows_what_comes(alice: User) -> None:
    year = timezone.localdate().year - 30
    one, other = make_partner(short_name="Ruritania"), make_partner()
    make_relation_step(first=one, second=other, date=str(year))
    page = signed_in(alice).get(reverse("admin:index")).content.decode()
    assert "Anniversaries" in page
    assert "30 years" in page
    assert "Ruritania" in page
