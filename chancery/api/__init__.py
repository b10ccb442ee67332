"""The plumbing of the REST API: who asks, what they may see, how it is shown.

A room's ``api`` module or package registers one viewset per model (``registry``);
all else follows from the model and its serializer. See docs/api.md.
"""
