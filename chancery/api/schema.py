"""What the OpenAPI document says beyond what drf-spectacular finds out."""

import inspect
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

from chancery.api.filtersets import ScopedFilterSet, filters_of
from chancery.api.problems import CONTENT_TYPE

_PROBLEMS = {
    "400": "A parameter is unknown or has a bad value.",
    "401": "No account or key was given, or the key is bad.",
    "403": "The role does not read this kind of record.",
    "404": "There is nothing here that the account may see.",
    "405": "This address is for reading.",
    "406": "Only JSON is spoken here.",
    "412": "The record is not the version that was asked for.",
}
_ALWAYS = ("400", "401", "403", "406")


class ProblemError(serializers.Serializer[Any]):
    """One parameter or field that is wrong."""

    field = serializers.CharField(allow_blank=True)
    code = serializers.CharField()
    detail = serializers.CharField()


class Problem(serializers.Serializer[Any]):
    """Any error, RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()
    # DRF takes declared fields off the class, so that its own ``errors`` remains.
    errors = ProblemError(many=True, required=False)  # type: ignore[assignment]


class ProblemAutoSchema(AutoSchema):
    """Adds to each operation its problems, its group and what ETags do."""

    def get_tags(self) -> list[str]:
        """Group collections by what they are about."""
        return [getattr(self.view, "family", "") or "Other"]

    def get_operation(self, *args: Any) -> Any:  # noqa: ANN401 - the library's signature
        """Describe one method of one address."""
        operation = super().get_operation(*args)
        if operation is None:
            return None
        _describe_filters(operation, getattr(self.view, "filterset_class", None))
        is_detail = "{" in self.path
        if shown := self._subject():
            operation["description"] = inspect.getdoc(shown)
        codes = [*_ALWAYS, *(["404"] if is_detail else [])]
        if getattr(self.view, "action", "") == "retrieve":
            codes.append("412")
            _describe_etags(operation)
        problem = self.resolve_serializer(Problem, "response").ref
        for code in codes:
            operation["responses"][code] = {
                "description": _PROBLEMS[code],
                "content": {CONTENT_TYPE: {"schema": problem}},
            }
        return operation

    def _subject(self) -> type | None:
        """Return the class that says what is shown: of many rows, or of one."""
        action = getattr(self.view, "action", "")
        if action == "list":
            return type(self.view)
        return type(self.get_response_serializers()) if action == "retrieve" else None


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call] # the library registers subclasses
    """How a key is given."""

    target_class = "chancery.api.authentication.ApiKeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:  # noqa: ARG002 - the library's signature
        """Describe the header."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "An API key of a service account: chk_….",
        }


def _describe_filters(
    operation: dict[str, Any], filterset: type[ScopedFilterSet] | None
) -> None:
    """Say what each filter asks, with an example that does not fill in the form."""
    filters = filters_of(filterset) if filterset else {}
    for parameter in operation.get("parameters", []):
        if question := filters.get(parameter["name"]):
            parameter["description"] = str(question.extra.get("help_text", ""))
            parameter["schema"].pop("example", None)
            if parameter["schema"]["type"] == "array":
                parameter |= {"explode": False, "style": "form"}


def _describe_etags(operation: dict[str, Any]) -> None:
    operation.setdefault("parameters", []).append(
        {
            "in": "header",
            "name": "If-None-Match",
            "description": "An ETag from before: 304 if nothing has changed since.",
            "schema": {"type": "string"},
        }
    )
    operation["responses"]["200"]["headers"] = {
        "ETag": {"description": "A strong tag.", "schema": {"type": "string"}}
    }
    operation["responses"]["304"] = {"description": "Nothing has changed since."}
