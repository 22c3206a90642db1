/** The README tells the truth: its commands run, print what it shows, and it names everything that there is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { subcommands } from '../src/commands/index.ts';
import { EXIT_CODES } from '../src/errors.ts';
import { layouts } from '../src/layouts/index.ts';
import { FLAGS, KINDS, reactionSchema, SENTIMENTS, SPEAKER_FORMS, STANCES } from '../src/reaction.ts';
import { finished, freshDirectory, repository, type Run } from './helpers/program.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

interface Example {
  readonly command: string;
  /** Lines that it prints, in this order; others may stand where the README has `…`. */
  readonly shown: readonly string[];
}

const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1]!);

/** `$ command`, then its output. */
const examples: Example[] = blocks('console').flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((example) => {
      const [command = '', ...lines] = example.trimEnd().split('\n');
      return { command, shown: lines };
    }),
);

/** Plain lines to copy; those of npm itself are what CI runs. */
const commands = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s{2,}#.*$/, '').trim())
  .filter((line) => /hearsay/.test(line) && !/\bnpm (ci|test|install)\b/.test(line));

/** In a directory that holds the sample corpora, with the built program behind `npx hearsay`. */
function shown(command: string): Promise<Run> {
  const cwd = freshDirectory('corpora');
  const program = join(repository, 'dist/cli.js');
  const script = `npx() { shift; "${process.execPath}" "${program}" "$@"; }\n${command}`;
  return finished('bash', ['-c', script], { cwd });
}

/** `--explain` asks the models many times over. */
const SLOW = 300_000;

describe('the commands of the README', () => {
  test('are there', () => {
    expect(commands.length).toBeGreaterThan(4);
    expect(examples.length).toBeGreaterThan(1);
  });

  test.each(commands)(
    '%s',
    async (command) => {
      const run = await shown(command);
      expect(run.status, run.stderr).toBe(0);
    },
    SLOW,
  );

  test.each(examples)('$command prints what is shown', async ({ command, shown: lines }) => {
    const run = await shown(command);
    expect(run.status, run.stderr).toBe(0);
    expect(linesMissing(lines, run.stdout)).toEqual([]);
  });
});

/** What models print differs a little between processors: figures, bars and labels are left out of account. */
const withoutLabels = (line: string): string =>
  line
    .replaceAll(/\d+/g, '#')
    .replaceAll(/[█▌ ]+/g, ' ')
    .replaceAll(/negative|neutral|positive|favor|against|none|true|false/g, 'label')
    .trim();

/** Lines of the README that the output does not have in this order. */
function linesMissing(wanted: readonly string[], output: string): string[] {
  const lines = wanted.map(withoutLabels);
  const printed = output.split('\n').map(withoutLabels);
  let from = 0;
  return lines.filter((line) => {
    if (line.trim() === '…') return false;
    const at = printed.indexOf(line.trimEnd(), from);
    if (at < 0) return true;
    from = at + 1;
    return false;
  });
}

describe('the README names', () => {
  const named = (word: string | number): boolean =>
    readme.includes(`\`${word}\``) || readme.includes(`| ${word} |`);
  test.each([
    ['every command', subcommands.map(({ name }) => name), (name: string) => readme.includes(`| \`${name}`)],
    ['every exit code', Object.values(EXIT_CODES), named],
    ['every field of the record', Object.keys(reactionSchema.unwrap().shape), named],
    ['every label', [...SENTIMENTS, ...STANCES, ...KINDS, ...SPEAKER_FORMS], named],
    ['every flag', FLAGS, named],
    ['every layout', layouts.map(({ name }) => name), named],
  ] as [string, (string | number)[], (word: string | number) => boolean][])('%s', (_, words, isNamed) => {
    expect(words.filter((word) => !isNamed(word))).toEqual([]);
  });

  test('the two commands that do everything, in its first screen', () => {
    const screen = readme.split('\n').slice(0, 24).join('\n');
    expect(screen).toContain('npm ci && npx hearsay analyze');
    expect(screen).toContain('npm test');
  });
});
