"""Sources over the API."""

from django.test import Client

from chancery.models import User
from tests.api_builders import get, references
from tests.builders import DIGEST, make_source


def test_source_is_shown_with_its_date_as_edtf_and_bounds(
    client: Client, carol: User
) -> None:
    source = make_source(
        title="Joint committee held",
        publisher="Ministry of Foreign Affairs",
        published="2023-06",
        sha256=DIGEST,
    )
    client.force_login(carol)
    shown = get(client, f"/sources/{source.reference}/")
    del shown["created_at"], shown["updated_at"]
    assert shown == {
        "reference": source.reference,
        "title": "Joint committee held",
        "publisher": "Ministry of Foreign Affairs",
        "kind": "press_release",
        "language": "en",
        "url": "",
        "published": "2023-06",
        "published_earliest": "2023-06-01",
        "published_latest": "2023-06-30",
        "published_is_inferred": False,
        "sha256": DIGEST,
        "note": "",
        "classification": "public",
        "version": 1,
        "archived_at": None,
        "archived_by": None,
        "archive_reason": "",
    }


def test_source_is_found_by_digest_and_text(client: Client, carol: User) -> None:
    source = make_source(publisher="Yonhap", sha256=DIGEST)
    make_source()
    client.force_login(carol)
    assert references(client, "/sources/", sha256=DIGEST) == [source.reference]
    assert references(client, "/sources/", q="yonhap") == [source.reference]
