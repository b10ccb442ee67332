"""Models of the ground."""

from seeds.models.citation import Citation
from seeds.models.loaded import LoadedSeed
from seeds.models.source import Source

__all__ = ["Citation", "LoadedSeed", "Source"]
