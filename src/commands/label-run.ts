/** What `hearsay label` does: draws, writes, and asks where it is told to. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Candidate, type Strategy, sampleOf } from '../aggregate/sample.ts';
import { HearsayError } from '../errors.ts';
import { openTable } from '../formats/index.ts';
import { sourceOf } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import { openRun } from '../pipeline/run.ts';
import {
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type SentimentScore,
  type StanceScore,
} from '../reaction.ts';
import { lineOf } from '../report/records.ts';
import { writeTextFile } from '../report/text-file.ts';
import { type Io, print, rejectLine, say } from './command.ts';
import { type InputFlags, type ModelFlags, tableOptionsOf } from './options.ts';

export interface LabelFlags extends InputFlags, ModelFlags {
  readonly number: number;
  readonly strategy: Strategy;
  readonly seed: number;
  readonly target?: readonly string[];
  readonly output?: string;
  readonly ask?: boolean;
  readonly quiet?: boolean;
}

type Row = Record<string, string>;

interface Asked extends Candidate {
  readonly row: Row;
}

const COLUMNS = {
  sentiment: ['id', 'text', 'topic', 'sentiment', 'probability'],
  stance: ['id', 'text', 'topic', 'target', 'stance', 'probability'],
} as const;

export async function labelled(files: readonly string[], flags: LabelFlags, io: Io): Promise<void> {
  const { output, ask } = flags;
  if (ask && output === undefined)
    throw new HearsayError('usage', '--ask needs a file that keeps the labels', {
      remedy: 'Name one with -o.',
    });
  const isThere = output !== undefined && existsSync(output);
  if (isThere && !ask)
    throw new HearsayError('output', 'there is a file already, and it may hold labels', {
      at: { file: output },
      remedy: 'Go on labelling it with --ask, or name another.',
    });
  const rows = isThere ? await rowsIn(output) : await drawnRows(files, flags, io);
  if (output === undefined) return print(io, textOf(rows));
  if (!isThere) await writeTextFile(output, textOf(rows));
  if (ask) return askedFor(rows, output, io);
  say(io, flags.quiet, `${output}: ${rows.length} rows to label; then: hearsay analyze … --labels ${output}`);
}

async function drawnRows(files: readonly string[], flags: LabelFlags, io: Io): Promise<Row[]> {
  const run = await openRun(files, {
    as: flags.as,
    layout: flags.layout,
    textColumn: flags.textColumn,
    table: tableOptionsOf(flags),
    targets: flags.target,
    language: flags.language,
    model: flags.model,
    ...(flags.hubModel !== undefined && { hubModel: flags.hubModel }),
    stdin: io.stdin,
    onNotice: (line) => say(io, flags.quiet, line),
    onReject: (reject) => say(io, flags.quiet, rejectLine(reject)),
  });
  const candidates: Asked[] = [];
  try {
    for await (const reaction of run.reactions)
      if (reaction.kind !== 'commentary') candidates.push(...candidatesIn(reaction, flags.target));
  } finally {
    await run.close();
  }
  if (candidates.length === 0)
    throw new HearsayError('usage', 'nothing in the input was labelled by the models', {
      remedy: 'Name a --target that the texts are about, or leave it out.',
    });
  const drawn = sampleOf(candidates, flags.number, flags.strategy, flags.seed);
  return drawn.map(({ item, probability }) =>
    Object.assign({}, item.row, { probability: String(Number(probability.toPrecision(6))) }),
  );
}

function candidatesIn(reaction: ScoredReaction, targets: readonly string[] | undefined): Asked[] {
  const { id, text, topic } = reaction;
  const row = { id, text, topic: topic ?? '' };
  const asked = (score: SentimentScore | StanceScore, more: Row, key: string): Asked[] => {
    if (score.label === null) return [];
    const confidence = (score as unknown as Record<string, number>)[score.label] ?? 0;
    return [
      {
        id: key,
        stratum: `${more['target'] ?? ''}\u0000${score.label}`,
        confidence,
        row: { ...row, ...more },
      },
    ];
  };
  if (targets === undefined) return asked(reaction.sentiment, { sentiment: '' }, id);
  return reaction.stances.flatMap((score) =>
    asked(score, { target: score.target, stance: '' }, `${id}\u0000${score.target}`),
  );
}

const isStance = (rows: readonly Row[]): boolean => rows.some((row) => 'stance' in row);

function textOf(rows: readonly Row[]): string {
  const columns: readonly string[] = COLUMNS[isStance(rows) ? 'stance' : 'sentiment'];
  return [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))].map(lineOf).join('');
}

async function rowsIn(path: string): Promise<Row[]> {
  const table = await openTable(await sourceOf(path), {});
  const rows: Row[] = [];
  for await (const item of table.rows)
    if (!isReject(item))
      rows.push(Object.fromEntries(table.columns.map((name, i) => [name, item.cells[i] ?? ''])));
  const missing = COLUMNS[isStance(rows) ? 'stance' : 'sentiment'].filter(
    (name) => !table.columns.includes(name),
  );
  if (missing.length === 0) return rows;
  throw new HearsayError('usage', `this is no file of hearsay label: it lacks ${missing.join(', ')}`, {
    at: { file: path },
    remedy: 'Name a new file.',
  });
}

/** One record at a time; every answer is on disk before the next question. */
async function askedFor(rows: Row[], output: string, io: Io): Promise<void> {
  const column = isStance(rows) ? 'stance' : 'sentiment';
  const labels: readonly string[] = column === 'stance' ? STANCES : SENTIMENTS;
  const keys = labels.map((name, i) => `${i + 1} ${name}`).join(', ');
  const lines = createInterface({ input: io.stdin });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (row: Row): Promise<string | null> => {
    const toward = column === 'stance' ? `Toward ${shown(row['target'])}\n` : '';
    await print(io, `\n${shown(row['text'])}\n${toward}${keys}, Enter to skip, q to stop: `);
    for (;;) {
      const next = await answers.next();
      const answer = next.done ? 'q' : next.value.trim().toLowerCase();
      if (answer === 'q') return null;
      const label = labels[Number(answer) - 1] ?? labels.find((name) => name === answer) ?? '';
      if (label !== '' || answer === '') return label;
      await print(io, `${keys}, Enter to skip, q to stop: `);
    }
  };
  for (const row of rows.filter((it) => it[column] === '')) {
    const label = await ask(row);
    if (label === null) break;
    row[column] = label;
    if (label !== '') await writeTextFile(output, textOf(rows));
  }
  // A terminal that is still read keeps the program from ending.
  lines.close();
  const done = rows.filter((row) => row[column] !== '').length;
  await print(io, `\n${done} of ${rows.length} labelled in ${output}\n`);
}

/** No escape sequence of a post reaches the terminal. */
const shown = (text = ''): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
