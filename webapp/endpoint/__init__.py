"""The SPARQL 1.1 endpoint for programs: requests of the protocol come in, whole answers or honest refusals go out.

    request ── protocol ─▶ question ── negotiation ─▶ with its forms ── unchanged ─▶ 304
                                                                     └─ graph.asking ─▶ answer

`sparql` ties them together, `description` tells programs what there is, `graph_store` gives whole graphs, `changes` makes
updates where a test lets it, `problem` tells what went wrong, and `headers` what holds for every answer.
"""
