"""What a typed shape refuses, in sentences that say what is accepted."""

from typing import Any, Final, get_args

from pydantic_core import ErrorDetails

from seeds.dossier.faults import listing
from seeds.dossier.shapes import Shape

_MISSING: Final = {
    "cite": "is missing: say where the document says it, cite: [{paragraph: 3}]",
    "desk": "is missing: name the desk that looks after it, by its key",
    "paragraphs": "is missing: printed, or body (counted by us); see the format",
}


def sentence(detail: ErrorDetails, shape: type[Shape]) -> str:
    """Return what is wrong and what is accepted instead."""
    said = detail["msg"].removeprefix("Input should ")
    said = f"it should {said[0].lower()}{said[1:]}"
    match detail["type"]:
        case "missing" | "too_short":
            last = str(detail["loc"][-1])
            said = _MISSING.get(last, "is missing: it must be given")
        case "extra_forbidden":
            accepted = listing(_shape_at(shape, detail["loc"]).model_fields)
            said = f"there is no such field; accepted are {accepted}"
        case "model_type":
            accepted = listing(_shape_at(shape, (*detail["loc"], "")).model_fields)
            said = f"it should be a mapping; its fields are {accepted}"
        case "tuple_type":
            said = "it should be a list, such as [one, another]"
        case "value_error":
            said = str(detail["ctx"]["error"])
        case _ if isinstance(detail["input"], str):
            said = f"{detail['input']!r} is not accepted: {said}"
    return said


def _shape_at(shape: type[Shape], path: tuple[Any, ...]) -> type[Shape]:
    """Return the shape that the last field of a path belongs to."""
    for part in path[:-1]:
        if isinstance(part, str) and part in shape.model_fields:
            shape = _inner(shape.model_fields[part].annotation) or shape
    return shape


def _inner(annotation: object) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    found = (_inner(argument) for argument in get_args(annotation))
    return next((shape for shape in found if shape), None)
