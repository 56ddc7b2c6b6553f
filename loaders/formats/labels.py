"""What stands before the items of a list: marks, figures, letters, Roman figures."""

BULLET = "•"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
#: Higher numbers are printed as figures.
HIGHEST_ROMAN, HIGHEST_LETTER = 3999, 26 * 5


def written(number: int, form: str) -> str:
    """A number in a form: figures, letters, Roman."""
    match form:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if 0 < number <= HIGHEST_LETTER:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman" if 0 < number <= HIGHEST_ROMAN:
            return roman(number).upper() if form == "upperRoman" else roman(number)
    return str(number)


def roman(number: int) -> str:
    """A number in Roman figures, in lower case."""
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text
