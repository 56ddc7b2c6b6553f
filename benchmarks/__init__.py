"""How long loading and asking take: measured, printed, never asserted."""
