"""Spreadsheets of people with the posts they held, and columns that rooms share."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from rapidfuzz import fuzz, process

from chancery import actions
from chancery.admin.sight import visible
from chancery.classification import classification_choices
from chancery.imports import readers
from chancery.imports.sheets import (
    Column,
    RowFaultError,
    Sheet,
    Sitting,
    Twin,
    register,
)
from chancery.models import User
from chancery.scope import scope_of
from chancery.text import Text
from partners.models import Desk, Partner, Person, PersonName, Post, Tenure
from partners.vocabulary import NameForm, NameOrder

# Two names count as perhaps the same from this likeness on, of 100.
_LIKE = 90
# So many names of one side are compared; more would take long for each row.
_MOST_COMPARED = 5_000

read_partner = readers.related(
    Partner, "short_name", "official_name", "names__text", "iso_alpha2", "iso_alpha3"
)


def own_desks(user: User) -> Sequence[Text]:
    """Return the names of the desks that the user writes for."""
    scope = scope_of(user)
    rows = visible(Desk, user).filter(archived_at=None)
    if not scope.all_desks:
        rows = rows.filter(pk__in=scope.desk_ids)
    return list(rows.order_by("name", "pk").values_list("name", flat=True))


def only_desk(user: User) -> str:
    """Return the name of the user's desk, '' where there is a choice."""
    names = own_desks(user)
    return str(names[0]) if len(names) == 1 else ""


def desk_column() -> Column:
    """Return the column that says whose record it is."""
    return Column(
        "desk",
        __("desk"),
        readers.related(Desk, "name", "name_ko", "code"),
        help=__("A desk of yours. Leave it out if you have only one."),
        is_required=True,
        allowed=own_desks,
        is_offered=True,
    )


def classification_column() -> Column:
    """Return the column that says who may read it."""
    return Column(
        "classification",
        __("classification"),
        readers.classification(),
        help=__("Empty means public."),
        allowed=lambda _user: [label for _level, label in classification_choices()],
        is_offered=True,
    )


