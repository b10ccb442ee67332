"""Loading the roles: groups of the accounts and what their members may do."""

from django.contrib.auth.models import Group as AuthGroup
from django.contrib.auth.models import Permission

from engagements.seeding.fixtures import GROUPS, FixtureError, Group, digest
from engagements.seeding.memory import Memory
from engagements.seeding.table import Report

LABEL = "auth.group"


def load_groups(groups: tuple[Group, ...], memory: Memory) -> Report:
    """Make the groups and give them their permissions.

    A group whose permissions an administrator has changed stays as it is.
    """
    report = Report()
    numbers = {
        f"{app}.{codename}": pk
        for app, codename, pk in Permission.objects.values_list(
            "content_type__app_label", "codename", "pk"
        )
    }
    names = {pk: name for name, pk in numbers.items()}
    existing = {
        group.name: group
        for group in AuthGroup.objects.filter(
            name__in=[group.name for group in groups]
        ).prefetch_related("permissions")
    }
    for group in groups:
        unknown = [name for name in group.permissions if name not in numbers]
        if unknown:
            raise FixtureError(
                f"{GROUPS}: {group.name} has the permission {unknown[0]}, which does"
                " not exist here. Migrate, or build the fixtures again with manage.py"
                " build_fixtures."
            )
        key, wanted = (group.name,), digest(sorted(group.permissions))
        before = memory.digest(LABEL, key)
        found = existing.get(group.name)
        if found is None and before is not None:
            report.kept.append(group.name)
            continue
        if found is not None:
            now = digest(sorted(names[held.pk] for held in found.permissions.all()))
            if now == wanted:
                report.counts["unchanged"] += 1
                memory.note(LABEL, key, wanted)
                continue
            if now != before:
                report.kept.append(group.name)
                continue
        report.counts["inserted" if found is None else "updated"] += 1
        target = found or AuthGroup.objects.create(name=group.name)
        target.permissions.set([numbers[name] for name in group.permissions])
        memory.note(LABEL, key, wanted)
    gone = memory.gone(LABEL, {(group.name,) for group in groups})
    report.gone = [str(key[0]) for key in gone]
    return report
