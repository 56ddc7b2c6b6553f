"""Documents of the store as a Frictionless Tabular Data Package, whole or as facts and figures, and back again.

store ──stated──▶ Written ──facts──▶ Written ──tables──▶ Table ──package──▶ a folder of CSV files
store ◀──draft─── Written ◀─────────tables───────────── Table ◀──opened─── datapackage.json
"""
