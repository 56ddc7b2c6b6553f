"""The SPARQL 1.1 endpoint, its query side: requests of the protocol come in, whole answers or honest refusals go out.

`protocol` reads a request, `negotiation` chooses the answer's form, `graph.asking` answers, `sparql` ties them together,
`problem` tells what went wrong.
"""
