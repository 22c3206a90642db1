/** The look of the page of a reading: one sheet for light, dark, narrow, wide and paper. */

/** As many speakers of a document get a colour of their own; those after them share. */
export const HUES = 12;

const hues = Array.from({ length: HUES }, (_, index) => {
  const hue = (index * 137 + 20) % 360;
  return `.s${index} { --tint: hsl(${hue} 70% 88%); --edge: hsl(${hue} 60% 32%); }`;
});
const darkHues = Array.from({ length: HUES }, (_, index) => {
  const hue = (index * 137 + 20) % 360;
  return `.s${index} { --tint: hsl(${hue} 45% 24%); --edge: hsl(${hue} 70% 72%); }`;
});

export const READING_STYLE = `
:root { color-scheme: light dark; --ground: #fbfaf7; --ink: #1d1d1b; --quiet: #5c5b57; --line: #dcd9d0; }
${hues.join('\n')}
.sx { --tint: #e6e3da; --edge: #5c5b57; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #161614; --ink: #ecebe6; --quiet: #a9a79f; --line: #3a3934; }
  ${darkHues.join('\n  ')}
  .sx { --tint: #34332e; --edge: #a9a79f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.05rem/1.65 Georgia, serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2.5rem); }
h1 { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; border-block-start: 2px solid var(--line); padding-block-start: 1rem; margin-block-start: 2.5rem; overflow-wrap: anywhere; }
p { overflow-wrap: anywhere; }
.quiet, table { color: var(--quiet); font: 0.88rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; margin-block: 1rem; }
caption { text-align: start; font-weight: 600; }
th, td { text-align: start; vertical-align: top; font-weight: normal; padding: 0.2rem clamp(0.4rem, 2vw, 0.9rem) 0.2rem 0; overflow-wrap: anywhere; border-block-end: 1px solid var(--line); }
thead th { overflow-wrap: normal; }
tbody mark { color: var(--ink); padding: 0.1em 0.3em; }
table a { color: inherit; }
mark { background: var(--tint); color: inherit; padding: 0.1em 0; border-radius: 0.15em; box-decoration-break: clone; }
mark[data-who]::before { content: attr(data-who); font: 600 0.7em/1 system-ui, sans-serif; vertical-align: super; color: var(--edge); padding-inline-end: 0.2em; }
mark.indirect { background: none; border-block-end: 2px dotted var(--edge); }
mark.commentary { background: none; border-inline-start: 3px solid var(--edge); padding-inline-start: 0.4em; font-style: italic; }
mark.commentary:not([id]) { border: 0; padding: 0; }
a.mention, a.cue { color: inherit; text-decoration-color: var(--edge); text-decoration-thickness: 2px; text-underline-offset: 0.18em; }
a.cue { text-decoration-style: wavy; text-decoration-thickness: 1px; }
mark:target, a:target { outline: 3px solid var(--edge); outline-offset: 2px; }
a:focus-visible { outline: 3px solid var(--edge); outline-offset: 2px; }
@media print { body { font-size: 10.5pt; } }
`;
