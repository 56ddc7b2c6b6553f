"""What is sent in frames comes out as it went in, however the pipe cuts it."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from graph.asking.frames import Frames, frame, packed, read_frame, unpacked
from graph.asking.outcome import Question
from graph.results import Form

FRAMES = st.lists(st.tuples(st.sampled_from([b"P", b"W"]), st.binary(max_size=50)), max_size=8)


@given(FRAMES, st.integers(1, 20))
def test_frames_come_out_as_they_went_in(sent: list[tuple[bytes, bytes]], size: int) -> None:
    data = b"".join(frame(*each) for each in sent)
    frames = Frames()
    came = [each for at in range(0, len(data), size) for each in frames.fed(data[at : at + size])]
    assert came == sent


@given(st.text(), st.sampled_from([None, Form.CSV]), st.lists(st.text(), max_size=3), st.booleans())
def test_a_question_comes_out_as_it_went_in(text: str, rows: Form | None, graphs: list[str], names: bool) -> None:
    question = Question(text, rows, None, tuple(graphs), (), names)
    came = read_frame(BytesIO(packed(question, 7, 1.5)))
    assert came
    assert unpacked(came[1]) == (question, 7, 1.5)


def test_a_pipe_that_ends_within_a_frame_has_ended() -> None:
    assert read_frame(BytesIO(frame(b"A", b"abc")[:-1])) is None
    assert read_frame(BytesIO(b"")) is None
