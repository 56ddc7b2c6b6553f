"""How languages spell a text so that they read exactly it again."""

import shlex


def python(text: str) -> str:
    """Between three quotation marks where it has lines, so that it can be read; what does not print is escaped."""
    if "\n" not in text:
        return f'"{"".join(map(_python, text))}"'
    return '"""\\\n' + "".join(each if each == "\n" else _python(each) for each in text) + '"""'


def _python(sign: str) -> str:
    if sign in '\\"':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    number = ord(sign)
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(sign) or (
        f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    )


def r(text: str) -> str:
    """R's strings may have lines; what does not print is escaped."""
    return f'"{"".join(each if each == chr(10) else _r(each) for each in text)}"'


def _r(sign: str) -> str:
    if sign in '\\"':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def shell(text: str) -> str:
    """One word of a POSIX shell."""
    return shlex.quote(text)


def m(text: str) -> str:
    """Power Query's M: quotation marks twice, and what it would take for an escape escaped."""
    escaped = text.replace("#(", "#(#)(").replace('"', '""')
    return (
        '"' + "".join(each if each.isprintable() or each == "\n" else f"#({ord(each):04X})" for each in escaped) + '"'
    )
