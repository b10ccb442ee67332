"""Our own side over the API: desks and officers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from rest_framework.serializers import CharField

from chancery.api.briefs import TITLE, called, seen_through
from chancery.api.fields import RelatedList
from chancery.api.permissions import seen
from chancery.api.registry import collection
from chancery.api.serializers import ScopedSerializer, columns, parts
from chancery.api.viewsets import Collection, RecordCollection
from chancery.models import User
from chancery.scope import AnyUser
from partners.models import Desk, Officer, OfficerDesk

# As ``str(officer)`` has it: the person's name, or the account's where none is given.
OFFICER_NAME = Coalesce(
    NullIf(Trim(Concat("user__first_name", Value(" "), "user__last_name")), Value("")),
    F("user__username"),
)


def accounts(user: AnyUser) -> models.QuerySet[Any]:
    """Return the accounts that the user may know of, each shown as its officer.

    An account without an officer, the system's own for one, looks like one whose
    officer is hidden: like none.
    """
    officers = seen(Officer, user).annotate(**{TITLE: OFFICER_NAME})
    own = officers.filter(user=OuterRef("pk"))
    return (
        User.objects.filter(pk__in=seen(Officer, user).values("user"))
        .only("pk")
        .annotate(
            reference=Subquery(own.values("reference")),
            **{TITLE: Subquery(own.values(TITLE))},
        )
    )


called(Desk, codes=("code",))
called(Officer, title=OFFICER_NAME)
seen_through(User, accounts)


class DeskSerializer(ScopedSerializer):
    """A unit of our ministry."""

    class Meta:
        model = Desk
        fields = columns(Desk)


class OfficerDeskSerializer(ScopedSerializer):
    """An officer works at a desk."""

    class Meta:
        model = OfficerDesk
        fields = columns(OfficerDesk)


class DeskDetail(DeskSerializer):
    """A unit of our ministry with the units and officers in it."""

    units = RelatedList(model=Desk)
    officers = parts(OfficerDeskSerializer, inside="desk", source="officer_desks")

    class Meta(DeskSerializer.Meta):
        fields = (*DeskSerializer.Meta.fields, "units", "officers")


class OfficerSerializer(ScopedSerializer):
    """What the house knows of a colleague."""

    name = CharField(read_only=True)
    desks = parts(OfficerDeskSerializer, inside="officer", source="officer_desks")

    class Meta:
        model = Officer
        # Of the account no more than the name.
        fields = ("name", *columns(Officer, without=["user"]), "desks")

    @classmethod
    def derived(cls, *, user: AnyUser, today: date) -> Mapping[str, Any]:  # noqa: ARG003 - the same for all
        """Return the officer's name."""
        return {"name": OFFICER_NAME}


@collection("desks")
class DeskViewSet(RecordCollection):
    """Units of our ministry that look after partners."""

    family = "Our own side"
    serializer_class = DeskSerializer
    detail_class = DeskDetail
    orderings = {"name": ("name",), "code": ("code",)}
    search = ("name", "name_ko", "code")
    exact = ("code",)


@collection("officers")
class OfficerViewSet(RecordCollection):
    """Our colleagues."""

    family = "Our own side"
    serializer_class = OfficerSerializer


@collection("officer-desks")
class OfficerDeskViewSet(Collection):
    """Which officers work at which desks."""

    family = "Our own side"
    serializer_class = OfficerDeskSerializer
