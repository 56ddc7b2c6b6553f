"""For notebooks and programs: a store here or an endpoint elsewhere, asked alike, answered in frames with the right types.

`near` and `far` ask; what comes is read as `rows` of terms, each `column` finds its type, and `in_pandas` and
`in_polars` make frames of them. `plans` is what `rodatraden.open` gives.
"""
