/** How many of what, in words: the same on the terminal and on the page. */
import type { GroupSummary, TargetSummary } from '../aggregate/summary-schema.ts';
import { SMALL, counted, grouped, percent } from './wording.ts';

/** Few records are read one by one, and their concentration with them. */
const RECORDS_WORTH_RANKING = 50;
/** Below this many voices, "the ten loudest" says nothing unless they speak again and again. */
const VOICES_WORTH_RANKING = 100;

/** From this part on, one voice is named beside the ten loudest: they would hide that it floods. */
const FLOODS = 0.2;

/** Posts, quotations, voices, and what is counted apart. */
export function countFacts(group: GroupSummary): string[] {
  const { n, kinds, voices, commentary, indirect, reposts, texts, unlabelled } = group;
  const found = [
    kinds.post > 0 && counted(kinds.post, 'post'),
    kinds.quotation > 0 && counted(kinds.quotation, 'quotation'),
  ].filter((fact) => fact !== false);
  return [
    `${found.join(' and ') || 'no posts or quotations'} from ${counted(voices.distinct, 'voice')}`,
    voices.unidentified > 0 && `${grouped(voices.unidentified)} whose speaker can't be told`,
    indirect > 0 && `${grouped(indirect)} in indirect speech`,
    reposts > 0 && counted(reposts, 'repost'),
    texts < n - unlabelled.noText && counted(texts, 'different text'),
    commentary.n > 0 && `${counted(commentary.n, 'sentence')} of commentary apart`,
  ].filter((fact) => fact !== false);
}

/** Why records carry no label, as one sentence; nothing where all do. */
export function withoutLabelFacts({ unlabelled }: GroupSummary): string[] {
  const { noText, unsupportedLanguage, other } = unlabelled;
  const reasons = [
    unsupportedLanguage > 0 && `${grouped(unsupportedLanguage)} in a language that is not read`,
    noText > 0 && `${grouped(noText)} without text`,
    other > 0 && `${grouped(other)} not asked about`,
  ].filter((fact) => fact !== false);
  return reasons.length === 0 ? [] : [`Without a label: ${reasons.join(', ')}`];
}

/** How far a few voices or one text make up the whole, as one sentence; nothing where they don't. */
export function concentrationFacts(group: GroupSummary): string[] {
  const { n, voices, concentration, copies: groups } = group;
  const { loudest, copies } = concentration;
  const flood = floodOf(group);
  const part = (share: GroupSummary['concentration']['copies'] | typeof loudest): string =>
    `${percent(share.share ?? 0)} (${grouped(share.n)} of n ${grouped(n)})`;
  const facts = [
    n >= RECORDS_WORTH_RANKING &&
      (voices.distinct >= VOICES_WORTH_RANKING || loudest.n > 2 * loudest.voices) &&
      `the ${loudest.voices === 10 ? 'ten' : grouped(loudest.voices)} loudest voices give ${part(loudest)}` +
        (flood === null ? '' : `, one of them alone ${flood}`),
    copies.n > 2 && `the largest group of near-copies is ${part(copies)}`,
    groups.coordinated > 0 && `${counted(groups.coordinated, 'group')} of near-copies may be coordinated`,
  ].filter((fact) => fact !== false);
  return facts.length === 0 ? [] : [`Concentration: ${facts.join('; ')}`];
}

/**
 * What a share of a topic rests on, short enough to stand under its row: "70 % against" from 12 accounts is not
 * what it is from 12,000. Nothing where the records are few enough to be read one by one.
 */
export function restsOn(group: GroupSummary): string {
  const { n, voices, concentration, copies } = group;
  if (n < SMALL) return '';
  const { loudest, copies: largest } = concentration;
  const flood = floodOf(group);
  return [
    counted(voices.distinct, 'voice'),
    loudest.voices > 9 && `ten loudest ${percent(loudest.share ?? 0)}`,
    flood !== null && `one alone ${flood}`,
    largest.n > 2 && `one text ${percent(largest.share ?? 0)}`,
    copies.coordinated > 0 && 'may be coordinated',
  ]
    .filter((fact) => fact !== false)
    .join(' · ');
}

/** The part of a voice that floods; null where none does. */
function floodOf({ n, speakers }: GroupSummary): string | null {
  const most = Math.max(0, ...speakers.map((speaker) => speaker.n));
  return most >= FLOODS * n && most > 1 ? percent(most / n) : null;
}

/** Whether the summary holds every record of the group that has words, so that they can be read one by one. */
export function isListed({ said, n, unlabelled }: GroupSummary): boolean {
  return said.length === n - unlabelled.noText;
}

/**
 * Whether a target is worth examples: those of two or three records would make more of them than they are. The
 * first target always is, if anybody takes a side.
 */
export function isTelling({ shares }: TargetSummary, index: number): boolean {
  const sides = shares.favor.n + shares.against.n;
  return sides >= 5 || (index === 0 && sides > 0);
}
