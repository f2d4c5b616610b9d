// SPDX-License-Identifier: MIT
#include "crm/report/html_template.hpp"

#include <array>

namespace crm
{

namespace
{

// Shapes of charts have their colours as attributes; the classes below give them those of the page.
constexpr const char* page = R"html(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{{title}}</title>
<style>
:root {
  --paper: #f4f6f8; --card: #fff; --text: #1a1f24; --quiet: #57616b; --line: #dde2e7; --head: #eef2f5;
  --value: #1f4e79; --below: #b03a2e; --previous: #a9bccd; --link: #1f4e79;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --card: #1d2329; --text: #e6eaee; --quiet: #9aa5b0; --line: #333c45; --head: #262e36;
    --value: #6ea8dc; --below: #e5786c; --previous: #62788c; --link: #8fbfe8;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", Arial, sans-serif }
.page { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 3rem }
a { color: var(--link); text-decoration: none }
a:hover { text-decoration: underline }
h1, h2, p, dl, dd, ol, figure { margin: 0 }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -.01em }
h2 { font-size: 1.25rem; line-height: 1.3 }
h2::first-letter, nav a::first-letter, dt::first-letter, .remarks p::first-letter, .empty::first-letter { text-transform: uppercase }
p.quiet { color: var(--quiet); font-size: .9rem }
header .company { color: var(--quiet); font-weight: 600 }
header p.quiet { margin-top: .25rem }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0 }
.tiles div { padding: .8rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem }
dt { color: var(--quiet); font-size: .85rem; line-height: 1.3 }
.figure { margin-top: .15rem; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.3 }
.figure small { font-size: .8rem; font-weight: 400; color: var(--quiet) }
.before { color: var(--quiet); font-size: .8rem; font-variant-numeric: tabular-nums }
nav { margin-top: 1.5rem }
nav ol { display: flex; flex-wrap: wrap; gap: .4rem .5rem; padding: 0; list-style: none }
nav a { display: inline-block; padding: .3rem .8rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; font-size: .9rem }
section { margin-top: 1.5rem; padding: 1.25rem 1.25rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; scroll-margin-top: 1rem }
figure { margin: .5rem -12px 0 }
.chart { display: block; width: 100%; height: auto; font-family: inherit }
.narrow { display: none }
.chart .paper { fill: none }
.chart .value { fill: var(--value) }
.chart .below { fill: var(--below) }
.chart .previous { fill: var(--previous) }
.chart .grid { stroke: var(--line) }
.chart .axis { stroke: var(--quiet) }
.chart .text { fill: var(--text) }
.chart .quiet { fill: var(--quiet) }
.scroll { margin-top: .75rem; overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) }
thead th { color: var(--quiet); font-size: .72rem; font-weight: 600; letter-spacing: .04em; white-space: nowrap; border-bottom: 2px solid var(--line) }
tbody th { min-width: 9rem; font-weight: 500; background: var(--card) }
tbody .k { min-width: 0; white-space: nowrap }
tbody tr:hover > * { background: var(--head) }
tbody tr:last-child > * { border-bottom: 0 }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.minus { color: var(--below) }
.remarks { margin-top: .75rem; color: var(--quiet); font-size: .85rem }
.empty { margin-top: .75rem; color: var(--quiet) }
footer { margin-top: 2rem; color: var(--quiet); font-size: .8rem }
@media screen and (max-width: 640px) {
  .page { padding: 1.25rem .75rem 2rem }
  h1 { font-size: 1.5rem }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: .5rem }
  .tiles div { padding: .6rem .75rem }
  .figure { font-size: 1.1rem }
  section { padding: 1rem .9rem .75rem }
  .narrow { display: block }
  .wide { display: none }
  tbody th { position: sticky; left: 0; max-width: 11rem }
}
@page { size: A4; margin: 15mm }
@media print {
  body { background: none; font-size: 10pt }
  .page { max-width: none; padding: 0 }
  h1 { font-size: 18pt }
  h2 { font-size: 13pt; break-after: avoid }
  .tiles { grid-template-columns: repeat(4, 1fr); gap: 2mm }
  .tiles div { padding: 2mm 3mm; break-inside: avoid }
  .figure { font-size: 12pt }
  nav { display: none }
  section { padding: 0; border: 0; margin-top: 9mm }
  section p.quiet { break-after: avoid }
  figure { break-inside: avoid; margin: 1mm 0 0 -12px }
  .chart { max-width: 180mm }
  .scroll { overflow: visible }
  table { font-size: 8.5pt }
  th, td { padding: .8mm 1.5mm }
  thead { display: table-header-group }
  tr, .short { break-inside: avoid }
  .remarks, .before, footer { font-size: 8pt }
}
</style>
</head>
<body>
<div class="page">
<header>
<p class="company">{{company}}</p>
<h1>{{title}}</h1>
<p class="quiet">{{#facts}}{{.}}<br/>{{/facts}}</p>
</header>
<dl class="tiles">{{#tiles}}
<div><dt>{{name}}</dt><dd class="figure{{class}}">{{value}} <small>{{unit}}</small></dd>{{#before}}<dd class="before">{{before}}</dd>{{/before}}</div>{{/tiles}}
</dl>
<nav aria-label="{{contents}}">
<ol>{{#reports}}<li><a href="#{{id}}">{{name}}</a></li>
{{/reports}}</ol>
</nav>
<main>{{#reports}}
<section id="{{id}}">
<h2>{{name}}</h2>
<p class="quiet">{{scope}}</p>
{{#wide}}<figure><div class="wide">{{{wide}}}</div><div class="narrow">{{{narrow}}}</div></figure>
{{/wide}}{{^rows}}<p class="empty">{{nothing}}</p>
{{/rows}}{{#table}}<div class="scroll{{#short}} short{{/short}}"><table>
<thead><tr>{{#columns}}<th scope="col" class="{{class}}">{{title}}</th>{{/columns}}</tr></thead>
<tbody>
{{#rows}}<tr>{{#cells}}{{#head}}<th scope="row" class="{{class}}">{{head}}</th>{{/head}}{{^head}}<td class="{{class}}">{{text}}</td>{{/head}}{{/cells}}</tr>
{{/rows}}</tbody>
</table></div>
{{/table}}<div class="remarks">{{#remarks}}<p>{{.}}</p>{{/remarks}}</div>
</section>{{/reports}}
</main>
<footer>{{foot}}</footer>
</div>
</body>
</html>
)html";

constexpr auto keys = std::to_array<std::string_view>(
    {"before", "cells",    "class", "columns", "company", "contents", "facts",   "foot", "head",
     "id",     "language", "name",  "narrow",  "nothing", "remarks",  "reports", "rows", "scope",
     "short",  "table",    "text",  "tiles",   "title",   "unit",     "value",   "wide"});

} // namespace

Template report_page_template()
{
    return {page, TemplateKind::html, keys};
}

} // namespace crm
