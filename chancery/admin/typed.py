"""Django's admin classes as the type checker knows them, and names for what is open.

The classes are generic in the stubs only; ours take any model, so they derive from
these names instead of repeating the difference. The aliases stand for ``Any`` where
Django hands over rows, forms and options of every kind.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

Row = Any  # a row of whatever model the page is about
Form = Any  # a form or formset over such a row
Admin = Any  # the admin of any model
Options = Any  # what Django passes through by keyword
Anything = Any  # Django's unions that mypy and we need not tell apart

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    BaseModelAdmin = admin.options.BaseModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
    InlineModelAdmin = admin.options.InlineModelAdmin[Any, Any]
    ModelForm = forms.ModelForm[Any]
    ModelChoiceField = forms.ModelChoiceField[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    BaseModelAdmin = admin.options.BaseModelAdmin
    StackedInline = admin.StackedInline
    TabularInline = admin.TabularInline
    InlineModelAdmin = admin.options.InlineModelAdmin
    ModelForm = forms.ModelForm
    ModelChoiceField = forms.ModelChoiceField
    InlineFormSet = forms.BaseInlineFormSet

__all__ = [
    "Admin",
    "Anything",
    "BaseModelAdmin",
    "Form",
    "InlineFormSet",
    "InlineModelAdmin",
    "ModelAdmin",
    "ModelChoiceField",
    "ModelForm",
    "Options",
    "Row",
    "StackedInline",
    "TabularInline",
]
