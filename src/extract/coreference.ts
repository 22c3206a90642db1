/**
 * How well speakers are resolved, counted over quotations found whose label tells the name. Each counts once:
 * right, merged (it got the name of somebody else who speaks in the document) or open (left as said, or another
 * name). Beside that B³ (Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", LREC 1998), over the
 * quotations of one name: its precision falls with wrong merges, its recall with missed links.
 */
import { SPEAKER_FORMS, type SpeakerForm } from '../reaction.ts';
import type { Share } from './share.ts';
import type { Pair } from './span-matching.ts';

export interface Resolution {
  /** By the form of the mention as labelled: the share whose name is the labelled one. */
  readonly forms: Readonly<Record<SpeakerForm, Share>>;
  readonly merged: number;
  readonly open: number;
  /** Sums over the quotations; their mean is the measure, 0–1. */
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly of: number };
}

export const NO_RESOLUTION: Resolution = {
  forms: formsBy(() => ({ right: 0, of: 0 })),
  merged: 0,
  open: 0,
  bCubed: { precision: 0, recall: 0, of: 0 },
};

interface Named {
  readonly form: SpeakerForm;
  readonly gold: string;
  readonly found: string | null;
}

/** @param pairs of one document */
export function resolutionOf(pairs: readonly Pair[]): Resolution {
  const named = pairs.flatMap(({ gold, found }): Named[] =>
    gold.speaker
      ? [{ form: gold.speaker.form, gold: gold.speaker.name, found: found.speaker?.name ?? null }]
      : [],
  );
  const wrong = named.filter(({ gold, found }) => gold !== found);
  const merged = wrong.filter(({ found }) => named.some(({ gold }) => gold === found)).length;
  return {
    forms: formsBy((form) => shareOf(named.filter((entry) => entry.form === form))),
    merged,
    open: wrong.length - merged,
    bCubed: {
      precision: sum(named.map((entry) => overlapOf(entry, named, 'found'))),
      recall: sum(named.map((entry) => overlapOf(entry, named, 'gold'))),
      of: named.length,
    },
  };
}

export function resolutionSum(a: Resolution, b: Resolution): Resolution {
  return {
    forms: formsBy((form) => ({
      right: a.forms[form].right + b.forms[form].right,
      of: a.forms[form].of + b.forms[form].of,
    })),
    merged: a.merged + b.merged,
    open: a.open + b.open,
    bCubed: {
      precision: a.bCubed.precision + b.bCubed.precision,
      recall: a.bCubed.recall + b.bCubed.recall,
      of: a.bCubed.of + b.bCubed.of,
    },
  };
}

const shareOf = (named: readonly Named[]): Share => ({
  right: named.filter(({ gold, found }) => gold === found).length,
  of: named.length,
});

/** Of those with one's found (or labelled) name, the share that has the same labelled and found name. */
function overlapOf(entry: Named, named: readonly Named[], by: 'gold' | 'found'): number {
  const alike = named.filter((other) => other[by] === entry[by]);
  const both = alike.filter(({ gold, found }) => gold === entry.gold && found === entry.found);
  return both.length / alike.length;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function formsBy(share: (form: SpeakerForm) => Share): Record<SpeakerForm, Share> {
  return Object.fromEntries(SPEAKER_FORMS.map((form) => [form, share(form)])) as Record<SpeakerForm, Share>;
}
