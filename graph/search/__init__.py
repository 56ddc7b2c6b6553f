"""Full-text search that forgives: Swedish inflection, compounds, missing dots and rings, slips of the finger.

published version ──index──▶ one SQLite file ──search──▶ Hits
"""
