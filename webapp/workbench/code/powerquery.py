"""Excel and Power BI: Power Query's M."""

from flask_babel import lazy_gettext

from webapp.workbench import spelled
from webapp.workbench.snippet import Code

ROWS = """\
let
    Query = $query,
    Answer = Web.Contents($endpoint, [
        Content = Text.ToBinary(Uri.BuildQueryString([query = Query])$graphs),
        Headers = [Accept = "text/csv", #"Content-Type" = "application/x-www-form-urlencoded"]
    ]),
    Rows = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Result = Table.PromoteHeaders(Rows, [PromoteAllScalars = false])
in
    Result
"""

CODE = Code(
    name="powerquery",
    order=70,
    label="Excel (Power Query)",
    quoted=spelled.m,
    rows=ROWS,
    graph=' & "&" & $name & "=" & Uri.EscapeDataString($value)',
    note=lazy_gettext(
        "I Excel: Data → Hämta data → Från andra källor → Tom fråga → Avancerad redigerare, klistra in, välj Anonym."
    ),
)
