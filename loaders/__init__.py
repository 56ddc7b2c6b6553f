"""From files to records.

Comes in: files and a corpus description. Goes out: a `Reading` a document: records with their places, doubts, and what
was only kept. `formats` turn a file into a `Document`, `tables` and `prose` recognise what a plan says there; they stand on
`readers` (what several of them share), these on `layout` (how things stand on a page), and that on `words` (Swedish).
"""
