"""A whole HTML document that reads the same in a browser, on paper and in Qt's printing."""

from quizapp.exchange.markup import Markup, element, joined

_STYLE = """
body { font-family: Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 10pt; color: #1A1E29; }
h1 { font-size: 20pt; margin-top: 0; margin-bottom: 4px; }
h2 { font-size: 14pt; margin-top: 30px; margin-bottom: 6px; }
h3 { font-size: 10.5pt; margin-top: 12px; margin-bottom: 3px; }
h3.verdict { font-size: 12.5pt; margin-top: 14px; margin-bottom: 6px; }
p { line-height: 120%; margin-top: 4px; margin-bottom: 4px; }
li { line-height: 120%; margin-top: 2px; margin-bottom: 2px; }
p.scenario { font-size: 11.5pt; line-height: 124%; margin-bottom: 6px; }
p.boxes { font-size: 12pt; margin-top: 8px; margin-bottom: 4px; }
p.quiet { color: #545966; font-size: 9pt; }
mark { background-color: #EDEAE3; color: #1A1E29; text-decoration: underline; }
mark.product { background-color: #FCEFDF; }
mark.service { background-color: #E6EEFC; }
.product-sign { color: #8A4000; }
.service-sign { color: #194FAA; }
.bar { color: #545966; font-size: 7pt; }
table { border-collapse: collapse; margin-top: 4px; margin-bottom: 8px; }
caption { font-weight: bold; text-align: left; margin-top: 8px; margin-bottom: 4px; }
th, td { border: 1px solid #817C70; padding: 4px 9px; text-align: left; vertical-align: top; }
table.grid th, table.grid td { font-size: 13pt; padding: 7px 12px; }
@media screen {
  body { max-width: 46em; margin: 2em auto; padding: 0 1em; background-color: #FFFFFF; }
  p, li, p.scenario { line-height: 155%; }
}
@media print {
  h1, h2, h3, caption { break-after: avoid; }
  p, table, li { break-inside: avoid; }
}
mark.product { text-decoration-style: dashed; }
mark { text-underline-offset: 3px; }
body { overflow-wrap: anywhere; }
"""
# Qt counts lengths in px alone, and line height from the typeface's own: a fifth more than a browser's.


def document(title: str, *body: str) -> str:
    """A document that needs nothing from elsewhere: no script, no picture, no address.

    Args:
        title: what the window that shows it is called.
        body: its parts; what is not markup is text.
    """
    head = joined(
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Markup(_STYLE)),
    )
    html = element("html", element("head", head), element("body", *body), lang="en-GB")
    return f"<!DOCTYPE html>\n{html}\n"
