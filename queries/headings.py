"""What topics and the columns of answers are called, in Swedish and English."""

from graph.headings import InTwo

TOPICS: dict[str, InTwo] = {
    "assignments": InTwo("Uppdrag och aktiviteter", "Assignments and activities"),
    "control": InTwo("Läge och intern kontroll", "Status and internal control"),
    "coverage": InTwo("Hur långt tråden räcker", "How far the thread reaches"),
    "evidence": InTwo("Källor och hur de lästs", "Sources and how they were read"),
    "follow-up": InTwo("Uppföljning", "Follow-up"),
    "goals": InTwo("Mål och avsikter", "Goals and intentions"),
    "indicators": InTwo("Indikatorer och andra mått", "Indicators and other measures"),
    "lineage": InTwo("Trådar genom åren", "Threads through the years"),
    "money": InTwo("Pengar", "Money"),
    "regions": InTwo("Regioner sida vid sida", "Regions side by side"),
}

#: What parameters ask for, by their names; each question calls them what fits it.
PARAMETERS: dict[str, InTwo] = {
    "assignment": InTwo(
        "Numret som det är tryckt, till exempel RF12. Utelämnat: alla uppdrag.",
        "The number as printed, such as RF12. Left out: all assignments.",
    ),
    "file": InTwo(
        "Dokumentets filnamn. Utelämnat: alla dokument.", "The document's file name. Left out: all documents."
    ),
    "indicator": InTwo(
        "Hela namnet som det står i planen. Utelämnat: alla.", "The whole name as it stands in the plan. Left out: all."
    ),
    "kind": InTwo(
        "En klass, som rt:Activity, rt:Assignment, rt:Goal eller rt:Indicator.",
        "A class, such as rt:Activity, rt:Assignment, rt:Goal or rt:Indicator.",
    ),
    "label": InTwo("Hela namnet i någon upplaga. Utelämnat: alla.", "The whole name in any edition. Left out: all."),
    "line": InTwo(
        "Raden som den heter, eller radens nummer i filen. Utelämnat: alla.",
        "The line as it is called, or its number in the file. Left out: all.",
    ),
    "other_region": InTwo(
        "Den regionen i andra ledet, som länskod. Utelämnat: alla andra.",
        "The other side's county code. Left out: all others.",
    ),
    "property": InTwo(
        "En egenskap, som rt:serves, rt:contributesTo, rt:suggests eller rt:reportsOn.",
        "A property, such as rt:serves, rt:contributesTo, rt:suggests or rt:reportsOn.",
    ),
    "region": InTwo(
        "SCB:s länskod, som 19. Utelämnat: alla regioner.", "The county code, such as 19. Left out: all regions."
    ),
    "responsible": InTwo(
        "Ansvarig som planen skriver det. Utelämnat: alla.", "Who is responsible, in the plan's words. Left out: all."
    ),
    "target_year": InTwo("Året som målet gäller. Utelämnat: alla år.", "The year of the target. Left out: all years."),
    "year": InTwo(
        "Planens första år, eller året som en redovisning gäller. Utelämnat: alla upplagor.",
        "The plan's first year, or the year that a report is about. Left out: all editions.",
    ),
}

