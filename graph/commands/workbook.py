"""The command that writes a workbook to fill in."""

from pathlib import Path

import click

from graph.terminal import tell


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def template(file: Path, *, force: bool) -> None:
    """Write a workbook (.xlsx) to fill a plan in: explained in Swedish, with lists to choose from.

    `rodatraden load FILE` reads it; `rodatraden export --format xlsx` writes plans of the store in the same form.
    """
    from graph.workbook.written import write_workbook

    if file.suffix.lower() != ".xlsx":
        raise click.UsageError(f"{file} must end in .xlsx, since it is a workbook.")
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there already. Name another, or say --force.")
    write_workbook(file)
    tell(f"{file}: fill it in, then `rodatraden load {file}`.", err=True)


COMMANDS = (template,)
