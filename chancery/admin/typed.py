"""Django's admin classes as the type checker knows them.

They are generic in the stubs only; our classes take any model, so they derive from
these names instead of repeating the difference.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

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
    "BaseModelAdmin",
    "InlineFormSet",
    "InlineModelAdmin",
    "ModelAdmin",
    "ModelChoiceField",
    "ModelForm",
    "StackedInline",
    "TabularInline",
]
