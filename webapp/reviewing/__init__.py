"""Deciding upon suggested links in a browser, where `serve --review` allows it: the only pages that write.

Comes in: a person's yes, no or correction. Goes out: `reviews.tsv`, as `rodatraden review` writes it; the graph follows
when it is derived anew. Who has the token may decide; without `--review` none of these addresses exists.
"""
