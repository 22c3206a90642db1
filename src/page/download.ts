/** Charts as files: SVG that stands alone, PNG for a document, CSV for a spreadsheet. */
import { excelText } from '../formats/excel.ts';
import type { Cell, Hue } from './charts/chart.ts';
import { el } from './dom.ts';

/** Pixels of the image for each of the chart. */
const SCALE = 2;
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant',
  'text-anchor',
];

/** Offers `blob` under that name, as a click on a link does. */
export function save(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = el('a', { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** The figures behind a chart, as Excel opens them. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): Blob {
  return new Blob([excelText([head, ...rows])], { type: 'text/csv;charset=utf-8' });
}

/** The chart with its colours written into it and its title above, so that it needs no page around it. */
export function svgOf(picture: Picture): Blob {
  const { markup } = standalone(picture);
  return new Blob([markup], { type: 'image/svg+xml' });
}

/** A chart and what stands above it where it is saved. */
export interface Picture {
  readonly svg: SVGSVGElement;
  readonly title: string;
  /** What the colours mean, left to right. */
  readonly key: readonly (readonly [hue: Hue, words: string])[];
}

/** Room for title and key. */
const TITLE = 56;
/** Characters that no XML may hold, and posts do: one of them would make the whole image unreadable. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function standalone({ svg, title, key }: Picture): { markup: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.querySelector('.brush')?.remove();
  const [own, copied] = [paintedIn(svg), paintedIn(copy)];
  for (const [index, shape] of copied.entries()) bake(own[index]!, shape);
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  const style = getComputedStyle(svg);
  const ground = getComputedStyle(document.body).backgroundColor;
  const heading = shapeOf('text', { x: 4, y: 20, 'font-size': 15, 'font-weight': 600, fill: style.color });
  heading.textContent = title;
  const outer = shapeOf('svg', {
    width,
    height: height + TITLE,
    viewBox: `0 0 ${width} ${height + TITLE}`,
    'font-family': 'system-ui, sans-serif',
  });
  copy.setAttribute('y', String(TITLE));
  copy.setAttribute('color', style.color);
  for (const name of ['class', 'style', 'role']) copy.removeAttribute(name);
  const keys = keyShapes(key, style);
  outer.append(shapeOf('rect', { width: '100%', height: '100%', fill: ground }), heading, ...keys, copy);
  const markup = new XMLSerializer().serializeToString(outer).replace(FORBIDDEN, '\uFFFD');
  return { markup, width, height: height + TITLE };
}

/** The key in one line; words are taken to be as wide as words are on average. */
function keyShapes(key: Picture['key'], { color }: CSSStyleDeclaration): SVGElement[] {
  const colours = getComputedStyle(document.documentElement);
  let x = 4;
  return key.flatMap(([hue, words]) => {
    const fill = colours.getPropertyValue(`--${hue}`).trim();
    const box = shapeOf('rect', { x, y: 33, width: 11, height: 11, rx: 2, fill });
    const text = shapeOf('text', { x: x + 16, y: 43, 'font-size': 12, fill: color });
    text.textContent = words;
    x += 34 + words.length * 6.8;
    return [box, text];
  });
}

/** Every shape that is drawn; the brush is a tool and no part of the image. */
function paintedIn(svg: SVGSVGElement): SVGElement[] {
  return [...svg.querySelectorAll<SVGElement>('*')].filter((shape) => shape.closest('.brush') === null);
}

function bake(from: SVGElement, to: SVGElement): void {
  const style = getComputedStyle(from);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    // A pattern's address is made absolute by some browsers, and would point to the page.
    to.setAttribute(property, value.replace(/url\("?[^#"]*#([\w-]+)"?\)/, 'url(#$1)'));
  }
  to.removeAttribute('style');
}

function shapeOf(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** The same as pixels; rejects where the browser can't draw it. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const { markup, width, height } = standalone(picture);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = el('canvas', { width: width * SCALE, height: height * SCALE });
  const context = canvas.getContext('2d')!;
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  return new Promise((settle, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new Error('no image')) : settle(blob)), 'image/png');
  });
}
