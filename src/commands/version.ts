import { readFileSync } from 'node:fs';

/** The folder that holds `package.json`, `corpora` and `models`, in a checkout and when installed. */
export const PACKAGE_ROOT = new URL('../../', import.meta.url);

export const VERSION = (
  JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as { version: string }
).version;
