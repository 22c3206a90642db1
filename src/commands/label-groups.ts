/** Scores of stance told apart: by target, by data set, and by whether a target was seen in training. */
import { bootstrapInterval } from '../aggregate/bootstrap.ts';
import { type Confusion, confusionOf, mean, meanF1, type Verdict } from '../aggregate/confusion.ts';
import type { Bounds } from '../aggregate/interval.ts';
import { STANCES } from '../reaction.ts';
import type { LabelledRow } from './labelled-rows.ts';
import type { KnownTargets } from './known-targets.ts';

/** A score with the middle 95 % of its bootstrap. */
export type ScoreInterval = Bounds & { readonly score: number };

export interface GroupScore {
  readonly name: string;
  readonly n: number;
  /** Mean F1 of favor and against. */
  readonly twoSided: number;
  readonly macroF1: number;
  readonly confusion: Confusion;
}

export interface Groups {
  readonly groups: readonly GroupScore[];
  /** Means over the groups, each counting alike. */
  readonly twoSided: number;
  readonly macroF1: number;
}

/** Rows toward targets that stand in a file of known ones, and toward targets that do not. */
export interface SeenScores {
  /** Name of the file of known targets. */
  readonly file: string;
  readonly seen: TargetsScore;
  readonly unseen: TargetsScore;
}

export interface TargetsScore {
  readonly n: number;
  readonly targets: number;
  readonly twoSided: ScoreInterval;
  readonly macroF1: ScoreInterval;
}

export interface GroupScores {
  readonly targets: Groups;
  readonly sources?: Groups;
  /** Mean over the data sets, each by its own measure: favor and against where it is named so, else all labels. */
  readonly ownMeasure?: ScoreInterval;
  readonly seen?: SeenScores;
}

interface JudgedRow extends Verdict {
  readonly row: LabelledRow;
}

const LABELS: readonly string[] = STANCES;
export const TWO_SIDES: readonly string[] = ['favor', 'against'];

export function groupScores(
  judged: readonly JudgedRow[],
  twoSided: readonly string[],
  known: KnownTargets | undefined,
): GroupScores {
  const hasSources = judged.some(({ row }) => row.source !== null);
  return {
    targets: groupsOf(judged, targetOf),
    ...(hasSources && {
      sources: groupsOf(judged, sourceOf),
      ownMeasure: scoreInterval(judged, (sample) => meanOfOwn(sample, twoSided)),
    }),
    ...(known && { seen: seenScores(judged, known) }),
  };
}

export const scoreInterval = <Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
): ScoreInterval => ({ score: statistic(items), ...bootstrapInterval(items, statistic) });

const targetOf = ({ row }: JudgedRow): string => row.target ?? '';
const sourceOf = ({ row }: JudgedRow): string => row.source ?? '';

function groupsOf(judged: readonly JudgedRow[], nameOf: (row: JudgedRow) => string): Groups {
  const groups = [...membersOf(judged, nameOf)].map(([name, members]): GroupScore => {
    const confusion = confusionOf(LABELS, members);
    const n = members.length;
    return { name, n, twoSided: meanF1(confusion, TWO_SIDES), macroF1: meanF1(confusion), confusion };
  });
  return {
    groups: groups.toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1)),
    twoSided: mean(groups.map((it) => it.twoSided)),
    macroF1: mean(groups.map((it) => it.macroF1)),
  };
}

function membersOf(
  judged: readonly JudgedRow[],
  nameOf: (row: JudgedRow) => string,
): ReadonlyMap<string, readonly JudgedRow[]> {
  const byName = new Map<string, JudgedRow[]>();
  for (const it of judged) {
    const members = byName.get(nameOf(it));
    if (members) members.push(it);
    else byName.set(nameOf(it), [it]);
  }
  return byName;
}

const meanOfOwn = (judged: readonly JudgedRow[], twoSided: readonly string[]): number =>
  mean(
    [...membersOf(judged, sourceOf)].map(([source, members]) =>
      meanF1(confusionOf(LABELS, members), twoSided.includes(source) ? TWO_SIDES : LABELS),
    ),
  );

function seenScores(judged: readonly JudgedRow[], known: KnownTargets): SeenScores {
  const score = (members: readonly JudgedRow[]): TargetsScore => {
    const f1 = (labels: readonly string[]): ScoreInterval =>
      scoreInterval(members, (sample) => meanF1(confusionOf(LABELS, sample), labels));
    const targets = membersOf(members, targetOf).size;
    return { n: members.length, targets, twoSided: f1(TWO_SIDES), macroF1: f1(LABELS) };
  };
  const isSeen = ({ row }: JudgedRow): boolean => known.has(row.target ?? '');
  return {
    file: known.file,
    seen: score(judged.filter(isSeen)),
    unseen: score(judged.filter((it) => !isSeen(it))),
  };
}
