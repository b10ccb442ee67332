"""Files that somebody uploaded so that their rows become records."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chancery.scope import AnyUser


class RunState(models.TextChoices):
    """How far an upload has come."""

    UPLOADED = "uploaded", _("Columns to be confirmed")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked")
    IMPORTING = "importing", _("Being imported")
    DONE = "done", _("Imported")
    FAILED = "failed", _("Given up")


BUSY = (RunState.CHECKING, RunState.IMPORTING)
OVER = (RunState.DONE, RunState.FAILED)


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Uploads."""

    def of(self, user: AnyUser) -> "ImportRunQuerySet":
        """Keep the user's own: what somebody uploaded is nobody else's to read."""
        return self.filter(uploaded_by_id=user.pk)


class ImportRun(models.Model):
    """One uploaded file on its way: read, checked, imported or given up.

    ``content`` is the file as it came, forgotten after some days together with what
    quotes it (``problems``, ``twins``); the counts stay. ``mapping`` says which column
    is which field, and what stands where a cell is empty. ``problems`` are
    ``{"row", "column", "text"}`` by row of the spreadsheet, ``twins`` are rows that
    look entered already, ``left_out`` the rows that the user chose to leave out because
    of it, ``made`` the references of what was made, each of limited length.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    # The words of problems are written in the language of who uploaded.
    language = models.CharField(max_length=8, default="en")
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)
    state = models.CharField(
        max_length=10, choices=RunState.choices, default=RunState.UPLOADED
    )
    mapping = models.JSONField(default=dict)
    rows_total = models.PositiveIntegerField(default=0)
    rows_bad = models.PositiveIntegerField(default=0)
    rows_gone_through = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    twins = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    made = models.JSONField(default=list)
    made_count = models.PositiveIntegerField(default=0)
    failure = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        default_permissions = ("view",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="chancery_importrun_state_is_known",
                condition=Q(state__in=RunState.values),
            ),
            models.CheckConstraint(
                name="chancery_importrun_over_has_its_time",
                condition=Q(
                    state__in=[str(one) for one in OVER], finished_at__isnull=False
                )
                | Q(finished_at=None) & ~Q(state__in=[str(one) for one in OVER]),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["uploaded_by", "-uploaded_at"], name="chancery_importrun_own"
            ),
            models.Index(
                fields=["uploaded_at"],
                condition=Q(content__isnull=False),
                name="chancery_importrun_kept",
            ),
        ]

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file_name

    @property
    def rows_good(self) -> int:
        """How many rows would become records."""
        return self.rows_total - self.rows_bad

    @property
    def is_busy(self) -> bool:
        """Whether a job is at work on it."""
        return self.state in BUSY
