"""Who has come in: kept here, so that a session ends when it should; the cookie only names it, signed."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface

from graph.reviews.changes import Change

COOKIE = "rodatraden-review"
#: A session ends after so many seconds without use, and in any case after so many.
IDLE, LONGEST = 2 * 3600, 10 * 3600
#: So many may be in at once; the one unused the longest goes.
MOST = 100


@dataclass
class Session:
    """One who decides: the name, what each form must bring along, and what was decided last, to be taken back."""

    name: str
    csrf: str
    begun: float
    used: float
    done: tuple[Change, ...] = ()


@dataclass
class Sessions:
    """All who are in, by what their cookies hold."""

    clock: Callable[[], float] = time.monotonic
    held: dict[str, Session] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def begin(self, name: str) -> str:
        """Let someone in; what the cookie is to hold."""
        key, now = secrets.token_urlsafe(32), self.clock()
        with self.lock:
            if len(self.held) >= MOST:
                del self.held[min(self.held, key=lambda each: self.held[each].used)]
            self.held[key] = Session(name, secrets.token_urlsafe(32), now, now)
        return key

    def find(self, key: str) -> Session | None:
        """Whose cookie it is; None where that session has ended."""
        with self.lock:
            found, now = self.held.get(key), self.clock()
            if found and (now - found.used > IDLE or now - found.begun > LONGEST):
                del self.held[key]
                return None
            if found:
                found.used = now
            return found

    def end(self, key: str) -> None:
        """Let someone out."""
        with self.lock:
            self.held.pop(key, None)


class SecureWhereItCan(SecureCookieSessionInterface):
    """A cookie that is sent over https only, wherever it was given over https."""

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002  Flask's
        """Whether the browser came by https: to us, or to who stands before us."""
        return request.is_secure or urlsplit(request.headers.get("Origin", "")).scheme == "https"


def settings() -> dict[str, object]:
    """What Flask needs for such a cookie; the key that signs it is a new one each time."""
    return {
        "SECRET_KEY": secrets.token_bytes(32),
        "SESSION_COOKIE_NAME": COOKIE,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": LONGEST,
    }
