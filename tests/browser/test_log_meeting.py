"""The 7th Korea–Mongolia Joint Committee, logged from an empty page by keys alone."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from engagements.models import (
    AgreementEvent,
    Commitment,
    EngagementsCitation,
    Meeting,
)
from tests.browser.conftest import PHONE, World

# What the release of 30 June 2023 says came of it, with its paragraphs. Sides and
# sectors stand where the words alone do not tell them.
OUTCOMES: list[tuple[str, dict[str, str]]] = [
    ("Agreed to build further results on the high-level visits #3", {}),
    (
        "Korea suggested faster negotiations of the economic partnership agreement #4",
        {"side": "All together"},
    ),
    (
        "Korea requested good conditions for Korean companies in Mongolia's trade #4",
        {"side": "They"},
    ),
    (
        "Korea pledged training for the mineral industry #5",
        {"side": "We"},
    ),
    (
        "Mongolia requested Korean cooperation in new town projects #6",
        {"side": "We"},
    ),
    ("Discussed ways to simplify visas #8", {}),
    ("Agreed on closer work of consular institutions #8", {}),
]


@dataclass
class Keyboard:
    """Types as a person does, and counts: one for each box filled, one for each key."""

    page: Page
    count: int = 0

    def type(self, text: str) -> None:
        """Fill the box that has the focus."""
        self.page.keyboard.type(text)
        self.count += 1

    def press(self, *keys: str) -> None:
        """Press keys that are no text."""
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def choose(self, words: str) -> None:
        """Type words into a box that chooses, and take the first that fits."""
        box = self.page.locator(":focus")
        self.type(words)
        expect(box).to_have_attribute("aria-expanded", "true")
        self.press("Enter")
        expect(box).to_have_attribute("aria-expanded", "false")

    def at(self) -> str:
        """Return the name of the box that has the focus."""
        name: str = self.page.evaluate(
            "() => document.activeElement.name || document.activeElement.id || ''"
        )
        return name

    def tab_to(self, name: str, most: int = 12) -> None:
        """Go on to a box with the Tab key."""
        for _ in range(most):
            if self.at() == name:
                return
            self.press("Tab")
        assert self.at() == name


@pytest.fixture
def keyboard(world: World) -> Keyboard:
    # The seeds know the meeting: it makes room for being logged anew.
    known = Meeting.objects.get(series__reference="SER-0001", ordinal=7)
    Meeting.objects.filter(pk=known.pk).update(
        series=None, ordinal=None, title="Something else", date="2001"
    )
    return Keyboard(world.login())


def test_joint_committee_is_logged_by_keyboard_alone(
    keyboard: Keyboard, capsys: pytest.CaptureFixture[str]
) -> None:
    page = keyboard.page
    page.goto(reverse("admin:engagements_meeting_log"))
    _say_which(keyboard)
    _say_where(keyboard)
    _say_who(keyboard)
    _say_what(keyboard)
    _say_of_agreements(keyboard)
    keyboard.press("Alt+PageDown")
    keyboard.choose("Outcome of 7th")
    keyboard.press("Control+Enter")
    page.wait_for_url("**/engagements/meeting/MTG-2023-*/**")
    _check()
    with capsys.disabled():
        print(  # noqa: T201 - the number is what the test is run for
            f"\nLogging the 7th Joint Committee took {keyboard.count} interactions"
            " (boxes filled and keys pressed)."
        )
    assert keyboard.count < 160


def _say_which(keyboard: Keyboard) -> None:
    page = keyboard.page
    # The page begins at the series.
    keyboard.choose("mongolia joint")
    title = page.locator("#id_title")
    expect(title).to_have_value("1st Korea–Mongolia Joint Committee")
    keyboard.tab_to("ordinal")
    keyboard.type("7")
    keyboard.tab_to("title")
    keyboard.press("Control+a")
    keyboard.type("7th Korea–Mongolia Joint Committee")
    keyboard.tab_to("date")
    keyboard.type("26 Jun 2023")
    understood = page.locator(".date-reading-understood").first
    expect(understood).to_contain_text("26 June 2023")
    keyboard.tab_to("level")
    keyboard.type("Vice")
    keyboard.tab_to("mode")
    keyboard.type("In p")


def _say_where(keyboard: Keyboard) -> None:
    keyboard.press("Alt+PageDown")
    assert keyboard.at() == "place-words"
    keyboard.choose("Улаанбаатар")
    keyboard.press("Tab", "Tab")
    keyboard.choose("mongolia")


def _say_who(keyboard: Keyboard) -> None:
    # Both partners are there from the series; their roles are those of this session.
    keyboard.press("Alt+PageDown")
    keyboard.tab_to("partners-0-role")
    keyboard.type("Guest")
    keyboard.tab_to("partners-1-role")
    keyboard.type("Host")
    keyboard.press("Alt+PageDown")
    keyboard.tab_to("participants-0-person-words")
    keyboard.choose("이도훈")
    post = keyboard.page.locator("[name='participants-0-post-words']")
    expect(post).to_have_value("Vice Minister of Foreign Affairs, Korea")
    keyboard.tab_to("participants-0-role")
    keyboard.type("Co")
    keyboard.press("Tab")
    keyboard.type("1")
    keyboard.press("Alt+n")
    keyboard.choose("amarbayas")
    keyboard.tab_to("participants-1-role")
    keyboard.type("Co")
    keyboard.press("Tab")
    keyboard.type("1")


def _say_what(keyboard: Keyboard) -> None:
    keyboard.press("Alt+PageDown")
    keyboard.type("State of relations; the economy; the Korean Peninsula")
    keyboard.press("Tab")
    keyboard.type("Midyear stocktaking of what the visits had led to")
    keyboard.press("Alt+PageDown")
    for line, _boxes in OUTCOMES:
        keyboard.type(line)
        keyboard.press("Enter")
    rows = keyboard.page.locator("#outcomes-rows [data-row]")
    expect(rows).to_have_count(len(OUTCOMES))
    _complete(keyboard)


def _say_of_agreements(keyboard: Keyboard) -> None:
    keyboard.press("Alt+PageDown")
    for row, words in enumerate(("economic partnership", "investment")):
        if row:
            keyboard.press("Alt+n")
        keyboard.tab_to(f"events-{row}-agreement-words")
        keyboard.choose(words)
        keyboard.press("Tab")
        keyboard.type("Round")
        keyboard.tab_to(f"events-{row}-paragraph")
        keyboard.type("4")


def _complete(keyboard: Keyboard) -> None:
    """Say what the words of the outcomes did not."""
    rows = keyboard.page.locator("#outcomes-rows [data-row]")
    for number, (_line, boxes) in enumerate(OUTCOMES):
        row = rows.nth(number)
        for name in ("side", "kind", "sector"):
            box = row.locator(f"[name$='-{name}']")
            wanted = boxes.get(name)
            if wanted is None:
                assert box.input_value(), f"{name} of outcome {number + 1} is open"
                continue
            keyboard.tab_to(f"outcomes-{number}-{name}", most=16)
            keyboard.type(wanted)


def _check() -> None:
    made = Meeting.objects.get(series__reference="SER-0001", ordinal=7)
    assert (made.title, made.date, made.status) == (
        "7th Korea–Mongolia Joint Committee",
        "2023-06-26",
        "held",
    )
    assert (made.kind, made.level, made.mode) == (
        "joint_committee",
        "vice_ministers",
        "in_person",
    )
    assert made.place is not None
    assert made.host is not None
    assert (made.place.name, made.host.iso_alpha3) == ("Ulaanbaatar", "MNG")
    assert made.time_zone == "Asia/Ulaanbaatar"
    partners = made.meeting_partners.values_list("partner__iso_alpha3", "role")
    assert set(partners) == {("KOR", "guest"), ("MNG", "host")}
    people = made.participations.order_by("position")
    assert [
        (str(row.person), row.post.title if row.post else "", row.role)
        for row in people
    ] == [
        ("Lee Dohoon", "Vice Minister of Foreign Affairs", "co_chair"),
        ("Dashzegve Amarbayasgalan", "Chief Cabinet Secretary", "co_chair"),
    ]
    commitments = Commitment.objects.filter(origin_meeting=made).order_by("pk")
    assert [
        (one.wording, one.status, sorted(_sides(one, "promisor")))
        for one in commitments
    ] == [
        ("agreed", "not_started", ["KOR", "MNG"]),
        ("suggested", "noted", ["KOR", "MNG"]),
        ("requested", "noted", ["MNG"]),
        ("pledged", "not_started", ["KOR"]),
        ("requested", "noted", ["KOR"]),
        ("considering", "noted", ["KOR", "MNG"]),
        ("agreed", "not_started", ["KOR", "MNG"]),
    ]
    events = AgreementEvent.objects.filter(meeting=made)
    assert [event.kind for event in events] == ["round_held", "round_held"]
    cited = EngagementsCitation.objects.filter(accepted_by__username="officer")
    assert cited.count() == 1 + 2 + len(OUTCOMES) + 2


def _sides(commitment: Commitment, side: str) -> list[str]:
    rows = commitment.parties.filter(side=side)
    return [str(code) for code in rows.values_list("partner__iso_alpha3", flat=True)]


def test_new_session_begins_with_who_was_there_last_time(
    desk: Page, axe: Callable[[Page], list[str]]
) -> None:
    keyboard = Keyboard(desk)
    desk.goto(reverse("admin:engagements_meeting_log"))
    keyboard.choose("mongolia joint")
    expect(desk.locator("#id_title")).to_have_value(
        "8th Korea–Mongolia Joint Committee"
    )
    rows = desk.locator("#participants-rows [data-row]")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("as last time")
    # What is touched is a proposal no more; what is struck out is not entered.
    keyboard.press("Alt+PageDown", "Alt+PageDown", "Alt+PageDown")
    keyboard.tab_to("participants-0-person-words")
    keyboard.press("Alt+x")
    expect(rows.first).to_contain_class("is-struck-out")
    assert axe(desk) == []


def test_page_of_errors_is_open_to_all(
    world: World, axe: Callable[[Page], list[str]]
) -> None:
    page = world.login(viewport=PHONE, scheme="dark")
    page.goto(f"{reverse('admin:engagements_meeting_log')}?series=SER-0001")
    page.locator("#id_outcome_lines").focus()
    page.keyboard.type("Agreed on visas")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    assert axe(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


def test_second_record_of_a_meeting_is_seen_before_it_is_saved(desk: Page) -> None:
    keyboard = Keyboard(desk)
    desk.goto(f"{reverse('admin:engagements_meeting_log')}?series=SER-0001")
    keyboard.tab_to("date")
    keyboard.type("June 2023")
    keyboard.press("Tab")
    similar = desk.locator("[data-similar-list] a")
    expect(similar).to_have_count(1)
    expect(similar).to_contain_text("7th Korea–Mongolia Joint Committee")
    desk.locator("#id_is_another").focus()
    keyboard.press("Space", "Control+Enter")
    desk.wait_for_url("**/engagements/meeting/MTG-2023-*/**")


def test_clocks_there_and_here_stand_side_by_side(desk: Page) -> None:
    keyboard = Keyboard(desk)
    desk.goto(reverse("admin:engagements_meeting_log"))
    keyboard.tab_to("place-words", most=20)
    keyboard.choose("ulaanbaatar")
    desk.locator(".log-times summary").focus()
    keyboard.press("Enter", "Tab")
    keyboard.type("10:00")
    expect(desk.locator("[data-clock]")).to_contain_text("10:00 there is")
    expect(desk.locator("[data-clock]")).to_contain_text("11:00 for you (Asia/Seoul)")


def test_what_was_typed_survives_a_closed_tab(desk: Page) -> None:
    keyboard = Keyboard(desk)
    desk.goto(reverse("admin:engagements_meeting_log"))
    keyboard.choose("mongolia joint")
    expect(desk.locator("#partners-rows [data-row]")).to_have_count(2)
    desk.locator("#id_outcome_lines").focus()
    keyboard.type("Agreed on visas")
    keyboard.press("Enter")
    expect(desk.locator(".draft-state")).to_contain_text("Draft kept")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.locator("#id_title")).to_have_value(
        "8th Korea–Mongolia Joint Committee"
    )
    expect(desk.locator("[name='outcomes-0-title']")).to_have_value("Agreed on visas")
    partners = desk.locator("#partners-rows [data-row]")
    expect(partners).to_have_count(2)
    desk.locator("#id_date").fill("3 Nov 2026")
    desk.keyboard.press("Control+Enter")
    desk.wait_for_url("**/engagements/meeting/MTG-2026-*/**")
    made = Meeting.objects.get(series__reference="SER-0001", ordinal=8)
    assert made.meeting_partners.count() == 2
    assert Commitment.objects.get(origin_meeting=made).title == "Agreed on visas"


def test_new_person_on_record_already_is_offered_while_typing(desk: Page) -> None:
    desk.goto(reverse("admin:engagements_meeting_log"))
    row = desk.locator("#participants-rows [data-row]").first
    row.locator("[data-newcomer] > summary").click()
    name = row.locator("[name$='-new_name']")
    name.fill("Lee Do-hoon")
    name.press("Tab")
    offer = row.locator("[data-offer] button")
    expect(offer).to_contain_text("Lee Dohoon")
    offer.click()
    expect(row.locator("[name$='-person-words']")).to_have_value("Lee Dohoon · Korea")
    expect(name).to_have_value("")
