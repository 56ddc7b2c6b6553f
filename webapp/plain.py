"""Records of ours as JSON has them."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal


def plain(value: object) -> object:
    """Records as JSON has them: dataclasses as objects, decimals as numbers, dates as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
