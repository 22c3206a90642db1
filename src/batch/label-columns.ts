/** The columns that scoring adds to a table: their names, and their cells for a row. */
import { HearsayError } from '../errors.ts';
import { FLAGS, type ScoredReaction, type StanceScore } from '../reaction.ts';

/** A target of stance: one for all rows, or what the row's own cell names. */
export type Target =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'column'; readonly name: string };

export type RowScore = Pick<ScoredReaction, 'sentiment' | 'stances' | 'flags'>;

export interface LabelColumns {
  readonly names: readonly string[];
  /** @param targets the row's own, in the order of the columns; null where its cell is empty */
  cells(score: RowScore, targets: readonly (string | null)[]): string[];
}

/** @param targets with the header's name for target columns, in argument order */
export function labelColumns(prefix: string, targets: readonly Target[]): LabelColumns {
  const sentiment = `${prefix}sentiment`;
  const bases = stanceBases(prefix, targets);
  return {
    names: [
      sentiment,
      `${sentiment}_negative`,
      `${sentiment}_neutral`,
      `${sentiment}_positive`,
      ...bases.flatMap(stanceNames),
      `${prefix}flags`,
    ],
    cells: (score, own) => [...sentimentCells(score), ...stanceCells(score.stances, own), flagsCell(score)],
  };
}

const stanceNames = (base: string): string[] => [base, `${base}_favor`, `${base}_against`, `${base}_none`];

/** One target needs no name of its own; several are told apart by theirs. */
function stanceBases(prefix: string, targets: readonly Target[]): string[] {
  const stance = `${prefix}stance`;
  if (targets.length === 1) return [stance];
  const taken = new Set<string>();
  return targets.map(({ name }) => {
    const base = `${stance}_${slugOf(name)}`;
    let free = base;
    for (let n = 2; stanceNames(free).some((column) => taken.has(column)); n++) free = `${base}_${n}`;
    for (const column of stanceNames(free)) taken.add(column);
    return free;
  });
}

/** `The Mayor's office` → `the_mayor_s_office`; `target` for a name without Latin letters or digits. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return plain === '' ? 'target' : plain;
}

const sentimentCells = ({ sentiment: it }: RowScore): string[] => [
  it.label ?? '',
  decimals(it.negative),
  decimals(it.neutral),
  decimals(it.positive),
];

/** The score has stances only for targets that the row has. */
function stanceCells(stances: readonly StanceScore[], targets: readonly (string | null)[]): string[] {
  let next = 0;
  return targets.flatMap((target) => {
    const it = target === null ? undefined : stances[next++];
    return it === undefined
      ? ['', '', '', '']
      : [it.label ?? '', decimals(it.favor), decimals(it.against), decimals(it.none)];
  });
}

/** Never with an exponent. */
const decimals = (probability: number | null): string => probability?.toFixed(4) ?? '';

function flagsCell({ flags, sentiment, stances }: RowScore): string {
  const own: string[] = FLAGS.filter((flag) => flags.includes(flag));
  if (sentiment.unsure) own.push('unsure:sentiment');
  if (stances.some((stance) => stance.unsure)) own.push('unsure:stance');
  return own.join(';');
}

/**
 * The places of the columns that stay: all, or with `overwrite` those whose names are not taken anew.
 * @throws HearsayError `usage` where a name is there already and may not be overwritten
 */
export function keptColumns(
  file: string,
  columns: readonly string[],
  added: readonly string[],
  overwrite: boolean,
): number[] {
  const taken = columns.filter((name) => added.includes(name));
  if (taken.length > 0 && !overwrite)
    throw new HearsayError('usage', `there is a column "${taken[0]}" already`, {
      at: { file },
      remedy: 'Replace it with --overwrite, or give the new columns another --prefix.',
    });
  return columns.flatMap((name, place) => (added.includes(name) ? [] : [place]));
}
