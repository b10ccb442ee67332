"""The first tables, each with its constraints and triggers."""

import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import chancery.classification
import chancery.dates.fields
import chancery.models.record
import chancery.zones
import engagements.models.agreement_event
from engagements.models.agreement_triggers import (
    DROP_STATUS_FUNCTION,
    status_function,
)
from engagements.sql import CREATE_FUNCTIONS, DROP_FUNCTIONS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chancery", "0001_initial"),
        ("partners", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("seeds", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(CREATE_FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(status_function(), DROP_STATUS_FUNCTION),
        migrations.CreateModel(
            name="Agreement",
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
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "short_title",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="short title"
                    ),
                ),
                (
                    "title_ko",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="title in Korean"
                    ),
                ),
                (
                    "instrument_type",
                    models.CharField(
                        choices=[
                            ("treaty", "Treaty"),
                            ("agreement", "Agreement"),
                            ("protocol", "Protocol"),
                            ("exchange_of_notes", "Exchange of notes"),
                            ("mou", "Memorandum of understanding"),
                            ("joint_statement", "Joint statement"),
                            ("joint_declaration", "Joint declaration"),
                            ("agency_arrangement", "Agency-to-agency arrangement"),
                            ("plan", "Plan or programme"),
                        ],
                        max_length=20,
                        verbose_name="type of instrument",
                    ),
                ),
                (
                    "is_binding",
                    models.BooleanField(
                        blank=True,
                        help_text="Whatever the title says; unknown where nobody has judged.",
                        null=True,
                        verbose_name="legally binding",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("none", "Nothing recorded yet"),
                            ("proposed", "Proposed"),
                            ("negotiating", "Under negotiation"),
                            ("concluded", "Text concluded"),
                            ("signed", "Signed, not in force"),
                            ("adopted", "Adopted"),
                            ("provisional", "Provisionally applied"),
                            ("in_force", "In force"),
                            ("suspended", "Suspended"),
                            ("terminated", "Terminated"),
                            ("expired", "Expired"),
                            ("superseded", "Superseded"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="none",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("subject", models.TextField(blank=True, verbose_name="subject")),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="e.g. ko, mn, en",
                        max_length=100,
                        verbose_name="languages",
                    ),
                ),
                (
                    "depositary",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements_deposited",
                        to="partners.partner",
                        verbose_name="depositary",
                    ),
                ),
                (
                    "entry_into_force_clause",
                    models.TextField(
                        blank=True, verbose_name="entry-into-force clause"
                    ),
                ),
                (
                    "duration_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: unlimited.",
                        null=True,
                        verbose_name="duration in months",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="notice period in months"
                    ),
                ),
                (
                    "treaty_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="treaty number"
                    ),
                ),
                (
                    "registration_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="UN registration number"
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["updated_at", "id"], name="engagements_agreement_sync"
                    )
                ],
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
                        name="engagements_agreement_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="engagements_agreement_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="engagements_agreement_has_a_title",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("treaty_number", ""), _negated=True),
                        fields=("treaty_number",),
                        name="engagements_agreement_treaty_number_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "instrument_type__in",
                                [
                                    "treaty",
                                    "agreement",
                                    "protocol",
                                    "exchange_of_notes",
                                    "mou",
                                    "joint_statement",
                                    "joint_declaration",
                                    "agency_arrangement",
                                    "plan",
                                ],
                            )
                        ),
                        name="engagements_agreement_instrument_type_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "none",
                                    "proposed",
                                    "negotiating",
                                    "concluded",
                                    "signed",
                                    "adopted",
                                    "provisional",
                                    "in_force",
                                    "suspended",
                                    "terminated",
                                    "expired",
                                    "superseded",
                                    "abandoned",
                                ],
                            )
                        ),
                        name="engagements_agreement_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="status_starts_empty",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.status := 'none'; RETURN NEW;",
                            hash="8a2b4da7fda794c335ef9fc864f92d4e076215dc",
                            operation="INSERT",
                            pgid="pgtrigger_status_starts_empty_4e2d5",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="status_is_derived",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."status" IS DISTINCT FROM (NEW."status"))',
                            func="IF NEW.status <> engagements_status_from_events(NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'An agreement''s status cannot be typed; it follows from its events.', HINT = 'Record what happened (signed, entered into force…) instead.'; END IF; RETURN NEW;",
                            hash="d54af4856640a5a6dba5e80df7bf94b17945d5cd",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_status_is_derived_28094",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "depositary_id", "desk_id", "duration_months", "entry_into_force_clause", "id", "instrument_type", "is_binding", "languages", "notice_months", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registration_number", "short_title", "status", "subject", "title", "title_ko", "treaty_number", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."depositary_id", new_values."desk_id", new_values."duration_months", new_values."entry_into_force_clause", new_values."id", new_values."instrument_type", new_values."is_binding", new_values."languages", new_values."notice_months", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."registration_number", new_values."short_title", new_values."status", new_values."subject", new_values."title", new_values."title_ko", new_values."treaty_number", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="abba2909623991e346998208a2ebf24244b60f07",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a1f48",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_agreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "depositary_id", "desk_id", "duration_months", "entry_into_force_clause", "id", "instrument_type", "is_binding", "languages", "notice_months", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registration_number", "short_title", "status", "subject", "title", "title_ko", "treaty_number", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."depositary_id", new_values."desk_id", new_values."duration_months", new_values."entry_into_force_clause", new_values."id", new_values."instrument_type", new_values."is_binding", new_values."languages", new_values."notice_months", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."registration_number", new_values."short_title", new_values."status", new_values."subject", new_values."title", new_values."title_ko", new_values."treaty_number", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="89dae89356de0c05161d1f97cb12f9b59b03931d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a14e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_agreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "depositary_id", "desk_id", "duration_months", "entry_into_force_clause", "id", "instrument_type", "is_binding", "languages", "notice_months", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registration_number", "short_title", "status", "subject", "title", "title_ko", "treaty_number", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."depositary_id", old_values."desk_id", old_values."duration_months", old_values."entry_into_force_clause", old_values."id", old_values."instrument_type", old_values."is_binding", old_values."languages", old_values."notice_months", old_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."registration_number", old_values."short_title", old_values."status", old_values."subject", old_values."title", old_values."title_ko", old_values."treaty_number", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef6b71c879d1f3c75120b467d8600735ecef7eb1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4353e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_agreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."depositary_id" IS DISTINCT FROM (NEW."depositary_id") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."duration_months" IS DISTINCT FROM (NEW."duration_months") OR OLD."entry_into_force_clause" IS DISTINCT FROM (NEW."entry_into_force_clause") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instrument_type" IS DISTINCT FROM (NEW."instrument_type") OR OLD."is_binding" IS DISTINCT FROM (NEW."is_binding") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."notice_months" IS DISTINCT FROM (NEW."notice_months") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."registration_number" IS DISTINCT FROM (NEW."registration_number") OR OLD."short_title" IS DISTINCT FROM (NEW."short_title") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ko" IS DISTINCT FROM (NEW."title_ko") OR OLD."treaty_number" IS DISTINCT FROM (NEW."treaty_number"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="ba513da096f02b669971e727d62140a254aaa1bd",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_86caa",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="4a3f8c6f42781bdb7265b17dea097be7a256bd09",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_50a87",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="9b3cf673f7c3046ceabf6672215687737d385fa0",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_acb92",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="360c21d72b67bb9d225d17b7b65cb0f0815cbb6f",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c76ee",
                            table="engagements_agreement",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementHistory",
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
                        to="engagements.agreement",
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
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "short_title",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="short title"
                    ),
                ),
                (
                    "title_ko",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="title in Korean"
                    ),
                ),
                (
                    "instrument_type",
                    models.CharField(
                        choices=[
                            ("treaty", "Treaty"),
                            ("agreement", "Agreement"),
                            ("protocol", "Protocol"),
                            ("exchange_of_notes", "Exchange of notes"),
                            ("mou", "Memorandum of understanding"),
                            ("joint_statement", "Joint statement"),
                            ("joint_declaration", "Joint declaration"),
                            ("agency_arrangement", "Agency-to-agency arrangement"),
                            ("plan", "Plan or programme"),
                        ],
                        max_length=20,
                        verbose_name="type of instrument",
                    ),
                ),
                (
                    "is_binding",
                    models.BooleanField(
                        blank=True,
                        help_text="Whatever the title says; unknown where nobody has judged.",
                        null=True,
                        verbose_name="legally binding",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("none", "Nothing recorded yet"),
                            ("proposed", "Proposed"),
                            ("negotiating", "Under negotiation"),
                            ("concluded", "Text concluded"),
                            ("signed", "Signed, not in force"),
                            ("adopted", "Adopted"),
                            ("provisional", "Provisionally applied"),
                            ("in_force", "In force"),
                            ("suspended", "Suspended"),
                            ("terminated", "Terminated"),
                            ("expired", "Expired"),
                            ("superseded", "Superseded"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="none",
                        editable=False,
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("subject", models.TextField(blank=True, verbose_name="subject")),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="e.g. ko, mn, en",
                        max_length=100,
                        verbose_name="languages",
                    ),
                ),
                (
                    "depositary",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="depositary",
                    ),
                ),
                (
                    "entry_into_force_clause",
                    models.TextField(
                        blank=True, verbose_name="entry-into-force clause"
                    ),
                ),
                (
                    "duration_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: unlimited.",
                        null=True,
                        verbose_name="duration in months",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="notice period in months"
                    ),
                ),
                (
                    "treaty_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="treaty number"
                    ),
                ),
                (
                    "registration_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="UN registration number"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="agreement_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5bbc326d919a37498c4015e52ea504903c43a28c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_26489",
                            table="engagements_agreementhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementParty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_parties",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where an agency of the partner is the party.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_parties",
                        to="partners.institution",
                        verbose_name="agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "partner", "institution"),
                        name="engagements_agreementparty_is_entered_once",
                        nulls_distinct=False,
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementpartyhistory" ("agreement_id", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."institution_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8279ba2844657818bb0fef9f5bd7becf4af2cd93",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6d61b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_agreementparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementpartyhistory" ("agreement_id", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."institution_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="48d7c83842ea12166a40149c9e35427dfe221adb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ccffb",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_agreementparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementpartyhistory" ("agreement_id", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT old_values."agreement_id", old_values."id", old_values."institution_id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="43000b8b66c3b86234457cf0058d48ebaf7da125",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2a854",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_agreementparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="9a1bfe7cc5af2ce8070713057d5d8a212a0f9bd4",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_d7847",
                            table="engagements_agreementparty",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementPartyHistory",
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
                        to="engagements.agreementparty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where an agency of the partner is the party.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.institution",
                        verbose_name="agency",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="agreementparty_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6baa4c7d28a1c7413a3a98d234b9243290b1dc49",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92279",
                            table="engagements_agreementpartyhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementLink",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("under", "Made under"),
                            ("amends", "Amends"),
                            ("supersedes", "Supersedes"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_to_it",
                        to="engagements.agreement",
                        verbose_name="other agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to another agreement",
                "verbose_name_plural": "links to other agreements",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "other", "kind"),
                        name="engagements_agreementlink_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreement", models.F("other")), _negated=True
                        ),
                        name="engagements_agreementlink_is_to_another",
                        violation_error_message="An agreement cannot refer to itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["under", "amends", "supersedes"])
                        ),
                        name="engagements_agreementlink_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementlinkhistory" ("agreement_id", "id", "kind", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."kind", new_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="65a95e47d71c22c871470b9e4bee1e98401e8d57",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8b3c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_agreementlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementlinkhistory" ("agreement_id", "id", "kind", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."kind", new_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7f5b4a8e7d5eb0f5fa38ba67bcef4af70d85ae2f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39ce4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_agreementlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementlinkhistory" ("agreement_id", "id", "kind", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT old_values."agreement_id", old_values."id", old_values."kind", old_values."other_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1c6f76d647d0aadfe5a5521588c80d4800a1857f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e123b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_agreementlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."other_id" IS DISTINCT FROM (NEW."other_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="d358dac1c1927faa4f8f889e7ba94f5669dda626",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_9d823",
                            table="engagements_agreementlink",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementLinkHistory",
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
                        to="engagements.agreementlink",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("under", "Made under"),
                            ("amends", "Amends"),
                            ("supersedes", "Supersedes"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                        verbose_name="other agreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="agreementlink_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4a4a6e4deb35e62fce30e50584bbb5631ecfbe3c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7143f",
                            table="engagements_agreementlinkhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingSeries",
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
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_ko",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in Korean"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("summit", "Summit"),
                            ("ministerial", "Ministerial"),
                            ("joint_committee", "Vice-ministerial or joint committee"),
                            ("working_level", "Working level"),
                            ("ambassadors", "With ambassadors"),
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("forum", "Forum or conference"),
                            ("internal", "Internal"),
                            ("courtesy_call", "Courtesy call"),
                            ("negotiation", "Negotiation round"),
                            ("ceremony", "Ceremony"),
                        ],
                        max_length=16,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "cadence_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months between sessions"
                    ),
                ),
                (
                    "title_pattern",
                    models.CharField(
                        blank=True,
                        help_text="{ordinal} stands for the session: '{ordinal} Joint Committee'.",
                        max_length=200,
                        verbose_name="title pattern",
                    ),
                ),
                (
                    "founding_agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="founded_series",
                        to="engagements.agreement",
                        verbose_name="founding instrument",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "meeting series",
                "verbose_name_plural": "meeting series",
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
                        name="engagements_meetingseries_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="engagements_meetingseries_reference_is_well_formed",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at", None)),
                        fields=("name",),
                        name="engagements_meetingseries_name_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cadence_months", None),
                            ("cadence_months__gte", 1),
                            _connector="OR",
                        ),
                        name="engagements_meetingseries_cadence_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "summit",
                                    "ministerial",
                                    "joint_committee",
                                    "working_level",
                                    "ambassadors",
                                    "call",
                                    "visit",
                                    "forum",
                                    "internal",
                                    "courtesy_call",
                                    "negotiation",
                                    "ceremony",
                                ],
                            )
                        ),
                        name="engagements_meetingseries_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingserieshistory" ("archive_reason", "archived_at", "archived_by_id", "cadence_months", "classification", "created_at", "desk_id", "founding_agreement_id", "id", "kind", "name", "name_ko", "note", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title_pattern", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."cadence_months", new_values."classification", new_values."created_at", new_values."desk_id", new_values."founding_agreement_id", new_values."id", new_values."kind", new_values."name", new_values."name_ko", new_values."note", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."title_pattern", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7538870fe5eb7eec54f770595e4f71e2dfe2cad7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_19d8f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_meetingseries",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingserieshistory" ("archive_reason", "archived_at", "archived_by_id", "cadence_months", "classification", "created_at", "desk_id", "founding_agreement_id", "id", "kind", "name", "name_ko", "note", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title_pattern", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."cadence_months", new_values."classification", new_values."created_at", new_values."desk_id", new_values."founding_agreement_id", new_values."id", new_values."kind", new_values."name", new_values."name_ko", new_values."note", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."title_pattern", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81fff8d34fb00e0c110504d0fe73403f3b1c9672",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8f51c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_meetingseries",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingserieshistory" ("archive_reason", "archived_at", "archived_by_id", "cadence_months", "classification", "created_at", "desk_id", "founding_agreement_id", "id", "kind", "name", "name_ko", "note", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title_pattern", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."cadence_months", old_values."classification", old_values."created_at", old_values."desk_id", old_values."founding_agreement_id", old_values."id", old_values."kind", old_values."name", old_values."name_ko", old_values."note", old_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."title_pattern", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d0048c03c9a3a243b1353411c48308c1b4a76c70",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0f77a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_meetingseries",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."cadence_months" IS DISTINCT FROM (NEW."cadence_months") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."founding_agreement_id" IS DISTINCT FROM (NEW."founding_agreement_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ko" IS DISTINCT FROM (NEW."name_ko") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."title_pattern" IS DISTINCT FROM (NEW."title_pattern"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="4664cf3a902c4a9dcd80ec1eb619ca380863f136",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_52898",
                            table="engagements_meetingseries",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5da46393ff4c2fe767eef0ab369069042d298e62",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_2ab38",
                            table="engagements_meetingseries",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="68a657d94c9e24df4038673a82a0c611794c65ad",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_a5b93",
                            table="engagements_meetingseries",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="3681e924d602d8f5ae2986f0ba49252e1cc5169d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_795a6",
                            table="engagements_meetingseries",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingSeriesHistory",
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
                        to="engagements.meetingseries",
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
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_ko",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in Korean"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("summit", "Summit"),
                            ("ministerial", "Ministerial"),
                            ("joint_committee", "Vice-ministerial or joint committee"),
                            ("working_level", "Working level"),
                            ("ambassadors", "With ambassadors"),
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("forum", "Forum or conference"),
                            ("internal", "Internal"),
                            ("courtesy_call", "Courtesy call"),
                            ("negotiation", "Negotiation round"),
                            ("ceremony", "Ceremony"),
                        ],
                        max_length=16,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "cadence_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="months between sessions"
                    ),
                ),
                (
                    "title_pattern",
                    models.CharField(
                        blank=True,
                        help_text="{ordinal} stands for the session: '{ordinal} Joint Committee'.",
                        max_length=200,
                        verbose_name="title pattern",
                    ),
                ),
                (
                    "founding_agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                        verbose_name="founding instrument",
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
                        name="meetingseries_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6144e008d86fad9ec0d5a446185fe94f0f15261a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92683",
                            table="engagements_meetingserieshistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SeriesParty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="engagements.meetingseries",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series_parties",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("guest", "Guest"),
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("third", "Third side"),
                        ],
                        default="member",
                        max_length=8,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "party of a series",
                "verbose_name_plural": "parties of a series",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "partner"),
                        name="engagements_seriesparty_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["host", "guest", "member", "observer", "third"],
                            )
                        ),
                        name="engagements_seriesparty_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_seriespartyhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "series_id", "version") SELECT new_values."id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."role", new_values."series_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f38507bb72af9ce709989642d6e9c4ef49daa832",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0f82",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_seriesparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_seriespartyhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "series_id", "version") SELECT new_values."id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."role", new_values."series_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="10bdf9570210a2acb952db0aff82159a6291eddb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3f5d5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_seriesparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_seriespartyhistory" ("id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "series_id", "version") SELECT old_values."id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."role", old_values."series_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="74cff3e68aed5b27053dd6deefd301df45f31c20",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58ac0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_seriesparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="d7f1ab430cebf0f7624493dfbe55bef361f7a441",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_345d1",
                            table="engagements_seriesparty",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SeriesPartyHistory",
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
                        to="engagements.seriesparty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meetingseries",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("guest", "Guest"),
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("third", "Third side"),
                        ],
                        default="member",
                        max_length=8,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="seriesparty_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8dc44abb5e027c7453be7e4818d99dfd04c96601",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6cc3",
                            table="engagements_seriespartyhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("summit", "Summit"),
                            ("ministerial", "Ministerial"),
                            ("joint_committee", "Vice-ministerial or joint committee"),
                            ("working_level", "Working level"),
                            ("ambassadors", "With ambassadors"),
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("forum", "Forum or conference"),
                            ("internal", "Internal"),
                            ("courtesy_call", "Courtesy call"),
                            ("negotiation", "Negotiation round"),
                            ("ceremony", "Ceremony"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("leaders", "Heads of state or government"),
                            ("ministers", "Ministers"),
                            ("vice_ministers", "Vice ministers"),
                            ("senior_officials", "Senior officials"),
                            ("ambassadors", "Ambassadors"),
                            ("working", "Working level"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="level",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("virtual", "Virtual"),
                            ("hybrid", "Hybrid"),
                            ("phone", "By telephone"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="mode",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="engagements.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="7 for the 7th session.",
                        null=True,
                        verbose_name="ordinal",
                    ),
                ),
                (
                    "date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="date"
                    ),
                ),
                ("date_earliest", chancery.dates.fields.EarliestField("date")),
                ("date_latest", chancery.dates.fields.LatestField("date")),
                (
                    "date_is_inferred",
                    models.BooleanField(default=False, verbose_name="date inferred"),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="starts at"
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ends at"),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="IANA name, e.g. Asia/Ulaanbaatar.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone of the place",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="partners.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_at_venue",
                        to="partners.place",
                        verbose_name="venue",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_hosted",
                        to="partners.partner",
                        verbose_name="host",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_in_it",
                        to="engagements.meeting",
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "parent_relation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inside", "Part of"),
                            ("margins", "On the margins of"),
                        ],
                        max_length=8,
                        verbose_name="how it belongs",
                    ),
                ),
                ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("outcome", models.TextField(blank=True, verbose_name="outcome")),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "permissions": [
                    ("correct_meeting", "Can undo that a meeting was held")
                ],
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["date_latest", "date_earliest", "id"],
                        name="engagements_meeting_date",
                    ),
                    models.Index(
                        fields=["date_earliest", "date_latest"],
                        name="engagements_meeting_period",
                    ),
                    models.Index(
                        fields=["updated_at", "id"], name="engagements_meeting_sync"
                    ),
                ],
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
                        name="engagements_meeting_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="engagements_meeting_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("date"),
                        name="engagements_meeting_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="engagements_meeting_has_a_title",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("archived_at", None),
                            models.Q(("status", "cancelled"), _negated=True),
                        ),
                        fields=("series", "ordinal"),
                        name="engagements_meeting_ordinal_is_unique_in_series",
                        violation_error_message="This series has a session with that number already. Open it, or give this one the next number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ordinal", None),
                            models.Q(("ordinal__gte", 1), ("series__isnull", False)),
                            _connector="OR",
                        ),
                        name="engagements_meeting_ordinal_belongs_to_a_series",
                        violation_error_message="A session number needs its series.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "held"), _negated=True),
                            models.Q(("date", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_meeting_held_has_a_date",
                        violation_error_message="A meeting that was held needs a date, if only the year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "scheduled"), _negated=True),
                            models.Q(("date", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_meeting_scheduled_has_a_date",
                        violation_error_message="A scheduled meeting needs a date.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None),
                            models.Q(
                                ("ends_at__gt", models.F("starts_at")),
                                ("starts_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_meeting_ends_after_it_starts",
                        violation_error_message="The meeting ends before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at", None),
                            models.Q(("time_zone", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_meeting_time_has_a_zone",
                        violation_error_message="A time of day needs the place's time zone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at", None),
                            models.Func(
                                models.F("time_zone"),
                                models.F("starts_at"),
                                models.F("date_earliest"),
                                models.F("date_latest"),
                                function="engagements_lies_on",
                                output_field=models.BooleanField(),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_meeting_time_lies_on_its_date",
                        violation_error_message="The time of day lies outside the date, seen in the place's zone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("parent", None), ("parent_relation", "")),
                            models.Q(
                                ("parent__isnull", False),
                                models.Q(("parent_relation", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_meeting_parent_has_a_relation",
                        violation_error_message="Say whether it is part of the other meeting or on its margins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            models.Q(("parent", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_meeting_does_not_belong_to_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "summit",
                                    "ministerial",
                                    "joint_committee",
                                    "working_level",
                                    "ambassadors",
                                    "call",
                                    "visit",
                                    "forum",
                                    "internal",
                                    "courtesy_call",
                                    "negotiation",
                                    "ceremony",
                                ],
                            )
                        ),
                        name="engagements_meeting_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "level__in",
                                [
                                    "leaders",
                                    "ministers",
                                    "vice_ministers",
                                    "senior_officials",
                                    "ambassadors",
                                    "working",
                                    "unknown",
                                ],
                            )
                        ),
                        name="engagements_meeting_level_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mode__in",
                                ["in_person", "virtual", "hybrid", "phone", "unknown"],
                            )
                        ),
                        name="engagements_meeting_mode_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "proposed",
                                    "scheduled",
                                    "held",
                                    "postponed",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="engagements_meeting_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent_relation__in", ["inside", "margins", ""])
                        ),
                        name="engagements_meeting_parent_relation_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="status_follows_workflow",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{cancelled:proposed,held:scheduled,postponed:cancelled,postponed:held,postponed:scheduled,proposed:cancelled,proposed:held,proposed:postponed,proposed:scheduled,scheduled:cancelled,scheduled:held,scheduled:postponed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="2d8621b9b00be20ae5c9c7a9590184e3ff2f993b",
                            operation="UPDATE",
                            pgid="pgtrigger_status_follows_workflow_7bd10",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="parent_goes_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."parent_id" IS DISTINCT FROM (NEW."parent_id"))',
                            func="IF EXISTS (WITH RECURSIVE up AS ( SELECT id, parent_id FROM engagements_meeting WHERE id = NEW.parent_id UNION SELECT above.id, above.parent_id FROM engagements_meeting above JOIN up ON above.id = up.parent_id) SELECT 1 FROM up WHERE id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A meeting cannot belong to one of its own parts.', HINT = 'Choose another one, or none.'; END IF; RETURN NEW;",
                            hash="d85f78f468df5647ed56fdf51d2fa8c0e6b84573",
                            operation="UPDATE",
                            pgid="pgtrigger_parent_goes_in_no_circle_ee2bf",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="not_held_in_the_future",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.\"status\" = 'held')",
                            func="IF edtf_earliest(NEW.date) > current_date + 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A meeting cannot have been held in the future.', HINT = 'Check the date, or leave the meeting scheduled.'; END IF; RETURN NEW;",
                            hash="f6fb7e73a6823634e9d92b83682121094cb27af3",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_not_held_in_the_future_50e96",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keeps_old_dates",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."status" IS DISTINCT FROM (NEW."status"))',
                            declare="DECLARE signature jsonb;",
                            func="signature := NULLIF(current_setting('pghistory.context_metadata', TRUE), '')::jsonb; INSERT INTO engagements_meetingstatuschange (version, meeting_id, position, from_status, to_status, old_date, new_date, changed_at, changed_by_id, reason) SELECT 1, NEW.id, COALESCE(MAX(position), 0) + 1, OLD.status, NEW.status, OLD.date, NEW.date, COALESCE((signature->>'at')::timestamptz, now()), (signature->>'user')::bigint, COALESCE(signature->>'reason', '') FROM engagements_meetingstatuschange WHERE meeting_id = NEW.id; RETURN NULL;",
                            hash="8d6508535684ddfd4a768f356429b1bd3320e79a",
                            operation="UPDATE",
                            pgid="pgtrigger_keeps_old_dates_1e8c0",
                            table="engagements_meeting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="commitments_stay_as_classified",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."classification" IS DISTINCT FROM (NEW."classification"))',
                            func="IF EXISTS (SELECT 1 FROM engagements_commitment WHERE origin_meeting_id = NEW.id AND classification < NEW.classification) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A commitment made at this meeting is classified lower.', HINT = 'Raise the classification of its commitments first.'; END IF; RETURN NEW;",
                            hash="04104a8f6fa6184fdbdaf3a10d23bd01bb05c567",
                            operation='UPDATE OF "classification"',
                            pgid="pgtrigger_commitments_stay_as_classified_4f5c7",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetinghistory" ("agenda", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "ends_at", "host_id", "id", "kind", "level", "mode", "ordinal", "outcome", "owner_id", "parent_id", "parent_relation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reference", "series_id", "starts_at", "status", "summary", "time_zone", "title", "updated_at", "venue_id", "version") SELECT new_values."agenda", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."date", new_values."date_is_inferred", new_values."desk_id", new_values."ends_at", new_values."host_id", new_values."id", new_values."kind", new_values."level", new_values."mode", new_values."ordinal", new_values."outcome", new_values."owner_id", new_values."parent_id", new_values."parent_relation", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."place_id", new_values."reference", new_values."series_id", new_values."starts_at", new_values."status", new_values."summary", new_values."time_zone", new_values."title", new_values."updated_at", new_values."venue_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b9cb83b9f645efec3014ce6549bea7c607dfc331",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82581",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_meeting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetinghistory" ("agenda", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "ends_at", "host_id", "id", "kind", "level", "mode", "ordinal", "outcome", "owner_id", "parent_id", "parent_relation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reference", "series_id", "starts_at", "status", "summary", "time_zone", "title", "updated_at", "venue_id", "version") SELECT new_values."agenda", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."date", new_values."date_is_inferred", new_values."desk_id", new_values."ends_at", new_values."host_id", new_values."id", new_values."kind", new_values."level", new_values."mode", new_values."ordinal", new_values."outcome", new_values."owner_id", new_values."parent_id", new_values."parent_relation", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."place_id", new_values."reference", new_values."series_id", new_values."starts_at", new_values."status", new_values."summary", new_values."time_zone", new_values."title", new_values."updated_at", new_values."venue_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."agenda" IS DISTINCT FROM (new_values."agenda") OR old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."date" IS DISTINCT FROM (new_values."date") OR old_values."date_is_inferred" IS DISTINCT FROM (new_values."date_is_inferred") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."ends_at" IS DISTINCT FROM (new_values."ends_at") OR old_values."host_id" IS DISTINCT FROM (new_values."host_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."mode" IS DISTINCT FROM (new_values."mode") OR old_values."ordinal" IS DISTINCT FROM (new_values."ordinal") OR old_values."outcome" IS DISTINCT FROM (new_values."outcome") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."parent_relation" IS DISTINCT FROM (new_values."parent_relation") OR old_values."place_id" IS DISTINCT FROM (new_values."place_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."series_id" IS DISTINCT FROM (new_values."series_id") OR old_values."starts_at" IS DISTINCT FROM (new_values."starts_at") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."venue_id" IS DISTINCT FROM (new_values."venue_id") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d294d129534390a4e6e91702a6b19a28a6b95947",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_99b8b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_meeting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetinghistory" ("agenda", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "ends_at", "host_id", "id", "kind", "level", "mode", "ordinal", "outcome", "owner_id", "parent_id", "parent_relation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "reference", "series_id", "starts_at", "status", "summary", "time_zone", "title", "updated_at", "venue_id", "version") SELECT old_values."agenda", old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."date", old_values."date_is_inferred", old_values."desk_id", old_values."ends_at", old_values."host_id", old_values."id", old_values."kind", old_values."level", old_values."mode", old_values."ordinal", old_values."outcome", old_values."owner_id", old_values."parent_id", old_values."parent_relation", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."place_id", old_values."reference", old_values."series_id", old_values."starts_at", old_values."status", old_values."summary", old_values."time_zone", old_values."title", old_values."updated_at", old_values."venue_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d971edbe3560fbd05320af53bf9c3e4a3e9e5f2b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1890",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_meeting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agenda" IS DISTINCT FROM (NEW."agenda") OR OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."date_is_inferred" IS DISTINCT FROM (NEW."date_is_inferred") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."host_id" IS DISTINCT FROM (NEW."host_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."ordinal" IS DISTINCT FROM (NEW."ordinal") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."parent_relation" IS DISTINCT FROM (NEW."parent_relation") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."venue_id" IS DISTINCT FROM (NEW."venue_id"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="403ebb8ba6e5a3cdd6915acf9666cc1c346fe727",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_db614",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9b722832cddb193b3cd782a6aef9e18de532b7f6",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_69920",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="7877e1c5d2e8ace03b492e3a86cdbb14be79633d",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_224d6",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a38817cd9fff24ed276bb9ea2a562e6926d78763",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_bb112",
                            table="engagements_meeting",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingHistory",
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
                        to="engagements.meeting",
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
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("summit", "Summit"),
                            ("ministerial", "Ministerial"),
                            ("joint_committee", "Vice-ministerial or joint committee"),
                            ("working_level", "Working level"),
                            ("ambassadors", "With ambassadors"),
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("forum", "Forum or conference"),
                            ("internal", "Internal"),
                            ("courtesy_call", "Courtesy call"),
                            ("negotiation", "Negotiation round"),
                            ("ceremony", "Ceremony"),
                        ],
                        max_length=16,
                        verbose_name="kind",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("leaders", "Heads of state or government"),
                            ("ministers", "Ministers"),
                            ("vice_ministers", "Vice ministers"),
                            ("senior_officials", "Senior officials"),
                            ("ambassadors", "Ambassadors"),
                            ("working", "Working level"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="level",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("virtual", "Virtual"),
                            ("hybrid", "Hybrid"),
                            ("phone", "By telephone"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="mode",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="7 for the 7th session.",
                        null=True,
                        verbose_name="ordinal",
                    ),
                ),
                (
                    "date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="date"
                    ),
                ),
                (
                    "date_is_inferred",
                    models.BooleanField(default=False, verbose_name="date inferred"),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="starts at"
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ends at"),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="IANA name, e.g. Asia/Ulaanbaatar.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone of the place",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.place",
                        verbose_name="venue",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="host",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "parent_relation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("inside", "Part of"),
                            ("margins", "On the margins of"),
                        ],
                        max_length=8,
                        verbose_name="how it belongs",
                    ),
                ),
                ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                ("outcome", models.TextField(blank=True, verbose_name="outcome")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="meeting_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="865731369435d3a63af895069c519619c8c47406",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8f777",
                            table="engagements_meetinghistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementEvent",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
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
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("negotiation_opened", "Negotiation opened"),
                            ("round_held", "Round held"),
                            ("concluded", "Concluded"),
                            ("initialled", "Initialled"),
                            ("signed", "Signed"),
                            ("adopted", "Adopted or issued"),
                            ("approved", "Approved, ratified or accepted"),
                            ("notes_exchanged", "Notes exchanged"),
                            ("provisionally_applied", "Provisionally applied"),
                            ("in_force", "Entered into force"),
                            ("in_force_for_party", "Entered into force for a party"),
                            ("amended", "Amended"),
                            ("suspended", "Suspended"),
                            ("resumed", "Resumed"),
                            ("denounced", "Denounced"),
                            ("terminated", "Terminated"),
                            ("expired", "Expired"),
                            ("superseded", "Superseded"),
                            ("abandoned", "Abandoned"),
                        ],
                        max_length=24,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="Counted from 1.", verbose_name="place in the order"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: for all.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_events",
                        to="partners.partner",
                        verbose_name="for which party",
                    ),
                ),
                (
                    "action_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="date of the act"
                    ),
                ),
                (
                    "action_date_earliest",
                    chancery.dates.fields.EarliestField("action_date"),
                ),
                (
                    "action_date_latest",
                    chancery.dates.fields.LatestField("action_date"),
                ),
                (
                    "action_date_is_inferred",
                    models.BooleanField(default=False, verbose_name="date inferred"),
                ),
                (
                    "effective_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="takes effect"
                    ),
                ),
                (
                    "effective_date_earliest",
                    chancery.dates.fields.EarliestField("effective_date"),
                ),
                (
                    "effective_date_latest",
                    chancery.dates.fields.LatestField("effective_date"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreement_events",
                        to="engagements.meeting",
                        verbose_name="at which meeting",
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        blank=True,
                        help_text="The note or notice by which it was done.",
                        max_length=300,
                        verbose_name="instrument",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "voided_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("void_reason", models.TextField(blank=True, editable=False)),
            ],
            options={
                "verbose_name": "event of an agreement",
                "verbose_name_plural": "events of agreements",
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("action_date"),
                        name="engagements_agreementevent_action_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("effective_date"),
                        name="engagements_agreementevent_effective_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("void_reason", ""),
                                ("voided_at", None),
                                ("voided_by", None),
                            ),
                            models.Q(
                                ("voided_at__isnull", False),
                                ("voided_by__isnull", False),
                                models.Q(("void_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_agreementevent_void_has_author_and_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["denounced", "terminated"]), _negated=True
                            ),
                            models.Q(("instrument", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_agreementevent_termination_has_instrument",
                        violation_error_message="Ending an agreement needs the instrument by which it was done.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    ["approved", "in_force_for_party", "denounced"],
                                ),
                                _negated=True,
                            ),
                            ("party__isnull", False),
                            _connector="OR",
                        ),
                        name="engagements_agreementevent_party_act_has_party",
                        violation_error_message="Say for which party this was done.",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("agreement", "position"),
                        name="engagements_agreementevent_position_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "proposed",
                                    "negotiation_opened",
                                    "round_held",
                                    "concluded",
                                    "initialled",
                                    "signed",
                                    "adopted",
                                    "approved",
                                    "notes_exchanged",
                                    "provisionally_applied",
                                    "in_force",
                                    "in_force_for_party",
                                    "amended",
                                    "suspended",
                                    "resumed",
                                    "denounced",
                                    "terminated",
                                    "expired",
                                    "superseded",
                                    "abandoned",
                                ],
                            )
                        ),
                        name="engagements_agreementevent_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="event_is_past",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF edtf_earliest(NEW.action_date) > current_date + 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'An agreement''s event cannot lie in the future.', HINT = 'Record the signature (or other act) when it has happened; a future entry into force goes into the effective date.'; END IF; RETURN NEW;",
                            hash="4e9eb7652185031c702a098908fae5a0cb861a8d",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_event_is_past_2be76",
                            table="engagements_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="events_make_a_story",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE event record; running text; following text; so_far date;",
                            func="\n            -- Two writers take turns, or neither would see the other's event; weaker\n            -- than FOR UPDATE, which waits for the foreign key's own lock.\n            PERFORM 1 FROM engagements_agreement WHERE id = NEW.agreement_id\n                FOR NO KEY UPDATE;\n            running := 'none';\n            FOR event IN\n                SELECT kind, action_date_earliest, action_date_latest\n                FROM engagements_agreementevent\n                WHERE agreement_id = NEW.agreement_id AND voided_at IS NULL\n                ORDER BY position, id\n            LOOP\n                SELECT target INTO following FROM (VALUES ('proposed', 'none', 'proposed'), ('negotiation_opened', 'none', 'negotiating'), ('negotiation_opened', 'proposed', 'negotiating'), ('round_held', 'none', 'negotiating'), ('round_held', 'proposed', 'negotiating'), ('round_held', 'negotiating', 'negotiating'), ('concluded', 'none', 'concluded'), ('concluded', 'proposed', 'concluded'), ('concluded', 'negotiating', 'concluded'), ('initialled', 'none', 'concluded'), ('initialled', 'proposed', 'concluded'), ('initialled', 'negotiating', 'concluded'), ('initialled', 'concluded', 'concluded'), ('signed', 'none', 'signed'), ('signed', 'proposed', 'signed'), ('signed', 'negotiating', 'signed'), ('signed', 'concluded', 'signed'), ('adopted', 'none', 'adopted'), ('adopted', 'proposed', 'adopted'), ('adopted', 'negotiating', 'adopted'), ('adopted', 'concluded', 'adopted'), ('approved', 'signed', 'signed'), ('approved', 'provisional', 'provisional'), ('approved', 'in_force', 'in_force'), ('notes_exchanged', 'signed', 'signed'), ('notes_exchanged', 'provisional', 'provisional'), ('notes_exchanged', 'in_force', 'in_force'), ('provisionally_applied', 'signed', 'provisional'), ('in_force', 'signed', 'in_force'), ('in_force', 'provisional', 'in_force'), ('in_force_for_party', 'signed', 'signed'), ('in_force_for_party', 'provisional', 'provisional'), ('in_force_for_party', 'in_force', 'in_force'), ('amended', 'signed', 'signed'), ('amended', 'in_force', 'in_force'), ('amended', 'provisional', 'provisional'), ('amended', 'suspended', 'suspended'), ('amended', 'adopted', 'adopted'), ('suspended', 'in_force', 'suspended'), ('suspended', 'provisional', 'suspended'), ('suspended', 'adopted', 'suspended'), ('resumed', 'suspended', 'in_force'), ('denounced', 'in_force', 'in_force'), ('denounced', 'provisional', 'provisional'), ('denounced', 'suspended', 'suspended'), ('denounced', 'adopted', 'adopted'), ('terminated', 'signed', 'terminated'), ('terminated', 'in_force', 'terminated'), ('terminated', 'provisional', 'terminated'), ('terminated', 'suspended', 'terminated'), ('terminated', 'adopted', 'terminated'), ('expired', 'in_force', 'expired'), ('expired', 'provisional', 'expired'), ('expired', 'suspended', 'expired'), ('expired', 'adopted', 'expired'), ('superseded', 'signed', 'superseded'), ('superseded', 'in_force', 'superseded'), ('superseded', 'provisional', 'superseded'), ('superseded', 'suspended', 'superseded'), ('superseded', 'adopted', 'superseded'), ('abandoned', 'proposed', 'abandoned'), ('abandoned', 'negotiating', 'abandoned'), ('abandoned', 'concluded', 'abandoned'), ('abandoned', 'signed', 'abandoned'))\n                    AS rule (kind, source, target)\n                    WHERE rule.kind = event.kind AND rule.source = running;\n                IF following IS NULL THEN\n                    RAISE EXCEPTION USING ERRCODE = 'check_violation',\n                        MESSAGE = format('“%s” cannot happen to an agreement that'\n                            ' stands at “%s”.',\n                            (SELECT label FROM (VALUES ('proposed', 'Proposed'), ('negotiation_opened', 'Negotiation opened'), ('round_held', 'Round held'), ('concluded', 'Concluded'), ('initialled', 'Initialled'), ('signed', 'Signed'), ('adopted', 'Adopted or issued'), ('approved', 'Approved, ratified or accepted'), ('notes_exchanged', 'Notes exchanged'), ('provisionally_applied', 'Provisionally applied'), ('in_force', 'Entered into force'), ('in_force_for_party', 'Entered into force for a party'), ('amended', 'Amended'), ('suspended', 'Suspended'), ('resumed', 'Resumed'), ('denounced', 'Denounced'), ('terminated', 'Terminated'), ('expired', 'Expired'), ('superseded', 'Superseded'), ('abandoned', 'Abandoned'))\n                                AS words (code, label) WHERE code = event.kind),\n                            (SELECT label FROM (VALUES ('none', 'Nothing recorded yet'), ('proposed', 'Proposed'), ('negotiating', 'Under negotiation'), ('concluded', 'Text concluded'), ('signed', 'Signed, not in force'), ('adopted', 'Adopted'), ('provisional', 'Provisionally applied'), ('in_force', 'In force'), ('suspended', 'Suspended'), ('terminated', 'Terminated'), ('expired', 'Expired'), ('superseded', 'Superseded'), ('abandoned', 'Abandoned'))\n                                AS words (code, label) WHERE code = running)),\n                        HINT = 'Record what came before it first (an agreement enters'\n                            ' into force after it was signed), or correct its place'\n                            ' in the order.';\n                END IF;\n                IF event.action_date_latest < so_far THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The dates of the agreement''s events contradict their order.', HINT = 'An event is dated before one that must precede it; check both dates.'; END IF;\n                so_far := GREATEST(so_far, event.action_date_earliest);\n                running := following;\n            END LOOP;\n            UPDATE engagements_agreement SET status = running\n                WHERE id = NEW.agreement_id AND status <> running;\n            RETURN NULL;\n        ",
                            hash="d6faf1252635a376f9fd2460500727cd6a9c905f",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_events_make_a_story_47acc",
                            table="engagements_agreementevent",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="agreement_is_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3b07272dad55152d1753698dfcf7d8ecb8dbe8a5",
                            operation="UPDATE",
                            pgid="pgtrigger_agreement_is_fixed_808a8",
                            table="engagements_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f9e27deb8f14340e991452197e756514f4e32e5e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_9a4e7",
                            table="engagements_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventhistory" ("action_date", "action_date_is_inferred", "agreement_id", "effective_date", "id", "instrument", "kind", "meeting_id", "note", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "version", "void_reason", "voided_at", "voided_by_id") SELECT new_values."action_date", new_values."action_date_is_inferred", new_values."agreement_id", new_values."effective_date", new_values."id", new_values."instrument", new_values."kind", new_values."meeting_id", new_values."note", new_values."party_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."reference", new_values."version", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5b1d8854fdde51de3297547b3595dc68367f4ac5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82984",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_agreementevent",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventhistory" ("action_date", "action_date_is_inferred", "agreement_id", "effective_date", "id", "instrument", "kind", "meeting_id", "note", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "version", "void_reason", "voided_at", "voided_by_id") SELECT new_values."action_date", new_values."action_date_is_inferred", new_values."agreement_id", new_values."effective_date", new_values."id", new_values."instrument", new_values."kind", new_values."meeting_id", new_values."note", new_values."party_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."position", new_values."reference", new_values."version", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."action_date" IS DISTINCT FROM (new_values."action_date") OR old_values."action_date_is_inferred" IS DISTINCT FROM (new_values."action_date_is_inferred") OR old_values."agreement_id" IS DISTINCT FROM (new_values."agreement_id") OR old_values."effective_date" IS DISTINCT FROM (new_values."effective_date") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."instrument" IS DISTINCT FROM (new_values."instrument") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."party_id" IS DISTINCT FROM (new_values."party_id") OR old_values."position" IS DISTINCT FROM (new_values."position") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."void_reason" IS DISTINCT FROM (new_values."void_reason") OR old_values."voided_at" IS DISTINCT FROM (new_values."voided_at") OR old_values."voided_by_id" IS DISTINCT FROM (new_values."voided_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1305d889dacf4361f00f3bbd535a5fa84c5da824",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_29466",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_agreementevent",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventhistory" ("action_date", "action_date_is_inferred", "agreement_id", "effective_date", "id", "instrument", "kind", "meeting_id", "note", "party_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "version", "void_reason", "voided_at", "voided_by_id") SELECT old_values."action_date", old_values."action_date_is_inferred", old_values."agreement_id", old_values."effective_date", old_values."id", old_values."instrument", old_values."kind", old_values."meeting_id", old_values."note", old_values."party_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."reference", old_values."version", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="017c0de4c1b74e60a00c30f6d0e1f22deb2d5ea2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_45424",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_agreementevent",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."action_date" IS DISTINCT FROM (NEW."action_date") OR OLD."action_date_is_inferred" IS DISTINCT FROM (NEW."action_date_is_inferred") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."effective_date" IS DISTINCT FROM (NEW."effective_date") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instrument" IS DISTINCT FROM (NEW."instrument") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."void_reason" IS DISTINCT FROM (NEW."void_reason") OR OLD."voided_at" IS DISTINCT FROM (NEW."voided_at") OR OLD."voided_by_id" IS DISTINCT FROM (NEW."voided_by_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="f495f34aaec745ec261e0fb33c357de1e0c42b0d",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_61eb5",
                            table="engagements_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="266bd735c2dd09169d2b3f285ca27cf8525cde88",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_62a44",
                            table="engagements_agreementevent",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementEventHistory",
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
                        to="engagements.agreementevent",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("negotiation_opened", "Negotiation opened"),
                            ("round_held", "Round held"),
                            ("concluded", "Concluded"),
                            ("initialled", "Initialled"),
                            ("signed", "Signed"),
                            ("adopted", "Adopted or issued"),
                            ("approved", "Approved, ratified or accepted"),
                            ("notes_exchanged", "Notes exchanged"),
                            ("provisionally_applied", "Provisionally applied"),
                            ("in_force", "Entered into force"),
                            ("in_force_for_party", "Entered into force for a party"),
                            ("amended", "Amended"),
                            ("suspended", "Suspended"),
                            ("resumed", "Resumed"),
                            ("denounced", "Denounced"),
                            ("terminated", "Terminated"),
                            ("expired", "Expired"),
                            ("superseded", "Superseded"),
                            ("abandoned", "Abandoned"),
                        ],
                        max_length=24,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="Counted from 1.", verbose_name="place in the order"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: for all.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="for which party",
                    ),
                ),
                (
                    "action_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="date of the act"
                    ),
                ),
                (
                    "action_date_is_inferred",
                    models.BooleanField(default=False, verbose_name="date inferred"),
                ),
                (
                    "effective_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="takes effect"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="at which meeting",
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        blank=True,
                        help_text="The note or notice by which it was done.",
                        max_length=300,
                        verbose_name="instrument",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "voided_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "voided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("void_reason", models.TextField(blank=True, editable=False)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="agreementevent_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7606523e5d00b6508d100c8d60f13866356507ee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c5ca2",
                            table="engagements_agreementeventhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementEventPlace",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="event_places",
                        to="engagements.agreementevent",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "place of an event",
                "verbose_name_plural": "places of events",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "place"),
                        name="engagements_agreementeventplace_is_entered_once",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventplacehistory" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "version") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."place_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d1d664c82efb7740c99472c268b1ca3fac713139",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_07ab2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_agreementeventplace",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventplacehistory" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "version") SELECT new_values."event_id", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."place_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="80f0fdd9221434049d58715008bdea24ab2b80b3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3622c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_agreementeventplace",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_agreementeventplacehistory" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "version") SELECT old_values."event_id", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."place_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce79ac92a0c3d428728cb4d5499e9ec7b20496a6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_46571",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_agreementeventplace",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="f393e6a78d44ed929e6babdfff7a4df60c313fc7",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_add20",
                            table="engagements_agreementeventplace",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="AgreementEventPlaceHistory",
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
                        to="engagements.agreementeventplace",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreementevent",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="agreementeventplace_history_ob",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="219f59719390d4ea9e5b8dac7ed7cf62943c8a4d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8cab3",
                            table="engagements_agreementeventplacehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ProcedureStep",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="procedure_steps",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=engagements.models.agreement_event.procedure_choices,
                        max_length=30,
                        verbose_name="step",
                    ),
                ),
                (
                    "is_required",
                    models.BooleanField(blank=True, null=True, verbose_name="required"),
                ),
                (
                    "done_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="done on"
                    ),
                ),
                (
                    "done_date_earliest",
                    chancery.dates.fields.EarliestField("done_date"),
                ),
                ("done_date_latest", chancery.dates.fields.LatestField("done_date")),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="note"),
                ),
            ],
            options={
                "verbose_name": "step of the domestic procedure",
                "verbose_name_plural": "domestic procedure",
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("done_date"),
                        name="engagements_procedurestep_done_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "step"),
                        name="engagements_procedurestep_is_listed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_required", False), _negated=True),
                            ("done_date", ""),
                            _connector="OR",
                        ),
                        name="engagements_procedurestep_done_was_not_needless",
                        violation_error_message="A step that is not required is not done.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_procedurestephistory" ("agreement_id", "done_date", "id", "is_required", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version") SELECT new_values."agreement_id", new_values."done_date", new_values."id", new_values."is_required", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."step", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="da618431e39044e2e8b0275a3e56e558981005ea",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39970",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_procedurestep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_procedurestephistory" ("agreement_id", "done_date", "id", "is_required", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version") SELECT new_values."agreement_id", new_values."done_date", new_values."id", new_values."is_required", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."step", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."agreement_id" IS DISTINCT FROM (new_values."agreement_id") OR old_values."done_date" IS DISTINCT FROM (new_values."done_date") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_required" IS DISTINCT FROM (new_values."is_required") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."step" IS DISTINCT FROM (new_values."step") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ce3ee9e4bce14a56039bc5a0651f85a52dbc121",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_33b73",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_procedurestep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_procedurestephistory" ("agreement_id", "done_date", "id", "is_required", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version") SELECT old_values."agreement_id", old_values."done_date", old_values."id", old_values."is_required", old_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."step", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d0f709564c876457fa2692b6e24852a3e2d9889d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c6b61",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_procedurestep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."done_date" IS DISTINCT FROM (NEW."done_date") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_required" IS DISTINCT FROM (NEW."is_required") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."step" IS DISTINCT FROM (NEW."step"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="8b280c3d2fdf7dfee4d4a6beb47b254193de8e94",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_7059e",
                            table="engagements_procedurestep",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ProcedureStepHistory",
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
                        to="engagements.procedurestep",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=engagements.models.agreement_event.procedure_choices,
                        max_length=30,
                        verbose_name="step",
                    ),
                ),
                (
                    "is_required",
                    models.BooleanField(blank=True, null=True, verbose_name="required"),
                ),
                (
                    "done_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="done on"
                    ),
                ),
                (
                    "note",
                    models.CharField(blank=True, max_length=300, verbose_name="note"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="procedurestep_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="78c13b6b7382c29345f99adafd835c0b7c2a2396",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2ed85",
                            table="engagements_procedurestephistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
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
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "name_ko",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="name in Korean"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("policy", "Policy"),
                            ("programme", "Programme"),
                            ("project", "Project"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "owner_partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives_owned",
                        to="partners.partner",
                        verbose_name="whose initiative",
                    ),
                ),
                (
                    "implementing_institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives_implemented",
                        to="partners.institution",
                        verbose_name="implementing institution",
                    ),
                ),
                (
                    "activity_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "Pipeline or identification"),
                            ("2", "Implementation"),
                            ("3", "Finalisation"),
                            ("4", "Closed"),
                            ("5", "Cancelled"),
                            ("6", "Suspended"),
                        ],
                        help_text="IATI's terms; empty where not known.",
                        max_length=1,
                        verbose_name="activity status",
                    ),
                ),
                (
                    "start",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="from"
                    ),
                ),
                ("start_earliest", chancery.dates.fields.EarliestField("start")),
                ("start_latest", chancery.dates.fields.LatestField("start")),
                (
                    "end",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="to"
                    ),
                ),
                ("end_earliest", chancery.dates.fields.EarliestField("end")),
                ("end_latest", chancery.dates.fields.LatestField("end")),
                (
                    "description",
                    models.TextField(blank=True, verbose_name="description"),
                ),
            ],
            options={
                "verbose_name": "initiative",
                "verbose_name_plural": "initiatives",
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
                        name="engagements_initiative_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="engagements_initiative_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("start"),
                        name="engagements_initiative_start_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("end"),
                        name="engagements_initiative_end_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at", None)),
                        fields=("name",),
                        name="engagements_initiative_name_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_earliest", None),
                            ("end_latest", None),
                            ("end_latest__gte", models.F("start_earliest")),
                            _connector="OR",
                        ),
                        name="engagements_initiative_ends_after_it_starts",
                        violation_error_message="The initiative ends before it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["policy", "programme", "project"])
                        ),
                        name="engagements_initiative_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("activity_status__in", ["1", "2", "3", "4", "5", "6", ""])
                        ),
                        name="engagements_initiative_activity_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativehistory" ("activity_status", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "description", "desk_id", "end", "id", "implementing_institution_id", "kind", "name", "name_ko", "owner_id", "owner_partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "start", "updated_at", "version") SELECT new_values."activity_status", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."description", new_values."desk_id", new_values."end", new_values."id", new_values."implementing_institution_id", new_values."kind", new_values."name", new_values."name_ko", new_values."owner_id", new_values."owner_partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."start", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="362bee094f0926dc11ffdc81bc23345ed2d07f56",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_19656",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_initiative",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativehistory" ("activity_status", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "description", "desk_id", "end", "id", "implementing_institution_id", "kind", "name", "name_ko", "owner_id", "owner_partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "start", "updated_at", "version") SELECT new_values."activity_status", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."description", new_values."desk_id", new_values."end", new_values."id", new_values."implementing_institution_id", new_values."kind", new_values."name", new_values."name_ko", new_values."owner_id", new_values."owner_partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."start", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."activity_status" IS DISTINCT FROM (new_values."activity_status") OR old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."end" IS DISTINCT FROM (new_values."end") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."implementing_institution_id" IS DISTINCT FROM (new_values."implementing_institution_id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."name_ko" IS DISTINCT FROM (new_values."name_ko") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."owner_partner_id" IS DISTINCT FROM (new_values."owner_partner_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."start" IS DISTINCT FROM (new_values."start") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="58d24974b7496fde6dd36edabf928f34835ab022",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5d06b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_initiative",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativehistory" ("activity_status", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "description", "desk_id", "end", "id", "implementing_institution_id", "kind", "name", "name_ko", "owner_id", "owner_partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "start", "updated_at", "version") SELECT old_values."activity_status", old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."description", old_values."desk_id", old_values."end", old_values."id", old_values."implementing_institution_id", old_values."kind", old_values."name", old_values."name_ko", old_values."owner_id", old_values."owner_partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."start", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a3be7e534d30f9a37646819338c0d634f331dc3b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e6701",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_initiative",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."activity_status" IS DISTINCT FROM (NEW."activity_status") OR OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."implementing_institution_id" IS DISTINCT FROM (NEW."implementing_institution_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ko" IS DISTINCT FROM (NEW."name_ko") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."owner_partner_id" IS DISTINCT FROM (NEW."owner_partner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."start" IS DISTINCT FROM (NEW."start"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="2314c8e40640feb4ac80265b938cd1dcfc329b21",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_5535c",
                            table="engagements_initiative",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3c5ec901bc71b1f2734456d434293839a353cb79",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_6b1c4",
                            table="engagements_initiative",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="ed0974b41feed6dd1eec6b0185b0e6a7fdc80849",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_a8eea",
                            table="engagements_initiative",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5a5abc026994b60a8ecfe85690a77e06363a38f3",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c85ae",
                            table="engagements_initiative",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeHistory",
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
                        to="engagements.initiative",
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
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "name_ko",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="name in Korean"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("policy", "Policy"),
                            ("programme", "Programme"),
                            ("project", "Project"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "owner_partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="whose initiative",
                    ),
                ),
                (
                    "implementing_institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.institution",
                        verbose_name="implementing institution",
                    ),
                ),
                (
                    "activity_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1", "Pipeline or identification"),
                            ("2", "Implementation"),
                            ("3", "Finalisation"),
                            ("4", "Closed"),
                            ("5", "Cancelled"),
                            ("6", "Suspended"),
                        ],
                        help_text="IATI's terms; empty where not known.",
                        max_length=1,
                        verbose_name="activity status",
                    ),
                ),
                (
                    "start",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="from"
                    ),
                ),
                (
                    "end",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="to"
                    ),
                ),
                (
                    "description",
                    models.TextField(blank=True, verbose_name="description"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="initiative_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d4c62e2217fb2c4d50e6ca2dcb3c9cedaf2d8803",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7804f",
                            table="engagements_initiativehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="InitiativePartner",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="initiative_partners",
                        to="engagements.initiative",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiative_partners",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner of an initiative",
                "verbose_name_plural": "partners of an initiative",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("initiative", "partner"),
                        name="engagements_initiativepartner_is_entered_once",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativepartnerhistory" ("id", "initiative_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."id", new_values."initiative_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="adc1c601c6770c483fb729c0451b164708713a38",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d34a5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_initiativepartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativepartnerhistory" ("id", "initiative_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."id", new_values."initiative_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ca004693ec9101bfb5fde114a0b8a247423ca7b7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_63808",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_initiativepartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativepartnerhistory" ("id", "initiative_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT old_values."id", old_values."initiative_id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e2011d7d48739807b2ff1cea7ed070a2880740a7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ec499",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_initiativepartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initiative_id" IS DISTINCT FROM (NEW."initiative_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="ef8c75580f338b9722422cf2ee8e0edc82b7611d",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_9125c",
                            table="engagements_initiativepartner",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="InitiativePartnerHistory",
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
                        to="engagements.initiativepartner",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.initiative",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="initiativepartner_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d3c64523862f7354659c1d8e50e7c260cd6fa610",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f45d",
                            table="engagements_initiativepartnerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="InitiativeAmount",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=2, max_digits=20, verbose_name="value"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pledged", "Pledged"),
                            ("committed", "Committed"),
                            ("disbursed", "Disbursed"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "exactness",
                    models.CharField(
                        choices=[
                            ("exact", "as given"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("up_to", "up to"),
                        ],
                        default="exact",
                        max_length=8,
                        verbose_name="exactness",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amounts",
                        to="engagements.initiative",
                    ),
                ),
            ],
            options={
                "verbose_name": "amount",
                "verbose_name_plural": "amounts",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="engagements_initiativeamount_currency_is_iso_4217",
                        violation_error_message="A currency is three capitals, e.g. USD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__gt", 0)),
                        name="engagements_initiativeamount_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["pledged", "committed", "disbursed"])
                        ),
                        name="engagements_initiativeamount_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exactness__in", ["exact", "about", "at_least", "up_to"])
                        ),
                        name="engagements_initiativeamount_exactness_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "role", "currency"),
                        name="engagements_initiativeamount_is_entered_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativeamounthistory" ("currency", "exactness", "id", "initiative_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT new_values."currency", new_values."exactness", new_values."id", new_values."initiative_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."role", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a592a22eadbccfeeb25d43b67f2bfad9592cbd2b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_20895",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_initiativeamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativeamounthistory" ("currency", "exactness", "id", "initiative_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT new_values."currency", new_values."exactness", new_values."id", new_values."initiative_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."role", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="198592e34f20e8be29f8e40de3a53249801bb361",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f0d89",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_initiativeamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_initiativeamounthistory" ("currency", "exactness", "id", "initiative_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT old_values."currency", old_values."exactness", old_values."id", old_values."initiative_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."role", old_values."value", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7ebf4ba6d379d619f1413e149e3ce4c5bc14ab23",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_818bc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_initiativeamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."exactness" IS DISTINCT FROM (NEW."exactness") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initiative_id" IS DISTINCT FROM (NEW."initiative_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="321d813d2ca473bd261db3fbfff3c5129406d2e3",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_6a2a8",
                            table="engagements_initiativeamount",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="InitiativeAmountHistory",
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
                        to="engagements.initiativeamount",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=2, max_digits=20, verbose_name="value"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pledged", "Pledged"),
                            ("committed", "Committed"),
                            ("disbursed", "Disbursed"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "exactness",
                    models.CharField(
                        choices=[
                            ("exact", "as given"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("up_to", "up to"),
                        ],
                        default="exact",
                        max_length=8,
                        verbose_name="exactness",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.initiative",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="initiativeamount_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="354c85c3a3525d5ac842d1cdc37dae0456043445",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_990cc",
                            table="engagements_initiativeamounthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
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
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="what")),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("agreed", "Decided or agreed"),
                            ("pledged", "Pledged"),
                            ("offered", "Offered"),
                            ("announced", "Announced"),
                            ("reaffirmed", "Reaffirmed"),
                            ("proposed", "Proposed"),
                            ("suggested", "Suggested"),
                            ("requested", "Requested"),
                            ("considering", "Considering"),
                            ("hoped", "Hoped"),
                            ("noted", "Noted"),
                        ],
                        help_text="How it was said, strongest first.",
                        max_length=12,
                        verbose_name="wording",
                    ),
                ),
                (
                    "as_worded",
                    models.TextField(
                        blank=True,
                        help_text="How the record puts it.",
                        verbose_name="as worded",
                    ),
                ),
                ("conditions", models.TextField(blank=True, verbose_name="conditions")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("exchange", "Exchange or meeting"),
                            ("agreement_follow_up", "Agreement follow-up"),
                            ("project", "Bilateral project"),
                            ("development", "Development cooperation"),
                            ("pending_issue", "Pending issue"),
                            ("multilateral", "Multilateral"),
                        ],
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("political", "Politics and security"),
                            ("korean_peninsula", "Korean Peninsula"),
                            ("trade", "Trade and investment"),
                            ("industry", "Industry and technology"),
                            ("digital", "Digital, science and space"),
                            ("energy", "Energy"),
                            ("minerals", "Minerals and supply chains"),
                            ("infrastructure", "Infrastructure and cities"),
                            ("development", "Development cooperation"),
                            ("environment", "Environment and climate"),
                            ("health", "Health"),
                            ("consular", "Consular and visas"),
                            ("culture", "Culture, people and education"),
                            ("regional", "Regional and multilateral"),
                        ],
                        max_length=18,
                        verbose_name="sector",
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[
                            ("high", "High"),
                            ("normal", "Normal"),
                            ("low", "Low"),
                        ],
                        default="normal",
                        max_length=6,
                        verbose_name="priority",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("noted", "Noted, not tracked"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("reported_done", "Reported done"),
                            ("fulfilled", "Fulfilled"),
                            ("partly_fulfilled", "Partly fulfilled"),
                            ("lapsed", "Lapsed"),
                            ("withdrawn", "Withdrawn"),
                            ("superseded", "Superseded"),
                        ],
                        default="noted",
                        editable=False,
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "waiting_on",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nobody in particular"),
                            ("us", "Us"),
                            ("them", "Them"),
                            ("third", "A third"),
                        ],
                        default="",
                        max_length=5,
                        verbose_name="waiting on",
                    ),
                ),
                (
                    "origin_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments_made",
                        to="engagements.meeting",
                        verbose_name="made at",
                    ),
                ),
                (
                    "origin_agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="engagements.agreement",
                        verbose_name="made in",
                    ),
                ),
                (
                    "about_agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments_about",
                        to="engagements.agreement",
                        verbose_name="about the agreement",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="engagements.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "due_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="due"
                    ),
                ),
                ("due_date_earliest", chancery.dates.fields.EarliestField("due_date")),
                ("due_date_latest", chancery.dates.fields.LatestField("due_date")),
                (
                    "original_due_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, editable=False, verbose_name="originally due"
                    ),
                ),
                (
                    "original_due_date_earliest",
                    chancery.dates.fields.EarliestField("original_due_date"),
                ),
                (
                    "original_due_date_latest",
                    chancery.dates.fields.LatestField("original_due_date"),
                ),
                (
                    "recurrence_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="recurs every … months"
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported done by",
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
                (
                    "close_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="reason for closing"
                    ),
                ),
            ],
            options={
                "verbose_name": "commitment",
                "verbose_name_plural": "commitments",
                "permissions": [
                    ("accept_commitment", "Can accept a noted request as tracked"),
                    ("verify_commitment", "Can verify what was reported done"),
                    ("close_commitment", "Can close or reopen a commitment"),
                ],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            (
                                "status__in",
                                ["not_started", "in_progress", "reported_done"],
                            )
                        ),
                        fields=["due_date_latest", "id"],
                        name="engagements_commitment_open",
                    ),
                    models.Index(
                        fields=["updated_at", "id"], name="engagements_commitment_sync"
                    ),
                ],
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
                        name="engagements_commitment_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="engagements_commitment_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("due_date"),
                        name="engagements_commitment_due_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid(
                            "original_due_date"
                        ),
                        name="engagements_commitment_original_due_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="engagements_commitment_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_date", ""),
                            models.Q(("original_due_date", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_commitment_due_date_keeps_its_original",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reported_at", None), ("reported_by", None)),
                            models.Q(
                                ("reported_at__isnull", False),
                                ("reported_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_commitment_reported_at_has_reported_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "reported_done"), _negated=True),
                            ("reported_by__isnull", False),
                            _connector="OR",
                        ),
                        name="engagements_commitment_reported_done_has_a_reporter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verified_at", None), ("verified_by", None)),
                            models.Q(
                                ("verified_at__isnull", False),
                                ("verified_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_commitment_verified_at_has_verified_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "fulfilled"), _negated=True),
                            models.Q(
                                ("reported_by__isnull", False),
                                ("verified_by__isnull", False),
                                models.Q(
                                    ("verified_by", models.F("reported_by")),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_commitment_verified_by_another_than_reporter",
                        violation_error_message="Somebody other than the reporter must verify it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "status__in",
                                    [
                                        "partly_fulfilled",
                                        "lapsed",
                                        "withdrawn",
                                        "superseded",
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(("close_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_commitment_closed_with_a_reason",
                        violation_error_message="Say why it is closed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recurrence_months", None),
                            ("recurrence_months__gte", 1),
                            _connector="OR",
                        ),
                        name="engagements_commitment_recurrence_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "wording__in",
                                [
                                    "agreed",
                                    "pledged",
                                    "offered",
                                    "announced",
                                    "reaffirmed",
                                    "proposed",
                                    "suggested",
                                    "requested",
                                    "considering",
                                    "hoped",
                                    "noted",
                                ],
                            )
                        ),
                        name="engagements_commitment_wording_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "exchange",
                                    "agreement_follow_up",
                                    "project",
                                    "development",
                                    "pending_issue",
                                    "multilateral",
                                ],
                            )
                        ),
                        name="engagements_commitment_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sector__in",
                                [
                                    "political",
                                    "korean_peninsula",
                                    "trade",
                                    "industry",
                                    "digital",
                                    "energy",
                                    "minerals",
                                    "infrastructure",
                                    "development",
                                    "environment",
                                    "health",
                                    "consular",
                                    "culture",
                                    "regional",
                                ],
                            )
                        ),
                        name="engagements_commitment_sector_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priority__in", ["high", "normal", "low"])),
                        name="engagements_commitment_priority_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "noted",
                                    "not_started",
                                    "in_progress",
                                    "reported_done",
                                    "fulfilled",
                                    "partly_fulfilled",
                                    "lapsed",
                                    "withdrawn",
                                    "superseded",
                                ],
                            )
                        ),
                        name="engagements_commitment_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("waiting_on__in", ["", "us", "them", "third"])
                        ),
                        name="engagements_commitment_waiting_on_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="status_follows_workflow",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE _is_valid_transition BOOLEAN;",
                            func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{fulfilled:in_progress,in_progress:lapsed,in_progress:partly_fulfilled,in_progress:reported_done,in_progress:superseded,in_progress:withdrawn,lapsed:in_progress,not_started:in_progress,not_started:lapsed,not_started:partly_fulfilled,not_started:reported_done,not_started:superseded,not_started:withdrawn,noted:lapsed,noted:not_started,noted:superseded,noted:withdrawn,partly_fulfilled:in_progress,reported_done:fulfilled,reported_done:in_progress,reported_done:lapsed,reported_done:partly_fulfilled,reported_done:superseded,reported_done:withdrawn,superseded:in_progress,withdrawn:in_progress}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                            hash="5101ebfc5b01d74199282469f9288d79afc538af",
                            operation="UPDATE",
                            pgid="pgtrigger_status_follows_workflow_61fe1",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="original_due_date_is_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."original_due_date" IS DISTINCT FROM (NEW."original_due_date"))',
                            func="IF OLD.original_due_date <> '' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The original due date never changes.', HINT = 'Change the current due date instead.'; END IF; RETURN NEW;",
                            hash="4af46ebdb24a69c888eeba2aabc4e4a4892839a6",
                            operation='UPDATE OF "original_due_date"',
                            pgid="pgtrigger_original_due_date_is_kept_56e64",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="due_date_moves_by_decision",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."due_date" IS DISTINCT FROM (NEW."due_date"))',
                            func="IF OLD.due_date <> '' AND NOT EXISTS (SELECT 1 FROM engagements_duedatechange WHERE commitment_id = NEW.id AND decision = 'approved' AND old_date = OLD.due_date AND new_date = NEW.due_date) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A due date moves only by an approved request.', HINT = 'Ask for a change of date and let a supervisor decide.'; END IF; RETURN NEW;",
                            hash="ff71c44c0b964520ae47315facd4730a4fe5dae8",
                            operation='UPDATE OF "due_date"',
                            pgid="pgtrigger_due_date_moves_by_decision_4057b",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="as_classified_as_its_meeting",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."origin_meeting_id" IS NOT NULL)',
                            func="IF NEW.classification < (SELECT classification FROM engagements_meeting WHERE id = NEW.origin_meeting_id FOR SHARE) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A commitment cannot be classified lower than the meeting it came from.', HINT = 'Raise its classification to the meeting''s.'; END IF; RETURN NEW;",
                            hash="bcf83d8d8beabb1bde660aec7937a0fc7f79b4e0",
                            operation='INSERT OR UPDATE OF "classification", "origin_meeting_id"',
                            pgid="pgtrigger_as_classified_as_its_meeting_657f9",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmenthistory" ("about_agreement_id", "archive_reason", "archived_at", "archived_by_id", "as_worded", "classification", "close_reason", "conditions", "created_at", "desk_id", "due_date", "id", "initiative_id", "kind", "origin_agreement_id", "origin_meeting_id", "original_due_date", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "recurrence_months", "reference", "reported_at", "reported_by_id", "sector", "status", "title", "updated_at", "verified_at", "verified_by_id", "version", "waiting_on", "wording") SELECT new_values."about_agreement_id", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."as_worded", new_values."classification", new_values."close_reason", new_values."conditions", new_values."created_at", new_values."desk_id", new_values."due_date", new_values."id", new_values."initiative_id", new_values."kind", new_values."origin_agreement_id", new_values."origin_meeting_id", new_values."original_due_date", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."priority", new_values."recurrence_months", new_values."reference", new_values."reported_at", new_values."reported_by_id", new_values."sector", new_values."status", new_values."title", new_values."updated_at", new_values."verified_at", new_values."verified_by_id", new_values."version", new_values."waiting_on", new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="471f7ea6ed76a5b35e57af151e2d3b75f2ba91f6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8c02e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_commitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmenthistory" ("about_agreement_id", "archive_reason", "archived_at", "archived_by_id", "as_worded", "classification", "close_reason", "conditions", "created_at", "desk_id", "due_date", "id", "initiative_id", "kind", "origin_agreement_id", "origin_meeting_id", "original_due_date", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "recurrence_months", "reference", "reported_at", "reported_by_id", "sector", "status", "title", "updated_at", "verified_at", "verified_by_id", "version", "waiting_on", "wording") SELECT new_values."about_agreement_id", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."as_worded", new_values."classification", new_values."close_reason", new_values."conditions", new_values."created_at", new_values."desk_id", new_values."due_date", new_values."id", new_values."initiative_id", new_values."kind", new_values."origin_agreement_id", new_values."origin_meeting_id", new_values."original_due_date", new_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."priority", new_values."recurrence_months", new_values."reference", new_values."reported_at", new_values."reported_by_id", new_values."sector", new_values."status", new_values."title", new_values."updated_at", new_values."verified_at", new_values."verified_by_id", new_values."version", new_values."waiting_on", new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."about_agreement_id" IS DISTINCT FROM (new_values."about_agreement_id") OR old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."as_worded" IS DISTINCT FROM (new_values."as_worded") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."close_reason" IS DISTINCT FROM (new_values."close_reason") OR old_values."conditions" IS DISTINCT FROM (new_values."conditions") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."due_date" IS DISTINCT FROM (new_values."due_date") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."initiative_id" IS DISTINCT FROM (new_values."initiative_id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."origin_agreement_id" IS DISTINCT FROM (new_values."origin_agreement_id") OR old_values."origin_meeting_id" IS DISTINCT FROM (new_values."origin_meeting_id") OR old_values."original_due_date" IS DISTINCT FROM (new_values."original_due_date") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."priority" IS DISTINCT FROM (new_values."priority") OR old_values."recurrence_months" IS DISTINCT FROM (new_values."recurrence_months") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."reported_at" IS DISTINCT FROM (new_values."reported_at") OR old_values."reported_by_id" IS DISTINCT FROM (new_values."reported_by_id") OR old_values."sector" IS DISTINCT FROM (new_values."sector") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."verified_at" IS DISTINCT FROM (new_values."verified_at") OR old_values."verified_by_id" IS DISTINCT FROM (new_values."verified_by_id") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."waiting_on" IS DISTINCT FROM (new_values."waiting_on") OR old_values."wording" IS DISTINCT FROM (new_values."wording")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a465a6711eed3ecc8901aff7f6dd646700d25868",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d370e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_commitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmenthistory" ("about_agreement_id", "archive_reason", "archived_at", "archived_by_id", "as_worded", "classification", "close_reason", "conditions", "created_at", "desk_id", "due_date", "id", "initiative_id", "kind", "origin_agreement_id", "origin_meeting_id", "original_due_date", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "recurrence_months", "reference", "reported_at", "reported_by_id", "sector", "status", "title", "updated_at", "verified_at", "verified_by_id", "version", "waiting_on", "wording") SELECT old_values."about_agreement_id", old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."as_worded", old_values."classification", old_values."close_reason", old_values."conditions", old_values."created_at", old_values."desk_id", old_values."due_date", old_values."id", old_values."initiative_id", old_values."kind", old_values."origin_agreement_id", old_values."origin_meeting_id", old_values."original_due_date", old_values."owner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."priority", old_values."recurrence_months", old_values."reference", old_values."reported_at", old_values."reported_by_id", old_values."sector", old_values."status", old_values."title", old_values."updated_at", old_values."verified_at", old_values."verified_by_id", old_values."version", old_values."waiting_on", old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="13cc02a87bd06ffc994adaeaf5c6b14ee012488e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1d180",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_commitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."about_agreement_id" IS DISTINCT FROM (NEW."about_agreement_id") OR OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."as_worded" IS DISTINCT FROM (NEW."as_worded") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."close_reason" IS DISTINCT FROM (NEW."close_reason") OR OLD."conditions" IS DISTINCT FROM (NEW."conditions") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."due_date" IS DISTINCT FROM (NEW."due_date") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initiative_id" IS DISTINCT FROM (NEW."initiative_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."origin_agreement_id" IS DISTINCT FROM (NEW."origin_agreement_id") OR OLD."origin_meeting_id" IS DISTINCT FROM (NEW."origin_meeting_id") OR OLD."original_due_date" IS DISTINCT FROM (NEW."original_due_date") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."priority" IS DISTINCT FROM (NEW."priority") OR OLD."recurrence_months" IS DISTINCT FROM (NEW."recurrence_months") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reported_at" IS DISTINCT FROM (NEW."reported_at") OR OLD."reported_by_id" IS DISTINCT FROM (NEW."reported_by_id") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."waiting_on" IS DISTINCT FROM (NEW."waiting_on") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="621abc1dfd2e711e1df01bdb6d23825f19263d1e",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_85e1c",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="3f8d202e6c096707949d117d43954010e50f8d54",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_00feb",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="dcaab78a7787736a005ce2f639daa947c223743b",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_92734",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ad978837a37e68a2b68b01b30b296904f68170eb",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_2be09",
                            table="engagements_commitment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitmentHistory",
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
                        to="engagements.commitment",
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
                (
                    "desk",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
                        verbose_name="officer in charge",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="what")),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("agreed", "Decided or agreed"),
                            ("pledged", "Pledged"),
                            ("offered", "Offered"),
                            ("announced", "Announced"),
                            ("reaffirmed", "Reaffirmed"),
                            ("proposed", "Proposed"),
                            ("suggested", "Suggested"),
                            ("requested", "Requested"),
                            ("considering", "Considering"),
                            ("hoped", "Hoped"),
                            ("noted", "Noted"),
                        ],
                        help_text="How it was said, strongest first.",
                        max_length=12,
                        verbose_name="wording",
                    ),
                ),
                (
                    "as_worded",
                    models.TextField(
                        blank=True,
                        help_text="How the record puts it.",
                        verbose_name="as worded",
                    ),
                ),
                ("conditions", models.TextField(blank=True, verbose_name="conditions")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("exchange", "Exchange or meeting"),
                            ("agreement_follow_up", "Agreement follow-up"),
                            ("project", "Bilateral project"),
                            ("development", "Development cooperation"),
                            ("pending_issue", "Pending issue"),
                            ("multilateral", "Multilateral"),
                        ],
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("political", "Politics and security"),
                            ("korean_peninsula", "Korean Peninsula"),
                            ("trade", "Trade and investment"),
                            ("industry", "Industry and technology"),
                            ("digital", "Digital, science and space"),
                            ("energy", "Energy"),
                            ("minerals", "Minerals and supply chains"),
                            ("infrastructure", "Infrastructure and cities"),
                            ("development", "Development cooperation"),
                            ("environment", "Environment and climate"),
                            ("health", "Health"),
                            ("consular", "Consular and visas"),
                            ("culture", "Culture, people and education"),
                            ("regional", "Regional and multilateral"),
                        ],
                        max_length=18,
                        verbose_name="sector",
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[
                            ("high", "High"),
                            ("normal", "Normal"),
                            ("low", "Low"),
                        ],
                        default="normal",
                        max_length=6,
                        verbose_name="priority",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("noted", "Noted, not tracked"),
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("reported_done", "Reported done"),
                            ("fulfilled", "Fulfilled"),
                            ("partly_fulfilled", "Partly fulfilled"),
                            ("lapsed", "Lapsed"),
                            ("withdrawn", "Withdrawn"),
                            ("superseded", "Superseded"),
                        ],
                        default="noted",
                        editable=False,
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "waiting_on",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nobody in particular"),
                            ("us", "Us"),
                            ("them", "Them"),
                            ("third", "A third"),
                        ],
                        default="",
                        max_length=5,
                        verbose_name="waiting on",
                    ),
                ),
                (
                    "origin_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="made at",
                    ),
                ),
                (
                    "origin_agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                        verbose_name="made in",
                    ),
                ),
                (
                    "about_agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                        verbose_name="about the agreement",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "due_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="due"
                    ),
                ),
                (
                    "original_due_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, editable=False, verbose_name="originally due"
                    ),
                ),
                (
                    "recurrence_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="recurs every … months"
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported done by",
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
                (
                    "close_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="reason for closing"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="commitment_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9884977742990982a9a436f2af6b9e85d0f7efb2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c1c1e",
                            table="engagements_commitmenthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Mention",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
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
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="engagements.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("made", "Made"),
                            ("raised", "Raised"),
                            ("reaffirmed", "Reaffirmed"),
                            ("revised", "Revised"),
                            ("reported", "Reported on"),
                            ("fulfilled", "Declared fulfilled"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "text_before",
                    models.TextField(blank=True, verbose_name="wording before"),
                ),
                (
                    "text_after",
                    models.TextField(blank=True, verbose_name="wording after"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "mention",
                "verbose_name_plural": "mentions",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "made")),
                        fields=("commitment",),
                        name="engagements_mention_made_only_once",
                        violation_error_message="A commitment is made at one meeting only.",
                    ),
                    models.UniqueConstraint(
                        fields=("commitment", "meeting", "kind"),
                        name="engagements_mention_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "revised"), _negated=True),
                            models.Q(("text_after", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_mention_revision_says_what_changed",
                        violation_error_message="Give the revised wording.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "made",
                                    "raised",
                                    "reaffirmed",
                                    "revised",
                                    "reported",
                                    "fulfilled",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="engagements_mention_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_mentionhistory" ("commitment_id", "id", "kind", "meeting_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "text_after", "text_before", "version") SELECT new_values."commitment_id", new_values."id", new_values."kind", new_values."meeting_id", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."text_after", new_values."text_before", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="07d1ce3cf1e6ca2dec537639e6f00bae35f1e5c7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2757f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_mentionhistory" ("commitment_id", "id", "kind", "meeting_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "text_after", "text_before", "version") SELECT new_values."commitment_id", new_values."id", new_values."kind", new_values."meeting_id", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."text_after", new_values."text_before", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="439ac6f7cf545a095685fbad000f6635b41b21e7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2abf2",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_mentionhistory" ("commitment_id", "id", "kind", "meeting_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "text_after", "text_before", "version") SELECT old_values."commitment_id", old_values."id", old_values."kind", old_values."meeting_id", old_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."text_after", old_values."text_before", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b20988c3a052b1fa2da8408186442f8ce5976887",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_78845",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."text_after" IS DISTINCT FROM (NEW."text_after") OR OLD."text_before" IS DISTINCT FROM (NEW."text_before"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="3a34fac6af58b804ff6f25fd65ae3a473e064fdc",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_460a9",
                            table="engagements_mention",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="361709986cc8004863676eee4a33ea2b30dc244a",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_73c33",
                            table="engagements_mention",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MentionHistory",
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
                        to="engagements.mention",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("made", "Made"),
                            ("raised", "Raised"),
                            ("reaffirmed", "Reaffirmed"),
                            ("revised", "Revised"),
                            ("reported", "Reported on"),
                            ("fulfilled", "Declared fulfilled"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "text_before",
                    models.TextField(blank=True, verbose_name="wording before"),
                ),
                (
                    "text_after",
                    models.TextField(blank=True, verbose_name="wording after"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="mention_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d7eb57e2e6a4de8cc70b066633124a5027c8b07d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e2e21",
                            table="engagements_mentionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Succession",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="engagements.commitment",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="engagements.commitment",
                        verbose_name="successor",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("revised_into", "Revised into"),
                            ("split_into", "Split into"),
                            ("merged_into", "Merged into"),
                        ],
                        max_length=14,
                        verbose_name="how",
                    ),
                ),
            ],
            options={
                "verbose_name": "succession",
                "verbose_name_plural": "successions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"),
                        name="engagements_succession_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("predecessor", models.F("successor")), _negated=True
                        ),
                        name="engagements_succession_is_to_another",
                        violation_error_message="A commitment cannot succeed itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["revised_into", "split_into", "merged_into"])
                        ),
                        name="engagements_succession_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_successionhistory" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id", "version") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."predecessor_id", new_values."successor_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d774bc3f0c04771b7709f235da766c9cd1e5932a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5d4b8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_succession",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_successionhistory" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id", "version") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."predecessor_id", new_values."successor_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9097eebb08cb1b6e47f955b4485b5d5a1364003e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_35e57",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_succession",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_successionhistory" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id", "version") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."predecessor_id", old_values."successor_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f22b6375ca5b0086118fe50065a4620d3c64d416",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1a08a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_succession",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."predecessor_id" IS DISTINCT FROM (NEW."predecessor_id") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="cd015613980e41eded44a7e739c4efc58671b0d7",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_41b55",
                            table="engagements_succession",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="SuccessionHistory",
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
                        to="engagements.succession",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                        verbose_name="predecessor",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                        verbose_name="successor",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("revised_into", "Revised into"),
                            ("split_into", "Split into"),
                            ("merged_into", "Merged into"),
                        ],
                        max_length=14,
                        verbose_name="how",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="succession_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="11e5cdafe37324e316906667adc3358d0641e280",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a396",
                            table="engagements_successionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingPartner",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meeting_partners",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting_partners",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("guest", "Guest"),
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("third", "Third side"),
                        ],
                        default="member",
                        max_length=8,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner at a meeting",
                "verbose_name_plural": "partners at a meeting",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "partner"),
                        name="engagements_meetingpartner_is_entered_once",
                        violation_error_message="This partner is listed already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["host", "guest", "member", "observer", "third"],
                            )
                        ),
                        name="engagements_meetingpartner_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingpartnerhistory" ("id", "meeting_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT new_values."id", new_values."meeting_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="53b91fb917a0556915c9507045c5e3350426fe4f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a1753",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_meetingpartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingpartnerhistory" ("id", "meeting_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT new_values."id", new_values."meeting_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b29f1304d377ddf710bc6ab755b8969b725b2968",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_18eed",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_meetingpartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingpartnerhistory" ("id", "meeting_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT old_values."id", old_values."meeting_id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."role", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="beb01073882212acd0790a6f5d9c2b840af15e2a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1ef8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_meetingpartner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."role" IS DISTINCT FROM (NEW."role"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="fd8002cab2f5a3ae9f598e00947af2b276daa8e6",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_c2d89",
                            table="engagements_meetingpartner",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingPartnerHistory",
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
                        to="engagements.meetingpartner",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "Host"),
                            ("guest", "Guest"),
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("third", "Third side"),
                        ],
                        default="member",
                        max_length=8,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="meetingpartner_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="00b9b6d070b229c8c44f93bfb5fb66857eab3075",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d849e",
                            table="engagements_meetingpartnerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Participation",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="partners.post",
                        verbose_name="post held then",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Where no name is known: 'Ambassador of Kazakhstan'.",
                        max_length=200,
                        verbose_name="description",
                    ),
                ),
                (
                    "title_then",
                    models.CharField(
                        blank=True,
                        help_text="As the source gives it, where it differs from the post.",
                        max_length=200,
                        verbose_name="title as then",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="partners.partner",
                        verbose_name="on whose side",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("head", "Head of delegation"),
                            ("co_chair", "Co-chair"),
                            ("chair", "Chair"),
                            ("member", "Member"),
                            ("host", "Host"),
                            ("witness", "Witness"),
                            ("signatory", "Signatory"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("own", "In the post's own right"),
                            ("acting", "Acting"),
                            ("standing_in", "Standing in for another post"),
                        ],
                        default="own",
                        max_length=12,
                        verbose_name="capacity",
                    ),
                ),
                (
                    "stands_in_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stand_ins",
                        to="partners.post",
                        verbose_name="stands in for",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="position"
                    ),
                ),
            ],
            options={
                "verbose_name": "participant",
                "verbose_name_plural": "participants",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person__isnull", False),
                            ("post__isnull", False),
                            models.Q(("label", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="engagements_participation_says_who",
                        violation_error_message="Name a person, a post, or describe who it was.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stands_in_for", None),
                            ("capacity", "standing_in"),
                            _connector="OR",
                        ),
                        name="engagements_participation_stand_in_says_for_whom",
                        violation_error_message="Only somebody standing in stands in for another post.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("meeting", "person", "post"),
                        name="engagements_participation_is_entered_once",
                        nulls_distinct=False,
                        violation_error_message="This person is listed with the same post already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "head",
                                    "co_chair",
                                    "chair",
                                    "member",
                                    "host",
                                    "witness",
                                    "signatory",
                                ],
                            )
                        ),
                        name="engagements_participation_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capacity__in", ["own", "acting", "standing_in"])
                        ),
                        name="engagements_participation_capacity_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_participationhistory" ("capacity", "id", "label", "meeting_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post_id", "reference", "role", "stands_in_for_id", "title_then", "version") SELECT new_values."capacity", new_values."id", new_values."label", new_values."meeting_id", new_values."partner_id", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."post_id", new_values."reference", new_values."role", new_values."stands_in_for_id", new_values."title_then", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be1eb37ad5f286a538b844d3b1dcb40286c83f58",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd4a6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_participation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_participationhistory" ("capacity", "id", "label", "meeting_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post_id", "reference", "role", "stands_in_for_id", "title_then", "version") SELECT new_values."capacity", new_values."id", new_values."label", new_values."meeting_id", new_values."partner_id", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."position", new_values."post_id", new_values."reference", new_values."role", new_values."stands_in_for_id", new_values."title_then", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a1a35c58d9bee5c49bd49570a79b5c05c42ca27",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_26aea",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_participation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_participationhistory" ("capacity", "id", "label", "meeting_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post_id", "reference", "role", "stands_in_for_id", "title_then", "version") SELECT old_values."capacity", old_values."id", old_values."label", old_values."meeting_id", old_values."partner_id", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."post_id", old_values."reference", old_values."role", old_values."stands_in_for_id", old_values."title_then", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="764d1bb642b9683fd5d51f1ff497b3025cc38020",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_208dc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_participation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."post_id" IS DISTINCT FROM (NEW."post_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."stands_in_for_id" IS DISTINCT FROM (NEW."stands_in_for_id") OR OLD."title_then" IS DISTINCT FROM (NEW."title_then"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="549325e9286651ff77adf6fd9d48b3e7f9451c55",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_9744a",
                            table="engagements_participation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="babd0e955002db6fd3a4b096c602b0937a346873",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_613d0",
                            table="engagements_participation",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ParticipationHistory",
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
                        to="engagements.participation",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.post",
                        verbose_name="post held then",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Where no name is known: 'Ambassador of Kazakhstan'.",
                        max_length=200,
                        verbose_name="description",
                    ),
                ),
                (
                    "title_then",
                    models.CharField(
                        blank=True,
                        help_text="As the source gives it, where it differs from the post.",
                        max_length=200,
                        verbose_name="title as then",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="on whose side",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("head", "Head of delegation"),
                            ("co_chair", "Co-chair"),
                            ("chair", "Chair"),
                            ("member", "Member"),
                            ("host", "Host"),
                            ("witness", "Witness"),
                            ("signatory", "Signatory"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("own", "In the post's own right"),
                            ("acting", "Acting"),
                            ("standing_in", "Standing in for another post"),
                        ],
                        default="own",
                        max_length=12,
                        verbose_name="capacity",
                    ),
                ),
                (
                    "stands_in_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.post",
                        verbose_name="stands in for",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="position"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="participation_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="85f65c770fdfd1f90800cf4ce1da3eb8a83332da",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92856",
                            table="engagements_participationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingStatusChange",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="engagements.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status before",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status after",
                    ),
                ),
                (
                    "old_date",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="date before"
                    ),
                ),
                (
                    "new_date",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="date after"
                    ),
                ),
                ("changed_at", models.DateTimeField(verbose_name="changed at")),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
            ],
            options={
                "verbose_name": "change of status or date",
                "verbose_name_plural": "changes of status or date",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "position"),
                        name="engagements_meetingstatuschange_position_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "from_status__in",
                                [
                                    "proposed",
                                    "scheduled",
                                    "held",
                                    "postponed",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="engagements_meetingstatuschange_from_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "to_status__in",
                                [
                                    "proposed",
                                    "scheduled",
                                    "held",
                                    "postponed",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="engagements_meetingstatuschange_to_status_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ec83e8b7de88542088574bba27aff7d8bdfc87b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4d605",
                            table="engagements_meetingstatuschange",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingstatuschangehistory" ("changed_at", "changed_by_id", "from_status", "id", "meeting_id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "to_status", "version") SELECT new_values."changed_at", new_values."changed_by_id", new_values."from_status", new_values."id", new_values."meeting_id", new_values."new_date", new_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."position", new_values."reason", new_values."to_status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3779951d2f1c6913cced86d23fbec46bfa604803",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a9439",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_meetingstatuschange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingstatuschangehistory" ("changed_at", "changed_by_id", "from_status", "id", "meeting_id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "to_status", "version") SELECT new_values."changed_at", new_values."changed_by_id", new_values."from_status", new_values."id", new_values."meeting_id", new_values."new_date", new_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."position", new_values."reason", new_values."to_status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b29c8dcb349a3b75f410559698416b385485920c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e83f4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_meetingstatuschange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_meetingstatuschangehistory" ("changed_at", "changed_by_id", "from_status", "id", "meeting_id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "to_status", "version") SELECT old_values."changed_at", old_values."changed_by_id", old_values."from_status", old_values."id", old_values."meeting_id", old_values."new_date", old_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."position", old_values."reason", old_values."to_status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="586fc600a112cf25d553abf6efe401ca5fd99729",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_87877",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_meetingstatuschange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."changed_by_id" IS DISTINCT FROM (NEW."changed_by_id") OR OLD."from_status" IS DISTINCT FROM (NEW."from_status") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."new_date" IS DISTINCT FROM (NEW."new_date") OR OLD."old_date" IS DISTINCT FROM (NEW."old_date") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."to_status" IS DISTINCT FROM (NEW."to_status"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="4d2a1065018fcb14dd88b61c9337938899e2cf7f",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_880b3",
                            table="engagements_meetingstatuschange",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MeetingStatusChangeHistory",
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
                        to="engagements.meetingstatuschange",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status before",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                        verbose_name="status after",
                    ),
                ),
                (
                    "old_date",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="date before"
                    ),
                ),
                (
                    "new_date",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="date after"
                    ),
                ),
                ("changed_at", models.DateTimeField(verbose_name="changed at")),
                (
                    "changed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="meetingstatuschange_history_ob",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6a950992596fa6cc4c945fcaf35799d79832ecc6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a26d6",
                            table="engagements_meetingstatuschangehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdate",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
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
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                ("date", chancery.dates.fields.PartialDateField(verbose_name="date")),
                ("date_earliest", chancery.dates.fields.EarliestField("date")),
                ("date_latest", chancery.dates.fields.LatestField("date")),
                (
                    "health",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("delayed", "Delayed"),
                        ],
                        max_length=8,
                        verbose_name="how it goes",
                    ),
                ),
                ("done", models.TextField(blank=True, verbose_name="what was done")),
                ("next_step", models.TextField(blank=True, verbose_name="next step")),
                (
                    "next_step_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="next step by"
                    ),
                ),
                (
                    "next_step_date_earliest",
                    chancery.dates.fields.EarliestField("next_step_date"),
                ),
                (
                    "next_step_date_latest",
                    chancery.dates.fields.LatestField("next_step_date"),
                ),
                ("obstacle", models.TextField(blank=True, verbose_name="obstacle")),
                (
                    "help_needed",
                    models.TextField(blank=True, verbose_name="help needed"),
                ),
                (
                    "verb",
                    models.CharField(
                        blank=True,
                        help_text="Of the workflow.",
                        max_length=20,
                        verbose_name="step taken",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_updates",
                        to="engagements.meeting",
                        verbose_name="reported at",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(editable=False, verbose_name="written at"),
                ),
            ],
            options={
                "verbose_name": "progress update",
                "verbose_name_plural": "progress updates",
                "indexes": [
                    models.Index(
                        fields=["commitment", "date_latest", "id"],
                        name="engagements_progress_latest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("date"),
                        name="engagements_progressupdate_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("next_step_date"),
                        name="engagements_progressupdate_next_step_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("date", ""), _negated=True),
                        name="engagements_progressupdate_has_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done", ""),
                            ("health", ""),
                            ("help_needed", ""),
                            ("next_step", ""),
                            ("obstacle", ""),
                            ("verb", ""),
                            _negated=True,
                        ),
                        name="engagements_progressupdate_says_something",
                        violation_error_message="Say at least one thing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("health__in", ["on_track", "at_risk", "delayed", ""])
                        ),
                        name="engagements_progressupdate_health_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8bc69af6431627172ad5963ac94f758ef723d022",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bb937",
                            table="engagements_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressupdatehistory" ("author_id", "commitment_id", "date", "done", "health", "help_needed", "id", "meeting_id", "next_step", "next_step_date", "obstacle", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "verb", "version", "written_at") SELECT new_values."author_id", new_values."commitment_id", new_values."date", new_values."done", new_values."health", new_values."help_needed", new_values."id", new_values."meeting_id", new_values."next_step", new_values."next_step_date", new_values."obstacle", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."verb", new_values."version", new_values."written_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="805e8cb5454f0c621c30529523707b1aef4c8139",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b7089",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_progressupdate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressupdatehistory" ("author_id", "commitment_id", "date", "done", "health", "help_needed", "id", "meeting_id", "next_step", "next_step_date", "obstacle", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "verb", "version", "written_at") SELECT new_values."author_id", new_values."commitment_id", new_values."date", new_values."done", new_values."health", new_values."help_needed", new_values."id", new_values."meeting_id", new_values."next_step", new_values."next_step_date", new_values."obstacle", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."verb", new_values."version", new_values."written_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."author_id" IS DISTINCT FROM (new_values."author_id") OR old_values."commitment_id" IS DISTINCT FROM (new_values."commitment_id") OR old_values."date" IS DISTINCT FROM (new_values."date") OR old_values."done" IS DISTINCT FROM (new_values."done") OR old_values."health" IS DISTINCT FROM (new_values."health") OR old_values."help_needed" IS DISTINCT FROM (new_values."help_needed") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."meeting_id" IS DISTINCT FROM (new_values."meeting_id") OR old_values."next_step" IS DISTINCT FROM (new_values."next_step") OR old_values."next_step_date" IS DISTINCT FROM (new_values."next_step_date") OR old_values."obstacle" IS DISTINCT FROM (new_values."obstacle") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."verb" IS DISTINCT FROM (new_values."verb") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."written_at" IS DISTINCT FROM (new_values."written_at")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b364b94f1bdf0165df12450a082db0586cf61927",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a6e3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_progressupdate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressupdatehistory" ("author_id", "commitment_id", "date", "done", "health", "help_needed", "id", "meeting_id", "next_step", "next_step_date", "obstacle", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "verb", "version", "written_at") SELECT old_values."author_id", old_values."commitment_id", old_values."date", old_values."done", old_values."health", old_values."help_needed", old_values."id", old_values."meeting_id", old_values."next_step", old_values."next_step_date", old_values."obstacle", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."verb", old_values."version", old_values."written_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="544c004a7c635203121ab6b2453e16c1cbafb43a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4dbcf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_progressupdate",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."done" IS DISTINCT FROM (NEW."done") OR OLD."health" IS DISTINCT FROM (NEW."health") OR OLD."help_needed" IS DISTINCT FROM (NEW."help_needed") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."next_step" IS DISTINCT FROM (NEW."next_step") OR OLD."next_step_date" IS DISTINCT FROM (NEW."next_step_date") OR OLD."obstacle" IS DISTINCT FROM (NEW."obstacle") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."verb" IS DISTINCT FROM (NEW."verb") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="de2c35591eff61aef61e174d92ce77920c8234e0",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_cacea",
                            table="engagements_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="bbc67511bb6b8f20398fb1419c4e65bf7edc27d9",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_b8697",
                            table="engagements_progressupdate",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressUpdateHistory",
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
                        to="engagements.progressupdate",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                ("date", chancery.dates.fields.PartialDateField(verbose_name="date")),
                (
                    "health",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("delayed", "Delayed"),
                        ],
                        max_length=8,
                        verbose_name="how it goes",
                    ),
                ),
                ("done", models.TextField(blank=True, verbose_name="what was done")),
                ("next_step", models.TextField(blank=True, verbose_name="next step")),
                (
                    "next_step_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="next step by"
                    ),
                ),
                ("obstacle", models.TextField(blank=True, verbose_name="obstacle")),
                (
                    "help_needed",
                    models.TextField(blank=True, verbose_name="help needed"),
                ),
                (
                    "verb",
                    models.CharField(
                        blank=True,
                        help_text="Of the workflow.",
                        max_length=20,
                        verbose_name="step taken",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="reported at",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(editable=False, verbose_name="written at"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="progressupdate_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="45985e2c9c24397910e7d5275061b0b6320e7bd9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a4a5c",
                            table="engagements_progressupdatehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ProgressEvidence",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "update",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="engagements.progressupdate",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=200, verbose_name="title"),
                ),
                (
                    "url",
                    models.URLField(blank=True, max_length=500, verbose_name="address"),
                ),
                (
                    "sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256"),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("url", ""), _negated=True),
                            ("sha256__regex", "^[0-9a-f]{64}$"),
                            _connector="OR",
                        ),
                        name="engagements_progressevidence_is_an_address_or_a_hash",
                        violation_error_message="Give an address or a document's SHA-256.",
                    ),
                    models.UniqueConstraint(
                        fields=("update", "url", "sha256"),
                        name="engagements_progressevidence_is_entered_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63237d215b230c6051f68c34f99b387ca0dddef0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_31fea",
                            table="engagements_progressevidence",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressevidencehistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "title", "update_id", "url", "version") SELECT new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."sha256", new_values."title", new_values."update_id", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5c152e3ef7f70c140b1e023cc591539c7e5ea347",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_213e6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_progressevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressevidencehistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "title", "update_id", "url", "version") SELECT new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."sha256", new_values."title", new_values."update_id", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d35b2281e9caa70e16bbf412f981154b5858d39b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dd5b6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_progressevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_progressevidencehistory" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "title", "update_id", "url", "version") SELECT old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."sha256", old_values."title", old_values."update_id", old_values."url", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f3ee6155184cf398f703961a033bcd925edb9697",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b3567",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_progressevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."update_id" IS DISTINCT FROM (NEW."update_id") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="bb5c355a79325a870d1e74b612076f28f6b98395",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_78909",
                            table="engagements_progressevidence",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ProgressEvidenceHistory",
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
                        to="engagements.progressevidence",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "update",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.progressupdate",
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, max_length=200, verbose_name="title"),
                ),
                (
                    "url",
                    models.URLField(blank=True, max_length=500, verbose_name="address"),
                ),
                (
                    "sha256",
                    models.CharField(blank=True, max_length=64, verbose_name="SHA-256"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="progressevidence_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="db38abd4b35ae350a782328d0f5d5772215d545d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cc9f3",
                            table="engagements_progressevidencehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DueDateChange",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
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
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due_date_changes",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "old_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, editable=False, verbose_name="due until now"
                    ),
                ),
                ("old_date_earliest", chancery.dates.fields.EarliestField("old_date")),
                ("old_date_latest", chancery.dates.fields.LatestField("old_date")),
                (
                    "new_date",
                    chancery.dates.fields.PartialDateField(verbose_name="new due date"),
                ),
                ("new_date_earliest", chancery.dates.fields.EarliestField("new_date")),
                ("new_date_latest", chancery.dates.fields.LatestField("new_date")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "requested_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "requested_at",
                    models.DateTimeField(editable=False, verbose_name="asked at"),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for a decision"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                        ],
                        default="pending",
                        editable=False,
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "decision_note",
                    models.TextField(
                        blank=True, editable=False, verbose_name="note on the decision"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of due date",
                "verbose_name_plural": "changes of due dates",
                "permissions": [
                    ("decide_duedatechange", "Can decide changes of due dates")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("old_date"),
                        name="engagements_duedatechange_old_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("new_date"),
                        name="engagements_duedatechange_new_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("new_date", ""), _negated=True),
                            models.Q(("new_date", models.F("old_date")), _negated=True),
                        ),
                        name="engagements_duedatechange_asks_for_a_date",
                        violation_error_message="Give the new date; it must differ.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="engagements_duedatechange_has_a_reason",
                        violation_error_message="Say why the date should change.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None),
                                ("decided_by", None),
                                ("decision", "pending"),
                            ),
                            models.Q(
                                models.Q(("decision", "pending"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_duedatechange_decision_has_an_author",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(
                                ("decided_by", models.F("requested_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="engagements_duedatechange_decided_by_another",
                        violation_error_message="Nobody decides on their own request.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "pending")),
                        fields=("commitment",),
                        name="engagements_duedatechange_one_at_a_time",
                        violation_error_message="A request for this one waits already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["pending", "approved", "refused"])
                        ),
                        name="engagements_duedatechange_decision_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="decided_once",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.decision <> 'pending' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'This request has been decided already.', HINT = 'Ask for a new change of date instead.'; END IF; RETURN NEW;",
                            hash="472dc0549b94020d35e8920ee2cba6a25003236b",
                            operation="UPDATE",
                            pgid="pgtrigger_decided_once_d5574",
                            table="engagements_duedatechange",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="request_is_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."old_date" IS DISTINCT FROM (NEW."old_date") OR OLD."new_date" IS DISTINCT FROM (NEW."new_date") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="f93b8a5b7ada2dbb86b505eb43ade4dcdae3c0b9",
                            operation="UPDATE",
                            pgid="pgtrigger_request_is_fixed_5c495",
                            table="engagements_duedatechange",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b76ea2ade75634d0f189ac450a51504bfda79c86",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_563c4",
                            table="engagements_duedatechange",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_duedatechangehistory" ("commitment_id", "decided_at", "decided_by_id", "decision", "decision_note", "id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "requested_at", "requested_by_id", "version") SELECT new_values."commitment_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_note", new_values."id", new_values."new_date", new_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reason", new_values."reference", new_values."requested_at", new_values."requested_by_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee82457d4bfdd31635bfccca0c54300b6a98b5b6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01d3f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_duedatechange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_duedatechangehistory" ("commitment_id", "decided_at", "decided_by_id", "decision", "decision_note", "id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "requested_at", "requested_by_id", "version") SELECT new_values."commitment_id", new_values."decided_at", new_values."decided_by_id", new_values."decision", new_values."decision_note", new_values."id", new_values."new_date", new_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reason", new_values."reference", new_values."requested_at", new_values."requested_by_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."commitment_id" IS DISTINCT FROM (new_values."commitment_id") OR old_values."decided_at" IS DISTINCT FROM (new_values."decided_at") OR old_values."decided_by_id" IS DISTINCT FROM (new_values."decided_by_id") OR old_values."decision" IS DISTINCT FROM (new_values."decision") OR old_values."decision_note" IS DISTINCT FROM (new_values."decision_note") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."new_date" IS DISTINCT FROM (new_values."new_date") OR old_values."old_date" IS DISTINCT FROM (new_values."old_date") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."requested_at" IS DISTINCT FROM (new_values."requested_at") OR old_values."requested_by_id" IS DISTINCT FROM (new_values."requested_by_id") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="80b983072977cd40088e5232d4ebe21b87da304b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d585e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_duedatechange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_duedatechangehistory" ("commitment_id", "decided_at", "decided_by_id", "decision", "decision_note", "id", "new_date", "old_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "requested_at", "requested_by_id", "version") SELECT old_values."commitment_id", old_values."decided_at", old_values."decided_by_id", old_values."decision", old_values."decision_note", old_values."id", old_values."new_date", old_values."old_date", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reason", old_values."reference", old_values."requested_at", old_values."requested_by_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="98d1254aab82b6bc56fde77ac5e0482cc17f2ed6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cbc0d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_duedatechange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."decision" IS DISTINCT FROM (NEW."decision") OR OLD."decision_note" IS DISTINCT FROM (NEW."decision_note") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."new_date" IS DISTINCT FROM (NEW."new_date") OR OLD."old_date" IS DISTINCT FROM (NEW."old_date") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="9e0ee2a896c8b49b3df3e066ddba4a9cf771d769",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_2f75a",
                            table="engagements_duedatechange",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5ede9a399f2b931963ea92052ec3928352863efa",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_86d3f",
                            table="engagements_duedatechange",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DueDateChangeHistory",
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
                        to="engagements.duedatechange",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "reference",
                    chancery.models.record.ReferenceField(
                        editable=False, max_length=32, verbose_name="reference"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "old_date",
                    chancery.dates.fields.PartialDateField(
                        blank=True, editable=False, verbose_name="due until now"
                    ),
                ),
                (
                    "new_date",
                    chancery.dates.fields.PartialDateField(verbose_name="new due date"),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "requested_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "requested_at",
                    models.DateTimeField(editable=False, verbose_name="asked at"),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for a decision"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                        ],
                        default="pending",
                        editable=False,
                        max_length=8,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "decision_note",
                    models.TextField(
                        blank=True, editable=False, verbose_name="note on the decision"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="duedatechange_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="05973ff56c3844ca98237c768119c4561d3b6e76",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3871c",
                            table="engagements_duedatechangehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="EngagementsCitation",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(app_label)s_citations",
                        to="seeds.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="The field of the record that it bears on; empty for all of it.",
                        max_length=60,
                        verbose_name="field",
                    ),
                ),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from 1.",
                        null=True,
                        verbose_name="paragraph",
                    ),
                ),
                (
                    "char_start",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="from character"
                    ),
                ),
                (
                    "char_end",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="to character"
                    ),
                ),
                (
                    "quote",
                    models.CharField(
                        blank=True,
                        help_text="A dozen words at most, where the wording itself matters.",
                        max_length=200,
                        verbose_name="short quote",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("stated", "Stated"), ("inferred", "Inferred")],
                        default="stated",
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "source_says",
                    models.CharField(
                        blank=True,
                        help_text="Where it differs from the record, or is less exact.",
                        max_length=300,
                        verbose_name="what the source says",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "accepted_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="accepted at",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.meetingseries",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.participation",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "agreement_event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.agreementevent",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.initiative",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.mention",
                    ),
                ),
                (
                    "progress_update",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="engagements.progressupdate",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("char_end", None), ("char_start", None)),
                            models.Q(
                                ("char_end__gt", models.F("char_start")),
                                ("char_end__isnull", False),
                                ("char_start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_citation_span_is_whole_and_forward",
                        violation_error_message="Give both ends of the span, in order.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paragraph", None), ("paragraph__gte", 1), _connector="OR"
                        ),
                        name="engagements_citation_paragraph_counts_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at", None), ("accepted_by", None)),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_citation_accepted_at_has_accepted_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["stated", "inferred"])),
                        name="engagements_engagementscitation_basis_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", False),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", False),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", False),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", False),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", False),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", False),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", False),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", False),
                                ("participation__isnull", True),
                                ("progress_update__isnull", True),
                                ("series__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("agreement_event__isnull", True),
                                ("commitment__isnull", True),
                                ("initiative__isnull", True),
                                ("meeting__isnull", True),
                                ("mention__isnull", True),
                                ("participation__isnull", True),
                                ("progress_update__isnull", False),
                                ("series__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="engagements_citation_cites_exactly_one_record",
                        violation_error_message="A citation belongs to exactly one record.",
                    ),
                    models.UniqueConstraint(
                        fields=(
                            "series",
                            "meeting",
                            "participation",
                            "agreement",
                            "agreement_event",
                            "initiative",
                            "commitment",
                            "mention",
                            "progress_update",
                            "source",
                            "field",
                            "paragraph",
                            "char_start",
                        ),
                        name="engagements_citation_is_entered_once",
                        nulls_distinct=False,
                        violation_error_message="This place is cited for this field already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_engagementscitationhistory" ("accepted_at", "accepted_by_id", "agreement_event_id", "agreement_id", "basis", "char_end", "char_start", "commitment_id", "field", "id", "initiative_id", "meeting_id", "mention_id", "note", "paragraph", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress_update_id", "quote", "series_id", "source_id", "source_says", "version") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."agreement_event_id", new_values."agreement_id", new_values."basis", new_values."char_end", new_values."char_start", new_values."commitment_id", new_values."field", new_values."id", new_values."initiative_id", new_values."meeting_id", new_values."mention_id", new_values."note", new_values."paragraph", new_values."participation_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."progress_update_id", new_values."quote", new_values."series_id", new_values."source_id", new_values."source_says", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="766ef331723cf8b22123916029da772207355586",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c1afb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_engagementscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_engagementscitationhistory" ("accepted_at", "accepted_by_id", "agreement_event_id", "agreement_id", "basis", "char_end", "char_start", "commitment_id", "field", "id", "initiative_id", "meeting_id", "mention_id", "note", "paragraph", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress_update_id", "quote", "series_id", "source_id", "source_says", "version") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."agreement_event_id", new_values."agreement_id", new_values."basis", new_values."char_end", new_values."char_start", new_values."commitment_id", new_values."field", new_values."id", new_values."initiative_id", new_values."meeting_id", new_values."mention_id", new_values."note", new_values."paragraph", new_values."participation_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."progress_update_id", new_values."quote", new_values."series_id", new_values."source_id", new_values."source_says", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ec492ba5b692280d5ebbaf365cbcad9ef22c4260",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f0bc1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_engagementscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_engagementscitationhistory" ("accepted_at", "accepted_by_id", "agreement_event_id", "agreement_id", "basis", "char_end", "char_start", "commitment_id", "field", "id", "initiative_id", "meeting_id", "mention_id", "note", "paragraph", "participation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress_update_id", "quote", "series_id", "source_id", "source_says", "version") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."agreement_event_id", old_values."agreement_id", old_values."basis", old_values."char_end", old_values."char_start", old_values."commitment_id", old_values."field", old_values."id", old_values."initiative_id", old_values."meeting_id", old_values."mention_id", old_values."note", old_values."paragraph", old_values."participation_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."progress_update_id", old_values."quote", old_values."series_id", old_values."source_id", old_values."source_says", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bf7ed73c7869ccc54222be781896da1e88ed9f6a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95242",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_engagementscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."agreement_event_id" IS DISTINCT FROM (NEW."agreement_event_id") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."char_end" IS DISTINCT FROM (NEW."char_end") OR OLD."char_start" IS DISTINCT FROM (NEW."char_start") OR OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."initiative_id" IS DISTINCT FROM (NEW."initiative_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."mention_id" IS DISTINCT FROM (NEW."mention_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."paragraph" IS DISTINCT FROM (NEW."paragraph") OR OLD."participation_id" IS DISTINCT FROM (NEW."participation_id") OR OLD."progress_update_id" IS DISTINCT FROM (NEW."progress_update_id") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."source_says" IS DISTINCT FROM (NEW."source_says"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="a099d07abfbc8f98d819df645ed6ce826280c322",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_72b0a",
                            table="engagements_engagementscitation",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="EngagementsCitationHistory",
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
                        to="engagements.engagementscitation",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="seeds.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="The field of the record that it bears on; empty for all of it.",
                        max_length=60,
                        verbose_name="field",
                    ),
                ),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted from 1.",
                        null=True,
                        verbose_name="paragraph",
                    ),
                ),
                (
                    "char_start",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="from character"
                    ),
                ),
                (
                    "char_end",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="to character"
                    ),
                ),
                (
                    "quote",
                    models.CharField(
                        blank=True,
                        help_text="A dozen words at most, where the wording itself matters.",
                        max_length=200,
                        verbose_name="short quote",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("stated", "Stated"), ("inferred", "Inferred")],
                        default="stated",
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "source_says",
                    models.CharField(
                        blank=True,
                        help_text="Where it differs from the record, or is less exact.",
                        max_length=300,
                        verbose_name="what the source says",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="accepted by",
                    ),
                ),
                (
                    "accepted_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="accepted at",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meetingseries",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.participation",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                    ),
                ),
                (
                    "agreement_event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreementevent",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.initiative",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.mention",
                    ),
                ),
                (
                    "progress_update",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.progressupdate",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="engagementscitation_history_ob",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="67ae835b45a7e0a9b1beaf9551dfff01de67ee65",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_03723",
                            table="engagements_engagementscitationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentParty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("promisor", "Promises"), ("promisee", "Is promised")],
                        max_length=8,
                        verbose_name="side",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitment_parties",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="No partner of ours.",
                        max_length=200,
                        verbose_name="or who else",
                    ),
                ),
            ],
            options={
                "verbose_name": "side of a commitment",
                "verbose_name_plural": "sides of a commitment",
                "indexes": [
                    models.Index(
                        fields=["partner", "side", "commitment"],
                        name="engagements_cmtparty_partner",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commitment", "side", "partner", "label"),
                        name="engagements_commitmentparty_is_entered_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("partner", None),
                                models.Q(("label", ""), _negated=True),
                            ),
                            models.Q(("label", ""), ("partner__isnull", False)),
                            _connector="OR",
                        ),
                        name="engagements_commitmentparty_is_a_partner_or_a_label",
                        violation_error_message="Name a partner, or say who else it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["promisor", "promisee"])),
                        name="engagements_commitmentparty_side_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentpartyhistory" ("commitment_id", "id", "label", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "version") SELECT new_values."commitment_id", new_values."id", new_values."label", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."side", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="95648696ae75d37e08b9a800eaca5090786f5358",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ea15",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_commitmentparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentpartyhistory" ("commitment_id", "id", "label", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "version") SELECT new_values."commitment_id", new_values."id", new_values."label", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."side", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd2592c58ea81da25c89792bcbaf41c6b086ea63",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ccaee",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_commitmentparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentpartyhistory" ("commitment_id", "id", "label", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side", "version") SELECT old_values."commitment_id", old_values."id", old_values."label", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."side", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="905fd836bc53b9297472e05c9e109b7863d71254",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ccf8c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_commitmentparty",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."side" IS DISTINCT FROM (NEW."side"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="d57e0c2c63fdaad87bde4aff8c0daa3618e1cd35",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_f4d4e",
                            table="engagements_commitmentparty",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitmentPartyHistory",
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
                        to="engagements.commitmentparty",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("promisor", "Promises"), ("promisee", "Is promised")],
                        max_length=8,
                        verbose_name="side",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="No partner of ours.",
                        max_length=200,
                        verbose_name="or who else",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="commitmentparty_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8af07047c40adf4941f812617b472e31b0cc55d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ec615",
                            table="engagements_commitmentpartyhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentInstitution",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitment_institutions",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitment_institutions",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead"), ("support", "Support")],
                        default="lead",
                        max_length=7,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "institution at work",
                "verbose_name_plural": "institutions at work",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commitment", "institution"),
                        name="engagements_commitmentinstitution_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["lead", "support"])),
                        name="engagements_commitmentinstitution_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentinstitutionhistory" ("commitment_id", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT new_values."commitment_id", new_values."id", new_values."institution_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cc6e51d356e2689873a06852a0e084bc0b94bed2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fba55",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_commitmentinstitution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentinstitutionhistory" ("commitment_id", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT new_values."commitment_id", new_values."id", new_values."institution_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."role", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9a9eb3ec3b580eca194ad4cb643d10f779ec9e12",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c369b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_commitmentinstitution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentinstitutionhistory" ("commitment_id", "id", "institution_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "version") SELECT old_values."commitment_id", old_values."id", old_values."institution_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."role", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="60f63d41c0149b396d5b3487e151bf5fa7052d29",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2ca63",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_commitmentinstitution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."role" IS DISTINCT FROM (NEW."role"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="bedef474b119de5586aa000b1fc594fcdd8dc20d",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_94d64",
                            table="engagements_commitmentinstitution",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentInstitutionHistory",
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
                        to="engagements.commitmentinstitution",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead"), ("support", "Support")],
                        default="lead",
                        max_length=7,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="commitmentinstitution_history_",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c092f40183b4fb02b49f16d2a1481c2cd513b24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1bc7f",
                            table="engagements_commitmentinstitutionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentAmount",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=2, max_digits=20, verbose_name="value"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pledged", "Pledged"),
                            ("committed", "Committed"),
                            ("disbursed", "Disbursed"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "exactness",
                    models.CharField(
                        choices=[
                            ("exact", "as given"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("up_to", "up to"),
                        ],
                        default="exact",
                        max_length=8,
                        verbose_name="exactness",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="amounts",
                        to="engagements.commitment",
                    ),
                ),
            ],
            options={
                "verbose_name": "amount",
                "verbose_name_plural": "amounts",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="engagements_commitmentamount_currency_is_iso_4217",
                        violation_error_message="A currency is three capitals, e.g. USD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__gt", 0)),
                        name="engagements_commitmentamount_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["pledged", "committed", "disbursed"])
                        ),
                        name="engagements_commitmentamount_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exactness__in", ["exact", "about", "at_least", "up_to"])
                        ),
                        name="engagements_commitmentamount_exactness_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("commitment", "role", "currency"),
                        name="engagements_commitmentamount_is_entered_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentamounthistory" ("commitment_id", "currency", "exactness", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT new_values."commitment_id", new_values."currency", new_values."exactness", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."role", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2cbe713c5f37a9620b0e4430123cf9c9d5546422",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_309f2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_commitmentamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentamounthistory" ("commitment_id", "currency", "exactness", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT new_values."commitment_id", new_values."currency", new_values."exactness", new_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."role", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3182382141f2e1a0f9dbdd616af0b1f0fafdb811",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_844c4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_commitmentamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_commitmentamounthistory" ("commitment_id", "currency", "exactness", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "value", "version") SELECT old_values."commitment_id", old_values."currency", old_values."exactness", old_values."id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."role", old_values."value", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b5f21467835b74bcdbbe7e33e3d4a7bd146921b8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_82aac",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_commitmentamount",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."commitment_id" IS DISTINCT FROM (NEW."commitment_id") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."exactness" IS DISTINCT FROM (NEW."exactness") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="727068745ff59fc1b477ee614ea18b60296601b8",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_347ed",
                            table="engagements_commitmentamount",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="CommitmentAmountHistory",
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
                        to="engagements.commitmentamount",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=2, max_digits=20, verbose_name="value"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("pledged", "Pledged"),
                            ("committed", "Committed"),
                            ("disbursed", "Disbursed"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "exactness",
                    models.CharField(
                        choices=[
                            ("exact", "as given"),
                            ("about", "about"),
                            ("at_least", "at least"),
                            ("up_to", "up to"),
                        ],
                        default="exact",
                        max_length=8,
                        verbose_name="exactness",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.commitment",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="commitmentamount_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d1ef7a2c5c3af52a463a755762d464425cb518a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cc52a",
                            table="engagements_commitmentamounthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RelationBasis",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="basis",
                        to="partners.relationstep",
                        verbose_name="step of relations",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relation_bases",
                        to="engagements.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relation_bases",
                        to="engagements.agreement",
                        verbose_name="agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "basis of a step of relations",
                "verbose_name_plural": "bases of steps of relations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("meeting__isnull", False),
                            ("agreement__isnull", False),
                            _connector="OR",
                        ),
                        name="engagements_relationbasis_rests_on_something",
                        violation_error_message="Name a meeting or an agreement.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_relationbasishistory" ("agreement_id", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."meeting_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."step_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8d72f99e2773aa46c6ea15e9f5d8f7cdf4ae205a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01666",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="engagements_relationbasis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_relationbasishistory" ("agreement_id", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "version") SELECT new_values."agreement_id", new_values."id", new_values."meeting_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."step_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9991c7c248507fc03ca2d37dfba532277e1b67b8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aec31",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="engagements_relationbasis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "engagements_relationbasishistory" ("agreement_id", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step_id", "version") SELECT old_values."agreement_id", old_values."id", old_values."meeting_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."step_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8aa6d8d30525a4e3b1d43037d86d2c7378187218",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6fec4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="engagements_relationbasis",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."step_id" IS DISTINCT FROM (NEW."step_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="7bf707a169c7932767ea6c5f627a7fb28a41309a",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_2f001",
                            table="engagements_relationbasis",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RelationBasisHistory",
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
                        to="engagements.relationbasis",
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
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.relationstep",
                        verbose_name="step of relations",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="engagements.agreement",
                        verbose_name="agreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="relationbasis_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7b205226baffa428df1e31c4f9854ff87ffd7650",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8ef36",
                            table="engagements_relationbasishistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.AddField(
            model_name="agreementevent",
            name="places",
            field=models.ManyToManyField(
                related_name="agreement_events",
                through="engagements.AgreementEventPlace",
                to="partners.place",
            ),
        ),
    ]
