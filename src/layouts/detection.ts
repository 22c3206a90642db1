/** Which layout a table has, by its columns. */
import { HearsayError } from '../errors.ts';
import { plainName, spellingOf } from './columns.ts';
import { generic } from './generic.ts';
import type { Layout } from './layout.ts';

/** 0 to 1: how surely the columns are those of the layout's tool. */
export function detect(layout: Layout, columns: readonly string[]): number {
  if (layout === generic) return genericScore(columns);
  const spelling = spellingOf(layout);
  const names = new Set(columns.map(spelling));
  const sizes = layout.signatures
    .filter((signature) => signature.every((name) => has(names, name, spelling)))
    .map((s) => s.length);
  if (sizes.length === 0) return 0;
  return (layout.isGeneral === true ? 0.5 : 0.8) + Math.min(Math.max(...sizes), 20) / 100;
}

function has(names: ReadonlySet<string>, name: string, spelling: (name: string) => string): boolean {
  if (!name.endsWith('*')) return names.has(spelling(name));
  const start = spelling(name.slice(0, -1));
  return [...names].some((known) => known.startsWith(start));
}

function genericScore(columns: readonly string[]): number {
  const names = new Set(columns.map(plainName));
  return generic.columns.text!.some((name) => names.has(name)) ? 0.1 : 0.05;
}

/**
 * The layout that the user names, else the one whose signature the columns bear best.
 * @throws HearsayError `usage` for a name nobody knows, or where two layouts fit equally well
 */
export function layoutFor(
  layouts: readonly Layout[],
  columns: readonly string[],
  named: string | undefined,
  file: string,
): Layout {
  if (named !== undefined) return layoutNamed(layouts, named);
  const scored = layouts
    .map((layout) => ({ layout, score: detect(layout, columns) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0] | undefined];
  if (second !== undefined && second.score >= 0.5 && second.score === best.score)
    throw new HearsayError('usage', `this may be ${best.layout.title} or ${second.layout.title}`, {
      at: { file },
      remedy: `Say which with --layout ${best.layout.name} or --layout ${second.layout.name}.`,
    });
  return best.layout;
}

function layoutNamed(layouts: readonly Layout[], name: string): Layout {
  const found = layouts.find((layout) => layout.name === name.toLowerCase());
  if (found !== undefined) return found;
  throw new HearsayError('usage', `there is no layout "${name}"`, {
    remedy: `Known: ${layouts.map((layout) => layout.name).join(', ')}.`,
  });
}
