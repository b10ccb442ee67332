"""The first tables, each with its constraints and triggers."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import chancery.classification
import chancery.dates.fields
import chancery.models.record
import chancery.zones
from partners.sql import CREATE_FUNCTIONS, DROP_FUNCTIONS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chancery", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("seeds", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(CREATE_FUNCTIONS, DROP_FUNCTIONS),
        migrations.CreateModel(
            name="Desk",
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
                    "code",
                    models.SlugField(max_length=40, unique=True, verbose_name="code"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "name_ko",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name in Korean"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="partners.desk",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "desk",
                "verbose_name_plural": "desks",
                "permissions": [
                    (
                        "supervise_desks",
                        "Sees and decides for the desks under their own",
                    ),
                    (
                        "administer_desks",
                        "Writes the records of every desk and of none",
                    ),
                ],
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
                        name="partners_desk_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_desk_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            models.Q(("parent", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="partners_desk_is_not_part_of_itself",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="parent_goes_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."parent_id" IS DISTINCT FROM (NEW."parent_id"))',
                            func="IF EXISTS (WITH RECURSIVE up AS ( SELECT id, parent_id FROM partners_desk WHERE id = NEW.parent_id UNION SELECT above.id, above.parent_id FROM partners_desk above JOIN up ON above.id = up.parent_id) SELECT 1 FROM up WHERE id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A desk cannot be part of one of its own units.', HINT = 'Choose another one, or none.'; END IF; RETURN NEW;",
                            hash="0d50eff92da20af27b1eab67ae139867ea7612e8",
                            operation="UPDATE",
                            pgid="pgtrigger_parent_goes_in_no_circle_6785e",
                            table="partners_desk",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_deskhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "code", "created_at", "id", "name", "name_ko", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."code", new_values."created_at", new_values."id", new_values."name", new_values."name_ko", new_values."parent_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d644a971768e70077c9a80cb0b5ae9921c5bad17",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_47a54",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_desk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_deskhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "code", "created_at", "id", "name", "name_ko", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."code", new_values."created_at", new_values."id", new_values."name", new_values."name_ko", new_values."parent_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b2c4fa57af00b2608dc14779734b0afae471ff3b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a28b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_desk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_deskhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "code", "created_at", "id", "name", "name_ko", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."code", old_values."created_at", old_values."id", old_values."name", old_values."name_ko", old_values."parent_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f0b1f11aada14a4bd1558f3d785843db3ba6be6f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_41002",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_desk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ko" IS DISTINCT FROM (NEW."name_ko") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="e20bf8a481b49b5e14ac9a1f036c41b2444894fc",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_76fba",
                            table="partners_desk",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="95017ca4a233e49fae5a3253d1800916c6ed9a66",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_6526d",
                            table="partners_desk",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="ab363fb064db438a31d0f439c5ef33aa83d1b9ab",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_78dab",
                            table="partners_desk",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="46cbccb5cde14de30d8ce8dcc658e290fd353d97",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_d497a",
                            table="partners_desk",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskHistory",
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
                        to="partners.desk",
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
                    "code",
                    models.SlugField(
                        db_index=False, max_length=40, verbose_name="code"
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"), models.F("pgh_id"), name="desk_history_obj"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c9f1835bce1f0e9ddf66849bc4186e7020b26950",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_20a28",
                            table="partners_deskhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Officer",
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
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "clearance",
                    models.PositiveSmallIntegerField(
                        choices=chancery.classification.classification_choices,
                        default=0,
                        help_text="The highest classification the officer may read.",
                        verbose_name="clearance",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("ko", "한국어")],
                        default="en",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default=chancery.zones.default_time_zone,
                        help_text="IANA name, such as Asia/Seoul.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        choices=[
                            ("none", "Never"),
                            ("daily", "Daily"),
                            ("weekly", "Weekly"),
                        ],
                        default="daily",
                        max_length=10,
                        verbose_name="digest",
                    ),
                ),
            ],
            options={
                "verbose_name": "officer",
                "verbose_name_plural": "officers",
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
                        name="partners_officer_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_officer_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("digest__in", ["none", "daily", "weekly"])),
                        name="partners_officer_digest_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "clearance", "created_at", "digest", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "user_id", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."clearance", new_values."created_at", new_values."digest", new_values."id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."time_zone", new_values."updated_at", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c41134ec906d4aaeceb94e4102f74c30efb60c6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_beb16",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_officer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "clearance", "created_at", "digest", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "user_id", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."clearance", new_values."created_at", new_values."digest", new_values."id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."time_zone", new_values."updated_at", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="53e567e6ce0642811b51cb6c7c03770eb13f6ecf",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2432",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_officer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "clearance", "created_at", "digest", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "user_id", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."clearance", old_values."created_at", old_values."digest", old_values."id", old_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."time_zone", old_values."updated_at", old_values."user_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8cb1b1f62ffcec075dedab3770fe0c8bfdcae5c7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b34ae",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_officer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."clearance" IS DISTINCT FROM (NEW."clearance") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="e95651d900c1a462c15b8ccb1e013b2dd820ae75",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_4f7d5",
                            table="partners_officer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="0d0229a555039adc8702feaee1a4c4bebdd673bd",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_3404e",
                            table="partners_officer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="c4e2482277f3e7c7080fbccf3f1aad64fb37d39a",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_1d32e",
                            table="partners_officer",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="03c4edc90c0fc526da013df5e2a7de9519391168",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_1c94f",
                            table="partners_officer",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerHistory",
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
                        to="partners.officer",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "clearance",
                    models.PositiveSmallIntegerField(
                        choices=chancery.classification.classification_choices,
                        default=0,
                        help_text="The highest classification the officer may read.",
                        verbose_name="clearance",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("ko", "한국어")],
                        default="en",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default=chancery.zones.default_time_zone,
                        help_text="IANA name, such as Asia/Seoul.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        choices=[
                            ("none", "Never"),
                            ("daily", "Daily"),
                            ("weekly", "Weekly"),
                        ],
                        default="daily",
                        max_length=10,
                        verbose_name="digest",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="officer_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8d0ae6bbd36055993ff3295ab3907af94554e5c2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4af4c",
                            table="partners_officerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="OfficerDesk",
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
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="officer_desks",
                        to="partners.officer",
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="officer_desks",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
            ],
            options={
                "verbose_name": "desk of an officer",
                "verbose_name_plural": "desks of officers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "desk"),
                        name="partners_officer_sits_at_a_desk_once",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerdeskhistory" ("desk_id", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."desk_id", new_values."id", new_values."officer_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d820980c4758f5fb6b5ad74c74e7eab50875532",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db96d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_officerdesk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerdeskhistory" ("desk_id", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."desk_id", new_values."id", new_values."officer_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="79a92a9d3f9d99d8257dcde88499e55a2a2d8160",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d8be3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_officerdesk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_officerdeskhistory" ("desk_id", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT old_values."desk_id", old_values."id", old_values."officer_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="10f2a058310f851ba88fca2e91f4529ae3cc78c6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9028f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_officerdesk",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."officer_id" IS DISTINCT FROM (NEW."officer_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="ec334fb55e765d25b96196754c2225f270f3a6e3",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_b103a",
                            table="partners_officerdesk",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="OfficerDeskHistory",
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
                        to="partners.officerdesk",
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
                    "officer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.officer",
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
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="officerdesk_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="29be770dd84c7b298dbe255802ad5ea2c3c0066f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d1c54",
                            table="partners_officerdeskhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Partner",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("organisation", "International organisation"),
                            ("group", "Group or bloc"),
                            ("other", "Other actor"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_home",
                    models.BooleanField(
                        default=False,
                        help_text="The state whose ministry this is; exactly one partner.",
                        verbose_name="our own state",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(max_length=200, verbose_name="short name"),
                ),
                (
                    "official_name",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="official name"
                    ),
                ),
                (
                    "iso_alpha2",
                    models.CharField(
                        blank=True,
                        max_length=2,
                        null=True,
                        unique=True,
                        verbose_name="ISO 3166 two-letter code",
                    ),
                ),
                (
                    "iso_alpha3",
                    models.CharField(
                        blank=True,
                        max_length=3,
                        null=True,
                        unique=True,
                        verbose_name="ISO 3166 three-letter code",
                    ),
                ),
                (
                    "iso_numeric",
                    models.CharField(
                        blank=True,
                        max_length=3,
                        null=True,
                        unique=True,
                        verbose_name="ISO 3166 number",
                    ),
                ),
                (
                    "region",
                    models.CharField(blank=True, max_length=100, verbose_name="region"),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="partners.partner",
                        verbose_name="succeeded by",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
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
                        name="partners_partner_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_partner_reference_is_well_formed",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_home", True)),
                        fields=("is_home",),
                        name="partners_partner_home_is_only_one",
                        violation_error_message="There is a home state already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("iso_alpha2", None),
                                ("iso_alpha2__regex", "^[A-Z]{2}$"),
                                _connector="OR",
                            ),
                            models.Q(
                                ("iso_alpha3", None),
                                ("iso_alpha3__regex", "^[A-Z]{3}$"),
                                _connector="OR",
                            ),
                            models.Q(
                                ("iso_numeric", None),
                                ("iso_numeric__regex", "^[0-9]{3}$"),
                                _connector="OR",
                            ),
                        ),
                        name="partners_partner_iso_codes_are_well_formed",
                        violation_error_message="ISO 3166 codes are two capitals, three capitals, three digits.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor", None),
                            models.Q(("successor", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="partners_partner_does_not_succeed_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("short_name", ""), _negated=True),
                        name="partners_partner_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["state", "organisation", "group", "other"])
                        ),
                        name="partners_partner_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "is_home", "iso_alpha2", "iso_alpha3", "iso_numeric", "kind", "note", "official_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "region", "short_name", "successor_id", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."is_home", new_values."iso_alpha2", new_values."iso_alpha3", new_values."iso_numeric", new_values."kind", new_values."note", new_values."official_name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."region", new_values."short_name", new_values."successor_id", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="28ab9fe73ea9509c18fd686268ebf011f95c42f4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_71860",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "is_home", "iso_alpha2", "iso_alpha3", "iso_numeric", "kind", "note", "official_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "region", "short_name", "successor_id", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."is_home", new_values."iso_alpha2", new_values."iso_alpha3", new_values."iso_numeric", new_values."kind", new_values."note", new_values."official_name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."region", new_values."short_name", new_values."successor_id", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="951ed4f4b7a3a728e38f8e91fed341b1d6ddd115",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_17ece",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "is_home", "iso_alpha2", "iso_alpha3", "iso_numeric", "kind", "note", "official_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "region", "short_name", "successor_id", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."id", old_values."is_home", old_values."iso_alpha2", old_values."iso_alpha3", old_values."iso_numeric", old_values."kind", old_values."note", old_values."official_name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."region", old_values."short_name", old_values."successor_id", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="34d81b156973b38b3d505b2b4448aab310f0043e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e7dd8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_partner",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_home" IS DISTINCT FROM (NEW."is_home") OR OLD."iso_alpha2" IS DISTINCT FROM (NEW."iso_alpha2") OR OLD."iso_alpha3" IS DISTINCT FROM (NEW."iso_alpha3") OR OLD."iso_numeric" IS DISTINCT FROM (NEW."iso_numeric") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."official_name" IS DISTINCT FROM (NEW."official_name") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."region" IS DISTINCT FROM (NEW."region") OR OLD."short_name" IS DISTINCT FROM (NEW."short_name") OR OLD."successor_id" IS DISTINCT FROM (NEW."successor_id"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="c1417d6d13bf2d35a104682c90d4aefb69ba4c5b",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_829a7",
                            table="partners_partner",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="44e36a32625ef10ed17e4384f7b79b166e5d7f7c",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_d7550",
                            table="partners_partner",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="0f8b9b04f6382941ec607a030e4c004cf19ba6f8",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_a2fbc",
                            table="partners_partner",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e078321226a8b55705eaef16243b0581f7962d38",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ecf04",
                            table="partners_partner",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerHistory",
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
                        to="partners.partner",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("organisation", "International organisation"),
                            ("group", "Group or bloc"),
                            ("other", "Other actor"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_home",
                    models.BooleanField(
                        default=False,
                        help_text="The state whose ministry this is; exactly one partner.",
                        verbose_name="our own state",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(max_length=200, verbose_name="short name"),
                ),
                (
                    "official_name",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="official name"
                    ),
                ),
                (
                    "iso_alpha2",
                    models.CharField(
                        blank=True,
                        max_length=2,
                        null=True,
                        verbose_name="ISO 3166 two-letter code",
                    ),
                ),
                (
                    "iso_alpha3",
                    models.CharField(
                        blank=True,
                        max_length=3,
                        null=True,
                        verbose_name="ISO 3166 three-letter code",
                    ),
                ),
                (
                    "iso_numeric",
                    models.CharField(
                        blank=True,
                        max_length=3,
                        null=True,
                        verbose_name="ISO 3166 number",
                    ),
                ),
                (
                    "region",
                    models.CharField(blank=True, max_length=100, verbose_name="region"),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="succeeded by",
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
                        name="partner_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b140b92c6f892d69ce7cab66d0d34775f3171600",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_229ff",
                            table="partners_partnerhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PartnerName",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                ("since_earliest", chancery.dates.fields.EarliestField("since")),
                ("since_latest", chancery.dates.fields.LatestField("since")),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
                    ),
                ),
                ("until_earliest", chancery.dates.fields.EarliestField("until")),
                ("until_latest", chancery.dates.fields.LatestField("until")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a partner",
                "verbose_name_plural": "names of partners",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("since"),
                        name="partners_partnername_since_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("until"),
                        name="partners_partnername_until_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="partners_partnername_is_not_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since_earliest", None),
                            ("until_latest", None),
                            ("until_latest__gte", models.F("since_earliest")),
                            _connector="OR",
                        ),
                        name="partners_partnername_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                [
                                    "official",
                                    "short",
                                    "alias",
                                    "abbreviation",
                                    "former",
                                    "original",
                                    "romanised",
                                ],
                            )
                        ),
                        name="partners_partnername_form_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("partner", "text", "language", "form"),
                        name="partners_partnername_is_said_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnernamehistory" ("form", "id", "language", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="32fee20523b31c04f519098ddde996c54dd7372f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03cdb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnernamehistory" ("form", "id", "language", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."partner_id" IS DISTINCT FROM (new_values."partner_id") OR old_values."script" IS DISTINCT FROM (new_values."script") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ce65ead3cce2112acc0ef1b2f4810bb49bf84ca",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65d4d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnernamehistory" ("form", "id", "language", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT old_values."form", old_values."id", old_values."language", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."script", old_values."since", old_values."text", old_values."until", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e67ca0e33a26c714891e193be7cd3b5aafeb766d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1da7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_partnername",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."script" IS DISTINCT FROM (NEW."script") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="5722148bcbe86c171e1160739a4433271b74c732",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_82431",
                            table="partners_partnername",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PartnerNameHistory",
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
                        to="partners.partnername",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
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
                        name="partnername_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c86950cd43b9d87f3473288806e112f285ead5c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1d668",
                            table="partners_partnernamehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="GroupMembership",
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
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships_in_it",
                        to="partners.partner",
                        verbose_name="group",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="partners.partner",
                        verbose_name="member",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("partner", "Dialogue partner"),
                            ("candidate", "Candidate"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="since"
                    ),
                ),
                ("since_earliest", chancery.dates.fields.EarliestField("since")),
                ("since_latest", chancery.dates.fields.LatestField("since")),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="until"
                    ),
                ),
                ("until_earliest", chancery.dates.fields.EarliestField("until")),
                ("until_latest", chancery.dates.fields.LatestField("until")),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("since"),
                        name="partners_groupmembership_since_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("until"),
                        name="partners_groupmembership_until_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("group", models.F("member")), _negated=True
                        ),
                        name="partners_groupmembership_not_of_itself",
                        violation_error_message="A group is not a member of itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since_earliest", None),
                            ("until_latest", None),
                            ("until_latest__gte", models.F("since_earliest")),
                            _connector="OR",
                        ),
                        name="partners_groupmembership_ends_after_it_starts",
                    ),
                    models.UniqueConstraint(
                        fields=("group", "member", "role", "since"),
                        name="partners_groupmembership_is_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["member", "observer", "partner", "candidate"])
                        ),
                        name="partners_groupmembership_role_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_groupmembershiphistory" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "role", "since", "until", "version") SELECT new_values."group_id", new_values."id", new_values."member_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."role", new_values."since", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b98772778b9cebe74c10e5b0a5f61c871c8f1e42",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d49c9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_groupmembership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_groupmembershiphistory" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "role", "since", "until", "version") SELECT new_values."group_id", new_values."id", new_values."member_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."role", new_values."since", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."group_id" IS DISTINCT FROM (new_values."group_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."member_id" IS DISTINCT FROM (new_values."member_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="87a259a10a2be756e8d7a2627d8e7535bc7958aa",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0d5a2",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_groupmembership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_groupmembershiphistory" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "role", "since", "until", "version") SELECT old_values."group_id", old_values."id", old_values."member_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."role", old_values."since", old_values."until", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3e8fa2422906a240a9c7b6792336029c70958d5a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be414",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_groupmembership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."member_id" IS DISTINCT FROM (NEW."member_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="530f85c151e8725046573bd190533413fa32c29e",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_33d09",
                            table="partners_groupmembership",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="e4461172063aefc36a51ce7a26918d6f271e989b",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_95545",
                            table="partners_groupmembership",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="GroupMembershipHistory",
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
                        to="partners.groupmembership",
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
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="group",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="member",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("member", "Member"),
                            ("observer", "Observer"),
                            ("partner", "Dialogue partner"),
                            ("candidate", "Candidate"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="since"
                    ),
                ),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="until"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="groupmembership_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a1d609290f2b5c5b80abe4629dd55f7bed38f486",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8bd64",
                            table="partners_groupmembershiphistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Institution",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="institutions",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("head_of_state", "Office of the head of state"),
                            ("government", "Government or cabinet office"),
                            ("ministry", "Ministry"),
                            ("agency", "Agency"),
                            ("legislature", "Legislature"),
                            ("mission", "Embassy or mission"),
                            ("council", "Council or committee"),
                            ("secretariat", "Secretariat"),
                            ("other", "Other"),
                        ],
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="partners.institution",
                        verbose_name="part of",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
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
                        name="partners_institution_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_institution_reference_is_well_formed",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at", None)),
                        fields=("partner", "name"),
                        name="partners_institution_is_entered_once",
                        violation_error_message="This partner has an institution of that name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            models.Q(("parent", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="partners_institution_is_not_part_of_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="partners_institution_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "head_of_state",
                                    "government",
                                    "ministry",
                                    "agency",
                                    "legislature",
                                    "mission",
                                    "council",
                                    "secretariat",
                                    "other",
                                ],
                            )
                        ),
                        name="partners_institution_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="parent_goes_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."parent_id" IS DISTINCT FROM (NEW."parent_id"))',
                            func="IF EXISTS (WITH RECURSIVE up AS ( SELECT id, parent_id FROM partners_institution WHERE id = NEW.parent_id UNION SELECT above.id, above.parent_id FROM partners_institution above JOIN up ON above.id = up.parent_id) SELECT 1 FROM up WHERE id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'An institution cannot be part of one of its own parts.', HINT = 'Choose another one, or none.'; END IF; RETURN NEW;",
                            hash="99787c8a6b0b589b6d03bb1b151dbcb2846f345a",
                            operation="UPDATE",
                            pgid="pgtrigger_parent_goes_in_no_circle_567cd",
                            table="partners_institution",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "note", "parent_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", new_values."note", new_values."parent_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6d728ee4fa62970c0784dbd30bb502282a08c3be",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_de435",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_institution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "note", "parent_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", new_values."note", new_values."parent_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="68a24f3c77e519851e1a6e83ff0e6044463fb156",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a8374",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_institution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "note", "parent_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."id", old_values."kind", old_values."name", old_values."note", old_values."parent_id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d44c6550358adaffe2b9d381b63a5240f80861bc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6f55b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_institution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="0e04705a55452bb74c95e6700bd70044b4993954",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_284b3",
                            table="partners_institution",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="4a1cf2335fbf424e5f660ca48777edc6704dd3fa",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_ac90f",
                            table="partners_institution",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="e77b91ed503bafa4e6ddffadf97477174032cd01",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_3ecf0",
                            table="partners_institution",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9c683afdf4a54a7759a759786b45e3c68399e0cc",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_60503",
                            table="partners_institution",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstitutionHistory",
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
                        to="partners.institution",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
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
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("head_of_state", "Office of the head of state"),
                            ("government", "Government or cabinet office"),
                            ("ministry", "Ministry"),
                            ("agency", "Agency"),
                            ("legislature", "Legislature"),
                            ("mission", "Embassy or mission"),
                            ("council", "Council or committee"),
                            ("secretariat", "Secretariat"),
                            ("other", "Other"),
                        ],
                        max_length=14,
                        verbose_name="kind",
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
                        to="partners.institution",
                        verbose_name="part of",
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
                        name="institution_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e5113e71f9f6a9352cbc546c9ebf4a79b5f73658",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_38772",
                            table="partners_institutionhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="InstitutionName",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                ("since_earliest", chancery.dates.fields.EarliestField("since")),
                ("since_latest", chancery.dates.fields.LatestField("since")),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
                    ),
                ),
                ("until_earliest", chancery.dates.fields.EarliestField("until")),
                ("until_latest", chancery.dates.fields.LatestField("until")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of an institution",
                "verbose_name_plural": "names of institutions",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("since"),
                        name="partners_institutionname_since_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("until"),
                        name="partners_institutionname_until_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="partners_institutionname_is_not_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since_earliest", None),
                            ("until_latest", None),
                            ("until_latest__gte", models.F("since_earliest")),
                            _connector="OR",
                        ),
                        name="partners_institutionname_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                [
                                    "official",
                                    "short",
                                    "alias",
                                    "abbreviation",
                                    "former",
                                    "original",
                                    "romanised",
                                ],
                            )
                        ),
                        name="partners_institutionname_form_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("institution", "text", "language", "form"),
                        name="partners_institutionname_is_said_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionnamehistory" ("form", "id", "institution_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."institution_id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be0d559fb47c325668963dafe2676efb8650d6a7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3a4e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_institutionname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionnamehistory" ("form", "id", "institution_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."institution_id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."institution_id" IS DISTINCT FROM (new_values."institution_id") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."script" IS DISTINCT FROM (new_values."script") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8bb02b3ef8e2924bb5df588254acf1333addcff4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b8d85",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_institutionname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_institutionnamehistory" ("form", "id", "institution_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT old_values."form", old_values."id", old_values."institution_id", old_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."script", old_values."since", old_values."text", old_values."until", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a4fb596b4f709ec9b757e0d377046a81e15042b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0770a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_institutionname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."script" IS DISTINCT FROM (NEW."script") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="f0ca961a759a21216fd0b0f9059c667199df9a90",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_f2f32",
                            table="partners_institutionname",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="InstitutionNameHistory",
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
                        to="partners.institutionname",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
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
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="institutionname_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a66a13c2bf77603b6b316be86487d36128bd8588",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59b29",
                            table="partners_institutionnamehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "title_ko",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="title in Korean"
                    ),
                ),
                (
                    "accredited_to",
                    models.ForeignKey(
                        blank=True,
                        help_text="For ambassadors and other envoys.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accredited_posts",
                        to="partners.partner",
                        verbose_name="accredited to",
                    ),
                ),
                (
                    "has_one_holder",
                    models.BooleanField(
                        default=True,
                        help_text="Two full holders then may not overlap; acting ones may.",
                        verbose_name="one holder at a time",
                    ),
                ),
            ],
            options={
                "verbose_name": "post",
                "verbose_name_plural": "posts",
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
                        name="partners_post_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_post_reference_is_well_formed",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at", None)),
                        fields=("partner", "institution", "title"),
                        name="partners_post_is_entered_once",
                        nulls_distinct=False,
                        violation_error_message="This post is entered already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="partners_post_has_a_title",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="tenures_follow_holders",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."has_one_holder" IS DISTINCT FROM (NEW."has_one_holder"))',
                            func="UPDATE partners_tenure SET is_exclusive = (NEW.has_one_holder AND NOT is_acting AND archived_at IS NULL) WHERE post_id = NEW.id; RETURN NULL;",
                            hash="b6df8aad4548441a9f9660bb4f45bd219b2e1b44",
                            operation='UPDATE OF "has_one_holder"',
                            pgid="pgtrigger_tenures_follow_holders_72100",
                            table="partners_post",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_posthistory" ("accredited_to_id", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "has_one_holder", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "title_ko", "updated_at", "version") SELECT new_values."accredited_to_id", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."has_one_holder", new_values."id", new_values."institution_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."title", new_values."title_ko", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c32b0aead7678f62e79642ec0f7110830bdd760",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9d79c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_post",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_posthistory" ("accredited_to_id", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "has_one_holder", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "title_ko", "updated_at", "version") SELECT new_values."accredited_to_id", new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."has_one_holder", new_values."id", new_values."institution_id", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."title", new_values."title_ko", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3b7066e737cd2dea72a0c60a6eff852c47c6432f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_889ce",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_post",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_posthistory" ("accredited_to_id", "archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "has_one_holder", "id", "institution_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "title_ko", "updated_at", "version") SELECT old_values."accredited_to_id", old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."has_one_holder", old_values."id", old_values."institution_id", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."title", old_values."title_ko", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f94bcc2c359bc6ae58d7442a3e5705d1e9094f37",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6dffc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_post",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accredited_to_id" IS DISTINCT FROM (NEW."accredited_to_id") OR OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."has_one_holder" IS DISTINCT FROM (NEW."has_one_holder") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_ko" IS DISTINCT FROM (NEW."title_ko"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="a507aaf37b2f6e21e80fbf689cabc931053a01e4",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_d48a1",
                            table="partners_post",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5077b3b6a3fbc184d7e500f1426744e81e89b1ec",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_f7c3a",
                            table="partners_post",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="57896d31a959595e1846740d5c9d5f6c5793310d",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_b8d4b",
                            table="partners_post",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="1565d62257ef110abffeb5b4c81d6d150ca7e06d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_20324",
                            table="partners_post",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PostHistory",
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
                        to="partners.post",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.institution",
                        verbose_name="institution",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "title_ko",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="title in Korean"
                    ),
                ),
                (
                    "accredited_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For ambassadors and other envoys.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="accredited to",
                    ),
                ),
                (
                    "has_one_holder",
                    models.BooleanField(
                        default=True,
                        help_text="Two full holders then may not overlap; acting ones may.",
                        verbose_name="one holder at a time",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"), models.F("pgh_id"), name="post_history_obj"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0131d9c145969912f3bf1b22313001832d750080",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7c2bf",
                            table="partners_posthistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="In full, as it is usually written.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "family_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="family name"
                    ),
                ),
                (
                    "given_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="given name"
                    ),
                ),
                (
                    "name_order",
                    models.CharField(
                        choices=[
                            ("family_first", "Family name first"),
                            ("given_first", "Given name first"),
                        ],
                        default="given_first",
                        max_length=12,
                        verbose_name="name order",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        help_text="The side the person usually speaks for.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
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
                        name="partners_person_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_person_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="partners_person_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_order__in", ["family_first", "given_first"])
                        ),
                        name="partners_person_name_order_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "family_name", "given_name", "id", "name", "name_order", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."family_name", new_values."given_name", new_values."id", new_values."name", new_values."name_order", new_values."note", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5f855d1f3eb93bc23e049312aaa1f86c3da89ab4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85018",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "family_name", "given_name", "id", "name", "name_order", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."family_name", new_values."given_name", new_values."id", new_values."name", new_values."name_order", new_values."note", new_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2f61d09006249c66c3fb74803a0bfccb29ff186d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2d6cd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "family_name", "given_name", "id", "name", "name_order", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."family_name", old_values."given_name", old_values."id", old_values."name", old_values."name_order", old_values."note", old_values."partner_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="07bf6e07d9f541164f32cf858e07aee7a45ffe4c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_efc5b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_order" IS DISTINCT FROM (NEW."name_order") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="354df21de7c9d085108f6ecf127c648a5505d2ff",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_b61a4",
                            table="partners_person",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="07c7c35a45e3a12414a75a6949ca18f08f645962",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_9b6c0",
                            table="partners_person",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="bedbd0ee0179ccbfe2eac49149bd4cc21b2d3668",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_1a74d",
                            table="partners_person",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="7f4a0d41cbd24edef26355a8963bde3b56ffc5fb",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_5e52a",
                            table="partners_person",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonHistory",
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
                        to="partners.person",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="In full, as it is usually written.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "family_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="family name"
                    ),
                ),
                (
                    "given_name",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="given name"
                    ),
                ),
                (
                    "name_order",
                    models.CharField(
                        choices=[
                            ("family_first", "Family name first"),
                            ("given_first", "Given name first"),
                        ],
                        default="given_first",
                        max_length=12,
                        verbose_name="name order",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The side the person usually speaks for.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="partner",
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
                        name="person_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e6551d732b639e33a47741cc0e9867036d9162dd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f8735",
                            table="partners_personhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PersonName",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                ("since_earliest", chancery.dates.fields.EarliestField("since")),
                ("since_latest", chancery.dates.fields.LatestField("since")),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
                    ),
                ),
                ("until_earliest", chancery.dates.fields.EarliestField("until")),
                ("until_latest", chancery.dates.fields.LatestField("until")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a person",
                "verbose_name_plural": "names of people",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("since"),
                        name="partners_personname_since_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("until"),
                        name="partners_personname_until_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="partners_personname_is_not_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since_earliest", None),
                            ("until_latest", None),
                            ("until_latest__gte", models.F("since_earliest")),
                            _connector="OR",
                        ),
                        name="partners_personname_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                [
                                    "official",
                                    "short",
                                    "alias",
                                    "abbreviation",
                                    "former",
                                    "original",
                                    "romanised",
                                ],
                            )
                        ),
                        name="partners_personname_form_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("person", "text", "language", "form"),
                        name="partners_personname_is_said_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personnamehistory" ("form", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2447709c2656f75082883246a72990dae4b33a0e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ea21",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_personname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personnamehistory" ("form", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."script" IS DISTINCT FROM (new_values."script") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce0c36a7aba237dec225e8681606bb2e3b7c43d0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a0abe",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_personname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_personnamehistory" ("form", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "script", "since", "text", "until", "version") SELECT old_values."form", old_values."id", old_values."language", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."script", old_values."since", old_values."text", old_values."until", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f25d1db22fcb6fb58bd4d95ebf4a5ac0581d0e0e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2479d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_personname",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."script" IS DISTINCT FROM (NEW."script") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="8525e4dd37b539ec2f3749d30fb880a2b1430b24",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_a5f27",
                            table="partners_personname",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PersonNameHistory",
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
                        to="partners.personname",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="personname_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="87ae13a653a8740fc9f0b111bf85d41c307959b3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cebcd",
                            table="partners_personnamehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenures",
                        to="partners.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tenures",
                        to="partners.post",
                        verbose_name="post",
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
                    "start_is_inferred",
                    models.BooleanField(default=False, verbose_name="start inferred"),
                ),
                (
                    "end",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="to"
                    ),
                ),
                ("end_earliest", chancery.dates.fields.EarliestField("end")),
                ("end_latest", chancery.dates.fields.LatestField("end")),
                (
                    "end_is_inferred",
                    models.BooleanField(default=False, verbose_name="end inferred"),
                ),
                (
                    "is_acting",
                    models.BooleanField(default=False, verbose_name="acting"),
                ),
                ("is_exclusive", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "verbose_name": "tenure",
                "verbose_name_plural": "tenures",
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
                        name="partners_tenure_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_tenure_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("start"),
                        name="partners_tenure_start_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("end"),
                        name="partners_tenure_end_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start_earliest", None),
                            ("end_latest", None),
                            ("end_latest__gte", models.F("start_earliest")),
                            _connector="OR",
                        ),
                        name="partners_tenure_ends_after_it_starts",
                        violation_error_message="The tenure ends before it starts.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_exclusive", True)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("post"),
                                    models.F("post"),
                                    template="int8range(%(expressions)s, '[]')",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("start_latest"),
                                    models.F("end_earliest"),
                                    template="partners_certain_period(%(expressions)s)",
                                ),
                                "&&",
                            ),
                        ],
                        name="partners_tenure_full_holders_do_not_overlap",
                        violation_error_message="Somebody else holds this post at that time. End that tenure first, or mark this one as acting.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="knows_if_exclusive",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.is_exclusive := NOT NEW.is_acting AND NEW.archived_at IS NULL AND (SELECT has_one_holder FROM partners_post WHERE id = NEW.post_id); RETURN NEW;",
                            hash="60fdd2a563edd67f5b2a033d186e2c3b6f084c87",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_knows_if_exclusive_d091e",
                            table="partners_tenure",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tenurehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "end", "end_is_inferred", "id", "is_acting", "is_exclusive", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reference", "start", "start_is_inferred", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."end", new_values."end_is_inferred", new_values."id", new_values."is_acting", new_values."is_exclusive", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."post_id", new_values."reference", new_values."start", new_values."start_is_inferred", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e5bf6f2e0ac706992dfc143014415eefb92895bf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1cb7b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_tenure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tenurehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "end", "end_is_inferred", "id", "is_acting", "is_exclusive", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reference", "start", "start_is_inferred", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."end", new_values."end_is_inferred", new_values."id", new_values."is_acting", new_values."is_exclusive", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."post_id", new_values."reference", new_values."start", new_values."start_is_inferred", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."end" IS DISTINCT FROM (new_values."end") OR old_values."end_is_inferred" IS DISTINCT FROM (new_values."end_is_inferred") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_acting" IS DISTINCT FROM (new_values."is_acting") OR old_values."is_exclusive" IS DISTINCT FROM (new_values."is_exclusive") OR old_values."person_id" IS DISTINCT FROM (new_values."person_id") OR old_values."post_id" IS DISTINCT FROM (new_values."post_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."start" IS DISTINCT FROM (new_values."start") OR old_values."start_is_inferred" IS DISTINCT FROM (new_values."start_is_inferred") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bde6d68ac268052707dfcdcdee9aa219470f743f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_71ccd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_tenure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tenurehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "end", "end_is_inferred", "id", "is_acting", "is_exclusive", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "reference", "start", "start_is_inferred", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."end", old_values."end_is_inferred", old_values."id", old_values."is_acting", old_values."is_exclusive", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."post_id", old_values."reference", old_values."start", old_values."start_is_inferred", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e75f4e5edaeccf516eb371ca08a7e35422aa4fd3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9f535",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_tenure",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."end_is_inferred" IS DISTINCT FROM (NEW."end_is_inferred") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_acting" IS DISTINCT FROM (NEW."is_acting") OR OLD."is_exclusive" IS DISTINCT FROM (NEW."is_exclusive") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."post_id" IS DISTINCT FROM (NEW."post_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."start_is_inferred" IS DISTINCT FROM (NEW."start_is_inferred"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="6474fe4929a862e017480ad0bb14477f4432f950",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_30b71",
                            table="partners_tenure",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="adaeb3a699948e5db6d29bada2d03052f84b1ab8",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_8b6de",
                            table="partners_tenure",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="8cfbafe914d93f73f21f207bf1e9506452b6137a",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_e8de8",
                            table="partners_tenure",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="3f8ad5a0bf5406b68fdd8b5cd4b6930401ef40ab",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_144aa",
                            table="partners_tenure",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TenureHistory",
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
                        to="partners.tenure",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.post",
                        verbose_name="post",
                    ),
                ),
                (
                    "start",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="from"
                    ),
                ),
                (
                    "start_is_inferred",
                    models.BooleanField(default=False, verbose_name="start inferred"),
                ),
                (
                    "end",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="to"
                    ),
                ),
                (
                    "end_is_inferred",
                    models.BooleanField(default=False, verbose_name="end inferred"),
                ),
                (
                    "is_acting",
                    models.BooleanField(default=False, verbose_name="acting"),
                ),
                ("is_exclusive", models.BooleanField(default=False, editable=False)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="tenure_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="96ca1112b03270f16c8c5b7258970d3de12c03a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2e643",
                            table="partners_tenurehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("city", "City or town"),
                            ("venue", "Building or venue"),
                            ("region", "Region or site"),
                        ],
                        default="city",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="partners.partner",
                        verbose_name="country",
                    ),
                ),
                (
                    "within",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places_in_it",
                        to="partners.place",
                        verbose_name="in",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="IANA name, such as Asia/Ulaanbaatar.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
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
                        name="partners_place_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_place_reference_is_well_formed",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archived_at", None)),
                        fields=("country", "within", "name"),
                        name="partners_place_is_entered_once",
                        nulls_distinct=False,
                        violation_error_message="This place is entered already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("within", None),
                            models.Q(("within", models.F("pk")), _negated=True),
                            _connector="OR",
                        ),
                        name="partners_place_is_not_within_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="partners_place_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["city", "venue", "region"])),
                        name="partners_place_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="within_goes_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."within_id" IS DISTINCT FROM (NEW."within_id"))',
                            func="IF EXISTS (WITH RECURSIVE up AS ( SELECT id, within_id FROM partners_place WHERE id = NEW.within_id UNION SELECT above.id, above.within_id FROM partners_place above JOIN up ON above.id = up.within_id) SELECT 1 FROM up WHERE id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'A place cannot lie within a place inside it.', HINT = 'Choose another one, or none.'; END IF; RETURN NEW;",
                            hash="cf836d355feb35af105fe3d55a2a06538ae1df9c",
                            operation="UPDATE",
                            pgid="pgtrigger_within_goes_in_no_circle_400bb",
                            table="partners_place",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "country_id", "created_at", "desk_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "version", "within_id") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."country_id", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."time_zone", new_values."updated_at", new_values."version", new_values."within_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a7e053068f7d7ea7eeeb840e2549a2f67e4ab826",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d10df",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_place",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "country_id", "created_at", "desk_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "version", "within_id") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."country_id", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."time_zone", new_values."updated_at", new_values."version", new_values."within_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ea0156ee97e6e9ee0c3e940329b6d4fa74f5558",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c96a9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_place",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placehistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "country_id", "created_at", "desk_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "time_zone", "updated_at", "version", "within_id") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."country_id", old_values."created_at", old_values."desk_id", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."time_zone", old_values."updated_at", old_values."version", old_values."within_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="02326ee921d9c0178018139278f367e522f6c1ee",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f3d07",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_place",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."within_id" IS DISTINCT FROM (NEW."within_id"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="e76feda411fc52cb296c1a394b61a49b2641e7d4",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_be6cb",
                            table="partners_place",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="b6da5d7ab8404c2469de81ad96d27a1545e675d9",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_74f42",
                            table="partners_place",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="07da9c2234cce927ba43b6c748f1f56dbbfcdc5f",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_a8a96",
                            table="partners_place",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="edc2de4596cb2924c030ff45edd383844eb61548",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c6f9a",
                            table="partners_place",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceHistory",
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
                        to="partners.place",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("city", "City or town"),
                            ("venue", "Building or venue"),
                            ("region", "Region or site"),
                        ],
                        default="city",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="country",
                    ),
                ),
                (
                    "within",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.place",
                        verbose_name="in",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True,
                        help_text="IANA name, such as Asia/Ulaanbaatar.",
                        max_length=64,
                        validators=[chancery.zones.validate_time_zone],
                        verbose_name="time zone",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="place_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b31194047b643e5e85d9a9de8232c2e6809a6f90",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6e6d3",
                            table="partners_placehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PlaceName",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                ("since_earliest", chancery.dates.fields.EarliestField("since")),
                ("since_latest", chancery.dates.fields.LatestField("since")),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
                    ),
                ),
                ("until_earliest", chancery.dates.fields.EarliestField("until")),
                ("until_latest", chancery.dates.fields.LatestField("until")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="partners.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a place",
                "verbose_name_plural": "names of places",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("since"),
                        name="partners_placename_since_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("until"),
                        name="partners_placename_until_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="partners_placename_is_not_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("since_earliest", None),
                            ("until_latest", None),
                            ("until_latest__gte", models.F("since_earliest")),
                            _connector="OR",
                        ),
                        name="partners_placename_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                [
                                    "official",
                                    "short",
                                    "alias",
                                    "abbreviation",
                                    "former",
                                    "original",
                                    "romanised",
                                ],
                            )
                        ),
                        name="partners_placename_form_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.UniqueConstraint(
                        fields=("place", "text", "language", "form"),
                        name="partners_placename_is_said_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placenamehistory" ("form", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."place_id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7e882b32fc2358608e38a1ff0311afcb39c1ab8c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72442",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_placename",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placenamehistory" ("form", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "script", "since", "text", "until", "version") SELECT new_values."form", new_values."id", new_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."place_id", new_values."script", new_values."since", new_values."text", new_values."until", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."form" IS DISTINCT FROM (new_values."form") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."place_id" IS DISTINCT FROM (new_values."place_id") OR old_values."script" IS DISTINCT FROM (new_values."script") OR old_values."since" IS DISTINCT FROM (new_values."since") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."until" IS DISTINCT FROM (new_values."until") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="26c5b3ca6af1d725708bd6b4f5cd623490881921",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b681",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_placename",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_placenamehistory" ("form", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "script", "since", "text", "until", "version") SELECT old_values."form", old_values."id", old_values."language", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."place_id", old_values."script", old_values."since", old_values."text", old_values."until", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6989957de9392fb1c1191dbc1f9da4d51a278ff6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a2bf5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_placename",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."script" IS DISTINCT FROM (NEW."script") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="cf540a291151a4a1c938194e62500069e5b75864",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_4d0a9",
                            table="partners_placename",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PlaceNameHistory",
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
                        to="partners.placename",
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
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "script",
                    models.CharField(
                        default="Latn",
                        help_text="ISO 15924, e.g. Hang.",
                        max_length=4,
                        verbose_name="script",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("official", "Official"),
                            ("short", "Short"),
                            ("alias", "Also called"),
                            ("abbreviation", "Abbreviation"),
                            ("former", "Former"),
                            ("original", "In the original script"),
                            ("romanised", "Romanised"),
                        ],
                        default="alias",
                        max_length=14,
                        verbose_name="form",
                    ),
                ),
                (
                    "since",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use since"
                    ),
                ),
                (
                    "until",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="in use until"
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
                        name="placename_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1eae1252293551c3ecc6254c5c06ce4a5a93a77f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_36163",
                            table="partners_placenamehistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RelationTier",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=200, unique=True, verbose_name="name"),
                ),
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
                            ("rung", "Rung of the ladder"),
                            ("suspension", "Suspension or break"),
                            ("intention", "Declared intention"),
                        ],
                        default="rung",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted upwards from 1.",
                        null=True,
                        verbose_name="rank",
                    ),
                ),
            ],
            options={
                "verbose_name": "tier of relations",
                "verbose_name_plural": "tiers of relations",
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
                        name="partners_relationtier_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_relationtier_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "rung"), _negated=True),
                            models.Q(("rank__gte", 1), ("rank__isnull", False)),
                            _connector="OR",
                        ),
                        name="partners_relationtier_rung_has_a_rank",
                        violation_error_message="A rung of the ladder needs its rank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["rung", "suspension", "intention"])
                        ),
                        name="partners_relationtier_kind_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationtierhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", new_values."name_ko", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."rank", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b4c7677cd4fc05b8edb3d782774fe4e501012cae",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6656c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_relationtier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationtierhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."desk_id", new_values."id", new_values."kind", new_values."name", new_values."name_ko", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."rank", new_values."reference", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1e5d77f88cb693b02c0c447b3c5974d55bcb0e70",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8b0f6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_relationtier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationtierhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "desk_id", "id", "kind", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reference", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."desk_id", old_values."id", old_values."kind", old_values."name", old_values."name_ko", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."rank", old_values."reference", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="efc0def84ab80148cd5b4b67410bb019788c91cd",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_46807",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_relationtier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ko" IS DISTINCT FROM (NEW."name_ko") OR OLD."rank" IS DISTINCT FROM (NEW."rank") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="29ebb796a3d74eb541703d7ae9914c1e313fa2d3",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_bb995",
                            table="partners_relationtier",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9c1e167c64c97529bc062d064ac551d6bebc13ea",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_4cbb7",
                            table="partners_relationtier",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="a769894a1da3b25e5d24421f279cf6ea0bf07a94",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_5f355",
                            table="partners_relationtier",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b0475098143653b4e0a9c1d10f4e85ddb4909666",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_918f2",
                            table="partners_relationtier",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelationTierHistory",
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
                        to="partners.relationtier",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
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
                            ("rung", "Rung of the ladder"),
                            ("suspension", "Suspension or break"),
                            ("intention", "Declared intention"),
                        ],
                        default="rung",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Counted upwards from 1.",
                        null=True,
                        verbose_name="rank",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="relationtier_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d1f939d9928a516c9c5042db5f68c4e4aa8ca371",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a891c",
                            table="partners_relationtierhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RelationStep",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relation_steps_as_first",
                        to="partners.partner",
                        verbose_name="one side",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relation_steps_as_second",
                        to="partners.partner",
                        verbose_name="other side",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="partners.relationtier",
                        verbose_name="tier",
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
                    "instrument",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="instrument"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "step of relations",
                "verbose_name_plural": "steps of relations",
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["date_earliest", "date_latest"],
                        name="partners_relationstep_date",
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
                        name="partners_relationstep_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_relationstep_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("date"),
                        name="partners_relationstep_date_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first", models.F("second")), _negated=True
                        ),
                        name="partners_relationstep_is_between_two",
                        violation_error_message="Relations are between two partners.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Least("first", "second"),
                        django.db.models.functions.comparison.Greatest(
                            "first", "second"
                        ),
                        models.F("tier"),
                        models.F("date"),
                        name="partners_relationstep_is_entered_once",
                        violation_error_message="This step between the two partners is entered already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationstephistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "first_id", "id", "instrument", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "tier_id", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."date", new_values."date_is_inferred", new_values."desk_id", new_values."first_id", new_values."id", new_values."instrument", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."second_id", new_values."tier_id", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="858d23c127232b8f088d74a50a8aa91bea0fd0bd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9144b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_relationstep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationstephistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "first_id", "id", "instrument", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "tier_id", "updated_at", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."date", new_values."date_is_inferred", new_values."desk_id", new_values."first_id", new_values."id", new_values."instrument", new_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."second_id", new_values."tier_id", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."date" IS DISTINCT FROM (new_values."date") OR old_values."date_is_inferred" IS DISTINCT FROM (new_values."date_is_inferred") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."first_id" IS DISTINCT FROM (new_values."first_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."instrument" IS DISTINCT FROM (new_values."instrument") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."second_id" IS DISTINCT FROM (new_values."second_id") OR old_values."tier_id" IS DISTINCT FROM (new_values."tier_id") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f12b9f1f47bccd044eb253d020f0283406b6ca29",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7da39",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_relationstep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationstephistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "date", "date_is_inferred", "desk_id", "first_id", "id", "instrument", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "tier_id", "updated_at", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."date", old_values."date_is_inferred", old_values."desk_id", old_values."first_id", old_values."id", old_values."instrument", old_values."note", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."second_id", old_values."tier_id", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="132b1dd0a4d812155b3390d9a9beff5c71e39405",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_854bb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_relationstep",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date" IS DISTINCT FROM (NEW."date") OR OLD."date_is_inferred" IS DISTINCT FROM (NEW."date_is_inferred") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."first_id" IS DISTINCT FROM (NEW."first_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instrument" IS DISTINCT FROM (NEW."instrument") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."second_id" IS DISTINCT FROM (NEW."second_id") OR OLD."tier_id" IS DISTINCT FROM (NEW."tier_id"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="e1cc1cd1cce17ce59e3befb1983167045a746b36",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_a2da2",
                            table="partners_relationstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="e9b710e28a8b733894eb4772a93c429e0453690c",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_23046",
                            table="partners_relationstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="3dc0c2ca524ff4ad0b94952abb94a9aa42d3d4b0",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_38008",
                            table="partners_relationstep",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9d95977a6f62d1f2faa95e2b9593decef358a409",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c66ad",
                            table="partners_relationstep",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelationStepHistory",
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
                        to="partners.relationstep",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="one side",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="other side",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.relationtier",
                        verbose_name="tier",
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
                    "instrument",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="instrument"
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
                        name="relationstep_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="792f96c3fdd464b42fddd4ed604bceb90cde0964",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bf6c2",
                            table="partners_relationstephistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("trade", "Trade in goods"),
                            ("trade_rank", "Rank as trading partner"),
                            ("investment", "Direct investment"),
                            ("investment_stock", "Investment, accumulated"),
                            ("travellers", "Travellers"),
                            ("community", "People of Korean descent or compatriots"),
                            ("arsenal", "Weapons given up"),
                            ("resource_rank", "Rank in natural resources"),
                            ("other", "Other"),
                        ],
                        max_length=16,
                        verbose_name="measure",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators_as_first",
                        to="partners.partner",
                        verbose_name="one side",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators_as_second",
                        to="partners.partner",
                        verbose_name="other side",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("both", "Both ways together"),
                            ("outward", "From the first to the second"),
                            ("one", "Of the first alone"),
                        ],
                        default="both",
                        max_length=8,
                        verbose_name="direction",
                    ),
                ),
                (
                    "period",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="period"
                    ),
                ),
                ("period_earliest", chancery.dates.fields.EarliestField("period")),
                ("period_latest", chancery.dates.fields.LatestField("period")),
                (
                    "period_is_inferred",
                    models.BooleanField(default=False, verbose_name="period inferred"),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=4, max_digits=20, verbose_name="value"
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
                    "unit",
                    models.CharField(
                        help_text="persons, place, currency…",
                        max_length=40,
                        verbose_name="unit",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["period_earliest", "period_latest"],
                        name="partners_indicator_period",
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
                        name="partners_indicator_archive_has_author_and_reason",
                        violation_error_message="Say why the record is archived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$")
                        ),
                        name="partners_indicator_reference_is_well_formed",
                    ),
                    models.CheckConstraint(
                        condition=chancery.dates.fields.EdtfIsValid("period"),
                        name="partners_indicator_period_is_edtf",
                        violation_error_message="Write a date, such as 2023-06-26 or 2023-06.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("direction", "one"), ("second", None)),
                            models.Q(
                                ("direction__in", ["both", "outward"]),
                                ("second__isnull", False),
                                models.Q(("second", models.F("first")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="partners_indicator_is_between_two_or_of_one",
                        violation_error_message="Name two different partners, or one with the direction 'of the first alone'.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("currency", ""),
                            ("currency__regex", "^[A-Z]{3}$"),
                            _connector="OR",
                        ),
                        name="partners_indicator_currency_is_iso_4217",
                        violation_error_message="A currency is three capitals, e.g. USD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "measure__in",
                                [
                                    "trade",
                                    "trade_rank",
                                    "investment",
                                    "investment_stock",
                                    "travellers",
                                    "community",
                                    "arsenal",
                                    "resource_rank",
                                    "other",
                                ],
                            )
                        ),
                        name="partners_indicator_measure_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("direction__in", ["both", "outward", "one"])
                        ),
                        name="partners_indicator_direction_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exactness__in", ["exact", "about", "at_least", "up_to"])
                        ),
                        name="partners_indicator_exactness_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_indicatorhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "currency", "desk_id", "direction", "exactness", "first_id", "id", "measure", "note", "period", "period_is_inferred", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "unit", "updated_at", "value", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."currency", new_values."desk_id", new_values."direction", new_values."exactness", new_values."first_id", new_values."id", new_values."measure", new_values."note", new_values."period", new_values."period_is_inferred", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."reference", new_values."second_id", new_values."unit", new_values."updated_at", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0b8695fc29e1532a4ea3dd7ac454e768cfebaa76",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_93bc2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_indicator",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_indicatorhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "currency", "desk_id", "direction", "exactness", "first_id", "id", "measure", "note", "period", "period_is_inferred", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "unit", "updated_at", "value", "version") SELECT new_values."archive_reason", new_values."archived_at", new_values."archived_by_id", new_values."classification", new_values."created_at", new_values."currency", new_values."desk_id", new_values."direction", new_values."exactness", new_values."first_id", new_values."id", new_values."measure", new_values."note", new_values."period", new_values."period_is_inferred", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."reference", new_values."second_id", new_values."unit", new_values."updated_at", new_values."value", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."archive_reason" IS DISTINCT FROM (new_values."archive_reason") OR old_values."archived_at" IS DISTINCT FROM (new_values."archived_at") OR old_values."archived_by_id" IS DISTINCT FROM (new_values."archived_by_id") OR old_values."classification" IS DISTINCT FROM (new_values."classification") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."currency" IS DISTINCT FROM (new_values."currency") OR old_values."desk_id" IS DISTINCT FROM (new_values."desk_id") OR old_values."direction" IS DISTINCT FROM (new_values."direction") OR old_values."exactness" IS DISTINCT FROM (new_values."exactness") OR old_values."first_id" IS DISTINCT FROM (new_values."first_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."measure" IS DISTINCT FROM (new_values."measure") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."period" IS DISTINCT FROM (new_values."period") OR old_values."period_is_inferred" IS DISTINCT FROM (new_values."period_is_inferred") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."second_id" IS DISTINCT FROM (new_values."second_id") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."updated_at" IS DISTINCT FROM (new_values."updated_at") OR old_values."value" IS DISTINCT FROM (new_values."value") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a9cb9b697b89c5df6b040abdfc613db91bf2353",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7893f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_indicator",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_indicatorhistory" ("archive_reason", "archived_at", "archived_by_id", "classification", "created_at", "currency", "desk_id", "direction", "exactness", "first_id", "id", "measure", "note", "period", "period_is_inferred", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "second_id", "unit", "updated_at", "value", "version") SELECT old_values."archive_reason", old_values."archived_at", old_values."archived_by_id", old_values."classification", old_values."created_at", old_values."currency", old_values."desk_id", old_values."direction", old_values."exactness", old_values."first_id", old_values."id", old_values."measure", old_values."note", old_values."period", old_values."period_is_inferred", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."reference", old_values."second_id", old_values."unit", old_values."updated_at", old_values."value", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="56db670515a743905c746c0a304fb6f27eead64f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15194",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_indicator",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_reason" IS DISTINCT FROM (NEW."archive_reason") OR OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."archived_by_id" IS DISTINCT FROM (NEW."archived_by_id") OR OLD."classification" IS DISTINCT FROM (NEW."classification") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."desk_id" IS DISTINCT FROM (NEW."desk_id") OR OLD."direction" IS DISTINCT FROM (NEW."direction") OR OLD."exactness" IS DISTINCT FROM (NEW."exactness") OR OLD."first_id" IS DISTINCT FROM (NEW."first_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."measure" IS DISTINCT FROM (NEW."measure") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."period" IS DISTINCT FROM (NEW."period") OR OLD."period_is_inferred" IS DISTINCT FROM (NEW."period_is_inferred") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."second_id" IS DISTINCT FROM (NEW."second_id") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                            func="NEW.version := OLD.version + 1; NEW.updated_at := now(); RETURN NEW;",
                            hash="47da4ca91c1fc8e92f562ad6013a615cddb8829c",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_fd40a",
                            table="partners_indicator",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reference_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9059f94ef0cff3235e1c041cda06e06e55eec8f4",
                            operation="UPDATE",
                            pgid="pgtrigger_reference_never_changes_517f0",
                            table="partners_indicator",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="ceiling_holds",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.classification > (SELECT classification_ceiling FROM chancery_installation WHERE id = 1) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'The classification is above the ceiling of this site.', HINT = 'Such material may not be entered here; lower the level or leave it out.'; END IF; RETURN NEW;",
                            hash="633ef083956a7254a64d2c23ae69a9e6a2aad1db",
                            operation='INSERT OR UPDATE OF "classification"',
                            pgid="pgtrigger_ceiling_holds_92477",
                            table="partners_indicator",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="de942039fb1e61caa5c0f26bd9b2baf8a0a4f5ae",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ce419",
                            table="partners_indicator",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorHistory",
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
                        to="partners.indicator",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.desk",
                        verbose_name="desk",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("trade", "Trade in goods"),
                            ("trade_rank", "Rank as trading partner"),
                            ("investment", "Direct investment"),
                            ("investment_stock", "Investment, accumulated"),
                            ("travellers", "Travellers"),
                            ("community", "People of Korean descent or compatriots"),
                            ("arsenal", "Weapons given up"),
                            ("resource_rank", "Rank in natural resources"),
                            ("other", "Other"),
                        ],
                        max_length=16,
                        verbose_name="measure",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="one side",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="other side",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("both", "Both ways together"),
                            ("outward", "From the first to the second"),
                            ("one", "Of the first alone"),
                        ],
                        default="both",
                        max_length=8,
                        verbose_name="direction",
                    ),
                ),
                (
                    "period",
                    chancery.dates.fields.PartialDateField(
                        blank=True, verbose_name="period"
                    ),
                ),
                (
                    "period_is_inferred",
                    models.BooleanField(default=False, verbose_name="period inferred"),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=4, max_digits=20, verbose_name="value"
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
                    "unit",
                    models.CharField(
                        help_text="persons, place, currency…",
                        max_length=40,
                        verbose_name="unit",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        blank=True,
                        help_text="ISO 4217, e.g. USD.",
                        max_length=3,
                        verbose_name="currency",
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
                        name="indicator_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b28278bedca3fa6b81122438ecbeb750fa3b89c8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_edd13",
                            table="partners_indicatorhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PartnersCitation",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.partner",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.groupmembership",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.institution",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.post",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.person",
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.tenure",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.place",
                    ),
                ),
                (
                    "relation_step",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.relationstep",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="partners.indicator",
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
                        name="partners_citation_span_is_whole_and_forward",
                        violation_error_message="Give both ends of the span, in order.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paragraph", None), ("paragraph__gte", 1), _connector="OR"
                        ),
                        name="partners_citation_paragraph_counts_from_one",
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
                        name="partners_citation_accepted_at_has_accepted_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["stated", "inferred"])),
                        name="partners_partnerscitation_basis_is_known",
                        violation_error_message="This is not one of the possible choices.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", False),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", False),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", False),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", False),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", False),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", False),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", False),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", True),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", False),
                                ("tenure__isnull", True),
                            ),
                            models.Q(
                                ("indicator__isnull", False),
                                ("institution__isnull", True),
                                ("membership__isnull", True),
                                ("partner__isnull", True),
                                ("person__isnull", True),
                                ("place__isnull", True),
                                ("post__isnull", True),
                                ("relation_step__isnull", True),
                                ("tenure__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="partners_citation_cites_exactly_one_record",
                        violation_error_message="A citation belongs to exactly one record.",
                    ),
                    models.UniqueConstraint(
                        fields=(
                            "partner",
                            "membership",
                            "institution",
                            "post",
                            "person",
                            "tenure",
                            "place",
                            "relation_step",
                            "indicator",
                            "source",
                            "field",
                            "paragraph",
                            "char_start",
                        ),
                        name="partners_citation_is_entered_once",
                        nulls_distinct=False,
                        violation_error_message="This place is cited for this field already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerscitationhistory" ("accepted_at", "accepted_by_id", "basis", "char_end", "char_start", "field", "id", "indicator_id", "institution_id", "membership_id", "note", "paragraph", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "post_id", "quote", "relation_step_id", "source_id", "source_says", "tenure_id", "version") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."basis", new_values."char_end", new_values."char_start", new_values."field", new_values."id", new_values."indicator_id", new_values."institution_id", new_values."membership_id", new_values."note", new_values."paragraph", new_values."partner_id", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'insert\', new_values."id", new_values."place_id", new_values."post_id", new_values."quote", new_values."relation_step_id", new_values."source_id", new_values."source_says", new_values."tenure_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e1b755336db401e1b7eb4f767e825cc17694f18a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8746e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_partnerscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerscitationhistory" ("accepted_at", "accepted_by_id", "basis", "char_end", "char_start", "field", "id", "indicator_id", "institution_id", "membership_id", "note", "paragraph", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "post_id", "quote", "relation_step_id", "source_id", "source_says", "tenure_id", "version") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."basis", new_values."char_end", new_values."char_start", new_values."field", new_values."id", new_values."indicator_id", new_values."institution_id", new_values."membership_id", new_values."note", new_values."paragraph", new_values."partner_id", new_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'update\', new_values."id", new_values."place_id", new_values."post_id", new_values."quote", new_values."relation_step_id", new_values."source_id", new_values."source_says", new_values."tenure_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="61da53c7edcd6b99970a769bfeb79485d8d6794d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67e72",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_partnerscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerscitationhistory" ("accepted_at", "accepted_by_id", "basis", "char_end", "char_start", "field", "id", "indicator_id", "institution_id", "membership_id", "note", "paragraph", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "post_id", "quote", "relation_step_id", "source_id", "source_says", "tenure_id", "version") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."basis", old_values."char_end", old_values."char_start", old_values."field", old_values."id", old_values."indicator_id", old_values."institution_id", old_values."membership_id", old_values."note", old_values."paragraph", old_values."partner_id", old_values."person_id", _pgh_attached_context.value, CLOCK_TIMESTAMP(), \'delete\', old_values."id", old_values."place_id", old_values."post_id", old_values."quote", old_values."relation_step_id", old_values."source_id", old_values."source_says", old_values."tenure_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a087db532fb5c5c3a98805d8560650aeb5c0151",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b447f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_partnerscitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="bumps_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."char_end" IS DISTINCT FROM (NEW."char_end") OR OLD."char_start" IS DISTINCT FROM (NEW."char_start") OR OLD."field" IS DISTINCT FROM (NEW."field") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."membership_id" IS DISTINCT FROM (NEW."membership_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."paragraph" IS DISTINCT FROM (NEW."paragraph") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."post_id" IS DISTINCT FROM (NEW."post_id") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."relation_step_id" IS DISTINCT FROM (NEW."relation_step_id") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."source_says" IS DISTINCT FROM (NEW."source_says") OR OLD."tenure_id" IS DISTINCT FROM (NEW."tenure_id"))',
                            func="NEW.version := OLD.version + 1; RETURN NEW;",
                            hash="ad9f70fe68949ef9f4fe968ce4a130ae8e1801a0",
                            operation="UPDATE",
                            pgid="pgtrigger_bumps_version_d0318",
                            table="partners_partnerscitation",
                            when="BEFORE",
                        ),
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="PartnersCitationHistory",
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
                        to="partners.partnerscitation",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.groupmembership",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.institution",
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
                    ),
                ),
                (
                    "tenure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.tenure",
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
                    ),
                ),
                (
                    "relation_step",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.relationstep",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.indicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("pgh_obj"),
                        models.F("pgh_id"),
                        name="partnerscitation_history_obj",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6fb6b25bb3335d22802051ff78efe6dc0d7b297c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f30ea",
                            table="partners_partnerscitationhistory",
                            when="BEFORE",
                        ),
                    )
                ],
                "constraints": [],
            },
        ),
        migrations.AddField(
            model_name="officer",
            name="desks",
            field=models.ManyToManyField(
                related_name="officers",
                through="partners.OfficerDesk",
                to="partners.desk",
            ),
        ),
    ]
