"""What a person sees whose form no longer belongs to the log-in it was shown to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Say what happened and what to do; nothing was saved.

    It happens where the user logged in anew in another tab. The reason is for
    developers and stays in the log.
    """
    return render(
        request,
        "403_csrf.html",
        {"address": request.get_full_path()},
        status=403,
    )
