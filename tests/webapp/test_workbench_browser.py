"""The SPARQL workbench's editor in a real browser: by keyboard, in light and dark, and nothing asked of other hosts.

What the server answers with is made up here, so that these tests speak of the editor alone.
"""

import re
from typing import Any
from urllib.parse import parse_qs

import pytest

from .test_browser import judge, tab_to

RT = "https://w3id.org/rodatraden/ns#"
ANSWER = """<h2>Svaret</h2><p>{rows} rader: {view}</p>
<nav><a href="{address}?query=ASK%20%7B%7D&amp;view=chart" aria-current="true">Diagram</a></nav><p><a href="{address}?query=ASK%20%7B%7D&amp;format=csv&amp;view=table">CSV</a></p>"""
FAULT = '<div data-line="2" data-column="3"><h2>Frågan är inte rätt</h2><p data-message>Här väntades WHERE.</p></div>'
NAMES = "http://www.w3.org/2000/01/rdf-schema#"


def term(curie: str, count: int, sv: str, en: str, **more: object) -> dict[str, object]:
    """A class or property as the vocabulary has it."""
    prefix, local = curie.split(":")
    comment = {"sv": f"Vad {sv} är.", "en": f"What {en} is."}
    iri = {"rt": RT, "rdfs": NAMES}[prefix] + local
    return {"iri": iri, "curie": curie, "count": count, "label": {"sv": sv, "en": en}, "comment": comment, **more}


def class_(curie: str, count: int, sv: str, en: str, *properties: str) -> dict[str, object]:
    """A class with its properties."""
    return term(curie, count, sv, en, properties=list(properties))


VOCABULARY = {
    "version": "1",
    "prefixes": {"rt": RT, "rdfs": NAMES},
    "classes": [
        class_("rt:Activity", 240, "aktivitet", "activity", "rt:serves", "rdfs:label"),
        class_("rt:Assignment", 58, "uppdrag", "assignment", "rt:number", "rdfs:label"),
    ],
    "properties": [
        term("rdfs:label", 298, "namn", "label", classes=["rt:Activity", "rt:Assignment"], ranges=[], datatypes=["xsd:string"]),
        term("rt:serves", 210, "bidrar till", "serves", classes=["rt:Activity"], ranges=["rt:Assignment"], datatypes=[]),
        term("rt:number", 58, "nummer", "number", classes=["rt:Assignment"], ranges=[], datatypes=["xsd:integer"]),
    ],
}  # fmt: skip

#: The middle of a word in the field.
WHERE_IT_STANDS = """word => {
    const texts = document.createTreeWalker(document.querySelector(".cm-content"), NodeFilter.SHOW_TEXT), range = new Range();
    while (texts.nextNode() && !texts.currentNode.data.includes(word));
    range.selectNodeContents(texts.currentNode);
    range.setStart(texts.currentNode, texts.currentNode.data.indexOf(word));
    const { x, y, height } = range.getBoundingClientRect();
    return [x + 10, y + height / 2];
}"""


@pytest.fixture
def bench(page: Any) -> Any:
    """A page that asks a server of our own making; `asked` are the fields of each question."""
    page.asked = []
    page.held = []

    def answer(route: Any) -> None:
        fields = {name: values[-1] for name, values in parse_qs(route.request.post_data or "").items()}
        page.asked.append(fields)
        if "WHERX" in fields["query"]:
            route.fulfill(status=400, content_type="text/html", body=FAULT)
        elif "SLOW" in fields["query"]:
            page.held.append(route)
        else:
            address = route.request.url.removesuffix("/result")
            body = ANSWER.format(rows=len(fields["query"]), view=fields.get("view", "table"), address=address)
            route.fulfill(content_type="text/html", body=body)

    page.route("**/sparql/vocabulary.json*", lambda route: route.fulfill(json=VOCABULARY))
    page.route("**/sparql/result", answer)
    return page


