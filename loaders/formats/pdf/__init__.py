"""PDF: pages' words and rules, the tables that they make, and the reading of whole documents."""
