"""Two spellings of one person become one, and two again, in real Chromium."""

from collections.abc import Callable
from typing import Protocol

from django.urls import reverse
from playwright.sync_api import Page, expect

from chancery import actions
from chancery.models import User
from chancery.scope import scope_of
from engagements.models import Meeting, Participation
from partners.models import Desk, Person
from tests.builders import AT

Axe = Callable[[Page], list[str]]


class World(Protocol):
    """What this file needs of the running installation."""

    def allow(self, words: str) -> None:
        """Forget faults of the browser that say this."""


def second_spelling(of: Person) -> Person:
    """Enter a person once more, spelled otherwise, at a meeting of the officer's."""
    officer = User.objects.get(username="officer")
    desk = Desk.objects.get(pk__in=scope_of(officer).desk_ids)
    person = actions.add(
        Person,
        by=officer,
        at=AT,
        values={"name": of.name.replace("Khurelsukh", "Khürelsükh"), "desk": desk},
    )
    meeting = Meeting.objects.editable_by(officer).order_by("pk").first()
    actions.add(
        Participation,
        by=officer,
        at=AT,
        values={"meeting": meeting, "person": person},
    )
    return person


def test_two_spellings_of_a_person_are_merged_and_undone(
    world: World, desk: Page, axe: Axe
) -> None:
    kept = Person.objects.get(name="Ukhnaagiin Khurelsukh")
    gone = second_spelling(kept)
    seat = Participation.objects.get(person=gone)

    desk.goto(reverse("admin:partners_person_change", args=[kept.reference]))
    desk.get_by_role("link", name="Merge…").click()
    like = desk.get_by_role("listitem").filter(has_text=gone.reference)
    found = axe(desk)
    like.get_by_role("link", name="Compare").press("Enter")

    expect(
        desk.get_by_role("radio", name="Name: Ukhnaagiin Khürelsükh")
    ).to_be_visible()
    desk.get_by_role("radio", name="Name: Ukhnaagiin Khürelsükh").check()
    found += axe(desk)
    desk.get_by_role("button", name="Preview what moves").press("Enter")

    moves = desk.get_by_role("region", name="What moves")
    expect(moves.get_by_text(seat.reference)).to_be_visible()
    found += axe(desk)
    desk.get_by_label("Why are they one?").fill("One person, two spellings.")
    desk.get_by_role("button", name="Merge the two").press("Enter")

    expect(desk.get_by_role("heading", level=1)).to_have_text("Ukhnaagiin Khürelsükh")
    seat.refresh_from_db()
    assert seat.person == kept

    desk.goto(reverse("admin:partners_person_change", args=[gone.reference]))
    expect(desk.get_by_role("status")).to_contain_text("was merged into this record")
    desk.get_by_role("link", name="Show the old record").click()
    expect(desk.get_by_text("Merged", exact=True)).to_be_visible()
    found += axe(desk)
    desk.get_by_role("link", name="Undo").click()
    expect(desk.get_by_role("region", name="What returns")).to_be_visible()
    found += axe(desk)
    desk.get_by_role("button", name="Make them two again").press("Enter")

    expect(desk.get_by_role("status")).to_contain_text("are two again")
    expect(desk.get_by_role("heading", level=1)).to_have_text(gone.name)
    kept.refresh_from_db()
    seat.refresh_from_db()
    assert (kept.name, seat.person) == ("Ukhnaagiin Khurelsukh", gone)
    # Axe measures with styles of its own, which the policy refuses.
    world.allow("Applying inline style")
    assert found == []
