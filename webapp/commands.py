"""The command that serves the explorer."""

import asyncio
import errno
import os
import socket
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from threading import Event

import click

from graph.options import opened, pictures_of, store_option

#: So many connections may wait to be taken.
BACKLOG = 1024
#: How many ports are tried where the one asked for is taken.
TRIES = 50
#: The environment's variable for the token of reviews, and how many characters one has.
TOKEN = "RODATRADEN_REVIEW_TOKEN"
SHORTEST, LONGEST = 16, 100


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Another if it is taken.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
@click.option("--threads", type=click.IntRange(1, 64), default=20, show_default=True)
@click.option("--local", is_flag=True, help="Let questions to /sparql take more time, memory and room.")
@click.option("--contact", default="", help="Where faults are reported: an address of mail or the web.")
@click.option(
    "--publisher",
    "publisher_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Who publishes the data and on which terms (TOML), for the entry for catalogues of data at /dcat.",
)
@click.option(
    "--public-url", "public_url", default="", help="Where others find this, if that is not where it is asked."
)
@click.option("--review", is_flag=True, help="Let who knows a token decide upon suggested links; it is printed once.")
@click.option(
    "--review-token-file",
    "token_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"The token, where you choose it: else ${TOKEN}, else a random one. With --review only.",
)
@store_option
def serve(
    port: int,
    host: str,
    threads: int,
    contact: str,
    publisher_file: Path | None,
    public_url: str,
    token_file: Path | None,
    directory: Path,
    *,
    local: bool,
    review: bool,
) -> None:
    """Serve the explorer over HTTP, and say where. New versions of the store show without a restart."""
    from graph.asking.limits import LOCAL, PUBLIC
    from webapp.app import create_app
    from webapp.serving.server import Served
    from webapp.serving.server import serve as serving
    from webapp.serving.warm import keep_warm

    if token_file and not review:
        raise click.UsageError("--review-token-file says how to come in to --review, which is not asked for.")
    given = chosen_token(token_file) if review else None
    token = given or token_urlsafe() if review else None
    settings = _settings(contact, publisher_file, public_url)
    listening = free_socket(host, port)
    listening.listen()  # who comes as soon as the address is told is not refused
    store = opened(directory)
    app = create_app(store, token, pictures_of(store), LIMITS=LOCAL if local else PUBLIC, **settings)
    runner, ended = asyncio.Runner(loop_factory=loop), Event()
    served = Served(app, threads, runner.get_loop())
    warming = keep_warm(app, ended)
    click.echo(f"Röda tråden is at {address(listening)} (end with Ctrl+C)")
    if token:
        shown = "the token that you chose" if given else f"the token {token}"
        click.echo(f"To decide upon suggested links, open {address(listening)}sv/review/login and give {shown}")
    try:
        with suppress(KeyboardInterrupt), runner:
            runner.run(serving(served, listening))
    finally:
        ended.set()
        warming.join()


def _settings(contact: str, publisher_file: Path | None, public_url: str) -> dict[str, object]:
    """What is told of who runs the service, and where; raises UsageError for what cannot be read."""
    from webapp.opendata.publisher import WEB, read

    if public_url and not WEB.fullmatch(public_url):
        raise click.UsageError(f"--public-url {public_url} is no address of the web.")
    try:
        publisher = read(publisher_file) if publisher_file else None
    except ValueError as error:
        raise click.UsageError(f"--publisher {publisher_file}: {error}") from error
    return {"CONTACT": contact, "PUBLISHER": publisher, "PUBLIC_URL": public_url}


def loop() -> asyncio.AbstractEventLoop:
    """A loop of libuv's, which takes a third less of the processor for a small question, where there is one; else Python's."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return asyncio.new_event_loop()
    return new_event_loop()


def chosen_token(file: Path | None) -> str | None:
    """The token in a file, else the environment's, else none; raises UsageError for one that is easily guessed."""
    token = file.read_text("utf-8").strip() if file else os.environ.get(TOKEN, "").strip()
    if (file or token) and not SHORTEST <= len(token) <= LONGEST:
        raise click.UsageError(
            f"A token for --review has {SHORTEST} to {LONGEST} characters; this one has {len(token)}."
        )
    return token or None


def free_socket(host: str, port: int) -> socket.socket:
    """A socket on the port, or on the next that is free; raises UsageError where there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + TRIES, 65536)):
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, candidate))
            found.listen(BACKLOG)  # whoever is told where it is may come at once
        except OSError as error:
            found.close()
            if error.errno != errno.EADDRINUSE:
                raise click.UsageError(
                    f"Cannot listen on {host} port {candidate}: {error.strerror or error}."
                ) from error
        else:
            if candidate != port:
                click.echo(f"Port {port} is taken; {candidate} is used.", err=True)
            return found
    raise click.UsageError(f"Ports {port} to {port + TRIES - 1} are all taken. Name another with --port.")


def address(listening: socket.socket) -> str:
    """Where a browser finds what listens."""
    host, port = listening.getsockname()[:2]
    shown = "127.0.0.1" if host == "0.0.0.0" else "[::1]" if host == "::" else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


COMMANDS = (serve,)
