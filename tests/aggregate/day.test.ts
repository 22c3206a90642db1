import { expect, test } from 'vitest';
import { dayIn } from '../../src/aggregate/day.ts';
import { HearsayError } from '../../src/errors.ts';

test.each([
  ['UTC', '2026-03-01T23:30:00Z', '2026-03-01'],
  ['Europe/Berlin', '2026-03-01T23:30:00Z', '2026-03-02'],
  ['America/New_York', '2026-03-01T03:00:00Z', '2026-02-28'],
  ['Asia/Kathmandu', '2026-03-01T18:14:59Z', '2026-03-01'],
  ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '2026-03-02'],
  // The clocks went forward at 01:00 UTC on this night.
  ['Europe/Berlin', '2026-03-29T21:59:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
])('in %s, %s is the day %s', (zone, moment, day) => {
  expect(dayIn(zone)(moment)).toBe(day);
});

test.each([[null], ['last Tuesday'], ['']])('%s is no day', (moment) => {
  expect(dayIn('UTC')(moment)).toBeNull();
});

test('an unknown zone is a usage error that shows how zones are named', () => {
  expect(() => dayIn('Mars/Olympus')).toThrow(HearsayError);
  expect(() => dayIn('Mars/Olympus')).toThrow('there is no time zone "Mars/Olympus"');
});
