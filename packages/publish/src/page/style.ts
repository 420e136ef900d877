// How a report looks on a screen and on paper.

export const STYLE = `
:root { color-scheme: light dark; font: 16px/1.45 "Noto Sans", "Noto Sans Arabic", system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; border-block-end: 1px solid; padding-block-end: .15rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
.time { white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: .3rem .5rem; border-block-end: 1px solid #8886; overflow-wrap: break-word; }
@media print { table { table-layout: fixed; } }
ul { padding-inline-start: 1.2rem; }
li { overflow-wrap: anywhere; }
ul.small { font-size: .75rem; }
li:target { outline: 2px solid; }
@media print {
  :root { color-scheme: light; font-size: 9pt; line-height: 1.3; }
  h1 { font-size: 1.5rem; }
  h2 { margin-block: .75rem .25rem; }
  p, ul { margin-block: .25rem; }
  table { font-size: 7.5pt; line-height: 1.2; }
  th, td { padding: .08rem .3rem; }
  @page { size: A4; margin: 13mm 15mm 16mm; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
`
