"""From dossiers to fixtures, and from fixtures into a database.

``build`` writes the dossiers and the reference partners into an empty database through
the same actions that officers use, and returns the fixtures that follow; ``load`` puts
fixtures into an installation and leaves alone what officers made of them.
"""
