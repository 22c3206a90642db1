/**
 * A packed hearsay in an empty folder: installed from the npm registry or its cache, it runs no script of any
 * package, installs a second time without the network, and does its main job.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { finished, freshDirectory, type Run } from '../helpers/program.ts';
import { asked, served } from '../helpers/server.ts';

interface Tarball {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const MEBIBYTE = 2 ** 20;
let tarball: Tarball;
let path: string;

beforeAll(async () => {
  const folder = freshDirectory();
  const packed = await finished('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  if (packed.status !== 0) throw new Error(packed.stderr);
  const report = JSON.parse(packed.stdout) as Tarball[] | Record<string, Tarball>;
  tarball = Object.values(report)[0]!;
  path = join(folder, tarball.filename);
});

async function installed(...flags: string[]): Promise<{ folder: string; run: Run }> {
  const folder = freshDirectory();
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  return { folder, run: await finished('npm', ['install', ...flags, path], { cwd: folder }) };
}

function packagesWithScripts(folder: string): string[] {
  const modules = join(folder, 'node_modules');
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)node_modules\/.*package\.json$|^(@[^/]+\/)?[^/]+\/package\.json$/.test(file))
    .filter((file) => {
      const { scripts = {} } = JSON.parse(readFileSync(join(modules, file), 'utf8')) as { scripts?: object };
      return ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);
    });
}

describe('the packed file', () => {
  test('stays under 120 MB', () => {
    expect(tarball.size).toBe(statSync(path).size);
    expect(tarball.size / MEBIBYTE).toBeLessThan(120);
  });

  test('carries the small models, the sample corpus and the build, and nothing of the workshop', () => {
    const paths = tarball.files.map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli.js',
        'dist/index.d.ts',
        'corpora/digest/digest.txt',
        'models/sentiment-small/onnx/model_quantized.onnx',
        'models/stance-small/onnx/model_quantized.onnx',
      ]),
    );
    expect(paths.filter((name) => /^(src|tests|models\/training|models\/[^/]+-base)\//.test(name))).toEqual(
      [],
    );
  });
});

describe('installed in an empty folder', () => {
  test(
    'runs no script of any package, works, and installs again without the network',
    { timeout: 600_000 },
    async () => {
      const first = await installed('--prefer-offline');
      expect(first.run.status, first.run.stderr).toBe(0);
      expect(packagesWithScripts(first.folder)).toEqual([]);

      const again = await installed('--offline');
      expect(again.run.status, again.run.stderr).toBe(0);

      const job = await finished('npx', ['hearsay', 'analyze'], { cwd: again.folder });
      expect(job.status, job.stderr).toBe(0);
      expect(job.stdout).toMatch(/\d+ topics.*\n\d+ posts and \d+ quotations/);

      const kept = await finished('npx', ['hearsay', 'analyze', '-o', 'out', '-q'], { cwd: again.folder });
      expect(kept.status, kept.stderr).toBe(0);
      const program = join(again.folder, 'node_modules/hearsay/dist/cli.js');
      const server = await served('out', [], { cwd: again.folder, program });
      expect((await asked(`${server.url}/api/reactions`)).status).toBe(200);
      expect(await server.stop()).toBe(0);

      const script = `import { analyze } from 'hearsay';
        const { reactions } = await analyze(['note.txt']);
        console.log(reactions.map(({ speaker, sentiment }) => speaker.name + ' ' + sentiment.label).join());`;
      writeFileSync(join(again.folder, 'note.txt'), '“What a wonderful bridge,” Ada Lindqvist said.\n');
      writeFileSync(join(again.folder, 'use.js'), script);
      const library = await finished('node', ['use.js'], { cwd: again.folder });
      expect(library.stderr).toBe('');
      expect(library.stdout).toBe('Ada Lindqvist positive\n');
    },
  );
});
