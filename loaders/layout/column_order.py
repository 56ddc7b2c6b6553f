"""Columns in whatever order they are printed: what a word with two meanings says there."""

from collections.abc import Sequence

#: Between the meanings of a word that has two: a goal before the column that names the rows, a target behind it.
OR = "|"


def settled(meanings: Sequence[str], leading: Sequence[str]) -> list[str]:
    """The meanings of columns, each of a word with two told by where it stands and by what else there is.

    Before the last of the leading columns it has the first of its meanings; behind it the second, unless another has it.
    """
    found = list(meanings)
    own = found.index(leading[-1]) if leading and leading[-1] in found else len(found)
    for at, meaning in enumerate(found):
        before, _, behind = meaning.partition(OR)
        if behind:
            found[at] = behind if at > own and behind not in found else before
    return found
