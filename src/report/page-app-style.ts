/** The look of what the page's script builds: filters, charts, quotations, the dialog. */

export const APP_STYLE = `
:root { --cell: #ece9e1; --soft: #f3f1eb; --accent: #1a4f8a; }
@media (prefers-color-scheme: dark) { :root { --cell: #34332e; --soft: #282722; --accent: #9cc6f5; } }
[hidden] { display: none !important; }
header.top, main, footer { max-width: 110rem; }
header.top { border-block-start: 5px solid var(--ink); padding-block: 1.2rem 0.4rem; }
.kicker { font-size: 0.8rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--quiet); margin: 0; }
main:focus { outline: none; }
h1 { max-width: 26ch; font-size: clamp(1.7rem, 1.1rem + 2.4vw, 3rem); text-wrap: balance; overflow-wrap: anywhere; }
.skip { position: absolute; inset-inline-start: -99rem; background: var(--card); padding: 0.6rem 1rem; z-index: 9; }
.skip:focus { inset-inline-start: 0.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button, select, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:is(button, select, input, h2):focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 0.2rem; }
button.link { border: 0; background: none; padding: 0.15rem 0; color: var(--link); text-decoration: underline; text-align: start; overflow-wrap: anywhere; min-height: 24px; min-width: 24px; }
.quiet-button, .chip, .toggle { border: 1px solid var(--edge); border-radius: 0.4rem; background: var(--card); padding: 0.25rem 0.7rem; min-height: 2rem; font-size: 0.88rem; }
.quiet-button:hover, .chip:hover, .toggle:hover { background: var(--soft); }
.quiet-button:disabled { opacity: 0.5; cursor: default; }
:root { --edge: #8a877d; }
@media (prefers-color-scheme: dark) { :root { --edge: #7d7a72; } }
#app { display: grid; gap: 1.2rem; grid-template-columns: minmax(0, 1fr); }
.filters { align-self: start; }
.filters details { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.7rem 1rem; }
.filters h2 { display: inline; font: 600 1.05rem/1.3 system-ui, sans-serif; }
.count { color: var(--quiet); font-weight: 400; font-size: 0.9rem; }
.controls { display: grid; gap: 0.8rem; padding-block: 0.9rem 0.4rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); align-items: start; }
.control label, .control .label { display: block; font-size: 0.82rem; color: var(--quiet); margin-block-end: 0.15rem; }
.control select, .control input { width: 100%; min-height: 2.2rem; padding: 0.2rem 0.5rem; background: var(--card); border: 1px solid var(--edge); border-radius: 0.4rem; }
.control.inline { display: flex; align-items: center; gap: 0.5rem; } .control.inline label { margin: 0; } .control.inline select { width: auto; max-width: 14rem; }
.pair-of-days { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.5rem; }
.toggles { display: flex; flex-wrap: wrap; gap: 0.35rem; } .toggle { flex: 1 1 auto; text-align: start; }
.toggle .n { color: var(--quiet); margin-inline-start: 0.4rem; font-variant-numeric: tabular-nums; }
.toggle[aria-pressed="true"] { background: var(--ink); color: var(--ground); border-color: var(--ink); }
.toggle[aria-pressed="true"] .n { color: inherit; }
.chips { list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.7rem 0 0; padding: 0; }
.chip { background: var(--mark); border-color: transparent; max-width: 100%; overflow-wrap: anywhere; text-align: start; }
.sentence { font-size: 1rem; color: var(--quiet); max-width: none; margin: 0 0 0.6rem; }
.lead-section { background: none; border: 0; padding: 0; margin: 0 0 1.2rem; }
.lead { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0.8rem 1.4rem; margin: 0; }
@media (min-width: 47rem) { .lead { grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); } }
.figure { border-block-start: 3px solid var(--line); padding-block-start: 0.4rem; display: flex; flex-direction: column; }
.figure dd { display: contents; } .figure b { order: 1; } .figure dt { order: 2; } .figure .quiet { order: 3; }
.figure.left { border-color: var(--left); } .figure.right { border-color: var(--right); }
.figure dt { font-size: 0.9rem; overflow-wrap: anywhere; line-height: 1.3; }
.figure b { display: block; font: 600 clamp(1.7rem, 1.2rem + 1.4vw, 2.9rem)/1.1 Georgia, serif; font-variant-numeric: tabular-nums lining-nums; }
.figure .quiet { font-size: 0.8rem; }
.cards { display: grid; gap: 1.2rem; grid-template-columns: minmax(0, 1fr); }
.card { margin: 0; min-width: 0; }
.card-head { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; justify-content: space-between; align-items: baseline; margin-block-end: 0.5rem; }
.card h2 { font-size: clamp(1.1rem, 0.95rem + 0.6vw, 1.5rem); margin: 0; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0 0 0.5rem; padding: 0; font-size: 0.88rem; }
svg.chart { display: block; width: auto; height: auto; max-width: 100%; overflow: visible; font-family: system-ui, sans-serif; --plot-background: var(--card); }
svg.chart text { white-space: pre; unicode-bidi: plaintext; }
svg.chart .pick { cursor: pointer; } svg.chart .pick > *:hover { fill: var(--ink); fill-opacity: 0.07; }
#over-time svg.chart { cursor: crosshair; }
.brush .selection { fill: var(--link); fill-opacity: 0.18; stroke: var(--link); }
.figures { margin: 0.4rem 0; } .figures td, .figures th { white-space: nowrap; } .figures tbody th { white-space: normal; }
.figures summary { font-weight: 400; font-size: 0.9rem; padding-block: 0.2rem; }
.downloads { display: flex; gap: 0.5rem; align-items: center; margin-block-start: 0.4rem; }
.downloads .quiet-button { font-size: 0.78rem; min-height: 1.7rem; padding: 0.1rem 0.6rem; }
.quote blockquote { font-size: 1.08rem; } .quote mark { background: var(--mark); color: inherit; border-block-end: 2px solid currentColor; }
.quote blockquote bdi, dialog blockquote bdi { white-space: pre-line; }
.quote b { color: var(--ink); font-weight: 600; }
.list { display: grid; gap: 0.4rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); }
.list blockquote { font-size: 1rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 8; overflow: hidden; }
.pages { display: flex; gap: 1rem; align-items: center; justify-content: space-between; margin-block-start: 0.8rem; }
dialog.source { width: min(46rem, calc(100vw - 1.5rem)); max-height: calc(100vh - 2rem); padding: 0; border: 1px solid var(--edge); border-radius: 0.6rem; background: var(--card); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 0.55); }
.source-body { padding: clamp(1rem, 3vw, 1.8rem); }
.source blockquote { font-size: 1.15rem; padding: 0.8rem 1rem; background: var(--soft); border-radius: 0.4rem; max-height: 40vh; overflow: auto; }
.source mark { background: var(--mark); color: inherit; box-shadow: 0 2px 0 currentColor; } .source u { text-decoration-style: dotted; text-underline-offset: 0.3em; }
dl { margin: 0.8rem 0; } .source dl { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 0.25rem 1rem; }
.source dt { color: var(--quiet); } .source dd { margin: 0; overflow-wrap: anywhere; }
#tables { margin-block-start: 2rem; border-block-start: 1px solid var(--line); padding-block-start: 1rem; }
#tables > summary h2 { display: inline; font-size: 1.2rem; }
@media (min-width: 64rem) {
  #app { grid-template-columns: 17rem minmax(0, 1fr); gap: 1.8rem; }
  .filters { position: sticky; inset-block-start: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
  .controls { grid-template-columns: minmax(0, 1fr); }
}
@media (min-width: 80rem) { .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); } .wide { grid-column: 1 / -1; } }
@media (min-width: 120rem) {
  html { font-size: 118%; } header.top, main, footer { max-width: 150rem; }
  .cards { grid-template-columns: repeat(6, minmax(0, 1fr)); } .card { grid-column: span 2; } .card.wide { grid-column: span 6; } #quotes { grid-column: span 4; }
  #tone-by-topic, #stance-by-topic, #over-time, #target-by-topic { grid-column: span 3; }
  #over-time[hidden] + .card { grid-column: 1 / -1; }
}
@media (prefers-reduced-motion: no-preference) { .quiet-button, .chip, .toggle { transition: background 0.12s; } }
@media (forced-colors: active) { .key, svg.chart { forced-color-adjust: none; } .toggle[aria-pressed="true"] { outline: 3px solid; } }
@media print {
  .filters details, .downloads, .pages, .skip, .figures, .quote button, .control, .control.inline { display: none; }
  .key, .quote mark { print-color-adjust: exact; } .lead { grid-template-columns: repeat(4, 1fr); }
  #app { display: block; } .cards { display: block; } .card { margin-block-end: 1.2rem; }
  .chips::before { content: "Filters: "; } .chip { border: 1px solid; padding: 0 0.4rem; }
  :root { --ground: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --left: #a34a00; --right: #1f5c99; --middle: #8a8880; --mark: #eee; --link: #000; --cell: #eee; --soft: #f6f6f6; }
}
`;
