"""Which thing of a later edition carries on which of an earlier one, and what changed on the way.

items ──series──▶ editions in turn ──matching──▶ pairs ──branches──▶ splits and merges ──changes──▶ links and threads
"""
