"""What differs between two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.wording import Stretch, differing, marked


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        (
            "Taket införs först i Norrhult.",
            "Taket införs nu på alla.",
            "Taket införs [-först i Norrhult-] {+nu på alla+}.",
        ),
        ("högst 2,8 % av lönerna", "högst 2,2 % av lönerna", "högst [-2,8 %-] {+2,2 %+} av lönerna"),
        ("Fler än 1 250 listade", "Fler än 1 300 listade", "Fler än [-1 250-] {+1 300+} listade"),
        ("Plan 2031–2033 gäller", "Plan 2032–2034 gäller", "Plan [-2031–2033-] {+2032–2034+} gäller"),
        ("Åtgärder på öar", "Åtgärder på åar", "Åtgärder på [-öar-] {+åar+}"),
        ("PET-CT i drift", "PET i drift", "[-PET-CT-] {+PET+} i drift"),
        ("Samma", "Samma", "Samma"),
        ("", "Nytt", "{+Nytt+}"),
        ("Gammalt", "", "[-Gammalt-]"),
        ("", "", ""),
    ],
)
def test_words_are_kept_removed_and_added(earlier: str, later: str, told: str) -> None:
    assert marked(differing(earlier, later)) == told


def squeezed(stretches: tuple[Stretch, ...], *kinds: str) -> str:
    return "".join("".join(each.text.split()) for each in stretches if each.kind in kinds)


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_wordings_are_in_it_whole(earlier: str, later: str) -> None:
    told = differing(earlier, later)
    assert squeezed(told, "kept", "removed") == "".join(earlier.split())
    assert squeezed(told, "kept", "added") == "".join(later.split())


@given(st.text(max_size=60))
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert {each.kind for each in differing(text, text)} <= {"kept"}
