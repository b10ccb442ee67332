"""Institutions, posts, people and who held what when."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column, date_column
from chancery.admin.inlines import PartInline
from chancery.admin.record import RecordAdmin
from chancery.models import User
from partners.admin.facts import facts_of_people
from partners.admin.merging.mergeable import MergeableAdmin
from partners.admin.parts import (
    PEOPLE,
    CitationInline,
    InstitutionNameInline,
    PersonNameInline,
)
from partners.models import Institution, Person, Post, Tenure
from partners.similar import similar_people
from seeds.admin import Cited


class TenureInline(PartInline):
    """Tenures are records: ended or archived, not removed."""

    model = Tenure
    order: ClassVar[tuple[str, ...]] = ("-start_earliest", "-pk")


class PostsHeld(TenureInline):
    """What a person held."""

    fk_name = "person"
    fields = ("post", "start", "end", "is_acting", "desk")
    verbose_name_plural = _("posts held")


class HoldersOfPost(TenureInline):
    """Who held a post."""

    fk_name = "post"
    fields = ("person", "start", "end", "is_acting", "desk")
    verbose_name_plural = _("holders")


@admin.register(Person)
class PersonAdmin(Cited, MergeableAdmin):
    """People on every side."""

    section = PEOPLE
    icon = "person"
    list_display = ("name", "partner", "desk", "reference")
    list_filter = ("desk",)
    search_fields = ("name", "family_name", "given_name", "names__text", "reference")
    ordering = ("name", "pk")
    names_with = ("partner",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "partner"),
                    ("family_name", "given_name", "name_order"),
                    ("desk", "classification"),
                    "note",
                )
            },
        ),
    )
    inlines = (PersonNameInline, PostsHeld, CitationInline)
    cited_through = ("person", "tenure__person")

    def describe(self, row: Person) -> str:
        """Tell people of one name apart."""
        return f"{row.name} · {row.partner}" if row.partner else row.name

    def near(self, user: User, words: str) -> list[int]:
        """Find other spellings of a name that nobody bears as it was typed."""
        return similar_people(user, words)

    def facts(
        self, request: HttpRequest, people: list[Person]
    ) -> dict[int, dict[str, Any]]:
        """Tell whose side people are on, and their posts on the day asked about."""
        return facts_of_people(request, people)


@admin.register(Post)
class PostAdmin(Cited, MergeableAdmin):
    """Offices that people hold; they exist while vacant."""

    section = PEOPLE
    icon = "post"
    list_display = ("title", "partner", "institution", "accredited_to", "reference")
    list_filter = ("desk", "has_one_holder")
    search_fields = ("title", "title_ko", "reference", "partner__short_name")
    ordering = ("title", "pk")
    names_with = ("partner",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("title", "title_ko"),
                    ("partner", "institution"),
                    ("accredited_to", "has_one_holder"),
                    ("desk", "classification"),
                )
            },
        ),
    )
    inlines = (HoldersOfPost, CitationInline)
    cited_through = ("post", "tenure__post")


@admin.register(Institution)
class InstitutionAdmin(Cited, MergeableAdmin):
    """Ministries, agencies, missions, legislatures."""

    section = PEOPLE
    icon = "building"
    list_display = (
        "name",
        "partner",
        choice_column("kind", _("kind")),
        "parent",
        "reference",
    )
    list_filter = ("kind", "desk")
    search_fields = ("name", "names__text", "reference", "partner__short_name")
    ordering = ("name", "pk")
    names_with = ("partner",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "kind"),
                    ("partner", "parent"),
                    ("desk", "classification"),
                    "note",
                )
            },
        ),
    )
    inlines = (InstitutionNameInline, CitationInline)
    cited_through = ("institution",)

    def describe(self, row: Institution) -> str:
        """Tell ministries of one name apart."""
        return f"{row.name} · {row.partner}"


@admin.register(Tenure)
class TenureAdmin(Cited, RecordAdmin):
    """Who held which post over which time."""

    section = PEOPLE
    icon = "tenure"
    list_display = (
        "person",
        "post",
        date_column("start", _("from")),
        date_column("end", _("to")),
        "is_acting",
        "reference",
    )
    list_filter = ("is_acting", "desk")
    search_fields = ("person__name", "person__names__text", "post__title", "reference")
    ordering = ("-start_earliest", "-pk")
    names_with = ("person", "post__partner")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("person", "post"),
                    ("start", "start_is_inferred"),
                    ("end", "end_is_inferred"),
                    ("is_acting", "desk", "classification"),
                )
            },
        ),
    )
    inlines = (CitationInline,)
    cited_through = ("tenure",)
