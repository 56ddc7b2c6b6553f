"""What a careful controller would notice in the documents: one `.rq` file a kind of finding, and what runs them.

store ──the questions──▶ rows ──gathered, worded──▶ findings ──▶ quads beside what the loaders doubted
"""