@register
class PeopleSheet(Sheet):
    """People, one row for each post that somebody held."""

    code = "people"
    label = __("people")
    help = __(
        "One row for each person; a further row with the same name and partner adds a"
        " further post of the same person."
    )
    makes = (Person, PersonName, Tenure)
    columns: ClassVar = (
        Column(
            "reference",
            __("reference"),
            readers.related(Person),
            help=__(
                "Only for a person who is entered already and gets a further post."
            ),
        ),
        Column(
            "name",
            __("name"),
            readers.text(200),
            help=__("In full, as it is usually written."),
            example="Batbold Enkhbayar",
            also=("full name", "성명"),
        ),
        Column(
            "partner",
            __("partner"),
            read_partner,
            help=__(
                "The side the person speaks for: a name, an ISO code, a reference."
            ),
            example="MN",
            also=("country",),
        ),
        Column(
            "family_name",
            __("family name"),
            readers.text(100),
            example="Batbold",
        ),
        Column("given_name", __("given name"), readers.text(100), example="Enkhbayar"),
        Column(
            "name_order",
            __("name order"),
            readers.choice(NameOrder),
            example=NameOrder.FAMILY_FIRST.label,
            allowed=readers.labels(NameOrder),
        ),
        Column(
            "name_ko",
            __("name in Korean"),
            readers.text(300),
            example="바트볼드 엥흐바야르",
            also=("korean name",),
        ),
        Column(
            "other_names",
            __("other names"),
            readers.several(readers.text(300)),
            help=__("Other spellings, separated by semicolons."),
        ),
        Column(
            "post",
            __("post"),
            readers.text(200),
            help=__("A post that is entered already: its title or its reference."),
            also=("title", "position"),
        ),
        Column(
            "post_partner",
            __("partner of the post"),
            read_partner,
            help=__("Where it is another than the person's."),
        ),
        Column(
            "start",
            __("from"),
            readers.partial_date,
            help=__("As far as it is known: 2021-06-25, 2021-06 or 2021."),
            also=("start", "since"),
        ),
        Column("end", __("to"), readers.partial_date, also=("end", "until")),
        Column(
            "is_acting",
            __("acting"),
            readers.yes_no,
            help=__("Yes or no."),
        ),
        Column("note", __("note"), readers.text()),
        desk_column(),
        classification_column(),
    )

    def defaults(self, user: User) -> dict[str, str]:
        """Offer the user's desk."""
        return {"desk": only_desk(user)}

    def write(self, values: Mapping[str, Any], sitting: Sitting) -> Person:
        """Make the person, or find the one of an earlier row, and the post held."""
        post = self._post(values, sitting)
        key = ("person", *_name_key(values))
        person: Person | None = values.get("reference") or sitting.known.get(key)
        if person is None:
            person = self._person(values, sitting)
        elif post is None:
            raise RowFaultError(
                "post", _("The person is entered already, and no post is added.")
            )
        if post is not None:
            actions.add(
                Tenure,
                by=sitting.by,
                at=sitting.at,
                values={
                    "person": person,
                    "post": post,
                    **_chosen(values, "start", "end", "is_acting"),
                    **_chosen(values, "desk", "classification"),
                },
            )
        if "name" in values:
            sitting.known[key] = person
        return person

    def twins(
        self, values: Mapping[str, Any], number: int, sitting: Sitting
    ) -> list[Twin]:
        """Return people of the same side with such a name."""
        key = _name_key(values)
        if "reference" in values or "name" not in values:
            return []
        rows: dict[Any, int] = sitting.known.setdefault("rows of names", {})
        if key in rows:
            return []  # a further post of the same person
        rows[key] = number
        partner: Partner | None = values.get("partner")
        names = _known_names(partner, sitting)
        hits = process.extract(
            readers.folded(values["name"]),
            [name for name, _person in names],
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_LIKE,
            limit=3,
        )
        found = {names[place][1].pk: names[place][1] for _n, _s, place in hits}
        return [Twin(person.name, person.reference) for person in found.values()]

    def _person(self, values: Mapping[str, Any], sitting: Sitting) -> Person:
        if not values.get("name"):
            raise RowFaultError(
                "name", _("Write a name, or the reference of a person entered already.")
            )
        person = actions.add(
            Person,
            by=sitting.by,
            at=sitting.at,
            values=_chosen(
                values,
                *("name", "partner", "family_name", "given_name", "name_order"),
                *("note", "desk", "classification"),
            ),
        )
        names = [
            (name, "en", "Latn", NameForm.ALIAS)
            for name in values.get("other_names", [])
        ]
        if values.get("name_ko"):
            names.append((values["name_ko"], "ko", "Hang", NameForm.ALIAS))
        for text, language, script, form in names:
            actions.add(
                PersonName,
                by=sitting.by,
                at=sitting.at,
                values={
                    "person": person,
                    "text": text,
                    "language": language,
                    "script": script,
                    "form": form,
                },
            )
        return person

    def _post(self, values: Mapping[str, Any], sitting: Sitting) -> Post | None:
        text = values.get("post")
        if not text:
            if {"start", "end", "is_acting"} & set(values):
                raise RowFaultError("post", _("Say which post was held at that time."))
            return None
        person: Person | None = values.get("reference")
        partner = (
            values.get("post_partner")
            or values.get("partner")
            or (person.partner if person else None)
        )
        key = ("post", text, partner.pk if partner else None)
        if key not in sitting.known:
            found = readers.candidates(Post, ("title", "title_ko"), text, sitting.by)
            if partner is not None and not text.startswith(f"{Post.prefix}-"):
                found = [post for post in found if post.partner_id == partner.pk]
            sitting.known[key] = found
        found = sitting.known[key]
        if len(found) != 1:
            raise RowFaultError("post", readers.unclear(text, found))
        post: Post = found[0]
        return post


def _name_key(values: Mapping[str, Any]) -> tuple[str, int | None]:
    partner = values.get("partner")
    return readers.folded(values.get("name", "")), partner.pk if partner else None


def _chosen(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}


def _known_names(partner: Partner | None, sitting: Sitting) -> list[tuple[str, Person]]:
    """Return the names of a side's people that the user may see, read once."""
    key = ("names of", partner.pk if partner else None)
    if key not in sitting.known:
        people = {
            person.pk: person
            for person in visible(Person, sitting.by)
            .filter(partner=partner, archived_at=None)
            .order_by("pk")[:_MOST_COMPARED]
        }
        others = visible(PersonName, sitting.by).filter(person__in=people)
        sitting.known[key] = [
            *((readers.folded(person.name), person) for person in people.values()),
            *(
                (readers.folded(text), people[pk])
                for text, pk in others.values_list("text", "person_id")
            ),
        ]
    names: list[tuple[str, Person]] = sitting.known[key]
    return names
