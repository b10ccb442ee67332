"""What the named reads of partners find."""

from datetime import date

import pytest

from partners.models import Partner, RelationStep, Tenure
from tests.builders import (
    make_home,
    make_membership,
    make_partner,
    make_relation_step,
    make_tenure,
    make_tier,
)

pytestmark = pytest.mark.django_db


def test_home_is_the_state_whose_ministry_this_is() -> None:
    make_partner()
    with pytest.raises(Partner.DoesNotExist):
        Partner.objects.home()
    korea = make_home()
    assert Partner.objects.home() == korea


def test_members_of_a_group_on_a_day() -> None:
    group = make_partner(kind="group")
    founder, left, late, observer = (make_partner() for _number in range(4))
    make_membership(group=group, member=founder)
    make_membership(group=group, member=left, since="1991", until="2005-06")
    make_membership(group=group, member=late, since="2010")
    make_membership(group=group, member=observer, role="observer")
    make_membership(member=observer)
    assert set(Partner.objects.members_of(group)) == {founder, left, late}
    found = {
        day: set(Partner.objects.members_of(group, on=date.fromisoformat(day)))
        for day in ("1990-12-31", "2005-06-30", "2005-07-01", "2010-01-01")
    }
    assert found == {
        "1990-12-31": {founder},
        "2005-06-30": {founder, left},
        "2005-07-01": {founder},
        "2010-01-01": {founder, late},
    }


def test_member_that_came_back_is_listed_once() -> None:
    group, member = make_partner(kind="group"), make_partner()
    make_membership(group=group, member=member, since="1991", until="1995")
    make_membership(group=group, member=member, since="2001")
    assert list(Partner.objects.members_of(group)) == [member]


@pytest.mark.parametrize(
    ("start", "end", "may_hold"),
    [
        ("2017-10", "2021-01", True),
        ("2018-01-20", "", True),
        ("", "", True),
        ("2018", "2018", True),
        ("2018-02", "", False),
        ("2010", "2017", False),
    ],
)
def test_tenures_that_may_have_covered_a_day(
    start: str,
    end: str,
    may_hold: bool,
) -> None:
    make_tenure(start=start, end=end)
    assert Tenure.objects.held_on(date(2018, 1, 20)).exists() is may_hold


def test_steps_of_relations_of_a_pair_in_order() -> None:
    korea, mongolia, north = make_partner(), make_partner(), make_partner()
    later = make_relation_step(
        first=mongolia, second=korea, date="2021-09-10", tier=make_tier(rank=3)
    )
    first = make_relation_step(first=korea, second=mongolia, date="1990-03")
    make_relation_step(first=mongolia, second=north, date="1948")
    for pair in ((korea, mongolia), (mongolia, korea)):
        assert list(RelationStep.objects.between(*pair).in_order()) == [first, later]
