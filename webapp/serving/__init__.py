"""How the application is reached over HTTP.

    server ── listens ─▶ connection ─┬─ short ── asks the workers and answers, within the event loop
                                     └─ bridge ─ asks Flask in a thread

A small question costs less than a change of threads, so the endpoint's ordinary ones take the short way; all else is Flask's:
whose pages are `kept`, and made before anybody asks (`warm`).
"""