def opened(page: Any, address: str = "/sv/sparql") -> Any:
    """The workbench with its editor."""
    with page.expect_response("**/vocabulary.json*"):
        page.goto(address)
    page.locator(".cm-content").wait_for()
    return page


def write(page: Any, text: str) -> None:
    """Write into a new tab; a line's end by Enter, with nothing offered in its way."""
    page.locator("[data-act=add]").click()
    for number, line in enumerate(text.split("\n")):
        if number:
            page.keyboard.press("Escape")
            page.keyboard.press("Enter")
        page.keyboard.type(line)


def written(page: Any) -> str:
    """What stands in the field, as the form would send it."""
    return str(page.locator("#query").input_value())


def offers(page: Any) -> list[str]:
    """What is offered, the headings of groups among it."""
    page.locator(".cm-tooltip-autocomplete").wait_for()
    return list(
        page.locator(".cm-tooltip-autocomplete :is(li .cm-completionLabel, completion-section)").all_inner_texts()
    )


def answered(page: Any) -> None:
    """Wait for an answer."""
    page.locator("#result h2", has_text="Svaret").wait_for()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_workbench_has_no_fault_and_fits_small_screens(bench: Any, language: str) -> None:
    opened(bench, f"/{language}/sparql")
    bench.locator(".example").first.evaluate("each => { each.closest('.topic').open = true; each.open = true }")
    bench.locator(".example[open] form").wait_for()
    bench.locator("#run").click()
    answered(bench)
    judge(bench)


@pytest.mark.parametrize("act", ["keys", "share", "history", "rename"])
def test_dialogs_have_no_fault_close_with_escape_and_give_the_focus_back(bench: Any, act: str) -> None:
    opened(bench)
    bench.locator(f"[data-act={act}]").focus()
    bench.keyboard.press("Enter")
    bench.locator("dialog[open]").wait_for()
    judge(bench)
    bench.keyboard.press("Escape")
    assert bench.locator("dialog[open]").count() == 0
    assert bench.evaluate("document.activeElement.matches('[data-act], [role=tab]')")


def test_what_is_offered_and_explained_has_no_fault(bench: Any) -> None:
    opened(bench)
    write(bench, "SELECT * WHERE { ?x a upp")
    offers(bench)
    bench.locator(".cm-completionInfo").wait_for()
    judge(bench)


def test_a_swedish_word_finds_the_class_and_its_prefix_is_added(bench: Any) -> None:
    opened(bench)
    write(bench, "SELECT * WHERE { ?x a uppdr")
    assert offers(bench) == ["Klasser", "rt:Assignment"]
    assert "Vad uppdrag är." in bench.locator(".cm-completionInfo").inner_text()
    bench.keyboard.press("Enter")
    assert written(bench).startswith(f"PREFIX rt: <{RT}>\nSELECT * WHERE {{ ?x a rt:Assignment")
    bench.locator(".about", has_text="uppdrag Vad uppdrag är. 58 i data").wait_for()


def test_english_words_find_it_too_and_all_is_told_in_english(bench: Any) -> None:
    opened(bench, "/en/sparql")
    write(bench, "SELECT * WHERE { ?x a assi")
    assert offers(bench) == ["Classes", "rt:Assignment"]
    assert "What assignment is." in bench.locator(".cm-completionInfo").inner_text()


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("?a a rt:Activity ; ", "rt:serves"),
        ("?a a rt:Assignment ; ", "rt:number"),
        ("?a a rt:Activity . OPTIONAL { ?a ", "rt:serves"),
        ("?x rt:serves ?a . ?a ", "rt:number"),
        ("?a ^rt:serves ?x . ?a ", "rt:number"),
        ("?x a rt:Activity ; rt:serves [ ", "rt:number"),
    ],
)
def test_properties_of_the_subjects_class_come_first(bench: Any, before: str, first: str) -> None:
    opened(bench)
    write(bench, f"PREFIX rt: <{RT}>\nPREFIX rdfs: <{NAMES}>\nSELECT * WHERE {{ {before}")
    bench.keyboard.press("Control+ ")
    found = offers(bench)
    assert found[0].startswith("Egenskaper hos ")
    assert found[1:4] == [first, "rdfs:label", "Andra egenskaper"]


