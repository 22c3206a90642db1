/** `hearsay eval quotes`: a reading against labels, or two annotators against each other. */
import { type Count, measuresOf, type QuoteScores, quoteScores, TOLD } from '../extract/evaluation.ts';
import type { Share } from '../extract/share.ts';
import type { Resolution } from '../extract/coreference.ts';
import { labelledOf } from '../extract/labelled.ts';
import { type ReadingOptions, readingOf } from '../extract/reading.ts';
import type { Tagger } from '../extract/tagger.ts';
import { SPEAKER_FORMS } from '../reaction.ts';
import { type Io, print, say } from './command.ts';
import { type AnnotatedDocument, labelledDocuments } from './labelled-documents.ts';
import { type LabelFigures, type QuoteAgreement, quoteAgreement } from './quote-agreement.ts';

export interface EvalQuotesOptions {
  /** A second annotator's file: agreement of the two instead of scores. */
  readonly second?: string | undefined;
  /** Finds indirect speech; without it the rules read alone. */
  readonly tagger?: Tagger | undefined;
  readonly encoder?: ReadingOptions['encoder'];
  /** Rules alone, tagger alone and both, in one run. */
  readonly compare?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export async function evalQuotes(file: string, options: EvalQuotesOptions, io: Io): Promise<void> {
  const documents = await labelledDocuments(file, io);
  if (options.second !== undefined) {
    const found = quoteAgreement(documents, await labelledDocuments(options.second, io));
    return print(io, options.json ? asJson(found) : agreementText(found, file, options.second));
  }
  const started = performance.now();
  const all: Record<string, QuoteScores> = {};
  for (const [reader, how] of Object.entries(readersOf(options)))
    all[reader] = await scored(documents, { ...how, encoder: options.encoder });
  const seconds = (performance.now() - started) / 1000;
  say(io, options.quiet, `${documents.length} documents read in ${seconds.toFixed(1)} s`);
  const each = Object.entries(all);
  if (options.json) return print(io, asJson(options.compare ? all : each[0]![1]));
  await print(io, each.map(([reader, scores]) => scoresText(scores, file, reader)).join('\n'));
}

/** The ways to read that are measured, by what they are called. */
function readersOf({ tagger, compare }: EvalQuotesOptions): Record<string, ReadingOptions> {
  const both: Record<string, ReadingOptions> = tagger
    ? { 'rules and tagger': { tagger } }
    : { 'rules alone': {} };
  return compare && tagger ? { 'rules alone': {}, 'tagger alone': { tagger, rules: false }, ...both } : both;
}

async function scored(documents: readonly AnnotatedDocument[], how: ReadingOptions): Promise<QuoteScores> {
  const read = [];
  for (const { id, text } of documents) {
    const { reactions } = await readingOf({ name: id, text }, how);
    read.push(reactions.map(labelledOf));
  }
  const told = documents.some(({ attributions }) => attributions.some(({ kind }) => kind === 'commentary'));
  const scoredOnes = told ? read : read.map((found) => found.filter(({ kind }) => kind !== 'commentary'));
  return quoteScores(documents, scoredOnes);
}

const asJson = (figures: object): string => `${JSON.stringify(figures, null, 2)}\n`;
const points = (share: number): string => (100 * share).toFixed(1).padStart(6);

/** @param reader by what it was read, as in `rules alone` */
export function scoresText(scores: QuoteScores, file: string, reader: string): string {
  const rows: readonly (readonly [string, Count])[] = [
    ['contents, overlapping', scores.contents.overlapping],
    ['contents, exact', scores.contents.exact],
    ['sources, overlapping', scores.sources.overlapping],
    ['sources, exact', scores.sources.exact],
    ['cues, overlapping', scores.cues.overlapping],
    ['cues, exact', scores.cues.exact],
    ['direct quotations, 4 words and more', scores.direct],
    ['  marks alone', scores.marksAlone],
  ];
  const shares: readonly (readonly [string, Share])[] = [
    ['direct quotations with the right speaker', scores.directSpeaker],
    ['contents found with the right speaker', scores.speaker],
    ...TOLD.filter((key) => scores.told[key].of > 0).map(
      (key) => [`  the same ${key}`, scores.told[key]] as const,
    ),
  ];
  return [
    `${file}: ${scores.documents} documents, read by ${reader}`,
    '',
    `${' '.repeat(38)}precision recall     F1  found labelled`,
    ...rows.map(([name, count]) => countLine(name, count)),
    '',
    ...shares.map(([name, share]) => shareLine(name, share)),
    ...resolutionLines(scores.resolution),
    '',
  ].join('\n');
}

function countLine(name: string, count: Count): string {
  const { precision, recall, f1 } = measuresOf(count);
  const sizes = `${String(count.found).padStart(6)} ${String(count.labelled).padStart(8)}`;
  return `${name.padEnd(40)} ${points(precision)} ${points(recall)} ${points(f1)} ${sizes}`;
}

const shareLine = (name: string, { right, of }: Share): string =>
  `${name.padEnd(42)} ${of === 0 ? '     –' : points(right / of)}   (${right} of ${of})`;

/** Only where the labels tell names. */
function resolutionLines({ forms, merged, open, bCubed }: Resolution): string[] {
  if (bCubed.of === 0) return [];
  const [precision, recall] = [bCubed.precision / bCubed.of, bCubed.recall / bCubed.of];
  const f1 = (2 * precision * recall) / (precision + recall);
  return [
    '',
    'speakers resolved to the labelled name',
    ...SPEAKER_FORMS.filter((form) => forms[form].of > 0).map((form) => shareLine(`  ${form}`, forms[form])),
    `of the others ${merged} got another speaker's name, ${open} stayed open`,
    `${'B³ over quotations of one name'.padEnd(40)} ${points(precision)} ${points(recall)} ${points(f1)} ${String(bCubed.of).padStart(6)}`,
  ];
}

export function agreementText(found: QuoteAgreement, first: string, second: string): string {
  const line = (name: string, count: Count): string =>
    `${name.padEnd(42)} F1 ${measuresOf(count).f1.toFixed(3)}   (${count.labelled} and ${count.found} found, ${count.right} shared)`;
  const share = ([key, { right, of }]: readonly [string, Share]): string =>
    `${`  the same ${key}`.padEnd(42)}    ${of === 0 ? '–' : (right / of).toFixed(3)}   (${right} of ${of})`;
  const labels = (name: string, figures: LabelFigures | null): string[] =>
    figures === null
      ? []
      : [
          `${name.padEnd(42)}    ${figures.same.toFixed(3)}   (n ${figures.n}, κ ${figures.kappa.toFixed(3)}, α ${figures.alpha.toFixed(3)})`,
        ];
  return [
    `${first} and ${second}: ${found.documents} ${found.documents === 1 ? 'document' : 'documents'}`,
    '',
    line('attributions with the same content', found.contents),
    line('their parts', found.parts),
    ...Object.entries(found.shared)
      .filter(([, { of }]) => of > 0)
      .map(share),
    ...labels('sentiment', found.sentiment),
    ...labels('stance', found.stance),
    '',
  ].join('\n');
}
