/** How the page looks on a screen and on paper: colour never says what words do not. Contrast is at least 4.5 to 1. */
export const pageStyle = `:root { color-scheme: light; --line: #c9ced6; --soft: #545b66; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 80rem; font: 0.9375rem/1.45 system-ui, 'Open Sans', sans-serif; color: #16191d; background: #fff; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
p { margin: 0 0 0.3rem; }
.day { font-size: 1.125rem; margin-bottom: 1rem; }
.remark { border-left: 0.25rem solid #8a5a00; padding-left: 0.6rem; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.6rem; margin: 1rem 0 2rem; }
.counts > div { border: 1px solid var(--line); border-left: 0.4rem solid var(--mark, #6b7280); border-radius: 0.25rem; padding: 0.5rem 0.75rem; }
.counts dt { font-weight: 600; }
.counts dd { margin: 0; color: var(--soft); }
.number { font-size: 1.375rem; font-variant-numeric: tabular-nums; margin-right: 0.2rem; }
table { width: 100%; border-collapse: collapse; margin: 0 0 2.25rem; table-layout: fixed; }
caption { text-align: left; font-size: 1.25rem; font-weight: 600; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #16191d; padding-block: 0.35rem; }
thead th:nth-child(1) { width: 22%; }
thead th:nth-child(2) { width: 12%; }
thead th:nth-child(3) { width: 38%; }
tbody th { font-weight: 600; border-left: 0.25rem solid var(--mark, #d3d8df); }
tbody th span { display: block; font-weight: 400; }
blockquote { margin: 0 0 0.3rem; padding: 0.35rem 0.6rem; background: #f3f5f8; border-radius: 0.2rem; font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 0.8125rem; }
.cite, details { color: var(--soft); font-size: 0.8125rem; }
details ul { margin: 0.2rem 0 0; padding-left: 1.1rem; }
summary { cursor: default; }
.standing { color: var(--mark, #16191d); }
.breaches { --mark: #a4161a; }
.contradicts-itself { --mark: #8a4b00; }
.silent { --mark: #6a4a00; }
.meets { --mark: #1a6332; }
.local-cannot-judge, .not-applicable { --mark: #545b66; }
.departure { border-left: 0.25rem solid #2457a6; padding-left: 0.6rem; }
.doubt { display: inline-block; border: 1px solid #8a5a00; color: #6a4500; border-radius: 0.2rem; padding: 0 0.3rem; }
a { color: #1c4f9c; }
footer { color: var(--soft); border-top: 1px solid var(--line); padding-top: 0.75rem; }
@media (max-width: 45rem) {
  body { padding: 1rem; }
  table, tbody, tr, th, td, caption { display: block; width: auto; }
  thead { position: absolute; left: -100vw; }
  tbody tr { border-bottom: 2px solid var(--line); padding-bottom: 0.5rem; }
  td, tbody th { border-bottom: 0; padding-block: 0.3rem; }
  td:nth-child(3)::before { content: 'The policy says'; display: block; font-weight: 600; }
  td:nth-child(4)::before { content: 'The law says'; display: block; font-weight: 600; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  html { font-size: 9pt; }
  body { padding: 0; max-width: none; }
  .counts { grid-template-columns: repeat(6, 1fr); }
  .counts dd { font-size: 0.8125rem; }
  tr, .counts > div { break-inside: avoid; }
  caption { break-after: avoid; }
  blockquote { background: none; border-left: 2px solid var(--line); }
  a { color: inherit; text-decoration: none; }
}
`;
