"""Figures behind pages: values and amounts as documents tell them, their sums, how they went by year, what judges them."""
