"""``manage.py build_fixtures``: fixtures from dossiers, the same bytes every time."""

from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from engagements.seeding.build import (
    checked_dossiers,
    fixtures,
    group_fixture,
    write_records,
)
from engagements.seeding.fixtures import GROUPS
from engagements.seeding.register import FILE, RegisterError, read_register
from engagements.seeding.scratch import ScratchError, scratch_database
from seeds.dossier import DossierFaults
from seeds.reference import (
    ReferenceLibraryError,
    reference_memberships,
    reference_partners,
)

_DOSSIERS: Final = "seeds/dossiers"
_ROLES: Final = "partners.roles"


class Command(BaseCommand):
    """Builds the fixtures, or says whether those there are the ones to be built."""

    help = (
        "Turn seeds/dossiers and the reference partners into fixtures/, through the"
        " same actions that officers use, in a database that is dropped afterwards."
    )
    # The scratch database is migrated by the command itself.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what to read and where to write."""
        parser.add_argument(
            "--check",
            action="store_true",
            help="write nothing; fail and name the files that would change",
        )
        parser.add_argument(
            "--dossiers",
            type=Path,
            default=settings.BASE_DIR / _DOSSIERS,
            help=f"the folder of the dossiers (default: {_DOSSIERS})",
        )
        parser.add_argument(
            "--output",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="the folder of the fixtures (default: fixtures)",
        )

    def handle(
        self,
        *,
        check: bool,
        dossiers: Path,
        output: Path,
        verbosity: int,
        **_options: object,
    ) -> None:
        """Build, then write or compare."""
        try:
            files = _built(dossiers, output)
        except DossierFaults as error:
            count = len(error.faults)
            raise CommandError(
                f"{error}\n{count} fault{'s' if count > 1 else ''} in the dossiers;"
                " nothing was written."
            ) from error
        except (RegisterError, ReferenceLibraryError, ScratchError) as error:
            raise CommandError(str(error)) from error
        if check:
            compare(output, files)
            said = "as the dossiers yield them"
        else:
            said = f"{len(files)} fixtures, {write(output, files)} changed"
        if verbosity:
            self.stdout.write(f"{output}: {said}.")


def write(output: Path, files: Mapping[str, bytes]) -> int:
    """Write the fixtures that changed; returns how many those are."""
    output.mkdir(parents=True, exist_ok=True)
    changed = _differing(output, files)
    for name in changed:
        (output / name).write_bytes(files[name])
    return len(changed)


def compare(output: Path, files: Mapping[str, bytes]) -> None:
    """Raise ``CommandError`` that names the files which are not as they were built."""
    foreign = {path.name for path in output.glob("*.json")} - set(files)
    wrong = sorted({*_differing(output, files), *foreign})
    if wrong:
        raise CommandError(
            "These fixtures are not what the dossiers yield:\n  "
            + "\n  ".join(str(output / name) for name in wrong)
            + "\nFixtures are never edited by hand: change the dossier, then run"
            " manage.py build_fixtures."
        )


def _built(folder: Path, output: Path) -> dict[str, bytes]:
    committed = settings.BASE_DIR / "fixtures"
    given = read_register(output if (output / FILE).exists() else committed)
    groups = group_fixture(_roles())
    partners = reference_partners()
    shown_as = _DOSSIERS if folder == settings.BASE_DIR / _DOSSIERS else str(folder)
    dossiers = checked_dossiers(folder, partners, shown_as=shown_as)
    with scratch_database():
        register = write_records(
            dossiers, partners, reference_memberships(), given=given
        )
        return fixtures(register) | {GROUPS: groups}


def _roles() -> Iterable[tuple[str, Iterable[str]]]:
    """Return the roles of the house as the partners' room defines them."""
    try:
        roles = import_module(_ROLES)
    except ModuleNotFoundError as error:
        if error.name != _ROLES:
            raise
        raise CommandError(
            f"There is no module {_ROLES}: its role_groups() says which roles there"
            f" are, and fixtures/{GROUPS} is built from it."
        ) from error
    found: Iterable[tuple[str, Iterable[str]]] = roles.role_groups()
    return found


def _differing(output: Path, files: Mapping[str, bytes]) -> list[str]:
    return [
        name
        for name, content in files.items()
        if not (output / name).is_file() or (output / name).read_bytes() != content
    ]
