"""What is asked of one open item."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from chancery.admin.forms import VersionField
from engagements.actions.carrying import KINDS, Choice, current_text
from engagements.models import Commitment, Mention
from engagements.vocabulary import MentionKind

# The key that chooses each, shown beside it.
KEYS: Final = {
    MentionKind.RAISED: "r",
    MentionKind.REAFFIRMED: "a",
    MentionKind.REVISED: "v",
    MentionKind.REPORTED: "p",
    MentionKind.FULFILLED: "f",
    MentionKind.WITHDRAWN: "w",
    MentionKind.NOT_RAISED: "n",
}
# Fields that say what the page looked like, not what the officer wants.
_STATE: Final = frozenset({"version", "seen"})


class ItemForm(forms.Form):
    """What became of one commitment at the meeting."""

    version = VersionField()
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        label=_("What became of it"),
        required=False,
        choices=[("", _("Not yet")), *((k.value, k.label) for k in KINDS)],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    text_after = forms.CharField(
        label=_("New wording"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )
    changes_text = forms.BooleanField(
        label=_("The commitment is worded so from now on"), required=False
    )
    reports_done = forms.BooleanField(label=_("Also report it done"), required=False)

    def __init__(
        self,
        commitment: Commitment,
        standing: Mention | None,
        seen: str,
        data: Any = None,  # noqa: ANN401 - what was posted, if anything
    ) -> None:
        """Begin with what stands chosen for the meeting."""
        self.commitment = commitment
        initial: dict[str, Any] = {
            "version": commitment.version,
            "seen": seen,
            "choice": standing.kind if standing else "",
            "note": standing.note if standing else "",
            "text_after": (standing.text_after if standing else "")
            or current_text(commitment),
            "changes_text": standing is None,
        }
        super().__init__(
            data, initial=initial, prefix=commitment.reference, label_suffix=""
        )
        if standing is not None and standing.kind not in KINDS:
            # Said in a way that is not offered here: it stands as it is.
            self.fields["choice"].disabled = True

    def is_touched(self) -> bool:
        """Tell whether the officer changed anything that counts."""
        chosen = self.data.get(self.add_prefix("choice"))
        if chosen is None:
            # A page always sends one; to leave it out is not to take anything back.
            return False
        changed = set(self.changed_data) - _STATE
        if chosen != MentionKind.REVISED:
            changed -= {"text_after", "changes_text"}
        return bool(changed)

    def renew(self) -> None:
        """Let a refused form carry how things stand now.

        The page that shows it again shows that too; to save it again is to have seen.
        """
        if self.is_bound:
            given: Any = self.data
            self.data = given.copy()
            for name in _STATE:
                self.data[self.add_prefix(name)] = str(self.initial[name])  # type: ignore[index]

    def clean(self) -> dict[str, Any]:
        """Ask what became of it, where something was written about it."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("choice")
        is_new = not self.initial["choice"]
        if not kind and is_new and (cleaned.get("note") or cleaned.get("reports_done")):
            self.add_error("choice", _("Choose what became of it."))
        text = (cleaned.get("text_after") or "").strip()
        if (
            kind == MentionKind.REVISED
            and self.initial["choice"] != kind
            and text == current_text(self.commitment)
        ):
            self.add_error("text_after", _("Change the wording, or choose another."))
        return cleaned

    def to_choice(self) -> Choice:
        """Return what is to be written."""
        said = self.cleaned_data
        return Choice(
            commitment=self.commitment,
            kind=said["choice"],
            note=said["note"],
            text_after=said["text_after"],
            version=said["version"],
            seen=said["seen"],
            changes_text=said["changes_text"],
            reports_done=said["reports_done"],
        )
