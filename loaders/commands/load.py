"""The command that takes documents into the store."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import tell
from loaders.options import PATHS, REFUSED, fact_options, facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.view import View
    from loaders.corpus import Refused, Told
    from loaders.loading import Loading
    from loaders.outcomes import Outcome
    from loaders.progress import Progress
    from ontology.iri import Iri

#: Of up to so many documents it is told what each brought; the refused of more files are told once more at the end.
FEW = 20
REPORT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=PATHS)
@fact_options
@click.option("--again", is_flag=True, help="Read what has not changed, too.")
@click.option("--no-sources", is_flag=True, help="Keep no copy of the files: then no page of them can be shown.")
@click.option("--report", "report_file", type=REPORT, help="Write what became of each file to a .csv or .json file.")
@store_option
def load(
    paths: tuple[Path, ...],
    directory: Path,
    report_file: Path | None,
    *,
    again: bool,
    no_sources: bool,
    **flags: str | None,
) -> None:
    """Take documents into the store, in place of what they stated before.

    PATH is a file, a folder (all files in it, or those that its corpus.toml lists), a zip archive of such, a corpus file,
    or a data package that was exported. The flags tell what one document is; a corpus file tells it of many. What has
    not changed since it was read is not read again. Exits 3 where a file was refused; the others are loaded.
    """
    from graph.datapackage.opened import is_package
    from loaders.abreast import unpacking
    from loaders.run import find

    _check_report(report_file)
    packages = [path for path in paths if is_package(path)]
    with TemporaryDirectory(prefix="rodatraden-") as room:
        others = [path for path in paths if path not in packages]
        found = find(others, facts := facts_of(flags), unpacking(Path(room)))
        if facts != type(facts)() and len(found) + 2 * len(packages) > 1:
            raise click.UsageError(_no_flags(len(found), packages))
        outcomes, progress = _loaded(found, packages, directory, again=again, keep=not no_sources)
    _tell_all(outcomes, progress.seconds, directory, report_file)


def _check_report(report_file: Path | None) -> None:
    from loaders.outcomes import ENDINGS

    if report_file and report_file.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"--report {report_file}: a report ends in {' or '.join(ENDINGS)}.")
    if report_file and not report_file.parent.is_dir():
        raise click.UsageError(f"--report {report_file}: there is no folder {report_file.parent}.")


def _no_flags(files: int, packages: list[Path]) -> str:
    if packages:
        return f"{packages[0]} tells itself what its documents are: leave the flags out."
    return f"These are {files} documents: tell what each is in a corpus file, not by flags."


def _loaded(
    found: "Sequence[Told | Refused]", packages: list[Path], directory: Path, *, again: bool, keep: bool
) -> "tuple[list[Outcome], Progress]":
    """Read the files and publish what they state; what became of each."""
    from loaders.corpus import Refused
    from loaders.loading import Loading
    from loaders.outcomes import Outcome
    from loaders.progress import Progress

    files = [each for each in found if not isinstance(each, Refused)]
    refused = [Outcome(str(each.path), "refused", each.reason) for each in found if isinstance(each, Refused)]
    progress = Progress([each.path.stat().st_size if each.path.exists() else 0 for each in files])
    for each in refused:
        progress.say(f"Refused: {each.reason}")
    if not files and not packages:
        return refused, progress
    store = opened(directory)
    with store.writing() as draft:
        loading = Loading(draft, progress, store.sources if keep else None, again, refused)
        loading.take(files)
        _take_packages(packages, loading)
        if draft.changed:
            progress.say(f"Writing to {directory} …")
    for fault in draft.faults:
        tell(f"Warning: not all could be derived. This is a fault in Röda tråden, not in the files: {fault}", err=True)
    return loading.outcomes, progress


def _take_packages(packages: list[Path], loading: "Loading") -> None:
    from graph.datapackage.opened import open_package
    from loaders.outcomes import Outcome

    for package in packages:
        loading.progress.say(f"Data package {package}")
        with loading.refusing(str(package)):
            for written, described in open_package(package):
                with loading.refusing(name := str(package / described.file_name)):
                    change = loading.draft.take(written, described)
                    loading.outcomes.append(Outcome(name, change.value, document=described.file_name))


def _tell_all(outcomes: "list[Outcome]", seconds: float, directory: Path, report_file: Path | None) -> None:
    """What the load came to, in short and in a report; exits where something was refused."""
    from graph.failures import told as failing
    from loaders.outcomes import counts, report

    refused = [each for each in outcomes if each.outcome == "refused"]
    _summary(directory, outcomes)
    tell("", err=True)
    for each in refused if len(outcomes) > FEW else ():
        tell(f"Refused: {each.reason}", err=True)
    tell(f"{counts(outcomes, seconds)}.", err=True)
    if report_file:
        with failing(str(report_file), "write to"):
            report(outcomes, report_file)
        tell(f"What became of each file is in {report_file}.", err=True)
    if refused:
        raise SystemExit(REFUSED)


def _summary(directory: Path, outcomes: "Sequence[Outcome]") -> None:
    """What each document brought, told from the store itself, where they are few."""
    taken = {each.document: each.outcome for each in outcomes if each.document}
    if not taken or len(taken) > FEW:
        return
    view = opened(directory).view()
    for document in view.documents():
        if document.file_name in taken:
            tell(f"\n{document.file_name}: {taken[document.file_name]}\n  {document.title}", err=True)
            _say_contents(view, document.document)


def _say_contents(view: "View", document: "Iri") -> None:
    from graph.contents import contents, lines

    held = contents(view, document)
    tell(f"  {sum(held.things.values())} things{_listed(held.things)}", err=True)
    tell(f"  {sum(held.findings.values())} findings{_listed(held.findings)}", err=True)
    unread = len(lines(view, document).unread)
    if unread:
        tell(
            f"  {unread} lines look like a table's and were not understood: `rodatraden coverage` lists them", err=True
        )
    else:
        tell("  every line that looks like a table's was understood", err=True)


def _listed(counts: "dict[Iri, int]") -> str:
    return ": " + ", ".join(f"{count} {kind.local}" for kind, count in counts.items()) if counts else ""


COMMANDS = (load,)
