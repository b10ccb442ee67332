"""Who sees which rows and who may write them, at the one choke point."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from chancery.models import User
from chancery.scope import Scope, Scoped, desk_q, scope_of, scope_q
from engagements.models import EngagementsCitation, Meeting, Mention, Participation
from partners.models import Desk, Partner, Person
from partners.roles import Role
from seeds.models import Source
from tests.builders import (
    AT,
    make_commitment,
    make_desk,
    make_engagements_citation,
    make_meeting,
    make_mention,
    make_officer,
    make_participation,
    make_partner,
    make_person,
    make_post,
    make_source,
    make_user,
)
from tests.cast import INTERNAL, PUBLIC, RESTRICTED
from tests.domain import MAKE, MODELS, label
from tests.invariants import update

pytestmark = pytest.mark.django_db


def classified_paths(model: Any) -> Iterator[str]:  # noqa: ANN401 - a model with scope paths
    """Yield every way from a row to the classified records that it speaks of."""
    for path in model.scope_paths:
        if not path:
            yield ""
            continue
        for rest in classified_paths(model._meta.get_field(path).related_model):
            yield f"{path}__{rest}" if rest else path


def reaching(model: Any, path: str) -> Any:  # noqa: ANN401 - as above
    """Make a row on which all relations of the path are set."""
    if not path:
        return MAKE[model]()
    first, _, rest = path.partition("__")
    related = model._meta.get_field(first).related_model
    beside = {"capacity": "standing_in"} if first == "stands_in_for" else {}
    return MAKE[model](**{first: reaching(related, rest)}, **beside)


def walk(row: Any, path: str) -> Any:  # noqa: ANN401 - as above
    for step in filter(None, path.split("__")):
        row = getattr(row, step)
    return row


def owner(row: Any) -> Any:  # noqa: ANN401 - as above
    """Return the record whose desk decides: the first one set on the scope paths."""
    for path in type(row).scope_paths:
        if not path:
            return row
        if (related := getattr(row, path)) is not None:
            return owner(related)
    raise AssertionError


def sees(user: User | AnonymousUser, row: Any) -> bool:  # noqa: ANN401 - as above
    return bool(type(row).objects.visible_to(user).filter(pk=row.pk).count() == 1)


def writes(user: User | AnonymousUser, row: Any) -> bool:  # noqa: ANN401 - as above
    return bool(type(row).objects.editable_by(user).filter(pk=row.pk).count() == 1)


def visible_at(clearance: int, row: Any) -> int:  # noqa: ANN401 - as above
    """Return how often the row is seen at a level: once or not at all."""
    rows = type(row).objects.filter(scope_q(type(row), Scope(clearance=clearance)))
    return int(rows.filter(pk=row.pk).count())


def writable_at(desk: Desk, row: Any) -> int:  # noqa: ANN401 - as above
    scope = Scope(clearance=RESTRICTED, desk_ids=frozenset({desk.pk}))
    rows = type(row).objects.filter(desk_q(type(row), scope))
    return int(rows.filter(pk=row.pk).count())


@pytest.mark.parametrize(
    ("model", "path"),
    [(model, path) for model in MODELS for path in classified_paths(model)],
    ids=label,
)
def test_row_hides_with_any_record_it_speaks_of(model: type[Scoped], path: str) -> None:
    row = reaching(model, path)
    assert visible_at(INTERNAL, row) == 1
    update(walk(row, path), classification=RESTRICTED)
    assert visible_at(INTERNAL, row) == 0
    assert visible_at(RESTRICTED, row) == 1


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_row_is_written_by_the_desk_of_its_record(model: type[Scoped]) -> None:
    row = MAKE[model]()
    record = owner(row)
    own, other = make_desk(), make_desk()
    if record.desk_field is None:
        # The ground that all desks stand on; roles say who may tend it.
        assert (writable_at(own, row), writable_at(other, row)) == (1, 1)
        return
    update(record, **{f"{record.desk_field}_id": own.pk})
    assert (writable_at(own, row), writable_at(other, row)) == (1, 0)


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_nobody_writes_what_they_do_not_see(
    model: type[Scoped], dana: User, charlie: User, erik: User
) -> None:
    row = MAKE[model]()
    update(owner(row), classification=INTERNAL)
    assert (sees(dana, row), writes(dana, row)) == (True, True)
    for user in (charlie, erik, AnonymousUser()):
        assert (sees(user, row), writes(user, row)) == (False, False)


def test_clearance_reaches_up_to_its_level(
    alice: User, carol: User, erik: User
) -> None:
    levels = (PUBLIC, INTERNAL, RESTRICTED)
    for level in levels:
        make_meeting(classification=level)
    seen = {
        user.username: sorted(
            Meeting.objects.visible_to(user).values_list("classification", flat=True)
        )
        for user in (alice, carol, erik)
    }
    assert seen == {"alice": [0, 1, 2], "carol": [0, 1], "erik": [0]}


def test_stranger_sees_nothing(charlie: User) -> None:
    meeting = make_meeting()
    gone = make_user(Role.DESK_OFFICER, clearance=RESTRICTED, is_active=False)
    left = make_user(Role.DESK_OFFICER, clearance=RESTRICTED)
    update(
        left.officer,
        archived_at=AT,
        archived_by_id=charlie.pk,
        archive_reason="Posted abroad.",
    )
    for user in (AnonymousUser(), charlie, gone, left):
        assert scope_of(user) == Scope()
        assert not sees(user, meeting)
        assert not writes(user, meeting)
        assert Meeting.objects.visible_to(user).count() == 0


def test_officer_without_a_role_reads_but_rights_are_for_actions() -> None:
    user = make_user()
    make_officer(user=user, clearance=INTERNAL)
    assert scope_of(user) == Scope(clearance=INTERNAL)


def test_clearance_never_exceeds_the_ceiling(alice: User) -> None:
    update(alice.officer, clearance=4)
    assert scope_of(alice).clearance == RESTRICTED


def test_superuser_and_system_reach_everything_up_to_the_ceiling() -> None:
    root = make_user(is_superuser=True)
    system = make_user(is_system=True, is_active=False)
    meeting = make_meeting(classification=RESTRICTED)
    for user in (root, system):
        assert scope_of(user) == Scope(clearance=RESTRICTED, all_desks=True)
        assert writes(user, meeting)


def test_supervisor_decides_for_the_whole_tree_below(
    bob: User, bureau: Desk, mongolia_desk: Desk, central_asia_desk: Desk
) -> None:
    unit = make_desk(parent=mongolia_desk)
    assert scope_of(bob).desk_ids == {
        bureau.pk,
        mongolia_desk.pk,
        central_asia_desk.pk,
        unit.pk,
    }


def test_desk_officer_at_the_bureau_does_not_reach_below(
    bureau: Desk, mongolia_desk: Desk
) -> None:
    clerk = make_user(Role.DESK_OFFICER, desks=[bureau])
    assert scope_of(clerk).desk_ids == {bureau.pk}
    assert not writes(clerk, make_meeting(desk=mongolia_desk))


def test_shared_reference_data_is_written_by_administrators_only(
    alice: User, bob: User, dana: User
) -> None:
    partner = make_partner()
    assert [sees(user, partner) for user in (alice, bob, dana)] == [True] * 3
    assert [writes(user, partner) for user in (alice, bob, dana)] == [
        False,
        False,
        True,
    ]
    assert Partner.objects.editable_by(dana).get() == partner


def test_sources_are_entered_by_every_desk(alice: User, charlie: User) -> None:
    source = make_source()
    secret = make_source(classification=RESTRICTED)
    assert set(Source.objects.editable_by(alice)) == {source, secret}
    assert not Source.objects.editable_by(charlie).exists()


def test_scope_is_asked_once_per_user_object(
    alice: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = User.objects.get(pk=alice.pk)
    scope_of(user)
    with django_assert_num_queries(1):
        assert not Meeting.objects.editable_by(user).exists()


def test_participation_of_a_hidden_person_is_hidden(alice: User, carol: User) -> None:
    meeting = make_meeting()
    agent = make_person(classification=RESTRICTED)
    shown = {
        make_participation(meeting=meeting),
        make_participation(meeting=meeting, person=make_person()),
        make_participation(meeting=meeting, post=make_post()),
    }
    hidden = make_participation(meeting=meeting, person=agent)
    assert set(Participation.objects.visible_to(carol)) == shown
    assert set(Participation.objects.visible_to(alice)) == {*shown, hidden}
    assert not Person.objects.visible_to(carol).filter(pk=agent.pk).exists()


def test_mention_at_a_hidden_meeting_is_hidden(alice: User, carol: User) -> None:
    commitment = make_commitment()
    quiet = make_meeting(classification=RESTRICTED)
    hidden = make_mention(commitment=commitment, meeting=quiet)
    shown = make_mention(commitment=commitment)
    assert list(Mention.objects.visible_to(carol)) == [shown]
    assert set(Mention.objects.visible_to(alice)) == {shown, hidden}


def test_citation_hides_with_its_record_and_with_its_source(carol: User) -> None:
    secret = make_source(classification=RESTRICTED)
    quiet = make_meeting(classification=RESTRICTED)
    shown = make_engagements_citation()
    make_engagements_citation(source=secret)
    make_engagements_citation(meeting=quiet)
    make_engagements_citation(participation=make_participation(meeting=quiet))
    make_engagements_citation(
        participation=make_participation(person=make_person(classification=RESTRICTED))
    )
    make_engagements_citation(mention=make_mention(meeting=quiet))
    assert list(EngagementsCitation.objects.visible_to(carol)) == [shown]


def test_citation_is_written_by_the_desk_of_what_it_cites(
    alice: User, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    own = make_engagements_citation(meeting=make_meeting(desk=mongolia_desk))
    deep = make_engagements_citation(
        mention=make_mention(commitment=make_commitment(desk=mongolia_desk))
    )
    make_engagements_citation(meeting=make_meeting(desk=europe_desk))
    assert set(EngagementsCitation.objects.editable_by(alice)) == {own, deep}


def test_conditions_may_be_put_together_and_turned_round() -> None:
    quiet = make_meeting(classification=RESTRICTED)
    shown = make_meeting()
    scope = Scope(clearance=INTERNAL, all_desks=True)
    assert list(Meeting.objects.exclude(scope_q(Meeting, scope))) == [quiet]
    assert list(Meeting.objects.filter(scope_q(Meeting, scope))) == [shown]
    assert set(Meeting.objects.filter(desk_q(Meeting, scope))) == {quiet, shown}
    assert not Meeting.objects.filter(desk_q(Meeting, Scope(clearance=2))).exists()
