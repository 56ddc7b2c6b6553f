"""The workbench: any question in SPARQL, its answer as a table or a picture, to cite, to take along, to ask again in code."""
