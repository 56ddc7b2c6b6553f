"""Things of two regions set side by side: how alike they are in words, whether they are comparable, and why not.

items ──wording──▶ what each is about ──candidates──▶ pairs ──kinds, definitions──▶ verdicts ──fewest──▶ those worth a look
"""
