"""Many rows at once: previewed, all of them or none, each in the history."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chancery.models import User
from chancery.scope import Scoped
from engagements.models import Agreement, Commitment, Meeting
from partners.models import Desk, Partner
from tests.admin_builders import MODELS, address, full, signed_in
from tests.admin_pages import form_data, said
from tests.builders import (
    make_agreement,
    make_commitment,
    make_meeting,
    make_partner,
)

LIST = address(Commitment)
BULK = address(Commitment, "bulk")


def _preview(client: Client, page: str, verb: str, *rows: Any, **more: str) -> Any:  # noqa: ANN401 - any rows
    keys = [str(row.pk) for row in rows]
    data = {"bulk": verb, "_selected_action": keys, **more}
    return client.post(page, data, follow=True)


def _confirm(client: Client, page: str, preview: Any, **answers: str) -> Any:  # noqa: ANN401 - a response
    return client.post(page, {**form_data(preview), **answers}, follow=True)


def _signatures(model: type[Scoped]) -> list[tuple[int, str, str]]:
    meta_of: Any = model._meta
    history = meta_of.get_field("history").related_model
    return [
        (state.pgh_obj_id, meta["verb"], meta["reason"])
        for state in history.objects.filter(pgh_context__isnull=False).order_by(
            "pgh_id"
        )
        if (meta := state.pgh_context.metadata)
    ]


@pytest.fixture
def browser(alice: User) -> Client:
    return signed_in(alice)


def test_list_offers_boxes_and_deeds(browser: Client, mongolia_desk: Desk) -> None:
    commitment = make_commitment(desk=mongolia_desk)
    page = browser.get(LIST).content.decode()
    assert f'name="_selected_action" value="{commitment.pk}"' in page
    assert '<option value="archive">Archive</option>' in page
    # One desk has nobody to hand over to, and an officer closes nothing.
    assert 'value="set_desk"' not in page
    assert 'value="lapse"' not in page


def test_list_offers_nothing_to_a_reader(carol: User) -> None:
    make_commitment()
    page = signed_in(carol).get(LIST).content.decode()
    assert "_selected_action" not in page
    assert "bulk-bar" not in page


def test_preview_tells_what_goes_and_what_stays_out(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    going = [
        make_commitment(desk=mongolia_desk, status="not_started") for _ in range(2)
    ]
    other = make_commitment(desk=europe_desk, status="not_started")
    done = make_commitment(desk=mongolia_desk, status="in_progress")
    preview = _preview(browser, BULK, "start", *going, other, done)
    context = preview.context
    assert (context["count"], set(context["going"])) == (2, set(going))
    assert {group["why"]: group["rows"] for group in context["out"]} == {
        "not yours to change": [other],
        "the step does not follow from how they stand": [done],
    }
    assert Commitment.objects.filter(status="not_started").count() == 3


def test_deed_is_done_for_all_and_signed_for_each(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    rows = [make_commitment(desk=mongolia_desk) for _ in range(3)]
    preview = _preview(browser, BULK, "set_owner", *rows)
    answers = {"owner": str(alice.officer.pk), "reason": "Bob is on leave."}
    response = _confirm(browser, BULK, preview, **answers)
    assert said(response) == ["Done: Give to an officer – 3 rows."]
    assert {row.owner for row in Commitment.objects.all()} == {alice.officer}
    assert sorted(_signatures(Commitment)) == sorted(
        (row.pk, "change", "Bob is on leave.") for row in rows
    )


def test_officer_is_never_taken_by_a_slip(
    browser: Client, alice: User, mongolia_desk: Desk
) -> None:
    row = make_commitment(desk=mongolia_desk, owner=alice.officer)
    bare = make_commitment(desk=mongolia_desk)
    preview = _preview(browser, BULK, "set_owner", row)
    _confirm(browser, BULK, preview, owner="")
    row.refresh_from_db()
    assert row.owner == alice.officer
    preview = _preview(browser, BULK, "clear_owner", row, bare)
    assert {group["why"]: group["rows"] for group in preview.context["out"]} == {
        "has no officer": [bare]
    }
    _confirm(browser, BULK, preview)
    row.refresh_from_db()
    assert row.owner is None


def test_form_sent_twice_does_its_work_once(
    browser: Client, mongolia_desk: Desk
) -> None:
    row = make_commitment(desk=mongolia_desk, status="not_started")
    preview = _preview(browser, BULK, "start", row)
    _confirm(browser, BULK, preview)
    again = _confirm(browser, BULK, preview)
    assert said(again) == ["That was done already; nothing was done twice."]
    assert len(_signatures(Commitment)) == 1


def test_row_that_changed_since_the_preview_refuses_all(
    browser: Client, mongolia_desk: Desk
) -> None:
    rows = [make_commitment(desk=mongolia_desk, title=f"Road {n}") for n in range(2)]
    preview = _preview(browser, BULK, "archive", *rows)
    Commitment.objects.filter(pk=rows[1].pk).update(title="Bridge")
    response = _confirm(browser, BULK, preview, reason="Twice.")
    assert response.context["refused"][1:] == ["Bridge: What: Road 1 → Bridge"]
    assert Commitment.objects.filter(archived_at=None).count() == 2
    # The page is a new preview of how they stand now.
    _confirm(browser, BULK, response, reason="Twice.")
    assert Commitment.objects.filter(archived_at=None).count() == 0


def test_row_that_left_ones_sight_since_the_preview_refuses_all(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    rows = [make_commitment(desk=mongolia_desk) for _ in range(2)]
    preview = _preview(browser, BULK, "archive", *rows)
    Commitment.objects.filter(pk=rows[0].pk).update(desk=europe_desk)
    response = _confirm(browser, BULK, preview, reason="Twice.")
    assert response.context["count"] == 1
    assert Commitment.objects.filter(archived_at=None).count() == 2


def test_blank_reason_is_asked_for_again(bob: User, mongolia_desk: Desk) -> None:
    rows = [make_commitment(desk=mongolia_desk, status="not_started") for _ in "ab"]
    supervisor = signed_in(bob)
    preview = _preview(supervisor, BULK, "lapse", *rows)
    response = _confirm(supervisor, BULK, preview, reason="   ")
    assert response.context["form"].errors == {"reason": ["This field is required."]}
    assert Commitment.objects.filter(status="lapsed").count() == 0


def test_handing_over_goes_to_ones_own_desks_only(
    bob: User, mongolia_desk: Desk, central_asia_desk: Desk, europe_desk: Desk
) -> None:
    row = make_meeting(desk=mongolia_desk)
    supervisor, page = signed_in(bob), address(Meeting, "bulk")
    preview = _preview(supervisor, page, "set_desk", row)
    response = _confirm(supervisor, page, preview, desk=str(europe_desk.pk))
    assert "desk" in response.context["form"].errors
    _confirm(supervisor, page, preview, desk=str(central_asia_desk.pk))
    row.refresh_from_db()
    assert row.desk == central_asia_desk


def test_forged_rows_look_like_nothing(browser: Client, mongolia_desk: Desk) -> None:
    hidden = make_commitment(desk=mongolia_desk, title="Secret", classification=2)
    officer = User.objects.get(username="alice").officer
    type(officer).objects.filter(pk=officer.pk).update(clearance=1)
    for key in (str(hidden.pk), "99999999", "x", "", "9" * 30):
        data = {"bulk": "archive", "_selected_action": [key]}
        response = browser.post(BULK, data, follow=True)
        assert "Secret" not in response.content.decode()
        if "count" in response.context:
            assert (response.context["count"], response.context["out"]) == (0, [])


def test_forged_or_foreign_sheet_is_refused(
    browser: Client, bob: User, mongolia_desk: Desk
) -> None:
    row = make_commitment(desk=mongolia_desk)
    sheet = form_data(_preview(signed_in(bob), BULK, "archive", row))["chosen"]
    for chosen in (sheet, "x", "", "\0"):
        data = {"bulk": "archive", "chosen": chosen, "reason": "x"}
        response = browser.post(BULK, data, follow=True)
        assert said(response) == [
            "This preview is no longer good: choose the rows again."
        ]
    assert Commitment.objects.filter(archived_at=None).count() == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"bulk": ""}, "Choose what to do with the rows."),
        ({"bulk": "no_such_deed"}, "Choose what to do with the rows."),
        ({"bulk": "archive"}, "Choose some rows first."),
    ],
)
def test_unclear_choice_says_what_to_do(
    data: dict[str, str], message: str, browser: Client
) -> None:
    assert said(browser.post(BULK, data, follow=True)) == [message]


def test_all_that_match_are_those_of_the_filter(
    browser: Client, mongolia_desk: Desk
) -> None:
    wanted = [make_commitment(desk=mongolia_desk, sector="health") for _ in range(2)]
    make_commitment(desk=mongolia_desk, sector="energy")
    preview = _preview(browser, f"{BULK}?sector__exact=health", "set_priority", all="1")
    assert set(preview.context["going"]) == set(wanted)
    response = _confirm(
        browser, f"{BULK}?sector__exact=health", preview, priority="high"
    )
    assert response.redirect_chain[-1][0] == f"{LIST}?sector__exact=health"
    assert Commitment.objects.filter(priority="high").count() == 2


def test_reader_is_refused(carol: User, mongolia_desk: Desk) -> None:
    row = make_commitment(desk=mongolia_desk)
    response = _preview(signed_in(carol), BULK, "archive", row)
    assert said(response) == ["Choose what to do with the rows."]


def test_preview_costs_the_same_for_one_and_three(
    browser: Client, mongolia_desk: Desk, europe_desk: Desk
) -> None:
    def cost(*rows: Commitment) -> int:
        with CaptureQueriesContext(connection) as queries:
            _preview(browser, BULK, "set_owner", *rows)
        return len(queries)

    rows = [make_commitment(desk=mongolia_desk) for _ in range(3)]
    others = [make_commitment(desk=europe_desk) for _ in range(3)]
    cost(rows[0])
    assert cost(rows[0], others[0]) == cost(*rows, *others)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_of_records_archives_and_restores(
    model: type[Scoped], root_client: Client, mongolia_desk: Desk
) -> None:
    if not hasattr(model, "archived_at"):
        pytest.skip("parts are not archived")
    row: Any = full(model, mongolia_desk)
    page = address(model, "bulk")
    preview = _preview(root_client, page, "archive", row)
    _confirm(root_client, page, preview, reason="Twice.")
    row.refresh_from_db()
    assert row.archive_reason == "Twice."
    preview = _preview(root_client, f"{page}?archived=only", "restore", all="1")
    _confirm(root_client, f"{page}?archived=only", preview)
    row.refresh_from_db()
    assert row.archived_at is None


def test_markup_in_names_is_shown_as_text(browser: Client, mongolia_desk: Desk) -> None:
    row = make_commitment(desk=mongolia_desk, title="<script>alert(1)</script>")
    page = _preview(browser, BULK, "archive", row).content.decode()
    assert "<script>alert" not in page
    assert make_partner(desk=mongolia_desk).pk
    assert Partner.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["is_binding__exact=x", "q=%00&q=x", "partner=%00", "desk__id__exact=x"]
)
def test_filter_that_is_none_chooses_and_exports_nothing(
    browser: Client, mongolia_desk: Desk, query: str
) -> None:
    make_agreement(desk=mongolia_desk)
    page = f"{address(Agreement, 'bulk')}?{query}"
    response = browser.post(page, {"bulk": "archive", "all": "1"})
    assert response["Location"] == f"{address(Agreement)}?{query}"
    for file in ("csv", "xlsx"):
        response = browser.get(f"{address(Agreement)}export.{file}?{query}")
        assert response["Location"] == f"{address(Agreement)}?e=1"
    assert browser.get(f"{address(Agreement)}?{query}").status_code == 302
