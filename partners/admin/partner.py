"""Partners and the groups they belong to."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chancery.admin.display import choice_column, date_column, date_words
from chancery.admin.inlines import PartInline
from chancery.admin.pages import Panel
from chancery.admin.record import PartAdmin
from chancery.admin.sight import sighted, visible
from chancery.admin.typed import Anything
from partners.admin.merging.mergeable import MergeableAdmin
from partners.admin.parts import PEOPLE, CitationInline, PartnerNameInline
from partners.models import GroupMembership, Partner, RelationStep
from seeds.admin import Cited


class MembershipInline(PartInline):
    """Groups that the partner belongs to."""

    model = GroupMembership
    fk_name = "member"
    fields = ("group", "role", "since", "until")
    verbose_name = _("group it belongs to")
    verbose_name_plural = _("groups it belongs to")


class MemberInline(PartInline):
    """Members of the group."""

    model = GroupMembership
    fk_name = "group"
    fields = ("member", "role", "since", "until")
    verbose_name = _("member")
    verbose_name_plural = _("members")
    order: ClassVar[tuple[str, ...]] = ("member__short_name", "pk")


@admin.register(Partner)
class PartnerAdmin(Cited, MergeableAdmin):
    """States, organisations, groups and other actors."""

    section = PEOPLE
    icon = "globe"
    list_display = (
        "short_name",
        choice_column("kind", _("kind")),
        "iso_alpha3",
        "region",
        "desk",
        "reference",
    )
    list_filter = ("kind", "desk", "region")
    search_fields = (
        "short_name",
        "official_name",
        "names__text",
        "iso_alpha2",
        "iso_alpha3",
        "reference",
    )
    ordering = ("short_name", "pk")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("short_name", "kind"),
                    ("official_name", "region"),
                    ("desk", "classification"),
                )
            },
        ),
        (
            _("Codes and succession"),
            {
                "fields": (
                    ("iso_alpha2", "iso_alpha3", "iso_numeric"),
                    ("successor", "is_home"),
                    "note",
                )
            },
        ),
    )
    inlines = (PartnerNameInline, MembershipInline, MemberInline, CitationInline)
    cited_through = ("partner", "membership__member", "membership__group")

    def get_inlines(self, request: HttpRequest, obj: Partner | None) -> Anything:  # noqa: ARG002 - Django's signature
        """Only groups and organisations have members."""
        if obj is not None and obj.kind in {"group", "organisation"}:
            return self.inlines
        return tuple(one for one in self.inlines if one is not MemberInline)

    def describe(self, row: Partner) -> str:
        """Tell partners apart in a search box."""
        return f"{row.short_name} ({row.iso_alpha3})" if row.iso_alpha3 else str(row)

    def panels(self, request: HttpRequest, record: Partner) -> list[Panel]:
        """Show how the partner stands to others."""
        rows = visible(RelationStep, request.user).filter(
            Q(first=record) | Q(second=record), archived_at=None
        )
        steps = sighted(rows, request.user, ("first", "second", "tier"))
        ladder = [
            {
                "step": step,
                "other": step.second if step.first_id == record.pk else step.first,
                "date": date_words(step.date, is_inferred=step.date_is_inferred),
            }
            for step in steps.order_by("date_earliest", "pk")[:100]
        ]
        shown = (
            [Panel("admin/partners/ladder.html", {"steps": ladder})] if ladder else []
        )
        return [*shown, *super().panels(request, record)]


@admin.register(GroupMembership)
class GroupMembershipAdmin(Cited, PartAdmin):
    """One membership, for its citations."""

    section = PEOPLE
    list_display = (
        "member",
        "group",
        choice_column("role", _("role")),
        date_column("since", _("since")),
        date_column("until", _("until")),
    )
    list_filter = ("role",)
    search_fields = ("member__short_name", "group__short_name", "reference")
    ordering = ("group", "member", "pk")
    names_with = ("group", "member")
    fields = (("group", "member"), ("role", "since", "until"))
    inlines = (CitationInline,)
    cited_through = ("membership",)
