"""People, posts and institutions that are first met at the meeting being logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chancery import actions
from chancery.dates.edtf import PartialDate, Precision
from chancery.models import User
from chancery.refusals import Refused
from engagements.models import Meeting
from engagements.vocabulary import Capacity, MeetingStatus
from partners.models import Institution, Partner, Person, PersonName, Post, Tenure
from partners.vocabulary import InstitutionKind, NameForm


@dataclass(frozen=True)
class Newcomer:
    """What is said of somebody, or of a post, not yet on record; '' where nothing is.

    ``original_name`` is the name as written at home, ``script`` its ISO 15924 code and
    ``language`` its BCP 47 tag.
    """

    partner: Partner | None
    name: str = ""
    original_name: str = ""
    language: str = ""
    script: str = ""
    post_title: str = ""
    institution: Institution | None = None
    institution_name: str = ""
    institution_kind: str = InstitutionKind.MINISTRY


class Newcomers:
    """Enters newcomers, each once, however many rows name them."""

    def __init__(self, meeting: Meeting, *, by: User, at: datetime) -> None:
        """Enter them for one meeting."""
        self.meeting, self.by, self.at = meeting, by, at
        self._people: dict[tuple[int, str], Person] = {}
        self._posts: dict[tuple[int, int | None, str], Post] = {}
        self._institutions: dict[tuple[int, str], Institution] = {}

    def enter(self, new: Newcomer, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the person and post to write into the row of who took part.

        A new person with a post is also given the tenure that the meeting vouches for:
        begun by that day, ended then or later.
        """
        if new.partner is None:
            raise Refused(_("Say whose side the newcomer is on."), "no_side")
        known: dict[str, Any] = {}
        post: Post | None = values.get("post")
        if new.post_title:
            post = known["post"] = self._post(new, new.partner)
        if new.name:
            known["person"] = person = self._person(new, new.partner)
            if post is not None:
                self._tenure(person, post, values)
        return known

    def _add(self, model: type[Any], values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of the model
        owned = {
            "desk": self.meeting.desk,
            "classification": self.meeting.classification,
        }
        return actions.add(model, by=self.by, at=self.at, values={**owned, **values})

    def _person(self, new: Newcomer, partner: Partner) -> Person:
        key = (partner.pk, new.name.casefold())
        if key not in self._people:
            person = self._add(Person, {"name": new.name, "partner": partner})
            self._people[key] = person
            if new.original_name:
                actions.add(
                    PersonName,
                    by=self.by,
                    at=self.at,
                    values={
                        "person": person,
                        "text": new.original_name,
                        "language": new.language or "und",
                        "script": new.script or "Zyyy",
                        "form": NameForm.ORIGINAL,
                    },
                )
        return self._people[key]

    def _post(self, new: Newcomer, partner: Partner) -> Post:
        institution = new.institution
        if institution is None and new.institution_name:
            institution = self._institution(new, partner)
        key = (
            partner.pk,
            institution.pk if institution else None,
            new.post_title.casefold(),
        )
        if key not in self._posts:
            self._posts[key] = self._add(
                Post,
                {
                    "partner": partner,
                    "institution": institution,
                    "title": new.post_title,
                    # Whether others hold it too is not known yet.
                    "has_one_holder": False,
                },
            )
        return self._posts[key]

    def _institution(self, new: Newcomer, partner: Partner) -> Institution:
        key = (partner.pk, new.institution_name.casefold())
        if key not in self._institutions:
            self._institutions[key] = self._add(
                Institution,
                {
                    "partner": partner,
                    "name": new.institution_name,
                    "kind": new.institution_kind,
                },
            )
        return self._institutions[key]

    def _tenure(self, person: Person, post: Post, values: Mapping[str, Any]) -> None:
        if self.meeting.status != MeetingStatus.HELD or not self.meeting.date:
            return
        date = PartialDate.parse(self.meeting.date)
        if date.precision != Precision.DAY or date.is_approximate or date.is_uncertain:
            return
        if values.get("capacity") == Capacity.STANDING_IN:
            return
        self._add(
            Tenure,
            {
                "person": person,
                "post": post,
                "start": f"../{date.edtf}",
                "start_is_inferred": True,
                "end": f"{date.edtf}/..",
                "end_is_inferred": True,
                "is_acting": values.get("capacity") == Capacity.ACTING,
            },
        )
