/** Counted by somebody else or here: the same shares. */
import { describe, expect, test } from 'vitest';
import { VoicedLabels } from '../../src/aggregate/distribution.ts';
import { type VoiceProfile, shareOfVoices } from '../../src/aggregate/voice-profiles.ts';
import { STANCES } from '../../src/reaction.ts';

const PROFILES: readonly VoiceProfile[] = [
  { counts: [0, 3, 1], times: 2 },
  { counts: [0, 0, 1], times: 9 },
  { counts: [1, 0, 0], times: 4 },
  { counts: [12, 0, 0], times: 1 },
  { counts: [0, 0, 0], times: 5 },
];

describe('shares of labels that were counted by voice elsewhere', () => {
  test('are those of the same records counted one by one', () => {
    const labels = new VoicedLabels(STANCES);
    let voiceKey = 0;
    for (const { counts, times } of PROFILES)
      for (let voice = 0; voice < times; voice += 1) {
        voiceKey += 1;
        for (const [column, count] of counts.entries())
          for (let record = 0; record < count; record += 1)
            labels.add(STANCES[column]!, false, { voiceKey, weight: 1 });
      }
    const shares = labels.shares();
    for (const [column, stance] of STANCES.entries())
      expect(shareOfVoices(PROFILES, column)).toEqual(shares[stance]);
  });

  test('of none with a label are unknown', () => {
    expect(shareOfVoices([{ counts: [0, 0, 0], times: 3 }], 1)).toEqual({
      n: 0,
      share: null,
      lo: null,
      hi: null,
    });
  });
});
