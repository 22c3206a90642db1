/** Holds the house to its plan: who may import whom, which room knows which package, how large a file grows. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm;

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => ({
    from: file,
    to: String(match[3] ?? match[4]),
    typeOnly: match[2] !== undefined,
  }));

const sources = filesIn(source, '.ts');
const imports = sources.flatMap(importsOf);
const inside = imports.filter(({ to }) => to.startsWith('.'));
const outside = imports.filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'));
const targetOf = ({ from, to }: Import): string => resolve(dirname(from), to);
const nameOf = (file: string): string => relative(source, file);
const roomOf = (file: string): string => nameOf(file).split('/')[0] ?? '';

const STAGES = ['formats', 'layouts', 'text', 'extract', 'topics', 'classify', 'aggregate'];
const RULES: Record<string, readonly string[]> = {
  'reaction.ts': [],
  'errors.ts': [],
  formats: [],
  text: [],
  aggregate: [],
  layouts: ['formats'],
  extract: ['text'],
  classify: ['text'],
  topics: ['text'],
  page: ['aggregate', 'formats'],
  report: ['aggregate', 'formats', 'page'],
  pipeline: STAGES,
  batch: ['pipeline', 'formats', 'layouts', 'classify'],
  serve: ['report', 'aggregate', 'formats', 'classify'],
  commands: [...STAGES, 'report', 'batch', 'pipeline', 'serve'],
  'index.ts': [...STAGES, 'report', 'batch', 'pipeline'],
  'cli.ts': ['commands'],
};

const PACKAGES: Record<string, RegExp> = {
  papaparse: /^formats\//,
  'hyparquet-writer': /^formats\//,
  linkedom: /^formats\//,
  '@mozilla/readability': /^formats\//,
  natural: /^text\//,
  compromise: /^text\//,
  eld: /^text\//,
  '@xenova/transformers': /^classify\/runtime\.ts$/,
  'onnxruntime-node': /^classify\/runtime\.ts$/,
  graphology: /^topics\//,
  'graphology-communities-louvain': /^topics\//,
  hono: /^serve\//,
  '@hono/node-server': /^serve\//,
  'prom-client': /^serve\//,
  '@duckdb/node-api': /^serve\/stored\.ts$/,
  '@observablehq/plot': /^page\//,
  d3: /^page\//,
  commander: /^(commands\/|cli\.ts$)/,
};

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the rooms', () => {
  test('a room imports only what the table allows', () => {
    const strangers = inside
      .map((edge) => ({ edge, room: roomOf(edge.from), target: roomOf(targetOf(edge)) }))
      .filter(({ room, target }) => room !== target && !['reaction.ts', 'errors.ts'].includes(target))
      .filter(({ room, target }) => !RULES[room]?.includes(target))
      .map(({ edge }) => `${nameOf(edge.from)} → ${nameOf(targetOf(edge))}`);
    expect(strangers).toEqual([]);
  });

  test('every file stands in a room of the plan', () => {
    expect(sources.map(nameOf).filter((file) => RULES[file.split('/')[0]!] === undefined)).toEqual([]);
  });

  test('the page’s script shares with the program only what runs in a browser', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const edge of imports.filter(({ from, typeOnly }) => from === file && !typeOnly))
        if (edge.to.startsWith('.')) follow(targetOf(edge));
    };
    follow(join(source, 'page/main.ts'));
    const bound = [...reached].flatMap((file) =>
      importsOf(file).filter(({ to, typeOnly }) => to.startsWith('node:') && !typeOnly),
    );
    expect(bound.map(({ from, to }) => `${nameOf(from)} → ${to}`)).toEqual([]);
  });

  test('there are no cycles', () => {
    expect(cyclesIn(inside.map((edge) => [nameOf(edge.from), nameOf(targetOf(edge))]))).toEqual([]);
  });

  test('a package is known to its room alone', () => {
    const misplaced = outside
      .filter(({ from, to }) => !(PACKAGES[packageOf(to)] ?? /./).test(nameOf(from)))
      .map(({ from, to }) => `${nameOf(from)} → ${to}`);
    expect(misplaced).toEqual([]);
  });

  test('only serve loads the database and the server, and only once it is called', () => {
    const heavy = ['hono', '@hono/node-server', 'prom-client', '@duckdb/node-api'];
    const valued = imports.filter(({ typeOnly }) => !typeOnly);
    const reached = (starts: readonly string[]): string[] => {
      const files = new Set(starts);
      // What is added while the set is walked is walked as well.
      for (const file of files)
        for (const edge of valued)
          if (edge.from === file && edge.to.startsWith('.')) files.add(targetOf(edge));
      return valued.filter(({ from }) => files.has(from)).map(({ to }) => packageOf(to));
    };
    const commands = filesIn(join(source, 'commands'), '.ts');
    const others = commands.filter(
      (file) => !['commands/serve.ts', 'commands/index.ts'].includes(nameOf(file)),
    );
    const found = (starts: readonly string[]): string[] =>
      reached(starts).filter((name) => heavy.includes(name));
    expect(found([...others, join(source, 'index.ts')])).toEqual([]);
    expect(new Set(found([join(source, 'commands/serve.ts')]))).toEqual(new Set(heavy));
    const early = [
      ...readFileSync(join(source, 'commands/serve.ts'), 'utf8').matchAll(/^import .*serve\/.*$/gm),
    ];
    expect(early).toEqual([]);
  });

  test('natural is taken in parts, since the whole of it opens database clients', () => {
    expect(outside.filter(({ to }) => to === 'natural').map(({ from }) => nameOf(from))).toEqual([]);
  });

  test('every imported package is a dependency, and every dependency is imported', () => {
    const declared = Object.keys(
      (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies,
    );
    const used = new Set(outside.map(({ to }) => packageOf(to)));
    // Carried inside the build, so that a packed hearsay installs without its image library.
    used.delete('@xenova/transformers');
    // The page's script holds its charting library.
    for (const name of ['@observablehq/plot', 'd3']) used.delete(name);
    used.add('onnxruntime-node');
    expect([...used].sort()).toEqual([...declared].sort());
  });
});

describe('the sizes', () => {
  test('no source file is longer than 400 lines', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map(nameOf)).toEqual([]);
  });

  test('nothing is left to be done later', () => {
    const open = sources.filter((file) =>
      /\b(TODO|FIXME|XXX|not implemented)\b/i.test(readFileSync(file, 'utf8')),
    );
    expect(open.map(nameOf)).toEqual([]);
  });
});

describe('the tests', () => {
  test('mirror the source: a test stands where its subject stands', () => {
    const free = /^tests\/(cli|browser|chaos|package|imports|bench|helpers|golden|fixtures)\//;
    const orphans = filesIn(join(root, 'tests'), '.test.ts')
      .map((file) => relative(root, file))
      .filter((file) => !free.test(file) && file.split('/').length > 2)
      .filter((file) => {
        const room = join(source, dirname(relative('tests', file)));
        return !existsSync(room);
      });
    expect(orphans).toEqual([]);
  });
});

describe('the top level', () => {
  test('holds what the plan names, and dotfiles', () => {
    const allowed = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'src',
      'corpora',
      'models',
      'tests',
    ];
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
    const names = new Set(tracked.filter(Boolean).map((file) => file.split('/')[0]!));
    const strange = [...names].filter(
      (name) => !name.startsWith('.') && ![...allowed, 'README.md', 'LICENSE', 'CHANGELOG.md'].includes(name),
    );
    expect(strange).toEqual([]);
  });
});

function cyclesIn(edges: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const [from] of edges) visit(from, []);
  return found;
}
