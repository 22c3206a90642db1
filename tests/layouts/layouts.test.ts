import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layouts } from '../../src/layouts/index.ts';

test('names are distinct and fit on a command line', () => {
  const names = layouts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('every layout has an export of its own and keeps the contract', () => {
  const suites = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n');
  const untested = layouts.filter(
    ({ name }) => !suites.includes(`testLayout({\n  layout: layoutNamed('${name}')`),
  );
  expect(untested.map(({ name }) => name)).toEqual([]);
});
