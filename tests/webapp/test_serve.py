"""`rodatraden serve` says where it is, takes another port where one is taken, and answers."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import click
import pytest

from webapp.commands import address, free_socket

ROOT = Path(__file__).parents[2]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_another_port_is_used_where_one_is_taken(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    with free_socket("127.0.0.1", taken) as found:
        port = found.getsockname()[1]
        assert taken < port < taken + 50
        assert address(found) == f"http://127.0.0.1:{port}/"
    assert f"Port {taken} is taken" in capsys.readouterr().err


def test_a_host_that_is_not_ours_is_told() -> None:
    with pytest.raises(click.UsageError, match="Cannot listen on"):
        free_socket("192.0.2.1", 8000)


def test_the_command_says_where_it_is_and_answers(taken: int, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "rodatraden", "serve", "--port", str(taken), "--store", str(tmp_path / "store")]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            where = next(word for word in serving.stdout.readline().split() if word.startswith("http"))
            with pytest.raises(HTTPError) as told:
                urlopen(where)
            with told.value:
                assert told.value.code == 503
                assert b"rodatraden load" in told.value.read()
        finally:
            serving.terminate()
            serving.communicate()


def test_nothing_of_the_web_is_imported_before_it_serves() -> None:
    script = "import sys, rodatraden; print([each for each in ('flask', 'babel', 'waitress') if each in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
