/** Finishing touches to what Plot draws. */
import type { Hue } from './chart.ts';
import { colourOf } from './chart.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The chart as one image with a name. Plot brings a style sheet along that the page's policy would refuse; ours
 * says the same.
 */
export function finished(chart: Element, alt: string): SVGSVGElement {
  const svg = chart as SVGSVGElement;
  svg.querySelector('style')?.remove();
  // One image, one name: those of its layers say what they are made of, and not what they mean.
  for (const layer of svg.querySelectorAll('g[aria-label]')) layer.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', alt);
  svg.setAttribute('class', 'chart');
  return svg;
}

/** Runs `act(index)` when the n-th shape of the layer of class `pick` is clicked. */
export function onPick(svg: SVGSVGElement, act: (index: number) => void): void {
  const shapes = svg.querySelectorAll('.pick > *');
  for (const [index, one] of shapes.entries()) one.addEventListener('click', () => act(index));
}

/** A fill of lines, so that a stack can be told apart without its colours. */
export function hatched(svg: SVGSVGElement, id: string, hue: Hue): void {
  const pattern = shape('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' });
  pattern.append(
    shape('rect', { width: 6, height: 6, fill: colourOf(hue) }),
    shape('path', {
      d: 'M-1,1l2,-2M0,6l6,-6M5,7l2,-2',
      stroke: 'var(--card)',
      'stroke-width': 1,
      'stroke-opacity': 0.6,
    }),
  );
  const defs = shape('defs', {});
  defs.append(pattern);
  svg.prepend(defs);
}

function shape(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
