/** What is wrong in a topics file, and what to write instead. */
import type { YAMLParseError } from 'yaml';
import type { z } from 'zod';

export interface Fault {
  readonly message: string;
  /** One imperative sentence. */
  readonly remedy: string;
}

const PROPOSE = 'Begin it with "topics:" and a list, as `hearsay topics EXPORT -o topics.yaml` writes one.';
const QUOTE = 'Put it in quotation marks.';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'text',
  object: 'a mapping with keys',
};

/** @param path where the issue is; @param known the keys that may stand there */
export function faultOf(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
  known: readonly string[],
): Fault {
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] as string, known);
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'invalid_type') {
    if (path.length > 0 && issue.message.endsWith('received undefined'))
      return { message: 'missing', remedy: key === 'topics' ? PROPOSE : `Give it a ${key}.` };
    return {
      message: `expected ${KINDS[issue.expected] ?? issue.expected}`,
      remedy: typeRemedy(issue, path),
    };
  }
  if (issue.code === 'custom') return { message: issue.message, remedy: 'Give it another name.' };
  return { message: issue.message, remedy: path.at(0) === key ? PROPOSE : 'Fill it in or take it out.' };
}

function typeRemedy({ expected }: z.core.$ZodIssueInvalidType, path: readonly PropertyKey[]): string {
  const key = String(path.at(-1) ?? '');
  if (path.length === 0) return PROPOSE;
  if (key === 'topics') return 'Begin each topic with "- name:".';
  if (expected === 'array') return `Write a list: ${key}: [one, two].`;
  return expected === 'object' ? 'Begin each topic with "name:".' : QUOTE;
}

function unknownKey(key: string, known: readonly string[]): Fault {
  const opening = key.toLowerCase().slice(0, 3);
  const meant = known.find((each) => each.startsWith(opening));
  const remedy =
    meant === undefined ? `Use one of ${known.join(', ')}, or take it out.` : `Write "${meant}" instead.`;
  return { message: 'not a key of a topics file', remedy };
}

/** @param line the line at which the parser stopped */
export function yamlFault({ code, message }: YAMLParseError, line: string): Fault {
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second document begins here', remedy: 'Take out the line with ---.' };
  const [said] = message.split('\n');
  return { message: said as string, remedy: yamlRemedy(line) };
}

/** What people most often leave unquoted. */
function yamlRemedy(line: string): string {
  if (/[[,\s-]#\S/u.test(line)) return 'Put hashtags in quotation marks, or leave out their #.';
  if (/:\s.*:\s/u.test(line)) return 'Put text with a colon in quotation marks.';
  return 'Mend the file there.';
}
