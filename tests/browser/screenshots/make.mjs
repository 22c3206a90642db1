/**
 * Makes the README's pictures of the dashboard anew, from the sample corpus:
 *
 *   npm run build && node tests/browser/screenshots/make.mjs
 *
 * Needs Chromium (HEARSAY_CHROMIUM, or in its usual place).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'hearsay-pictures-'));
const out = join(folder, 'out');

const PICTURES = [
  { name: 'dashboard-light.png', width: 1280, height: 860, colorScheme: 'light', hash: '' },
  { name: 'dashboard-dark.png', width: 1280, height: 860, colorScheme: 'dark', hash: '', at: '#over-time' },
  { name: 'dashboard-phone.png', width: 390, height: 860, colorScheme: 'light', hash: '', at: '#quotes' },
];

execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'analyze', '-o', out, '-q'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const browser = await chromium.launch({
  executablePath: process.env['HEARSAY_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const { name, width, height, colorScheme, hash, at } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(`${pathToFileURL(join(out, 'dashboard.html'))}${hash}`);
  await page.waitForSelector('#app[data-ready]');
  if (at !== undefined) await page.locator(at).evaluate((card) => card.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(here, name) });
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
