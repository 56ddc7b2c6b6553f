"""An empty file whose name says which form a store's directory has, so that no other is misread or written over."""

from pathlib import Path

from graph.errors import StoreError

#: Raised when a store of the form before can no longer be read.
FORM = 1
PREFIX = "rodatraden-store-"


def check(directory: Path) -> None:
    """Raise StoreError where the directory holds something else than a store of this form; an empty one is good."""
    if not directory.exists() or (directory / f"{PREFIX}{FORM}").exists():
        return
    if not directory.is_dir() or any(directory.iterdir()):
        other = next((each.name.removeprefix(PREFIX) for each in directory.glob(f"{PREFIX}*")), None)
        if other is None:
            raise StoreError(f"{directory} is no store but holds other things. Choose an empty directory with --store.")
        raise StoreError(
            f"{directory} was made by another version of Röda tråden: its form is {other}, this one's is {FORM}. "
            "Load the documents into a new directory, given with --store."
        )


def mark(directory: Path) -> None:
    """Make the directory a store of this form, where it is not yet; raises as `check` does."""
    check(directory)
    directory.mkdir(parents=True, exist_ok=True)
    (directory / f"{PREFIX}{FORM}").touch()
