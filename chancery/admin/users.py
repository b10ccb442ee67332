"""Accounts, roles and keys: for administrators."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chancery.admin.rights import user_of
from chancery.admin.sections import ADMINISTRATION
from chancery.admin.typed import Anything, Form, ModelAdmin, Options, Row
from chancery.models import ApiKey, User
from chancery.text import Text, label_of

if TYPE_CHECKING:
    _UserAdmin = DjangoUserAdmin[User]
    _CreationForm = AdminUserCreationForm[User]
else:
    _UserAdmin = DjangoUserAdmin
    _CreationForm = AdminUserCreationForm


@dataclass(frozen=True)
class Need:
    """What an account lacks before anybody can work with it, and where to give it."""

    sentence: Text
    label: Text
    address: str


_CHECKS: list[Callable[[User], Need | None]] = []


def account_needs(check: Callable[[User], Need | None]) -> None:
    """Ask a room, on each account's page, what the account still needs there."""
    _CHECKS.append(check)


class NewUserForm(_CreationForm):
    """Django's form, for our accounts: with roles, and the admin open to people."""

    class Meta:
        model = User
        fields = (
            "username",
            "first_name",
            "last_name",
            "email",
            "is_service_account",
            "groups",
        )

    def save(self, commit: bool = True) -> User:  # noqa: FBT001, FBT002 - Django's signature
        """Let a person into the admin; a service has the API only."""
        self.instance.is_staff = not self.instance.is_service_account
        return super().save(commit)


class _LikeRecords:
    """Makes a page of Django's read as those of records: its name, bare labels."""

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,  # noqa: ANN401 - Django's, passed on
        **options: Any,  # noqa: ANN401 - as above
    ) -> HttpResponse:
        """Say which row it is, and end no label with a colon."""
        context["adminform"].form.label_suffix = ""
        if context.get("original") is not None:
            context["title"] = str(context["original"])
            context["subtitle"] = None
        page: HttpResponse = super().render_change_form(  # type: ignore[misc]
            request, context, *args, **options
        )
        return page


@admin.register(User)
class UserAdmin(_LikeRecords, _UserAdmin):
    """Accounts. They are switched off, never deleted: the history names them."""

    section = ADMINISTRATION
    icon = "user"
    add_form = NewUserForm
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    "username",
                    ("first_name", "last_name"),
                    "email",
                    "usable_password",
                    "password1",
                    "password2",
                )
            },
        ),
        (gettext_lazy("Rights"), {"fields": ("is_service_account", "groups")}),
    )
    list_display = (
        "username",
        "first_name",
        "last_name",
        "role_names",
        "is_active",
        "is_service_account",
        "last_login",
    )
    list_filter = ("is_active", "is_service_account", "groups")
    ordering = ("username",)
    filter_horizontal = ("groups",)
    show_full_result_count = False
    actions = None
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (
            gettext_lazy("Person"),
            {"fields": (("first_name", "last_name"), "email")},
        ),
        (
            gettext_lazy("Rights"),
            {"fields": ("is_active", "is_staff", "is_service_account", "groups")},
        ),
        (gettext_lazy("Dates"), {"fields": (("last_login", "date_joined"),)}),
    )

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[User]":
        """Leave the system itself out: nobody signs in as it."""
        rows = super().get_queryset(request).filter(is_system=False)
        return rows.prefetch_related("groups")

    @admin.display(description=gettext_lazy("roles"), empty_value="–")
    def role_names(self, user: User) -> str:
        """Return the roles in a line."""
        return ", ".join(group.name for group in user.groups.all())

    def get_fieldsets(self, request: HttpRequest, obj: Row = None) -> Anything:
        """Let only a superuser make another."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not user_of(request).is_superuser:
            return fieldsets
        return [*fieldsets, (_("Everything"), {"fields": ("is_superuser",)})]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the account, and first what it still needs."""
        account = self.get_object(request, object_id)
        if account is not None and request.method == "GET":
            for need in filter(None, (check(account) for check in _CHECKS)):
                link = format_html('<a href="{}">{}</a>', need.address, need.label)
                messages.warning(request, format_html("{} {}", need.sentence, link))
        return super().change_view(request, object_id, form_url, extra_context)

    def get_readonly_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - as above
        """Dates are facts."""
        return ("last_login", "date_joined")

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Nobody below a superuser touches one: its password would be theirs."""
        if getattr(obj, "is_superuser", False) and not user_of(request).is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """See the class."""
        return False


admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Roles are data of the installation; here they are read."""

    section = ADMINISTRATION
    icon = "shield"
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """Roles come with the software."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """As above."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """As above."""
        return False


@admin.register(ApiKey)
class ApiKeyAdmin(_LikeRecords, ModelAdmin):
    """Keys of external systems: shown once, revocable."""

    section = ADMINISTRATION
    icon = "key"
    list_display = ("name", "prefix", "user", "created_at", "expires_at", "state")
    list_select_related = ("user",)
    search_fields = ("name", "prefix", "user__username")
    ordering = ("-created_at", "-pk")
    show_full_result_count = False
    actions = ("revoke",)
    fields = ("name", "user", "expires_at")

    @admin.display(description=gettext_lazy("state"))
    def state(self, key: ApiKey) -> str:
        """Return whether the key opens anything."""
        if key.revoked_at is not None:
            return _("Revoked")
        return _("Valid") if key.is_valid(timezone.now()) else _("Expired")

    def get_readonly_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - Django's union
        """A key stays with its account."""
        return ("user", "prefix", "created_at", "revoked_at") if obj else ()

    def get_fields(self, request: HttpRequest, obj: Row = None) -> Anything:  # noqa: ARG002 - as above
        """Show what is known of a key that exists."""
        return (
            ("name", "user", "prefix", "expires_at", "created_at", "revoked_at")
            if obj
            else self.fields
        )

    def formfield_for_foreignkey(
        self,
        db_field: "models.ForeignKey[Any, Any]",
        request: HttpRequest,
        **options: Options,
    ) -> Anything:
        """Offer active accounts; a key of a superuser is for superusers to make."""
        rows = User.objects.filter(is_active=True, is_system=False)
        if not user_of(request).is_superuser:
            rows = rows.filter(is_superuser=False)
        options["queryset"] = rows.order_by("-is_service_account", "username")
        options["label"] = label_of(db_field)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def save_model(
        self,
        request: HttpRequest,
        obj: Row,
        form: Form,
        change: bool,  # noqa: FBT001 - Django's signature
    ) -> None:
        """Issue a new key and show its secret this once."""
        if change:
            super().save_model(request, obj, form, change)
            return
        key, secret = ApiKey.issue(
            user=obj.user,
            name=obj.name,
            at=timezone.now(),
            expires_at=obj.expires_at,
        )
        obj.pk = key.pk
        obj.refresh_from_db()
        messages.warning(
            request,
            format_html(
                "{} <code>{}</code>",
                _("Copy the key now; it is never shown again:"),
                secret,
            ),
        )

    @admin.action(
        permissions=["change"], description=gettext_lazy("Revoke the chosen keys")
    )
    def revoke(self, request: HttpRequest, keys: "models.QuerySet[ApiKey]") -> None:
        """End keys at once."""
        ended = keys.filter(revoked_at=None).update(revoked_at=timezone.now())
        messages.success(request, _("Keys revoked: %d.") % ended)

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:  # noqa: ARG002 - as above
        """A revoked key stays on record."""
        return False
