"""Which plans a person means: by name, year and region."""

from graph.assignments import Edition, editions
from graph.errors import UnknownThing
from graph.view import View


def chosen(
    view: View, name: str | None = None, year: int | None = None, region: str | None = None
) -> tuple[Edition, ...]:
    """The plans that fit, the earliest first: `name` an IRI, a file's name or a part of a title or organisation.

    `year` is the edition, `region` a county code. Raises UnknownThing where none fits, with those there are.
    """
    known = editions(view)
    files = {each.plan: each.file_name for each in view.documents()}
    found = tuple(
        plan
        for iri, plan in known.items()
        if year in (None, plan.year)
        and region in (None, plan.region)
        and (name is None or name == iri or _named(name, plan, files.get(iri, "")))
    )
    if not found:
        there = "; ".join(
            f"{plan.title} ({plan.year}, {plan.organisation}, region {plan.region})" for plan in known.values()
        )
        raise UnknownThing(f"No plan fits. There are: {there}.")
    return found


def _named(name: str, plan: Edition, file: str) -> bool:
    words = name.casefold().strip()
    return (
        words in (file.casefold(), file.rpartition(".")[0].casefold())
        or words in f"{plan.title} {plan.organisation}".casefold()
    )
