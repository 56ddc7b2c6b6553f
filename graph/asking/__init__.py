"""Questions from outside, answered in processes of their own that can be ended, since the engine cannot be interrupted.

Comes in: a question as text, the forms in which its answer may be written, the limits. Goes out: the whole answer, or the
reason why there is none (`graph.asking.outcome`); never a part.

    pool ── takes a free ─▶ process ── frames over two pipes ── worker, in its cage, with a read-only store
"""
