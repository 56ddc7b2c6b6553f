"""Which of the goals that a plan has from above its own goals serve: told by the perspectives that it sorts its own under."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.derived.items import Edition, Item, Items
from graph.suggesting.suggestion import Suggestion, confidence, cut
from graph.suggesting.wording import Alike, Wordings
from ontology import rt
from ontology.iri import Iri

#: Headings of goals from above: "Mål från fullmäktige och regionstyrelse/nämnd".
FROM_ABOVE = re.compile(r"\bfrån (?:region)?(?:fullmäktige|styrelse|nämnd)", re.IGNORECASE)
#: How likely it is by the words alone that they have in common, and by that no other goal from above is left.
LEAST, WORDS, LEFT = 0.55, 0.42, 0.75
#: More goals from above than any plan has are not compared.
MOST = 40


def goals_served(items: Items, plan: Edition, wordings: Wordings) -> Iterator[Suggestion]:
    """What a plan's own goals serve of those that it has from above, by goal."""
    goals = items.of_family(plan, rt.Goal)
    above = [goal for goal in goals if FROM_ABOVE.search(goal.table or "")][:MOST]
    own = _by_perspective(items, plan, [goal for goal in goals if goal not in above])
    if not above or not own:
        return
    for perspective, goal, alike in _matched(items, list(own), above, wordings):
        for each in own[perspective]:
            yield _suggestion(each, goal, items.by_iri.get(perspective), alike)


def _by_perspective(items: Items, plan: Edition, goals: Sequence[Item]) -> Mapping[Iri, list[Item]]:
    """Goals by their perspective, Iri("") for none; a goal without perspective counts where it is measured."""
    measured = {iri for measure in items.of_family(plan, rt.Measure) for iri in measure.linked(rt.goal)}
    found: defaultdict[Iri, list[Item]] = defaultdict(list)
    for goal in goals:
        if perspective := next(iter(goal.linked(rt.perspective)), Iri("")):
            found[perspective].append(goal)
        elif goal.iri in measured:
            found[Iri("")].append(goal)
    return found


def _matched(
    items: Items, perspectives: list[Iri], above: list[Item], wordings: Wordings
) -> Iterator[tuple[Iri, Item, Alike | None]]:
    """Perspectives with the goals from above they are most like, each once; then the two that are left, if just two are."""
    known = [items.by_iri[iri] for iri in perspectives[:MOST] if iri in items.by_iri]
    compared = [(wordings.alike(each, goal), each, goal) for each in known for goal in above]
    for alike, each, goal in sorted(compared, key=lambda found: (-found[0].named, found[1].line, found[2].line)):
        if alike.named and each.iri in perspectives and goal in above:
            perspectives.remove(each.iri)
            above.remove(goal)
            yield each.iri, goal, alike
    if len(perspectives) == len(above) == 1:
        yield perspectives[0], above[0], None


def _suggestion(goal: Item, served: Item, perspective: Item | None, alike: Alike | None) -> Suggestion:
    under = f"Målet står under perspektivet ”{perspective.title}”" if perspective else "Målet står utan perspektiv"
    if alike is None:
        likely, why, method = LEFT, f"{under}; detta mål från ovan är det enda som inget annat motsvarar.", "only-left"
    else:
        likely, method = LEAST + WORDS * alike.named, "perspective+shared-words"
        why = f"{under}, som motsvarar detta mål från ovan. Gemensamma ord: {', '.join(alike.shared[:4])}."
    return Suggestion(
        subject=goal.iri,
        object=served.iri,
        relation=rt.ElaboratedBy,
        confidence=confidence(likely),
        method=method,
        evidence=cut(why),
    )
