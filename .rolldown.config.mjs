/**
 * Carries transformers.js inside the build. It asks for a version of its image library that downloads at
 * install, and npm's overrides don't travel with a package; hearsay reads text, so the image library and the
 * browser's runtime are left out, and an installed hearsay needs registry packages alone.
 */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const UNUSED = /^(sharp|onnxruntime-web)$/;
const OWN = /[\\/]dist[\\/]classify[\\/]runtime\.js$/;
const licence = join(
  dirname(createRequire(import.meta.url).resolve('@xenova/transformers')),
  '..',
  'LICENSE',
);

export default {
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
