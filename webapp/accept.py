"""What a client accepts, to the letter (RFC 9110, 12.5.1): of several ranges that fit, the closest counts."""

from collections.abc import Iterable

from werkzeug.datastructures import MIMEAccept


def best(accepted: MIMEAccept, offered: Iterable[str]) -> str | None:
    """What the client likes best of what is offered, the first of equals; None where it takes none. No header takes all."""
    names = list(offered)
    if not accepted:
        return names[0]
    found = max(names, key=lambda name: liked(accepted, name))
    return found if liked(accepted, found)[0] > 0 else None


def liked(accepted: MIMEAccept, name: str) -> tuple[float, int]:
    """How much a client likes a media type, from 0 to 1, and how closely it names it: the closest range counts."""
    closeness, quality = max(
        ((_closeness(range_.partition(";")[0].strip().lower(), name), quality) for range_, quality in accepted),
        default=(0, 0.0),
    )
    return (quality, closeness) if closeness else (0.0, 0)


def _closeness(range_: str, name: str) -> int:
    """0 where a range (RFC 9110, 12.5.1) has nothing to do with a media type; `*` is what old clients mean by all."""
    if range_ == name:
        return 3
    if range_ == f"{name.partition('/')[0]}/*":
        return 2
    return 1 if range_ in ("*/*", "*") else 0
