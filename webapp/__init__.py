"""The explorer: pages on what plans state, for people (HTML in Swedish and English) and for programs (Turtle, JSON).

Comes in: a store. Goes out: answers over HTTP. `webapp.app.create_app` makes the application; a page is a module in
`webapp/pages` with its template; what it asks is a `.rq` file in `webapp/questions`.

Addresses: a thing `https://w3id.org/rodatraden/id/19/hsf/…` is asked for at `/id/19/hsf/…`, which leads to its page
(`/sv/id/19/hsf/…`, `/en/id/…`) or to its data (`/id/19/hsf/….ttl`, `.jsonld`, `.json`), by what the client accepts.
The first part of a page's address is its language; the address holds all there is to know of what is shown.
"""