#: One a line: the column, Swedish, English.
_COLUMNS = """
about: gäller: about
across: i kolumnen: in the column
activities: aktiviteter: activities
activities_stated: aktiviteter som anger uppdraget: activities that state it
activity: aktivitet: activity
amount: beloppets namn: name of the amount
amounts: belopp: amounts
area: område: area
area_stated: området står i källan: area is stated
as_written: som det står: as written
assignment: uppdrag: assignment
assignments: uppdrag: assignments
at: på rad: at line
budget: budget: budget
budget_line: budgetrad: budget line
change: förändring: change
claimed: planen uppger: the plan claims
class: klass: class
column: kolumn: column
comment: kommentar: comment
comparator: jämförelse: comparator
confidence: tillförlitlighet: confidence
control: kontroll: control
coordinated_with: samordnas med: coordinated with
count: antal: number
description: beskrivning: description
difference: skillnad: difference
document: dokument: document
due: när: when
earlier: tidigare: earlier
earlier_edition: tidigare upplaga: earlier edition
earlier_file: den tidigares fil: the earlier one's file
earlier_line: den tidigares rad: the earlier one's line
earlier_outcome: utfall året före: outcome of the year before
earlier_target: mål året före: target of the year before
earlier_year: året före: the year before
edition: upplaga: edition
effect: effekt: effect
evidence: belägg: evidence
expected: beräknad effekt: expected effect
fault: slag av avvikelse: kind of finding
file: fil: file
finding: avvikelse: finding
findings: avvikelser: findings
first_line: första rad: first line
from: från: from
goal: mål: goal
grade: jämförbarhet: comparability
grant: statsbidrag: grant
ground: grund: ground
heading: rubrik: heading
headings: rubrikrader: heading lines
indicator: indikator: indicator
indicators: indikatorer: indicators
indicators_accepted: bekräftade indikatorer: accepted indicators
intention: avsikt: intention
intentions: avsikter: intentions
kind: slag: kind
known: hur det är känt: how it is known
label: benämning: label
lack: vad som saknas: what is lacking
last_day: sista dag: last day
last_line: sista rad: last line
later: senare: later
later_edition: senare upplaga: later edition
left: kvar: left
line: rad: line
lines: antal rader: lines
measure: mått: measure
measure_label: mått: measure
measured: med indikator: measured
measures: åtgärder: measures
method: metod: method
milestone: milstolpe: milestone
money: budgetrader: budget lines
money_accepted: bekräftade pengar: accepted money
name: namn: name
number: nummer eller tal: number
organisation: organisation: organisation
other: i den andra: in the other
other_as_written: som det står i den andra: as written in the other
other_edition: den andras upplaga: the other's edition
other_file: den andras fil: the other's file
other_label: i den andra: in the other
other_line: den andras rad: the other's line
other_measure: den andras mått: the other's measure
other_region: annan region: other region
other_year: den andras upplaga: the other's edition
outcome: utfall: outcome
outcome_year: utfallets år: year of the outcome
outcomes: utfall: outcomes
outcomes_stated: utfall i samma dokument: outcomes in the same document
paid: med pengar: paid
part_of: del av: part of
part_of_label: del av: part of
part_of_year: del av år: part of a year
passage: ställe: passage
passage_kind: slag av ställe: kind of passage
passages: ställen: passages
period: period: period
perspective: perspektiv: perspective
plan: plan: plan
plan_label: plan: plan
plan_title: plan: plan
planned: planerat: planned
price_change_percent: prisförändring, %: price change, %
property: egenskap: property
prose: rader löpande text: prose lines
read_by: läst av: read by
read_headings: rubriker: headings
read_prose: löpande text: prose
read_stating: anger något: state something
read_unread: förstods inte: not understood
realised: realiserad effekt: realised effect
reason: skäl: reason
reference: dokument: document
region: region: region
relation: länk: link
report: rapport: report
report_year: rapportens år: year of the report
reports: rapporter: reports
responsible: ansvarig: responsible
result: bedömning: judgement
review: granskning: review
risk: risk: risk
risk_value: riskvärde: risk value
role: roll: role
row: på raden: in the row
sek: kronor: kronor
severity: allvar: severity
sha256: kontrollsumma (sha256): checksum (sha256)
since: sedan: since
start: plats i texten: place in the text
stated: som det står: as stated
stating: rader som blev uppgifter: lines that state
status: status: status
suggested: förslag: suggestion
sum: är summa: is a sum
table: tabell: table
target: målvärde: target
target_kind: slag av mål: kind of target
target_year: målvärdets år: year of the target
text: text: text
theme: ämne: theme
thing: namn i grafen: name in the graph
thing_label: namn: name
things: antal: number
thread: tråd: thread
to: till: to
total: summa: total
unit: enhet: unit
unread: rader inte förstådda: lines not understood
value: värdets namn: name of the value
value_label: värde: value
via: genom: through
why: varför: why
words: med ord: in words
year: år: year
"""
COLUMNS: dict[str, InTwo] = {
    name: InTwo(sv.strip(), en.strip()) for name, sv, en in (line.split(":") for line in _COLUMNS.strip().splitlines())
}

#: What the words in some columns are in Swedish and English; the data have them as they stand here first.
_VALUES = """
known: stated: står i samma dokument: stated in the same document
known: confirmed: godkänt av en granskare: accepted by a reviewer
known: lineage: samma sak i en annan upplaga: the same thing in another edition
known: suggested: föreslaget: suggested
known: unknown: okänt: unknown
result: reached: uppnått: reached
result: not reached: ej uppnått: not reached
result: part of a year: del av år, bedöms inte: part of a year, not judged
result: another unit: annan enhet, bedöms inte: another unit, not judged
result: not told what is good: framgår inte vad som är bra: not told what is good
"""
VALUES: dict[tuple[str, str], InTwo] = {
    (column.strip(), value.strip()): InTwo(sv.strip(), en.strip())
    for column, value, sv, en in (line.split(":") for line in _VALUES.strip().splitlines())
}
