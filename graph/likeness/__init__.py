"""Swedish texts made comparable: stems, parts of compounds, abbreviations spelled out, rarity, figures with units.

items ──terms──▶ weighed words of each ──index──▶ near: which are alike, and in which words
"""

from graph.likeness.likeness import Likeness, Near
from graph.likeness.quantity import Quantity, quantities

__all__ = ["Likeness", "Near", "Quantity", "quantities"]
