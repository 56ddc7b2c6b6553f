"""What every answer says to browsers: load nothing from elsewhere, guess nothing, tell nobody, be in no frame."""

from flask import Flask, Response

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def guard(app: Flask) -> None:
    """Have every answer carry the headers."""
    app.after_request(guarded)


def guarded(response: Response) -> Response:
    """An answer with the headers; one that sets its own keeps it."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
