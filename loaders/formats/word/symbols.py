"""Signs of symbol fonts, as signs that every font has."""

WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹",
}  # fmt: skip
SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x44: "Δ", 0x53: "Σ",
}  # fmt: skip
FONTS = {"Wingdings": WINGDINGS, "Symbol": SYMBOL}
#: Symbol fonts have their signs in the area for private use, too.
PRIVATE, HIGHEST = 0xF000, 0x10FFFF


def symbol(font: str, code: str) -> str:
    """The sign that a font has at a code of hexadecimal figures; a sign that is not known as it is."""
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    known = FONTS.get(font, {}).get(at - PRIVATE if PRIVATE <= at <= PRIVATE + 0xFF else at)
    return known or (chr(at) if 0 <= at <= HIGHEST else "")
