/** The figures of `eval` as a person reads them: points of 100, columns aligned, no colour. */
import stringWidth from 'string-width';
import { clipped } from '../aggregate/clipped.ts';
import type { Confusion } from '../aggregate/confusion.ts';
import type { Bounds } from '../aggregate/interval.ts';
import { oneLine } from '../report/plain.ts';
import type { LabelAgreement } from './label-agreement.ts';
import type { Groups, ScoreInterval, SeenScores } from './label-groups.ts';
import type { LabelScores } from './label-scores.ts';

const points = (share: number): string => (100 * share).toFixed(2);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const count = (n: number): string => n.toLocaleString('en-GB');
const range = ({ lo, hi }: Bounds): string => `${points(lo)}–${points(hi)}`;
const MOST_GROUPS = 20;
/** A claim as a target can be as long as a post. */
const WIDEST_NAME = 48;

/** @param twoSided data sets whose own measure leaves `none` out */
export function scoresText(scores: LabelScores, twoSided: readonly string[] = []): string {
  const { headline, macroF1, classes, calibration, sure } = scores;
  return [
    `${scores.models.join(' + ')} on ${scores.file}: ${rowsText(scores)}`,
    '',
    confusionText(scores.confusion, 'true', 'found'),
    '',
    aligned([
      ['label', 'precision', 'recall', 'F1', 'n'],
      ...classes.map((it) => [it.label, points(it.precision), points(it.recall), points(it.f1), count(it.n)]),
    ]),
    '',
    aligned([
      [headline.measure, points(headline.score), `(95 %: ${range(headline)})`],
      ['mean F1 of all labels', points(macroF1.score), `(95 %: ${range(macroF1)})`],
      ['accuracy', points(scores.accuracy), ''],
    ]),
    '',
    `expected calibration error ${calibration.error.toFixed(4)}`,
    aligned([
      ['probability', 'mean', 'right', 'n'],
      ...calibration.bins.map((bin) => [
        `${bin.from.toFixed(2)}–${bin.to.toFixed(2)}`,
        percent(bin.meanProbability),
        percent(bin.shareRight),
        count(bin.n),
      ]),
    ]),
    `sure of ${percent(sure.share)} of the rows; ${percent(sure.right)} of those are right`,
    ...targetChecksText(scores),
    ...groupsText('target', scores.targets),
    ...groupsText('source', scores.sources),
    ...(scores.ownMeasure && twoSided.length > 0 ? [ownMeasureText(scores.ownMeasure, twoSided)] : []),
    ...seenText(scores.seen),
    '',
  ].join('\n');
}

export function agreementText(found: LabelAgreement): string {
  const left = found.onlyFirst + found.onlySecond;
  return [
    `${found.files.join(' and ')}: ${count(found.rows)} ${found.rows === 1 ? 'row' : 'rows'} labelled by both${left > 0 ? `, ${count(left)} by one only` : ''}`,
    '',
    confusionText(found.confusion, 'first', 'second'),
    '',
    aligned([
      ['agreement', percent(found.agreement), ''],
      ["Cohen's kappa", found.kappa.score.toFixed(3), decimals(found.kappa)],
      ["Krippendorff's alpha", found.alpha.score.toFixed(3), decimals(found.alpha)],
    ]),
    '',
  ].join('\n');
}

const decimals = ({ lo, hi }: Bounds): string => `(95 %: ${lo.toFixed(3)}–${hi.toFixed(3)})`;

function rowsText({ rows, withheld, unlabelled, rejected }: LabelScores): string {
  const others = [
    withheld > 0 && `${count(withheld)} of them not asked about (no text or another language)`,
    unlabelled > 0 && `${count(unlabelled)} without a label left out`,
    rejected > 0 && `${count(rejected)} rejected`,
  ];
  return [`${count(rows)} ${rows === 1 ? 'row' : 'rows'}`, ...others.filter(Boolean)].join(', ');
}

function confusionText({ labels, counts }: Confusion, down: string, across: string): string {
  const hasNothing = counts.some((row) => row[labels.length]! > 0);
  const columns = hasNothing ? [...labels, 'nothing'] : labels;
  return aligned([
    [`${down} \\ ${across}`, ...columns],
    ...labels.map((label, i) => [label, ...columns.map((_, j) => count(counts[i]![j]!))]),
  ]);
}

/** How far the headline score falls once the model is asked about another target, or none. */
function targetChecksText({ headline, targetChecks }: LabelScores): string[] {
  if (targetChecks === undefined) return [];
  const line = (asked: string, score: number): string =>
    `${headline.measure} ${asked}: ${points(score)}, ${points(headline.score - score)} points less`;
  return [
    '',
    line('when asked about another target', targetChecks.swapped),
    line('when asked about none', targetChecks.blank),
  ];
}

function groupsText(kind: string, found: Groups | undefined): string[] {
  if (found === undefined) return [];
  const { groups } = found;
  const hidden = groups.length - MOST_GROUPS;
  const rows = groups
    .slice(0, MOST_GROUPS)
    .map((it) => [
      clipped(oneLine(it.name), WIDEST_NAME),
      points(it.twoSided),
      points(it.macroF1),
      count(it.n),
    ]);
  const means = [`mean over ${count(groups.length)}`, points(found.twoSided), points(found.macroF1), ''];
  return [
    '',
    aligned([[kind, 'F1 favor/against', 'F1 of all', 'n'], ...rows, means]),
    ...(hidden > 0 ? [`and ${count(hidden)} smaller ones; --json has them all`] : []),
  ];
}

const ownMeasureText = (score: ScoreInterval, twoSided: readonly string[]): string =>
  `mean, each by its own measure (without none: ${twoSided.join(', ')})  ${points(score.score)}  (95 %: ${range(score)})`;

function seenText(found: SeenScores | undefined): string[] {
  if (found === undefined) return [];
  const scored = (score: ScoreInterval): string => `${points(score.score)} (${range(score)})`;
  const row = (name: string, { n, targets, twoSided, macroF1 }: SeenScores['seen']): string[] =>
    n === 0
      ? [name, '-', '-', '0', '0']
      : [name, scored(twoSided), scored(macroF1), count(targets), count(n)];
  return [
    '',
    aligned([
      [`targets of ${found.file}`, 'F1 favor/against', 'F1 of all', 'targets', 'n'],
      row('in it', found.seen),
      row('not in it', found.unseen),
    ]),
  ];
}

/** First column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => {
          const space = ' '.repeat(widths[i]! - stringWidth(cell));
          return i === 0 ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