def test_behind_a_property_comes_what_it_leads_to(bench: Any) -> None:
    opened(bench)
    write(bench, f"PREFIX rt: <{RT}>\nSELECT * WHERE {{ ?a rt:serves ")
    bench.keyboard.press("Control+ ")
    assert offers(bench)[:4] == ["Det som egenskapen leder till", "?serves", "?assignment", "Variabler"]


def test_prefixes_variables_and_models_are_offered(bench: Any) -> None:
    opened(bench)
    write(bench, "PREFIX r")
    assert "rdfs:" in offers(bench)
    write(bench, "SELECT ?first WHERE { ?first ?second ?third . ?f")
    assert offers(bench)[:2] == ["Variabler", "?first"]
    write(bench, "SELECT * WHERE { käl")
    assert offers(bench) == ["Mallar", "rt:passage …"]
    bench.locator(".cm-tooltip-autocomplete li").click()
    assert f"PREFIX rt: <{RT}>" in written(bench)


def test_nothing_is_offered_in_comments_and_strings(bench: Any) -> None:
    opened(bench)
    write(bench, "# uppdrag")
    bench.keyboard.press("Control+ ")
    write(bench, 'SELECT * WHERE { ?a ?b "uppdrag')
    bench.keyboard.press("Control+ ")
    assert bench.locator(".cm-tooltip-autocomplete").count() == 0


def test_a_colon_behind_a_known_prefix_adds_its_line(bench: Any) -> None:
    opened(bench)
    write(bench, "ASK { ?a rdfs:")
    assert written(bench).startswith(f"PREFIX rdfs: <{NAMES}>\nASK {{ ?a rdfs:")


def test_a_term_is_explained_under_the_pointer_until_escape(bench: Any) -> None:
    opened(bench)
    write(bench, f"PREFIX rt: <{RT}>\nASK {{ ?a a rt:Activity }}")
    bench.mouse.move(*bench.evaluate(WHERE_IT_STANDS, "Activity"))
    card = bench.locator(".cm-tooltip-hover")
    card.wait_for()
    assert "240 i data" in card.inner_text()
    bench.keyboard.press("Escape")
    assert card.count() == 0


def test_control_enter_asks_and_the_answers_heading_has_the_focus(bench: Any) -> None:
    opened(bench)
    write(bench, "ASK { ?a ?b ?c }")
    bench.keyboard.press("Control+Enter")
    answered(bench)
    bench.locator("#result h2:focus").wait_for()
    assert bench.asked[-1]["query"] == "ASK { ?a ?b ?c }"
    assert parse_qs(bench.url.partition("?")[2]) == {"query": ["ASK { ?a ?b ?c }"]}
    bench.keyboard.press("Escape")
    assert bench.evaluate("document.activeElement.matches('.cm-content')")


def test_another_look_at_an_answer_comes_without_leaving_the_page(bench: Any) -> None:
    opened(bench)
    bench.locator("#run").click()
    answered(bench)
    bench.get_by_role("link", name="Diagram").click()
    bench.locator("#result p", has_text="rader: chart").wait_for()
    bench.locator("#result a:focus", has_text="Diagram").wait_for()
    assert bench.asked[-1] == {"query": "ASK {}", "view": "chart"}
    assert parse_qs(bench.url.partition("?")[2])["view"] == ["chart"]


