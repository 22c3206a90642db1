/** The script of the page, as the build leaves it. */
import { readFileSync } from 'node:fs';
import { HearsayError } from '../errors.ts';

/** From here and from the built program the same file. */
const PLACE = new URL('../../dist/page/dashboard.js', import.meta.url);

let read: string | null = null;

/** The source, fit to stand in an HTML page; an error of hearsay's own where it was not built. */
export function pageScript(): string {
  read ??= embeddable(sourceOf());
  return read;
}

function sourceOf(): string {
  try {
    return readFileSync(PLACE, 'utf8').trim();
  } catch (cause) {
    throw new HearsayError('internal', 'the script of the dashboard page is missing', {
      cause,
      remedy: 'Build hearsay anew with npm run build.',
    });
  }
}

/** In HTML these end a script or hide its end, even inside a string; in a string or pattern this means the same. */
function embeddable(source: string): string {
  return source.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3C').replaceAll('\r\n', '\n');
}
