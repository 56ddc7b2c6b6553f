"""The query book: one `.rq` file a question, its facts on top, in a folder a topic.

Comes in: a question by name or as text, values for its parameters. Goes out: SPARQL that only reads (`queries.bind`),
and what pages need to show the answer (`queries.book`).
"""