def test_a_fault_is_marked_where_the_server_found_it(bench: Any) -> None:
    opened(bench)
    write(bench, "SELECT ?a\n  WHERX { ?a ?b ?c }")
    bench.keyboard.press("Control+Enter")
    bench.locator(".cm-lintRange-error", has_text="WHERX").wait_for()
    assert bench.locator("#fault").inner_text() == "Rad 2, kolumn 3: Här väntades WHERE."
    assert bench.evaluate("document.activeElement.matches('.cm-content[aria-invalid=true]')")
    assert bench.locator("#result").inner_text().startswith("Frågan är inte rätt")
    bench.locator(".cm-lintRange-error").hover()
    bench.locator(".cm-tooltip", has_text="Här väntades WHERE.").wait_for()
    judge(bench)
    bench.locator(".cm-content").focus()
    bench.keyboard.type("#")
    assert bench.locator(".cm-lintRange-error").count() == 0
    assert bench.locator("#fault").inner_text() == ""
    bench.strays[:] = [each for each in bench.strays if "status of 400" not in each]


def test_a_question_can_be_aborted(bench: Any) -> None:
    opened(bench)
    write(bench, "ASK { SLOW }")
    with bench.expect_event("requestfailed", lambda request: request.url.endswith("/result")):
        bench.keyboard.press("Control+Enter")
        bench.get_by_role("button", name="Avbryt", exact=True).click()
    bench.locator(".told", has_text="Frågan avbröts.").wait_for()
    assert bench.locator("#run").inner_text() == "Fråga"
    assert bench.locator(".clock").is_hidden()
    bench.strays[:] = [each for each in bench.strays if "ERR_ABORTED" not in each]


def test_esc_and_tab_leave_the_editor_and_tab_alone_indents(bench: Any) -> None:
    opened(bench)
    write(bench, "ASK {}")
    bench.keyboard.press("Tab")
    assert written(bench) == "  ASK {}"
    bench.keyboard.press("Escape")
    bench.keyboard.press("Tab")
    assert bench.evaluate("document.activeElement.id") == "run"
    bench.locator(".cm-content").focus()
    bench.keyboard.press("Escape")
    bench.keyboard.press("Shift+Tab")
    assert bench.evaluate("document.activeElement.closest('.tabs') !== null")
    assert "Esc" in bench.locator("#leave-editor").inner_text()


def test_the_keyboard_alone_writes_asks_and_finds_an_example(bench: Any) -> None:
    opened(bench)
    tab_to(bench, "[data-act=add]")
    bench.keyboard.press("Enter")
    bench.keyboard.type("ASK {}")
    bench.keyboard.press("Escape")
    bench.keyboard.press("Tab")
    bench.keyboard.press("Enter")
    answered(bench)
    bench.goto("/sv/sparql")
    tab_to(bench, "#sift")
    bench.keyboard.type("summor per år")
    tab_to(bench, ".example > summary")
    bench.keyboard.press("Enter")
    tab_to(bench, ".choose button")
    bench.keyboard.press("Enter")
    bench.locator(".cm-content:focus").wait_for()
    assert "SELECT" in written(bench)


def test_tabs_are_walked_named_closed_and_survive_a_reload(bench: Any) -> None:
    opened(bench)
    write(bench, "ASK { ?first ?b ?c }")
    write(bench, "ASK { ?second ?b ?c }")
    bench.locator("[role=tab][aria-selected=true]").focus()
    bench.keyboard.press("F2")
    bench.keyboard.type("Min fråga")
    bench.keyboard.press("Enter")
    bench.keyboard.press("ArrowLeft")
    assert written(bench) == "ASK { ?first ?b ?c }"
    opened(bench)
    assert bench.get_by_role("tab").all_inner_texts()[-1] == "Min fråga"
    assert written(bench) == "ASK { ?first ?b ?c }"
    bench.get_by_role("tab", name="Min fråga").click()
    assert written(bench) == "ASK { ?second ?b ?c }"
    bench.keyboard.press("Delete")
    assert "Min fråga" not in bench.get_by_role("tab").all_inner_texts()
    bench.locator("[data-act=history]").click()
    assert "?second" in bench.locator(".past").inner_text()


