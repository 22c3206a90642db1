/** The topic of one story in a digest: its heading, else the name that its lead sentence offers best. */
import type { Story } from '../reaction.ts';
import { contentWords, stemOf } from '../text/terms.ts';
import { isTitleCase } from '../text/entities.ts';
import { sentencesIn } from '../text/sentences.ts';
import { wordCount } from '../text/tokens.ts';
import { candidatesIn } from './headline.ts';
import type { Candidate } from './naming-group.ts';

const FEWEST_WORDS = 2;
/** What a candidate's form is worth: a clause tells what happened, a name only who. */
const WORTH = { clause: 1.4, group: 1, name: 0.5 } as const;
const LENGTH_COST = 0.35;
const LEADS = 2;
const LATER = 0.7;

/**
 * The story's heading, cleaned, where it has one; else 2–6 words from its lead sentence, chosen by how much
 * they say of the whole story against the rest of `text`. Deterministic.
 */
export function storyTopic(story: Story, text: string): string {
  const own = text.slice(story.start, story.end);
  const heading = headingOf(story, own);
  if (heading !== '') return heading;
  const weigh = weightsOf(own, text.slice(0, story.start) + text.slice(story.end));
  const leads = leadsOf(own).slice(0, LEADS);
  const best = bestOf(
    leads.map((lead) => candidatesIn(withoutDateline(lead))),
    weigh,
  );
  return capitalised(best ?? topWords(own, weigh));
}

/**
 * What the story is about, in its own words: the heading, else the lead sentence, at most 240 characters. A model that
 * reads "We pay for darkness" alone can't tell whom that is against.
 */
export function storyAbout(story: Story, text: string): string {
  const own = text.slice(story.start, story.end);
  const heading = headingOf(story, own);
  const lead = heading === '' ? leadsOf(own)[0] : undefined;
  return (lead === undefined ? heading : withoutDateline(lead)).slice(0, LONGEST_ABOUT);
}

const LONGEST_ABOUT = 240;

/** Cleaned; empty where the story has none. */
const headingOf = ({ heading }: Story, own: string): string => cleanHeading(heading ?? headingLine(own));

function leadsOf(own: string): string[] {
  return sentencesIn(own)
    .map(({ start, end }) => own.slice(start, end))
    .filter((sentence) => wordCount(sentence) > 2 && !isCaption(sentence));
}

/** Without Markdown, numbering, labels, quotation marks around it, and the closing point. */
export function cleanHeading(heading: string): string {
  return heading
    .replace(/^[\s#*_>–—-]+|[\s#*_]+$/gu, '')
    .replace(/^\(?\d{1,2}[.):]\s+/u, '')
    .replace(/^(?:breaking|update|watch|exclusive|headline|story|title)(?:\s+\d+)?\s*[:|]\s*/iu, '')
    .replace(/^["“«](.+)["”»]$/u, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/(?<![.…])\.$/u, '')
    .trim();
}

/** A first line in title case is a heading, with or without a point after it. */
function headingLine(own: string): string {
  const line = own.trimStart().split(/\r?\n/u)[0] as string;
  return isTitleCase(line.replace(/\.\s*$/u, '')) ? line : '';
}

/** `PARIS, May 3 (Reuters) - The board …` → `The board …` */
function withoutDateline(sentence: string): string {
  return sentence.replace(
    /^\p{Lu}{3}[\p{L}\s.,'’]{0,40}\d{0,2}\s*(?:\([^)]{2,30}\))?\s+[-–—―]+\s+(?=[\p{Lu}“"])/u,
    '',
  );
}

/** A line under a picture: no closing mark, and a date or a credit at its end. */
function isCaption(sentence: string): boolean {
  if (/[.!?…]["”’)]?$/u.test(sentence) && !/\b(?:19|20)\d\d\.$/u.test(sentence)) return false;
  return /\b(?:19|20)\d\d\.?$|\b(?:photo|credit|file)\b[^.]{0,40}$/iu.test(sentence);
}

/** How much a stem says of `own`: how often it is there, and how seldom elsewhere. */
function weightsOf(own: string, rest: string): ReadonlyMap<string, number> {
  const here = countsOf(own);
  const there = countsOf(rest);
  const weight = (stem: string, count: number): number =>
    Math.log2(1 + count) / Math.log2(2 + (there.get(stem) ?? 0));
  return new Map(Array.from(here, ([stem, count]) => [stem, weight(stem, count)]));
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(text)) {
    const stem = stemOf(word);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Of the candidates of each lead sentence the one that says most; a later sentence must say more. */
function bestOf(
  candidates: readonly (readonly Candidate[])[],
  weights: ReadonlyMap<string, number>,
): string | undefined {
  const scored = candidates.flatMap((list, rank) =>
    list
      .filter(({ text }) => text.split(' ').length >= FEWEST_WORDS)
      .map(({ text, form }) => ({ text, score: scoreOf(text, weights, WORTH[form] * LATER ** rank) })),
  );
  return scored.sort((a, b) => b.score - a.score)[0]?.text;
}

function scoreOf(text: string, weights: ReadonlyMap<string, number>, worth: number): number {
  const stems = new Set(contentWords(text).map(stemOf));
  const weight = Array.from(stems, (stem) => weights.get(stem) ?? 0).reduce((sum, each) => sum + each, 0);
  return worth * weight - LENGTH_COST * text.split(' ').length;
}

/** Where no sentence offers a name: the three weightiest words, in order of weight. */
function topWords(own: string, weights: ReadonlyMap<string, number>): string {
  const words = [...new Set(contentWords(own))];
  const ranked = words.sort((a, b) => (weights.get(stemOf(b)) ?? 0) - (weights.get(stemOf(a)) ?? 0));
  const stems = new Set<string>();
  const kept = ranked.filter((word) => !stems.has(stemOf(word)) && stems.add(stemOf(word)));
  return kept.slice(0, 3).join(', ') || 'Untitled';
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
