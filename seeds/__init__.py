"""The ground: sources, citations, dossiers."""