def test_each_tab_has_its_own_answer_and_what_can_be_undone(bench: Any) -> None:
    opened(bench)
    bench.locator("#run").click()
    answered(bench)
    write(bench, "ASK {}")
    assert bench.locator("#result h2").count() == 0
    bench.get_by_role("tab").first.click()
    assert bench.locator("#result h2").count() == 1
    bench.get_by_role("tab").last.click()
    bench.locator(".cm-content").focus()
    bench.keyboard.press("Control+z")
    assert written(bench) == ""


def test_only_questions_are_kept_and_the_history_can_be_cleared(bench: Any) -> None:
    opened(bench)
    for name in ("one", "two", "one"):
        write(bench, f"ASK {{ ?{name} ?b ?c }}")
        bench.keyboard.press("Control+Enter")
        answered(bench)
    held = bench.evaluate("JSON.stringify(localStorage)")
    assert "rader" not in held
    bench.locator("[data-act=history]").click()
    past = bench.locator(".past code").all_inner_texts()
    assert [re.findall(r"\?(\w+)", each)[0] for each in past] == ["one", "two"]
    bench.get_by_role("button", name=re.compile(r"\?two")).click()
    assert written(bench) == "ASK { ?two ?b ?c }"
    bench.locator("[data-act=history]").click()
    bench.get_by_role("button", name="Rensa historiken").click()
    assert bench.locator(".past li").count() == 0
    assert bench.evaluate("localStorage.getItem('rodatraden-history')") == "[]"


def test_the_history_holds_fifty(bench: Any) -> None:
    opened(bench)
    bench.evaluate("""localStorage.setItem("rodatraden-history", JSON.stringify(
        Array.from({ length: 50 }, (_, n) => ({ text: `ASK { ?v${n} ?b ?c }`, time: 0 }))))""")
    write(bench, "ASK {}")
    bench.keyboard.press("Control+Enter")
    answered(bench)
    bench.locator("[data-act=history]").click()
    assert bench.locator(".past li").count() == 50


def test_an_address_is_shared_and_opens_the_question_in_a_tab_of_its_own(bench: Any) -> None:
    opened(bench)
    write(bench, "")
    bench.keyboard.insert_text('ASK { ?å ?b "\'&#%+" }')
    bench.locator("[data-act=share]").click()
    address = bench.locator("#share-address").input_value()
    bench.context.clear_cookies()
    opened(bench, address)
    assert written(bench) == 'ASK { ?å ?b "\'&#%+" }'
    count = bench.get_by_role("tab").count()
    opened(bench, address)
    assert bench.get_by_role("tab").count() == count
    opened(bench, "/sv/sparql?query=ASK%20%7B%20%3Fnew%20%3Fb%20%3Fc%20%7D")
    assert bench.get_by_role("tab").count() == count + 1
    assert written(bench) == "ASK { ?new ?b ?c }"


def test_an_address_is_copied_where_the_browser_lets_us(bench: Any) -> None:
    bench.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(bench)
    bench.locator("[data-act=share]").click()
    bench.get_by_role("button", name="Kopiera").click()
    bench.locator("#share-question .told", has_text="Adressen är kopierad.").wait_for()
    assert bench.evaluate("navigator.clipboard.readText()") == bench.locator("#share-address").input_value()


def test_the_book_is_sifted_looked_into_filled_in_and_used(bench: Any) -> None:
    opened(bench)
    bench.locator("#sift").fill("budgetrader per år")
    assert bench.locator(".example:visible").count() < 10
    bench.locator("#sift").fill("xyzzy")
    bench.locator(".inside > .none").wait_for()
    bench.locator("#sift").fill("totals-by-year")
    bench.locator(".example:visible > summary").click()
    example = bench.locator(".example[open]")
    example.locator("form").wait_for()
    assert example.locator(".columns").inner_text() != ""
    example.locator("select[name=year]").select_option(index=1)
    year = example.locator("select[name=year]").input_value()
    before = bench.get_by_role("tab").count()
    example.get_by_role("button", name="Använd").click()
    bench.get_by_role("tab").nth(before).wait_for()
    assert year in written(bench)
    assert bench.locator("[role=tab][aria-selected=true]").inner_text() == example.locator("> summary").inner_text()


