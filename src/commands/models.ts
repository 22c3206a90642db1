import { basename } from 'node:path';
import { Command } from 'commander';
import stringWidth from 'string-width';
import { damageIn, modelAt, modelPaths, modelPlaces, sizeOf } from '../classify/folder.ts';
import type { Metadata } from '../classify/metadata.ts';
import { HearsayError } from '../errors.ts';
import { type Io, print, type Subcommand } from './command.ts';

const EXAMPLES = `
Examples:
  hearsay models                          which models are there, and whether they are whole
  hearsay models --json                   the same with all scores, for programs
  HEARSAY_MODELS=~/big hearsay models     those of another folder too
`;

export const models: Subcommand = {
  name: 'models',
  build: (io) =>
    new Command('models')
      .description(
        'List the models: size, licence, scores on development sets, and whether each file is whole.',
      )
      .addHelpText('after', EXAMPLES)
      .option('--json', 'one JSON array, with checksums and all scores')
      .action(({ json }: { json?: boolean }) => listed(io, json === true)),
};

type Described = 'task' | 'size' | 'base' | 'licence' | 'languages' | 'devScores' | 'sha256';

/** A model as `--json` prints it; where its description can't be read, what that would tell is left out. */
interface Entry extends Partial<Pick<Metadata, Described>> {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly state: 'whole' | 'damaged';
  /** Files that are missing, can't be read or don't have their checksum. */
  readonly damaged: readonly string[];
}

async function listed(io: Io, json: boolean): Promise<void> {
  const places = modelPlaces(undefined, io.env);
  const entries = await Promise.all(modelPaths(places).map(entryOf));
  if (entries.length === 0)
    throw new HearsayError('model', `there are no models in ${places.join(' or ')}`, {
      remedy: 'Install hearsay again, or name the folder that has them in HEARSAY_MODELS.',
    });
  await print(io, json ? `${JSON.stringify(entries, null, 2)}\n` : tableOf(entries));
  const damaged = entries.filter((it) => it.state === 'damaged');
  if (damaged.length > 0)
    throw new HearsayError('model', `damaged: ${damaged.map((it) => it.name).join(', ')}`, {
      remedy: 'Install hearsay again, or put a whole copy of the folder there.',
    });
}

async function entryOf(folder: string): Promise<Entry> {
  try {
    const model = modelAt(folder);
    const { name, task, size, base, licence, languages, sha256, devScores } = model.metadata;
    const damaged = (await damageIn(model)).map((it) => it.file);
    const state = damaged.length === 0 ? 'whole' : 'damaged';
    const bytes = await sizeOf(model);
    return { name, task, size, base, licence, languages, folder, bytes, state, damaged, devScores, sha256 };
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    return { name: basename(folder), folder, bytes: 0, state: 'damaged', damaged: ['hearsay.json'] };
  }
}

const HEAD = ['model', 'task', 'MB', 'score on dev', 'files', 'licence'];

const LEGEND = `Scores in points of 100, with the 95 % interval: macro-recall for sentiment, the mean over data sets of
each one's F1 for stance, F1 of overlapping contents for tagging.`;

function tableOf(entries: readonly Entry[]): string {
  const rows = [HEAD, ...entries.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column]!))));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i]!, i === 2))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\n${LEGEND}\n`;
}

function cellsOf(entry: Entry): string[] {
  const files = entry.state === 'whole' ? 'whole' : `damaged: ${entry.damaged.join(', ')}`;
  const size = (entry.bytes / 1e6).toFixed(1);
  return [entry.name, entry.task ?? '-', size, scoreOf(entry), files, entry.licence ?? '-'];
}

/** `76.13 (73.49–78.88)`: the headline score with its 95 % interval. */
function scoreOf({ devScores }: Entry): string {
  const { headline, interval, contentOverlap } = devScores ?? {};
  if (typeof contentOverlap === 'number') return contentOverlap.toFixed(1);
  if (typeof headline !== 'number') return '-';
  const range = Array.isArray(interval) ? ` (${interval.map((it) => Number(it).toFixed(1)).join('–')})` : '';
  return `${headline.toFixed(1)}${range}`;
}

const padded = (cell: string, width: number, toRight: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return toRight ? space + cell : cell + space;
};
