"""How the web page looks: on a screen, in the dark, and on paper."""

from __future__ import annotations

from beraad.report.theme import Theme, Tint

_DARK = Theme(
    ink="E8EAEE",
    muted="B3BAC6",
    accent="7CC4D4",
    box="23272F",
    line="3A404B",
    option_a=Tint("9DBBF2", ""),
    option_b=Tint("F0B36B", ""),
    alternative=Tint("C5BCDD", ""),
)
_RULES = """
*{box-sizing:border-box}
html{font:100%/1.6 Inter,"Segoe UI",system-ui,sans-serif;background:var(--page);color:var(--ink)}
body{margin:0;padding:clamp(1.25rem,5vw,4rem) 1.25rem}
header,main,footer{max-width:46rem;margin:0 auto;overflow-wrap:anywhere;unicode-bidi:plaintext}
h1,h2,h3{line-height:1.3;font-weight:600;text-wrap:balance;break-after:avoid}
h1{font-size:1.9rem;margin:.3rem 0 .6rem}
h2{font-size:1.2rem;color:var(--accent);margin:2.6rem 0 .7rem}
h3{font-size:1rem;margin:1.6rem 0 .5rem}
p{margin:.6rem 0}
p.leads{margin-bottom:.1rem;break-after:avoid}
.kicker,.standfirst,.muted,.label,dt,figcaption,thead th,footer{color:var(--muted)}
.kicker,.standfirst,.label,dt,figcaption,thead th,footer{font-size:.9rem}
.notice{padding:.4rem .8rem;border-radius:.4rem;font-weight:600;border:1px solid currentColor}
section{background:var(--box);border-radius:.6rem;padding:1rem 1.4rem 1.2rem;margin:1.8rem 0}
section h2{margin-top:0;color:var(--ink);font-size:1rem}
.lead,blockquote p{font-size:1.08rem;font-weight:500}
ul{padding-left:1.2rem}
li{margin:.3rem 0}
figure{margin:1.2rem 0;padding-left:1rem;border-left:3px solid var(--accent)}
blockquote{margin:0}
dl{margin:1rem 0}
dl div{display:grid;grid-template-columns:minmax(7rem,27%) 1fr;gap:0 1rem;margin:.5rem 0}
dd{margin:0}
dd p{margin:0 0 .4rem}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 1.6rem}
.beside div{display:block;margin:0}
.beside dt{border-bottom:1px solid var(--line);padding-bottom:.2rem;margin-bottom:.4rem}
dd ul,td ul{margin:0;padding-left:1.1rem}
.options{list-style:none;padding:0;display:grid;gap:1.2rem 2rem}
.options li{display:flex;gap:.7rem;align-items:flex-start}
.options .act{flex:1}
.options .act p{margin:.1rem 0}
.options .act li{display:list-item}
.mark{font-weight:600;white-space:nowrap;padding:0 .4rem}
.mark{border:1px solid currentColor;border-radius:.3rem}
.a{color:var(--a)}.b{color:var(--b)}.c{color:var(--c)}
.voice{margin:.8rem 0;padding-left:.9rem;border-left:3px solid currentColor}
.voice p{color:var(--ink);margin:.2rem 0}
.room p{margin:1rem 0 0;font-weight:500}
.tick::before{content:"\\2610  "}
.write{height:2.2rem;border-bottom:1px solid var(--muted)}
.wide{overflow-x:auto}
.wide td,.wide th{overflow-wrap:break-word}
.wide:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:inherit}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .8rem .5rem 0}
th,td{border-bottom:1px solid var(--line)}
th{font-weight:500}
th p,td p{margin:0 0 .2rem}
td .muted,th .muted{font-size:.85rem;font-weight:400}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem}
header{color:var(--accent);font-weight:600}
header img{max-height:3.5rem;max-width:50%;background:#fff;padding:.2rem}
.matrix{width:100%;min-width:30rem;margin:.6rem 0;font-size:15px;fill:var(--ink)}
.matrix .label,.matrix .head{font-size:13.5px;font-weight:600}
.matrix .label{fill:var(--muted)}
.matrix .head{text-anchor:middle}
.matrix line{stroke:var(--line)}
.matrix .a{fill:var(--a)}.matrix .b{fill:var(--b)}.matrix .c{fill:var(--c)}
.chart{width:100%;min-width:34rem;margin:.6rem 0}
.chart .strong{font-weight:600}
.chart .f-ink{fill:var(--ink)}.chart .f-muted{fill:var(--muted)}.chart .f-accent{fill:var(--accent)}
.chart .f-paper{fill:var(--page)}.chart .f-ground{fill:var(--box)}.chart .f-line{fill:var(--line)}
.chart .s-ink{stroke:var(--ink)}.chart .s-muted{stroke:var(--muted)}
.chart .s-accent{stroke:var(--accent)}.chart .s-line{stroke:var(--line)}
.chart rect[class^=s],.chart polyline{fill:none}
.chart .dashed{stroke-dasharray:5 4}
footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--line)}
@media(min-width:40rem){.pair{grid-template-columns:1fr 1fr}}
@media(max-width:32rem){dl div{grid-template-columns:1fr}.wide th,.wide td{min-width:8rem}}
@page{margin:20mm}
@media print{
body{padding:0;font-size:10pt}
header,main,footer{max-width:none}
section,tr,figure,.room,.options li{break-inside:avoid}
thead{display:table-header-group}
.wide{overflow:visible}
}
"""


def style_sheet(theme: Theme) -> str:
    """The whole style sheet; it names no file and no address."""
    light, dark = _colours(theme, page="FFFFFF"), _colours(_DARK, page="171A20")
    in_the_dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f":root{{{light}}}{in_the_dark}{_RULES}"


def _colours(theme: Theme, *, page: str) -> str:
    named = {
        "page": page,
        "ink": theme.ink,
        "muted": theme.muted,
        "accent": theme.accent,
        "box": theme.box,
        "line": theme.line,
        "a": theme.option_a.ink,
        "b": theme.option_b.ink,
        "c": theme.alternative.ink,
    }
    return "".join(f"--{name}:#{colour};" for name, colour in named.items())
