/** The look of the page: one sheet for light, dark, narrow, wide and paper. */

export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --card: #ffffff; --ink: #1d1d1b; --quiet: #5c5b57; --line: #dcd9d0;
  --left: #a34a00; --right: #1f5c99; --middle: #8a8880; --mark: #f4ead7; --link: #1a4f8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161614; --card: #1f1f1c; --ink: #ecebe6; --quiet: #a9a79f; --line: #3a3934;
    --left: #f0a55a; --right: #7fb6ee; --middle: #9b9991; --mark: #3a311f; --link: #9cc6f5;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2.5rem); }
h1 { font: 600 clamp(1.5rem, 4vw, 2.2rem)/1.15 Georgia, serif; margin: 1rem 0 0.3rem; }
h2 { font: 600 clamp(1.25rem, 3vw, 1.7rem)/1.2 Georgia, serif; margin: 0 0 0.3rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.6rem 0 0.4rem; overflow-wrap: anywhere; }
h4 { font-size: 0.9rem; margin: 0.8rem 0 0.2rem; }
p { margin: 0.3rem 0; max-width: 65ch; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: clamp(0.9rem, 3vw, 1.8rem); margin: 1.2rem 0; }
.quiet { color: var(--quiet); font-size: 0.9rem; }
.scroll { overflow-x: auto; }
.scroll table { min-width: 40rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding: 0.3rem 0; }
th, td { text-align: start; padding: 0.35rem 0.7rem 0.35rem 0; border-block-end: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--quiet); font-weight: 500; }
tbody th { font-weight: 500; overflow-wrap: anywhere; min-width: 8rem; }
td.n, th.n { text-align: end; white-space: nowrap; }
td.share { white-space: nowrap; } td.lean { min-width: 10rem; }
mark { background: var(--mark); color: inherit; border-block-end: 2px solid currentColor; }
td.parted { background: var(--mark); font-weight: 600; }
td.chart { width: 34%; min-width: 9rem; }
svg { display: block; width: 100%; height: 1.15rem; }
svg.series { height: 8rem; }
.left { fill: var(--left); } .right { fill: var(--right); } .middle { fill: var(--middle); }
.axis { stroke: var(--quiet); stroke-width: 1; vector-effect: non-scaling-stroke; }
.halo { stroke: var(--card); stroke-width: 4; vector-effect: non-scaling-stroke; }
.range { stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.key { display: inline-block; width: 0.8em; height: 0.8em; border-radius: 0.15em; margin-inline-end: 0.35em; vertical-align: -0.05em; }
.key.left { background: var(--left); } .key.middle { background: var(--middle); } .key.right { background: var(--right); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
figure { margin: 0.6rem 0; padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--line); }
figure.left { border-color: var(--left); } figure.right { border-color: var(--right); }
blockquote { margin: 0; font: 1.02rem/1.45 Georgia, serif; overflow-wrap: anywhere; }
blockquote bdi, td.text bdi { white-space: pre-line; }
figcaption { color: var(--quiet); font-size: 0.85rem; overflow-wrap: anywhere; }
ol.said { list-style: none; padding: 0; }
.labels { font-weight: 600; margin-block-end: 0; overflow-wrap: anywhere; } .said figure { margin-block-start: 0.2rem; }
details { margin: 0.8rem 0 0; }
summary { cursor: pointer; font-weight: 600; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; }
.records td { min-width: 6rem; } .records td.text { min-width: 18rem; overflow-wrap: anywhere; }
@media print {
  body { background: none; font-size: 10pt; } section { border: 0; padding: 0; break-inside: avoid-page; }
  nav, details:not([open]) { display: none; } figure, tr { break-inside: avoid; }
}
`;