def test_a_question_is_put_in_order_and_made_a_comment(bench: Any) -> None:
    opened(bench)
    long = "select ?activity ?label where { ?activity a rt:Activity ; rdfs:label ?label . optional { ?activity rt:serves ?assignment } }"
    write(bench, "")
    bench.keyboard.insert_text(f"{long} limit 10")
    bench.keyboard.press("Shift+Alt+F")
    assert written(bench).split("\n") == [
        "SELECT ?activity ?label WHERE {",
        "  ?activity a rt:Activity ; rdfs:label ?label .",
        "  OPTIONAL { ?activity rt:serves ?assignment }",
        "}",
        "LIMIT 10",
        "",
    ]
    once = written(bench)
    bench.keyboard.press("Shift+Alt+F")
    assert written(bench) == once
    bench.keyboard.press("Control+Home")
    bench.keyboard.press("Control+/")
    assert written(bench).startswith("# SELECT")
    bench.keyboard.press("Control+/")
    assert written(bench) == once


def test_real_answers_faults_and_other_looks_come_into_the_page(page: Any) -> None:
    opened(page, "/sv/sparql?query=SELECT%20%3Fa%20WHERX%20%7B%7D")
    page.locator(".cm-lintRange-error", has_text="WHERX").wait_for()
    assert page.locator("#fault").inner_text().startswith("Rad 1, kolumn 16: ")
    write(page, "")
    page.keyboard.insert_text(f"SELECT ?a ?n {{ ?a a <{RT}Activity> ; <{NAMES}label> ?n }}")
    page.keyboard.press("Control+Enter")
    answered(page)
    page.locator("#result h2:focus").wait_for()
    page.locator(".wb-source").first.click()
    page.locator("#bakom:focus").wait_for()
    page.get_by_role("navigation", name="Se svaret som").get_by_text("Diagram").click()
    page.locator("#result [aria-current]:focus").wait_for()
    assert "view=chart" in page.url
    assert page.get_by_role("tab").count() == 2
    page.strays[:] = [each for each in page.strays if "status of 400" not in each]


def test_what_the_data_has_is_offered(page: Any) -> None:
    opened(page)
    write(page, "SELECT * WHERE { ?x a uppdrag")
    assert offers(page)[:2] == ["Klasser", "rt:Assignment"]
    page.locator(".cm-tooltip-autocomplete li").first.click()
    page.keyboard.type(" ; ")
    page.keyboard.press("Control+ ")
    assert offers(page)[0] == "Egenskaper hos uppdrag"


def test_a_question_of_the_book_opens_from_its_address_with_its_name(page: Any) -> None:
    for _ in range(2):
        opened(page, "/sv/sparql?question=totals-by-year")
        assert (
            page.locator("[role=tab][aria-selected=true]").inner_text()
            == page.locator(".example[open] > summary").inner_text()
        )
        assert page.locator("#result h2").count() == 1
        assert page.get_by_role("tab").count() == 1


def test_without_scripts_the_form_and_the_book_work(chromium: Any, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/sv/sparql")
    assert plain.locator("#editor-tools").is_hidden()
    plain.locator("#query").fill("ASK { ?a ?b ?c }")
    plain.locator("#run").click()
    assert "query=ASK" in plain.url
    plain.locator(".book > summary").click()
    plain.locator(".topic > summary").first.click()
    plain.locator(".example > summary").first.click()
    plain.get_by_role("link", name=re.compile("^Använd")).first.click()
    assert "question=" in plain.url
    assert plain.locator(".example[open] form.choose").is_visible()
    context.close()
