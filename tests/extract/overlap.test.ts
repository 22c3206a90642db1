import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, overlapTest } from '../../src/extract/overlap.ts';

const span = tuple(integer({ min: 0, max: 40 }), integer({ min: 1, max: 9 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

describe('overlaps', () => {
  it('are those that looking at every span would find', () => {
    assert(
      property(array(span), span, (spans, one) => {
        const expected = spans.some(({ start, end }) => start < one.end && end > one.start);
        expect(overlapTest(spans)(one)).toBe(expected);
      }),
    );
  });

  it.each([
    [0, 0],
    [3, 1],
    [5, 1],
    [6, 2],
  ])('from offset %d begin with number %d', (offset, expected) => {
    expect(
      firstFrom(
        [
          { start: 2, end: 4 },
          { start: 5, end: 9 },
        ],
        offset,
      ),
    ).toBe(expected);
  });
});
