/**
 * Two bundles. The first carries transformers.js inside the build. It asks for a version of its image library that downloads at
 * install, and npm's overrides don't travel with a package; hearsay reads text, so the image library and the
 * browser's runtime are left out, and an installed hearsay needs registry packages alone. The second is the
 * script of the dashboard page with its charting library: one file, which the page holds.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const UNUSED = /^(sharp|onnxruntime-web)$/;
const OWN = /[\\/]dist[\\/]classify[\\/]runtime\.js$/;
const licence = join(
  dirname(createRequire(import.meta.url).resolve('@xenova/transformers')),
  '..',
  'LICENSE',
);

const engine = {
  input: 'dist/classify/runtime.js',
  platform: 'node',
  // hearsay's own files stay as they are; of the packages only transformers.js comes in.
  external: (id, importer) => id === 'onnxruntime-node' || (id.startsWith('.') && OWN.test(importer ?? '')),
  output: { dir: 'dist/classify', format: 'esm', chunkFileNames: 'engine.js' },
  plugins: [
    {
      name: 'without-images-and-browser',
      resolveId: (id) => (UNUSED.test(id) ? `\0unused:${id}` : null),
      load: (id) => (id.startsWith('\0unused:') ? 'export default {};' : null),
    },
    {
      name: 'with-its-licence',
      writeBundle: () => copyFileSync(licence, 'dist/classify/transformers.js.LICENSE'),
    },
  ],
};

const require = createRequire(import.meta.url);
const licenceOf = (name) =>
  readFileSync(join(dirname(require.resolve(name)), '..', 'LICENSE'), 'utf8').trim();
// Their licences ask to travel with every copy, and every page is one.
const notice = `/*! Observable Plot and D3\n${licenceOf('@observablehq/plot')}\n\n${licenceOf('d3')}\n*/`;

const page = {
  input: 'src/page/main.ts',
  platform: 'browser',
  tsconfig: 'src/page/tsconfig.json',
  // Schemas and checksums of the files that it shares with the program are left behind.
  treeshake: { moduleSideEffects: false, manualPureFunctions: ['z'] },
  output: { file: 'dist/page/dashboard.js', format: 'iife', minify: true, postBanner: notice },
};

export default [engine, page];
