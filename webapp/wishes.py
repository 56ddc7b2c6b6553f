"""What a reader wishes to see, out of the address."""

from flask import request


def with_suggested() -> bool:
    """Whether suggested links are shown: unless the address says `suggested=no`."""
    return request.args.get("suggested") != "no"
