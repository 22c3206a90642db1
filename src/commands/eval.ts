import { Argument, Command } from 'commander';
import { type Models, openModels } from '../classify/models.ts';
import { HearsayError } from '../errors.ts';
import type { Tagger } from '../extract/tagger.ts';
import { readingModels } from '../pipeline/reading-models.ts';
import { type Io, print, say, type Subcommand } from './command.ts';
import { evalQuotes } from './eval-quotes.ts';
import { type KnownTargets, knownTargets } from './known-targets.ts';
import { labelAgreement } from './label-agreement.ts';
import {
  type EvaluationOptions,
  LABELS,
  type LabelScores,
  labelScores,
  type LabelTask,
} from './label-scores.ts';
import { agreementText, scoresText } from './label-tables.ts';
import { type LabelColumns, type LabelledFile, labelledRows } from './labelled-rows.ts';
import { TARGET_CHECKS, type TargetCheck } from './target-check.ts';
import {
  type InputFlags,
  type ModelFlags,
  type RunFlags,
  tableOptionsOf,
  withModelOptions,
} from './options.ts';

const EXAMPLES = `
Examples:
  hearsay eval sentiment labelled.csv                   columns text and label
  hearsay eval stance labelled.ndjson.gz                keys text, target and label
  hearsay eval stance posts.csv --target "phone ban" --label-column stance
  hearsay eval stance dev.csv --seen train.csv          targets of train.csv apart from new ones
  hearsay eval sentiment mine.csv --second yours.csv    how far two annotators agree
  hearsay eval quotes annotated.ndjson                  keys id, text and attributions
`;

interface Flags extends LabelColumns, ModelFlags, RunFlags, InputFlags {
  readonly second?: string;
  readonly heldOut?: boolean;
  readonly twoSided?: string;
  readonly checkTarget?: boolean;
  readonly seen?: string;
  /** False with --no-tagger. */
  readonly tagger: boolean;
  readonly compare?: boolean;
  readonly json?: boolean;
}

export const evaluation: Subcommand = {
  name: 'eval',
  build: (io) =>
    withModelOptions(new Command('eval'))
      .description(
        'Score the models against labels: confusion, F1, intervals, calibration. No label leaves the file.',
      )
      .addArgument(new Argument('<what>', 'what the labels tell').choices(['sentiment', 'stance', 'quotes']))
      .argument('<file>', 'labelled CSV or NDJSON (quotes: NDJSON), also .gz; - for standard input')
      .option('--second <file>', "a second annotator's labels: agreement of the two instead of scores")
      .option('--text-column <column>', 'column or key of the text, by name or number (text)')
      .option('--label-column <column>', 'of the label (label, else sentiment or stance)')
      .option('--target-column <column>', 'of the target (target)')
      .option('--target <name>', 'one target for every row')
      .option(
        '--values <pairs>',
        'what the labels are called in the file, as in 0=negative,1=neutral,2=positive',
      )
      .option('--id-column <column>', 'of the id (id)')
      .option('--source-column <column>', 'of the data set that a row is from (source)')
      .option('--held-out', 'only the half of the rows, by hash of id, on which no calibration is fitted')
      .option('--two-sided <sources>', 'data sets, joined by commas, whose own measure leaves none out')
      .option(
        '--seen <file>',
        'stance: a training file; targets that stand in it are scored apart from others',
      )
      .option('--check-target', 'stance: also ask about other targets, and about none; the score should fall')
      .option('--no-tagger', 'quotes by the rules alone')
      .option('--compare', 'quotes by the rules alone, by the tagger alone and by both')
      .option('-d, --delimiter <character>', 'what separates the columns')
      .option('-t, --tabs', 'columns are separated by tabs')
      .option('-e, --encoding <name>', 'the encoding of the file')
      .option('--json', 'one JSON object with every figure, in 0–1')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('after', EXAMPLES)
      .action((what: LabelTask | 'quotes', file: string, flags: Flags) =>
        what === 'quotes' ? quotesEvaluated(file, flags, io) : evaluated(what, file, flags, io),
      ),
};

async function quotesEvaluated(
  file: string,
  { second, json, quiet, tagger, compare }: Flags,
  io: Io,
): Promise<void> {
  const models = await openModels();
  try {
    const onNotice = (line: string): void => say(io, quiet, line);
    const { tagger: found, encoder } = readingModels(models, { tagger: tagger && !compare, onNotice });
    // Without a tagger there is nothing to compare: it is asked for, and its absence is an error.
    const wanted = compare ? models.tag : found;
    const learned = wanted && remembering(wanted);
    await evalQuotes(file, { second, json, quiet, compare, tagger: learned, encoder }, io);
  } finally {
    await models.close();
  }
}

/** Each text is tagged once, however often it is read. */
function remembering(tagger: Tagger): Tagger {
  const known = new Map<string, ReturnType<Tagger>>();
  return (text) => {
    const spans = known.get(text) ?? tagger(text);
    known.set(text, spans);
    return spans;
  };
}

async function evaluated(task: LabelTask, path: string, flags: Flags, io: Io): Promise<void> {
  const read = (name: string) =>
    labelledRows(name, LABELS[task], { ...flags, needsTarget: task === 'stance' }, tableOptionsOf(flags), io);
  const file = await read(path);
  if (flags.second !== undefined) {
    const found = labelAgreement(LABELS[task], file, await read(flags.second));
    return print(io, flags.json ? asJson(found) : agreementText(found));
  }
  if (file.rows.length === 0)
    throw new HearsayError('usage', 'there is no labelled row', {
      at: { file: path },
      remedy: 'Give a file with texts and labels.',
    });
  const options = {
    language: flags.language,
    heldOut: flags.heldOut,
    onProgress: progress(io, flags),
  };
  const groups = {
    twoSided: flags.twoSided?.split(','),
    knownTargets: task === 'stance' ? await seenTargets(flags, io) : undefined,
  };
  const onNotice = (line: string): void => say(io, flags.quiet, line);
  const models = await openModels({ model: flags.model, hubModel: flags.hubModel, onNotice });
  try {
    const scores = {
      ...(await labelScores(task, file, models, { ...options, ...groups })),
      ...(flags.checkTarget && task === 'stance' && (await targetChecks(file, models, options))),
    };
    await print(io, flags.json ? asJson(scores) : scoresText(scores, groups.twoSided));
  } finally {
    await models.close();
  }
}

async function seenTargets({ seen, ...flags }: Flags, io: Io): Promise<KnownTargets | undefined> {
  if (seen === undefined) return undefined;
  return knownTargets(seen, flags.targetColumn, tableOptionsOf(flags), io);
}

async function targetChecks(
  file: LabelledFile,
  models: Models,
  options: EvaluationOptions,
): Promise<Pick<LabelScores, 'targetChecks'>> {
  const scoreWith = async (targetCheck: TargetCheck): Promise<[TargetCheck, number]> => {
    const scores = await labelScores('stance', file, models, { ...options, targetCheck });
    return [targetCheck, scores.headline.score];
  };
  const found: [TargetCheck, number][] = [];
  for (const check of TARGET_CHECKS) found.push(await scoreWith(check));
  return { targetChecks: Object.fromEntries(found) as Record<TargetCheck, number> };
}

const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** On a terminal only, and only now and then. */
function progress(io: Io, { quiet }: Flags): (done: number, of: number) => void {
  if (!io.stderr.isTTY || quiet) return () => {};
  return (done, of) => {
    if (done % 512 === 0) io.stderr.write(`\r${done} of ${of} rows`);
    if (done === of) say(io, false, `\r${of} of ${of} rows`);
  };
}
