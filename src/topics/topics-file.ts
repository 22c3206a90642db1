/**
 * The topics file, YAML or JSON: topics in order of precedence, each with what tells that a post is about it.
 *
 * topics:
 *   - name: Ferry cuts
 *     words: [ferry, timetable]          any form of the word
 *     phrases: [relief vessel]           the words side by side, in any form
 *     hashtags: [SaveTheFerry]           with or without #, in any case
 *     examples: [One boat a day is not a timetable.]
 *     targets: [Sundline Ferries]        whom stance is asked toward in this topic
 *     found: {…}                         what a proposal rests on; not read
 */
import { isNode, LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { HearsayError } from '../errors.ts';
import { OTHER_TOPIC } from '../reaction.ts';
import { faultOf, yamlFault } from './topics-file-faults.ts';

const text = z.string().trim().min(1, 'must not be empty');
/** A key with nothing behind it is a list from which everything was taken away. */
const list = z.preprocess((value) => (value === '' ? [] : value), z.array(text).default([]));

const topicSchema = z
  .strictObject({
    name: text,
    words: list,
    phrases: list,
    hashtags: list,
    examples: list,
    targets: list,
    found: z.unknown().optional(),
  })
  .refine(({ name }) => name.toLowerCase() !== OTHER_TOPIC, { path: ['name'], error: '"other" is the rest' });

const fileSchema = z
  .strictObject({ topics: z.array(topicSchema).min(1, 'must hold one topic or more') })
  .superRefine(({ topics }, context) => {
    const first = new Map<string, number>();
    topics.forEach(({ name }, index) => {
      const before = first.get(name.toLowerCase());
      if (before === undefined) first.set(name.toLowerCase(), index);
      else
        context.addIssue({
          code: 'custom',
          path: ['topics', index, 'name'],
          message: `"${name}" is the name of topic ${before + 1} already`,
        });
    });
  });

const FILE_KEYS = ['topics'];
const TOPIC_KEYS = Object.keys(topicSchema.shape);

export type GivenTopic = Omit<z.infer<typeof topicSchema>, 'found'>;

/**
 * Topics of a file's content; a bare list of topics is taken too. Throws `usage` with the line, the way to what
 * is wrong, and what to write instead.
 */
export function givenTopics(content: string, file: string): GivenTopic[] {
  const lines = new LineCounter();
  const document = parseDocument(content.replace(/^\uFEFF/u, ''), {
    lineCounter: lines,
    prettyErrors: false,
    // Text as it is written: "no", "2024" and "3.50" are words here.
    schema: 'failsafe',
  });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    const { message, remedy } = yamlFault(broken, content.split(/\r?\n/u)[line - 1] ?? '');
    throw wrong(file, line, message, remedy);
  }
  // An alias may refer to its own list: the default limits of the parser end that with an error.
  const value = plainValue(() => document.toJS() as unknown, file);
  const isList = Array.isArray(value);
  const parsed = fileSchema.safeParse(isList ? { topics: value } : value);
  if (parsed.success) return parsed.data.topics.map(({ found: _found, ...topic }) => topic);
  // A key that is misspelt is missing under its right name too: the misspelling is what to mend.
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!;
  const path = issueAt(issue);
  const inFile = isList ? path.slice(1) : path;
  const { message, remedy } = faultOf(issue, path, path.length === 1 ? FILE_KEYS : TOPIC_KEYS);
  throw wrong(file, lineOf(inFile), `${pathText(path)}: ${message}`, remedy);

  function lineOf(way: readonly PropertyKey[]): number {
    for (let length = way.length; length >= 0; length--) {
      const node: unknown = document.getIn(way.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

/** A topics file for a person to edit. */
export function topicsFile(topics: readonly Partial<GivenTopic>[]): string {
  return stringify({ topics }, { lineWidth: 110 });
}

function plainValue(read: () => unknown, file: string): unknown {
  try {
    return read();
  } catch (error) {
    const message = firstLine(error instanceof Error ? error.message : String(error));
    throw wrong(file, 1, message, 'Write the lists out.');
  }
}

type Issue = z.core.$ZodIssue;

/** Where the issue is; for a key that is not known, the key itself. */
function issueAt(issue: Issue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : [...issue.path];
}

/** `topics[2].words[1]`, counted from 1 as a person counts. */
function pathText(path: readonly PropertyKey[]): string {
  const written = path.map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${String(key)}`)).join('');
  return written.replace(/^\./u, '') || 'the file';
}

const firstLine = (message: string): string => message.split('\n')[0] as string;

function wrong(file: string, line: number, message: string, remedy: string): HearsayError {
  return new HearsayError('usage', `line ${line}: ${message}`, { at: { file }, remedy });
}
