"""``manage.py catalogue``: bring the catalogues in line with the code."""

from django.conf import settings
from django.core.management.base import BaseCommand

from chancery.catalogue import as_mo, as_po, catalogue_path, renewed, untranslated


class Command(BaseCommand):
    """Writes the .po and .mo of every language but the one the code is written in."""

    help = (
        "Gather the strings of Python and templates into the catalogues of the other "
        "languages: new strings untranslated, old ones gone; and compile them."
    )
    requires_system_checks = ()

    def handle(self, **_options: object) -> None:
        """Write the catalogues and say what is left to translate."""
        for language, _name in settings.LANGUAGES:
            if language == settings.LANGUAGE_CODE:
                continue
            path = catalogue_path(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue = renewed(language)
            path.write_bytes(as_po(catalogue))
            path.with_suffix(".mo").write_bytes(as_mo(catalogue))
            missing = untranslated(catalogue)
            self.stdout.write(
                f"{language}: {len(catalogue)} strings, {len(missing)} untranslated"
            )
            for text in missing:
                self.stdout.write(f"  {text!r}")
