"""Commitments over the API: named views, the line through time, what is hidden."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chancery.models import User
from engagements.models import Commitment
from engagements.querysets import COMMITMENT_VIEWS
from tests.api_builders import errors, get, references, rows
from tests.builders import (
    make_commitment,
    make_commitment_amount,
    make_commitment_institution,
    make_commitment_party,
    make_due_date_change,
    make_engagements_citation,
    make_evidence,
    make_home,
    make_meeting,
    make_mention,
    make_partner,
    make_succession,
    make_update,
)
from tests.cast import RESTRICTED


@pytest.fixture
def reader(client: Client, carol: User) -> Client:
    client.force_login(carol)
    return client


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def tracked(**values: Any) -> Commitment:  # noqa: ANN401 - fields of the model
    """Make a commitment that is followed from its first day."""
    return make_commitment(status="not_started", **values)


def test_commitment_shows_parties_money_line_and_reports(reader: Client) -> None:
    korea, mongolia = make_home(), make_partner(short_name="Mongolia")
    commitment = make_commitment(promisors=[korea, mongolia], due_date="2023-12")
    make_commitment_party(commitment=commitment, side="promisee", label="The WTO")
    make_commitment_amount(commitment=commitment, value=1500, exactness="up_to")
    work = make_commitment_institution(commitment=commitment)
    first = make_meeting(title="Summit", date="2021-09-10")
    later = make_meeting(title="7th Joint Committee", date="2023-06-26")
    make_mention(commitment=commitment, meeting=later, kind="reported")
    make_mention(commitment=commitment, meeting=first, kind="made")
    update = make_update(commitment=commitment, health="at_risk")
    make_evidence(update=update)
    make_engagements_citation(commitment=commitment, paragraph=4, basis="inferred")
    shown = get(reader, f"/commitments/{commitment.reference}/")
    assert [
        (row["side"], row["partner"] and row["partner"]["title"], row["label"])
        for row in shown["parties"]
    ] == [
        ("promisor", "Korea", ""),
        ("promisor", "Mongolia", ""),
        ("promisee", None, "The WTO"),
    ]
    (amount,) = shown["amounts"]
    assert (amount["value"], amount["currency"]) == ("1500.00", "USD")
    assert (amount["role"], amount["exactness"]) == ("pledged", "up_to")
    (institution,) = shown["institutions"]
    assert institution["institution"]["reference"] == work.institution.reference
    assert [
        (row["kind"], row["meeting"]["title"], row["meeting"]["date"])
        for row in shown["mentions"]
    ] == [
        ("made", "Summit", "2021-09-10"),
        ("reported", "7th Joint Committee", "2023-06-26"),
    ]
    (report,) = shown["updates"]
    assert report["reference"] == update.reference
    assert [row["sha256"] for row in report["evidence"]] == ["0123456789abcdef" * 4]
    assert shown["health"] == "at_risk"
    (citation,) = shown["citations"]
    assert (citation["paragraph"], citation["basis"]) == (4, "inferred")


def test_commitment_shows_what_it_came_from_and_became(reader: Client) -> None:
    old, new = make_commitment(title="Study it"), make_commitment(title="Build it")
    make_succession(predecessor=old, successor=new)
    change = make_due_date_change(commitment=old)
    shown = get(reader, f"/commitments/{old.reference}/")
    assert [row["successor"]["title"] for row in shown["successions"]] == ["Build it"]
    (asked,) = shown["due_date_changes"]
    assert (asked["reference"], asked["decision"]) == (change.reference, "pending")
    (origin,) = get(reader, f"/commitments/{new.reference}/")["origins"]
    assert origin["predecessor"]["title"] == "Study it"


def test_named_views_hold_the_same_rows_as_everywhere(
    reader: Client, today: date
) -> None:
    korea, mongolia = make_home(), make_partner()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    make_commitment(promisors=[mongolia])
    tracked(promisors=[korea], due_date=yesterday.isoformat(), waiting_on="us")
    tracked(promisors=[korea, mongolia], due_date=tomorrow.isoformat())
    tracked(promisors=[mongolia], waiting_on="third")
    for view, kept in COMMITMENT_VIEWS.items():
        expected = {row.reference for row in kept(Commitment.objects.all(), today)}
        assert set(references(reader, "/commitments/", view=view)) == expected
    both = references(reader, "/commitments/", view="overdue,ours")
    assert len(both) == 1


def test_unknown_view_is_told_what_there_is(reader: Client) -> None:
    said = errors(reader, "/commitments/", view="late")
    assert said == {"view": f"“late” is none of: {', '.join(COMMITMENT_VIEWS)}."}


def test_rows_say_in_which_views_they_stand(reader: Client, today: date) -> None:
    due = [(today + timedelta(days=days)).isoformat() for days in (-1, 1)]
    for day in due:
        tracked(due_date=day)
    shown = rows(reader, "/commitments/")
    assert [(row["due_date"], row["is_overdue"]) for row in shown] == [
        (due[0], True),
        (due[1], False),
    ]
    assert [row["is_stale"] for row in shown] == [False, False]


def test_health_is_the_latest_that_may_be_seen(reader: Client) -> None:
    commitment = make_commitment()
    for day, health in (("2023-01", "delayed"), ("2023-06", "on_track")):
        make_update(commitment=commitment, date=day, health=health)
    make_update(commitment=commitment, date="2023-07", health="", done="Wrote.")
    secret = make_meeting(classification=RESTRICTED)
    make_update(commitment=commitment, date="2023-08", health="at_risk", meeting=secret)
    silent = make_commitment()
    shown = {row["reference"]: row["health"] for row in rows(reader, "/commitments/")}
    assert shown == {commitment.reference: "on_track", silent.reference: None}


def test_commitment_is_found_by_party_side_meeting_and_wording(reader: Client) -> None:
    korea = make_home(iso_alpha3="KOR")
    mongolia = make_partner(iso_alpha3="MNG")
    meeting = make_meeting()
    promise = make_commitment(promisors=[korea], promisees=[mongolia])
    make_mention(commitment=promise, meeting=meeting)
    wish = make_commitment(promisors=[mongolia], wording="hoped", sector="health")

    def found(**question: str) -> set[str]:
        return set(references(reader, "/commitments/", **question))

    assert found(partner="MNG") == {promise.reference, wish.reference}
    assert found(promisor="MNG") == {wish.reference}
    assert found(promisee="MNG") == {promise.reference}
    assert found(meeting=meeting.reference) == {promise.reference}
    assert found(wording="hoped,noted") == {wish.reference}
    assert found(sector="infrastructure", q="ROAD") == {promise.reference}


def test_what_is_hidden_leaves_no_trace_in_a_commitment(reader: Client) -> None:
    bare = make_commitment()
    secret: Any = {"classification": RESTRICTED}
    commitment = make_commitment(
        desk=bare.desk, promisors=[make_partner(iso_alpha3="XXA", **secret)]
    )
    make_mention(commitment=commitment, meeting=make_meeting(**secret))
    make_succession(predecessor=commitment, successor=make_commitment(**secret))
    make_update(commitment=commitment, meeting=make_meeting(**secret))
    plain = get(reader, f"/commitments/{bare.reference}/")
    shown = get(reader, f"/commitments/{commitment.reference}/")
    for name in ("reference", "created_at", "updated_at"):
        shown.pop(name)
        plain.pop(name)
    assert shown == plain
    for path in ("mentions", "successions", "progress-updates", "commitment-parties"):
        assert rows(reader, f"/{path}/") == []


def test_detail_costs_the_same_however_many_parts(reader: Client) -> None:
    commitment = make_commitment()

    def fill() -> None:
        make_commitment_party(commitment=commitment)
        make_commitment_institution(commitment=commitment)
        mention = make_mention(commitment=commitment)
        update = make_update(commitment=commitment)
        make_evidence(update=update)
        make_succession(predecessor=commitment)
        make_succession(successor=commitment)
        for cited in (
            {"commitment": commitment},
            {"mention": mention},
            {"progress_update": update},
        ):
            make_engagements_citation(**cited)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            get(reader, f"/commitments/{commitment.reference}/")
        return len(queries)

    fill()
    one = cost()
    fill()
    fill()
    assert cost() == one
