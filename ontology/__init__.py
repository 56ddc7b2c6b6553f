"""What plans are made of: the OWL ontology (`.ttl`), its shapes, its names as constants and as Python classes.

Comes in: nothing. Goes out: names (`ontology.rt`, `ontology.vocab`), files (`ontology.files`), what follows as SPARQL
(`ontology.rules`), classes (`ontology.classes`) and what a reasoner makes of them (`ontology.reasoner`).
"""
