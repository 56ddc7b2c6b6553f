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
from click.testing import CliRunner

from webapp.commands import TOKEN, address, chosen_token, free_socket, serve

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


def test_with_reviews_the_token_is_told_once(taken: int, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "rodatraden", "serve", "--review", "--port", str(taken), "--store", str(tmp_path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            serving.stdout.readline()
            told = serving.stdout.readline().split()
            assert len(told[-1]) > 40
            with pytest.raises(HTTPError) as empty:
                urlopen(next(word for word in told if word.endswith("/sv/review/login")))
            with empty.value:
                assert b"rodatraden load" in empty.value.read()
        finally:
            serving.terminate()
            serving.communicate()


def test_one_may_choose_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen_token(None) is None
    monkeypatch.setenv(TOKEN, "sixteen letters!")
    assert chosen_token(None) == "sixteen letters!"
    file = tmp_path / "token"
    file.write_text("another token of mine\n", "utf-8")
    assert chosen_token(file) == "another token of mine"
    file.write_text("short\n", "utf-8")
    with pytest.raises(click.UsageError, match="16 to 100 characters; this one has 5"):
        chosen_token(file)
    refused = CliRunner().invoke(serve, ["--review-token-file", str(file)])
    assert (refused.exit_code, "--review" in refused.output) == (2, True)


def test_nothing_of_the_web_is_imported_before_it_serves() -> None:
    script = "import sys, rodatraden; print([each for each in ('flask', 'babel', 'uvicorn') if each in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--public-url", "plan.example"], "no address of the web"),
        (["--publisher", "publisher.toml"], "King is none of"),
    ],
)
def test_a_service_that_is_oddly_told_of_does_not_start(tmp_path: Path, words: list[str], told: str) -> None:
    (tmp_path / "publisher.toml").write_text('type = "King"', "utf-8")
    words = [str(tmp_path / word) if word.endswith(".toml") else word for word in words]
    answer = CliRunner().invoke(serve, [*words, "--store", str(tmp_path / "store")])
    assert answer.exit_code == 2
    assert told in answer.output
