#include "layout/page_style.hpp"

namespace birthcase::layout {

// Sizes are those of paper. Labels and heads of tables are tinted, the one colour is the red of official titles; in
// black and white nothing is lost. The last families are for characters that others lack: 𠮷, 㛃.
const std::string_view page_style = R"(
@page { size: A4; margin: 14mm 15mm 17mm; }
:root { --ink: #1c1d20; --faint: #59606b; --line: #9aa1ab; --tint: #f3f1ec; --red: #9e1b22; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font-size: 10pt; line-height: 1.4; line-break: strict;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei",
    "Noto Sans", "Helvetica Neue", Arial, "SimSun-ExtB", "HanaMinB", sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow-wrap: anywhere; }
header { border-bottom: 0.9mm double var(--red); padding-bottom: 2.2mm; margin-bottom: 3.5mm; }
.office { margin: 0; text-align: center; color: var(--red); font-size: 10pt; letter-spacing: 0.3em; text-indent: 0.3em; }
h1 { margin: 0.5mm 0 3mm; text-align: center; font-size: 20pt; font-weight: 700; line-height: 1.3; letter-spacing: 0.08em;
  font-family: "Songti SC", "STZhongsong", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun", "Noto Serif",
    Georgia, "SimSun-ExtB", "HanaMinB", serif; }
:lang(en) { font-feature-settings: "pwid"; }
:lang(en) h1 { font-size: 18pt; letter-spacing: 0.01em; }
:lang(en) .office { letter-spacing: 0.08em; text-indent: 0; }
.head { margin: 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.6mm 8mm; font-size: 9.5pt; }
.head div { display: flex; align-items: baseline; }
.head dt { margin-right: 0.5em; color: var(--faint); white-space: nowrap; }
:lang(zh) .head dt { margin-right: 0; }
.head dd { margin: 0; font-weight: 600; }
.blank { display: inline-block; min-width: 36mm; border-bottom: 0.2mm solid var(--line); }
h2 { margin: 4.4mm 0 1.6mm; padding-left: 2.2mm; border-left: 1.1mm solid var(--red); font-size: 12pt; line-height: 1.3;
  break-after: avoid; }
h2 small { margin-left: 0.8em; color: var(--faint); font-size: 8.5pt; font-weight: 400; }
p { margin: 1.6mm 0; }
p.strong { margin-top: 2.6mm; font-weight: 600; break-after: avoid; }
p.faint { color: var(--faint); font-size: 8.5pt; }
ol { margin: 1mm 0 2mm; padding-left: 1.7em; break-before: avoid; break-inside: avoid; }
li { margin: 0.4mm 0; break-inside: avoid; }
table { width: 100%; margin: 0 0 2.6mm; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.2mm solid var(--line); padding: 1mm 1.7mm; text-align: left; vertical-align: middle; font-weight: 400; }
thead { display: table-header-group; break-after: avoid; break-inside: avoid; }
thead th { background: var(--tint); font-weight: 600; }
tr { break-inside: avoid; }
table.list th, table.list td { font-size: 9.5pt; }
table.list thead th { text-align: center; font-size: 9pt; }
.centred { text-align: center; }
td small, th small { display: block; color: var(--faint); font-size: 8pt; line-height: 1.35; }
table.boxes { margin: 0; }
table.boxes + table.boxes { margin-top: -0.2mm; }
table.boxes thead th { padding: 0.5mm 1.7mm; letter-spacing: 0.06em; }
table.boxes tbody th { background: #faf9f6; color: #3b4048; font-size: 8.8pt; line-height: 1.3; }
table.boxes tbody th, table.boxes tbody td { height: 6.6mm; padding-top: 0.6mm; padding-bottom: 0.6mm; }
table.boxes tbody th { padding-left: 1.4mm; padding-right: 1.2mm; }
:lang(en) table.boxes tbody th::first-letter { text-transform: uppercase; }
table.boxes td small { display: inline; margin-left: 0.7em; white-space: nowrap; }
table.boxes td.empty small { float: right; }
.required { color: var(--red); font-weight: 700; margin-left: 0.15em; text-decoration: none; }
.choice { display: inline-block; margin-right: 1.1em; }
.tick { display: inline-block; width: 3.1mm; height: 3.1mm; margin-right: 1.1mm; border: 0.25mm solid var(--ink);
  vertical-align: -0.45mm; font-size: 9pt; line-height: 2.7mm; text-align: center; font-weight: 700; }
.pattern { white-space: pre; color: var(--faint); }
.signatures { display: flex; flex-wrap: wrap; gap: 3mm 8mm; margin: 3mm 0; break-inside: avoid; break-before: avoid; }
.signature { flex: 1 1 80mm; display: flex; align-items: flex-end; white-space: nowrap; font-size: 9.5pt; }
.signature .line { flex: 1 1 20mm; margin: 0 1.5mm; border-bottom: 0.2mm solid var(--ink); height: 8mm; }
.signature .day { white-space: pre; }
footer { break-before: avoid; margin-top: 4mm; padding-top: 1.5mm; border-top: 0.2mm solid var(--line); color: var(--faint); font-size: 8pt; }
footer p { margin: 0; }
main { padding: 0 0.2mm; }
@media screen {
  body { background: #e6e4df; }
  main { width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 14mm 15mm 17mm; background: #fff;
    box-shadow: 0 0.5mm 3mm rgb(0 0 0 / 18%); }
}
@media screen and (max-width: 210mm) { main { margin: 0; padding: 6mm 5mm; } }
)";

// What a command prints is wider than a form: the columns take what they need.
const std::string_view wide_page_style = R"(
@page { size: A4 landscape; margin: 14mm; }
h1 { text-align: left; font-size: 16pt; }
:lang(en) h1 { font-size: 15pt; }
table { table-layout: auto; }
th, td { vertical-align: top; }
table.list tbody th { font-weight: 600; }
.right { text-align: right; }
.good { color: #1d6b3a; }
.warning { color: #8a5a00; }
.bad { color: var(--red); font-weight: 600; }
tr.faint { color: var(--faint); }
tr.sum th, tr.sum td { border-top: 0.5mm solid var(--faint); background: var(--tint); }
table.list tr.note td { padding-left: 6mm; color: var(--faint); font-size: 8.5pt; overflow-wrap: anywhere; }
pre { font: 9pt/1.3 "Noto Sans Mono CJK SC", "Sarasa Mono SC", "NSimSun", monospace; overflow-x: auto; }
hr { border: 0; border-top: 0.2mm solid var(--line); }
@media print { body { font-size: 9pt; } }
@media screen { main { width: 297mm; min-height: 0; } }
@media screen and (max-width: 297mm) { main { margin: 0; padding: 6mm 5mm; } }
)";

}  // namespace birthcase::layout
