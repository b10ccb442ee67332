"""Uploads on their way to becoming records."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chancery", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                ),
                ("kind", models.CharField(max_length=40)),
                ("uploaded_at", models.DateTimeField()),
                ("language", models.CharField(default="en", max_length=8)),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "Columns to be confirmed"),
                            ("checking", "Being checked"),
                            ("checked", "Checked"),
                            ("importing", "Being imported"),
                            ("done", "Imported"),
                            ("failed", "Given up"),
                        ],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                ("mapping", models.JSONField(default=dict)),
                ("rows_total", models.PositiveIntegerField(default=0)),
                ("rows_bad", models.PositiveIntegerField(default=0)),
                ("rows_gone_through", models.PositiveIntegerField(default=0)),
                ("problems", models.JSONField(default=list)),
                ("twins", models.JSONField(default=list)),
                ("left_out", models.JSONField(default=list)),
                ("made", models.JSONField(default=list)),
                ("made_count", models.PositiveIntegerField(default=0)),
                ("failure", models.TextField(blank=True)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        fields=["uploaded_by", "-uploaded_at"],
                        name="chancery_importrun_own",
                    ),
                    models.Index(
                        condition=models.Q(("content__isnull", False)),
                        fields=["uploaded_at"],
                        name="chancery_importrun_kept",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "uploaded",
                                    "checking",
                                    "checked",
                                    "importing",
                                    "done",
                                    "failed",
                                ],
                            )
                        ),
                        name="chancery_importrun_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", False),
                                ("state__in", ["done", "failed"]),
                            ),
                            models.Q(
                                ("finished_at", None),
                                models.Q(
                                    ("state__in", ["done", "failed"]), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="chancery_importrun_over_has_its_time",
                    ),
                ],
            },
        ),
    ]
