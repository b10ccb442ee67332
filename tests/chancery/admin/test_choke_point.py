"""A new model cannot forget the choke point."""

from django.contrib import admin

from chancery.admin.base import ScopedAdmin
from chancery.admin.inlines import ScopedInline
from chancery.admin.typed import InlineModelAdmin
from tests.admin_builders import MAKERS, domain_admins
from tests.domain import MODELS, NAMED


def _inlines() -> set[type[InlineModelAdmin]]:
    return {inline for _model, one in domain_admins() for inline in one.inlines}


def test_domain_admins_derive_from_the_base() -> None:
    strays = {
        model.__name__
        for model, model_admin in domain_admins()
        if not isinstance(model_admin, ScopedAdmin)
    }
    assert strays == set()


def test_domain_inlines_derive_from_the_base() -> None:
    assert {
        one.__name__ for one in _inlines() if not issubclass(one, ScopedInline)
    } == (set())


def test_no_admin_or_inline_has_a_queryset_of_its_own() -> None:
    classes = {type(one) for _model, one in domain_admins()} | _inlines()
    own = {
        cls.__name__
        for cls in classes
        for base in cls.__mro__
        if "get_queryset" in vars(base)
        and base not in {ScopedAdmin, ScopedInline}
        and not base.__module__.startswith("django.")
    }
    assert own == set()


def test_every_domain_model_is_reached() -> None:
    shown = {model for model, _one in domain_admins()}
    shown |= {inline.model for inline in _inlines()}
    # How a meeting's status moved is written by the database and read on its page.
    assert {model.__name__ for model in set(MODELS) - shown} == {"MeetingStatusChange"}


def test_everything_with_a_reference_has_a_page() -> None:
    assert {model for model in NAMED if not admin.site.is_registered(model)} == set()


def test_the_generic_tests_know_every_page() -> None:
    assert set(MAKERS) == {model for model, _one in domain_admins()}


def test_histories_have_no_admin_of_their_own() -> None:
    tables = {
        model._meta.label
        for model in admin.site._registry  # noqa: SLF001 - no public way
        if model._meta.app_label == "pghistory" or model.__name__.endswith("History")
    }
    assert tables == set()
