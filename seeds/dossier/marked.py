"""YAML in which every scalar is text and every field knows its line."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from seeds.dossier.faults import DossierFaults, Fault

Trail = tuple[str | int, ...]


@dataclass
class Marked:
    """The content of one file: plain dicts, lists and strings, and their lines."""

    file: str
    content: Any = None
    lines: dict[Trail, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Return the line of a field, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_marked(path: Path, *, name: str) -> Marked:
    """Read one file; ``name`` is what faults call it. Raises ``DossierFaults``.

    Nothing is guessed from a scalar's looks: ``NO`` is Norway's code, ``2023-06`` a
    month, and an empty value is empty text.
    """
    marked = Marked(name)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise DossierFaults(
            [Fault(name, 1, "", f"this is not UTF-8 text ({error.reason})")]
        ) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        said = error.problem or error.context or "it cannot be read"
        raise DossierFaults(
            [Fault(name, line, "", f"this is not well-formed YAML: {said}")]
        ) from error
    except yaml.YAMLError as error:
        said = str(error).splitlines()[0]
        raise DossierFaults(
            [Fault(name, 1, "", f"this is not well-formed YAML: {said}")]
        ) from error
    faults: list[Fault] = []
    if root is not None:
        marked.content = _plain(root, (), marked, faults, seen=set())
    if faults:
        raise DossierFaults(faults)
    return marked


def _plain(
    node: Node, path: Trail, marked: Marked, faults: list[Fault], *, seen: set[int]
) -> Any:  # noqa: ANN401 - whatever the file holds
    line = node.start_mark.line + 1
    marked.lines.setdefault(path, line)
    if id(node) in seen:
        where = ".".join(map(str, path))
        faults.append(
            Fault(marked.file, line, where, "no aliases (*): write the value out")
        )
        return ""
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        return [
            _plain(item, (*path, place), marked, faults, seen=seen)
            for place, item in enumerate(node.value)
        ]
    if isinstance(node, MappingNode):
        return _mapping(node, path, marked, faults, seen=seen)
    assert isinstance(node, ScalarNode)  # noqa: S101 - the third and last kind
    return node.value


def _mapping(
    node: MappingNode,
    path: Trail,
    marked: Marked,
    faults: list[Fault],
    *,
    seen: set[int],
) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            faults.append(
                Fault(marked.file, line, "", "a field's name must be plain text")
            )
            continue
        key = key_node.value
        if key in content:
            first = marked.lines[*path, key]
            where = ".".join(map(str, (*path, key)))
            faults.append(
                Fault(
                    marked.file,
                    line,
                    where,
                    f"this field is given twice (first on line {first}): keep one",
                )
            )
            continue
        marked.lines[*path, key] = line
        content[key] = _plain(value_node, (*path, key), marked, faults, seen=seen)
    return content
