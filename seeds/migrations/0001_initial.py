"""The first tables, each with its constraints and triggers."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import chancery.classification
import chancery.dates.fields
import chancery.models.record


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chancery", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Source",
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
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False,
                        max_length=32,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                (
                    "classification",
                    models.PositiveSmallIntegerField(
                        choices=chancery.classification.classification_choices,
                        default=0,
                        verbose_name="classification",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="created at",
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="updated at",
                    ),
                ),
                (
                    "archived_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="archived at",
                    ),
                ),
                (
                    "archived_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="archived by",
                    ),
                ),
                (
                    "archive_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="reason for archiving"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "publisher",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="publisher"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Official text"),
                            ("press_release", "Press release"),
                            ("news", "News report"),
                            ("cable", "Cable or memo"),
                            ("record", "Record of a meeting"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        help_text="BCP 47, e.g. en, ko.",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "url",
                    models.URLField(blank=True, max_length=500, verbose_name="address"),
                ),
                (
                    "published",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="published"
                    ),
                ),
                (
                    "published_earliest",
                    chancery.dates.fields.EarliestField("published"),
                ),
                ("published_latest", chancery.dates.fields.LatestField("published")),
                (
                    "published_is_inferred",
                    models.BooleanField(
                        default=False, verbose_name="publication date inferred"
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="SHA-256 of the text"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "abstract": False,
                "indexes": [],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("archive_reason", ""),
                                ("archived_at", None),
                                ("archived_by", None),
                            ),
                            models.Q(
                                ("archived_at__isnull", False),
                                ("archived_by__isnull", False),
                                models.Q(("archive_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="seeds_source_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="seeds_source_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("published"),
                        name="seeds_source_published_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sha256", ""),
                            ("sha256__regex", "^[0-9a-f]{64}$"),
                            _connector="OR",
                        ),
                        name="seeds_source_sha256_is_a_digest",
                        violation_error_message="A SHA-256 has 64 hexadecimal digits.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        fields=("sha256",),
                        name="seeds_source_text_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "official",
                                    "press_release",
                                    "news",
                                    "cable",
                                    "record",
                                    "other",
                                ],
                            )
                        ),
                        name="seeds_source_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "seeds_sourcehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "id", "kind", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "published_is_inferred", "publisher", "reference", "sha256", "title", "updated_at", "url", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."id", new_values."kind", new_values."language", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."published", new_values."published_is_inferred", new_values."publisher", new_values."reference", new_values."sha256", new_values."title", new_values."updated_at", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="07192aeab80eb886081325ffe13d50f1bd693a32",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_886fe",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="seeds_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "seeds_sourcehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "id", "kind", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "published_is_inferred", "publisher", "reference", "sha256", "title", "updated_at", "url", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."id", new_values."kind", new_values."language", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."published", new_values."published_is_inferred", new_values."publisher", new_values."reference", new_values."sha256", new_values."title", new_values."updated_at", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."published" IS DISTINCT FROM (new_values."published") OR old_values."published_is_inferred" IS DISTINCT FROM (new_values."published_is_inferred") OR old_values."publisher" IS DISTINCT FROM (new_values."publisher") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."url" IS DISTINCT FROM (new_values."url") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="23170cd1ee1ec84096cb9760e1d24cdeb1cb6260",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b5a0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="seeds_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "seeds_sourcehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "id", "kind", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "published_is_inferred", "publisher", "reference", "sha256", "title", "updated_at", "url", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."id", old_values."kind", old_values."language", old_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."published", old_values."published_is_inferred", old_values."publisher", old_values."reference", old_values."sha256", old_values."title", old_values."updated_at", old_values."url", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="00d13f4e94bdd26885723ee547d31ec8ea8419b9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ddf01",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="seeds_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."published" IS DISTINCT FROM (NEW."published") OR OLD."published_is_inferred" IS DISTINCT FROM (NEW."published_is_inferred") OR OLD."publisher" IS DISTINCT FROM (NEW."publisher") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="0f301e66409a0b3d406a5f8160cb2f90995e7916",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_cbefc",
                            table="seeds_source",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="59396cf16f2a10037076a24af21da33a4c68b09d",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_9c4d2",
                            table="seeds_source",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="5494c8278447662385e919f59081fc8b18163db2",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_979f3",
                            table="seeds_source",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="57da200960ec2173e0ea64183041f19b5d42b1ac",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_b99b6",
                            table="seeds_source",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="seeds.source",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "classification",
                    models.PositiveSmallIntegerField(
                        choices=chancery.classification.classification_choices,
                        default=0,
                        verbose_name="classification",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="created at",
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="updated at",
                    ),
                ),
                (
                    "archived_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="archived at",
                    ),
                ),
                (
                    "archived_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="archived by",
                    ),
                ),
                (
                    "archive_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="reason for archiving"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "publisher",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="publisher"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Official text"),
                            ("press_release", "Press release"),
                            ("news", "News report"),
                            ("cable", "Cable or memo"),
                            ("record", "Record of a meeting"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        default="en",
                        help_text="BCP 47, e.g. en, ko.",
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "url",
                    models.URLField(blank=True, max_length=500, verbose_name="address"),
                ),
                (
                    "published",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="published"
                    ),
                ),
                (
                    "published_is_inferred",
                    models.BooleanField(
                        default=False, verbose_name="publication date inferred"
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="SHA-256 of the text"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="source_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6dde83c1a7414c844855d8762487f15fcba0f61e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_28374",
                            table="seeds_sourcehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="LoadedSeed",
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
                ("model", models.CharField(max_length=100)),
                ("key", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("model", "key"),
                        name="seeds_loadedseed_row_is_loaded_once",
                    )
                ],
                "indexes": [],
            },
        ),
    ]
