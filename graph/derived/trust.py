"""How sure a suggestion must be to be followed where nothing else is said."""

from decimal import Decimal

#: Suggestions of less confidence are shown as what they are, but nothing is counted on them.
LEAST = Decimal("0.7")
