/** A real Chromium, and what a page does in it. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core';
import { afterAll, expect } from 'vitest';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's program; an error that says what to do where there is none. */
export function chromiumPath(): string {
  const named = process.env['HEARSAY_CHROMIUM'];
  const found = named === undefined ? USUAL.find((path) => existsSync(path)) : named;
  if (found === undefined || !existsSync(found))
    throw new Error(
      `These tests need Chromium: ${named === undefined ? 'none is in the usual places' : `there is none at ${named}`}. Install it, or name its program in HEARSAY_CHROMIUM.`,
    );
  return found;
}

let running: Promise<Browser> | null = null;

function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return running;
}

afterAll(async () => {
  await (await running)?.close();
  running = null;
});

/** What a page did that it should not do. */
export interface Watch {
  /** Requests for anything but the page itself, and for the images that it draws. */
  readonly requests: string[];
  readonly dialogs: string[];
  /** Errors and warnings on the console, and what nobody caught. */
  readonly complaints: string[];
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
  /** Milliseconds until the charts could be used. */
  readonly usable: number;
  close(): Promise<void>;
}

/** Opens a page of the disk and waits until its charts are drawn and its words unpacked. */
export async function opened(path: string, hash = '', options: BrowserContextOptions = {}): Promise<Opened> {
  const began = performance.now();
  const { page, context, watch } = await visited(path, hash, options);
  await page.waitForSelector('#app[data-ready]', { timeout: 60_000 });
  return { page, context, watch, usable: performance.now() - began, close: () => context.close() };
}

/** Opens a page of the disk that has no script to wait for. */
export async function visited(
  path: string,
  hash = '',
  options: BrowserContextOptions = {},
): Promise<Omit<Opened, 'usable'>> {
  const context = await (await browser()).newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const watch = watched(page, context);
  await page.goto(`${pathToFileURL(path).href}${hash}`);
  return { page, context, watch, close: () => context.close() };
}

function watched(page: Page, context: BrowserContext): Watch {
  const watch: Watch = { requests: [], dialogs: [], complaints: [] };
  context.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('blob:') || (request.isNavigationRequest() && url.startsWith('file:'))) return;
    watch.requests.push(url);
  });
  context.on('page', (other) => watch.requests.push(`a window: ${other.url()}`));
  page.on('dialog', (dialog) => {
    watch.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
  });
  page.on('pageerror', (error) => watch.complaints.push(error.message));
  return watch;
}

/** Opens everything on the page that is folded. */
export async function unfolded(page: Page): Promise<void> {
  const folded = page.locator('details:not([open]) > summary:visible');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Whether an image is XML that a browser reads; in a page of its own, as ours lets nobody parse anything. */
export async function expectWellFormed(page: Page, svg: string): Promise<void> {
  const blank = await page.context().browser()!.newPage();
  const problem = await blank.evaluate(
    (source) =>
      new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror')?.textContent,
    svg,
  );
  await blank.close();
  expect(problem).toBeUndefined();
}
