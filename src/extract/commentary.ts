/** Sentences of the text's own that tell how people reacted. */
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import {
  ACTING,
  EXPERIENCER,
  FEELING,
  GROUPS,
  LOVING,
  MANNERS,
  OPINING,
  PLACES_OF_TALK,
  PROMPTING,
  REACTION_NOUNS,
  RESPONDING,
  STATES,
  TONES,
  VAGUE_GROUPS,
} from './reaction-words.ts';
import { DETERMINERS, isAdverb, isNominal, PREPOSITIONS } from './word-classes.ts';

export interface Comment {
  readonly frame: Frame;
  /** The group that reacted, as its head item with what stands before it; null where none is named. */
  readonly group: { readonly start: number; readonly end: number } | null;
}

/** Whole sentences that tell of reactions. */
export function commentsIn(frames: readonly Frame[]): Comment[] {
  return frames.flatMap((frame) => {
    if (!isWhole(frame)) return [];
    const found = reactionIn(frame.items);
    return found ? [{ frame, group: found.group }] : [];
  });
}

const isWhole = ({ items }: Frame): boolean => items.length > 3 && /^[.!]$/u.test(items.at(-1)!.text);

type Group = Comment['group'];
type Found = { readonly group: Group };

function reactionIn(items: readonly Item[]): Found | null {
  return (
    tookTo(items) ??
    promptedReaction(items) ??
    movedPeople(items) ??
    peopleFelt(items) ??
    byPeople(items) ??
    onlineVerdict(items) ??
    waveOf(items) ??
    filledMedia(items) ??
    reactionsWere(items) ??
    mixtureOf(items) ??
    commentsWere(items)
  );
}

/** "Islanders took to Facebook to …", "voiced their anger". */
function tookTo(items: readonly Item[]): Found | null {
  const at = items.findIndex(
    ({ lower }, index) =>
      /^(?:took|taken|turned|flocked)$/u.test(lower) &&
      items[index + 1]?.lower === 'to' &&
      isForum(items, index + 2),
  );
  const expressed = items.findIndex(
    ({ lower }, index) =>
      /^(?:express|voice|vent|show|pour|heap)(?:e?d|ing|s|es)?$/u.test(lower) &&
      items.slice(index, index + 6).some((item) => REACTION_NOUNS.has(item.lower)),
  );
  const verb = at >= 0 ? at : expressed;
  if (verb < 0) return null;
  const group = subjectGroup(items, verb);
  return group || at >= 0 ? { group } : null;
}

const isForum = (items: readonly Item[], from: number): boolean =>
  items
    .slice(from, from + 4)
    .some(({ lower }) =>
      /^(?:social|x|twitter|facebook|instagram|tiktok|reddit|telegram|streets|internet|online|web)$/u.test(
        lower,
      ),
    );

/** "The fee has prompted angry comments", "was met with ridicule". */
function promptedReaction(items: readonly Item[]): Found | null {
  const verb = items.findIndex(({ lower }, index) => PROMPTING.has(lower) && namesReaction(items, index + 1));
  if (verb < 0) return null;
  const from = items.slice(verb).findIndex(({ lower }) => /^(?:from|among|by|across)$/u.test(lower));
  return { group: from < 0 ? null : groupAfter(items, verb + from) };
}

/** A noun of reaction within the next words, before the clause breaks off. */
function namesReaction(items: readonly Item[], from: number): boolean {
  const at = items.findIndex(
    (item, index) => index >= from && index < from + 7 && REACTION_NOUNS.has(item.lower),
  );
  return at >= 0 && !items.slice(from, at).some((item) => item.kind === 'mark' && item.text !== ',');
}

/** "The claim was ridiculed by many." */
function byPeople(items: readonly Item[]): Found | null {
  const verb = items.findIndex(
    ({ lower }, index) =>
      (ACTING.has(lower) || LOVING.has(lower)) &&
      /^(?:was|were|been|being|is|are)$/u.test(beforeAdverbs(items, index)?.lower ?? '') &&
      items[index + 1]?.lower === 'by',
  );
  const group = verb < 0 ? null : groupAfter(items, verb + 1);
  return group && { group };
}

function beforeAdverbs(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1;
  while (at > 0 && isAdverb(items[at]!)) at -= 1;
  return items[at];
}

/** "Online, the clip was ridiculed." */
function onlineVerdict(items: readonly Item[]): Found | null {
  const isPublic = items.some(({ lower }) =>
    /^(?:online|widely|internet|twitter|facebook|tiktok)$/u.test(lower),
  );
  const verb = items.findIndex(({ lower }, index) => ACTING.has(lower) && isBe(beforeAdverbs(items, index)));
  return isPublic && verb > 0 ? { group: null } : null;
}

/** "Social media has been awash with dark humour." */
function filledMedia(items: readonly Item[]): Found | null {
  const full = items.findIndex(({ lower }) =>
    /^(?:awash|flooded|abuzz|ablaze|alight|swamped|inundated|erupted|exploded)$/u.test(lower),
  );
  const isTalk = items.slice(0, Math.max(0, full)).some(({ lower }) => PLACES_OF_TALK.has(lower));
  return isTalk ? { group: null } : null;
}

/** "A wave of anger has swept the town." */
function waveOf(items: readonly Item[]): Found | null {
  const wave = items.findIndex(
    ({ lower }, index) =>
      /^(?:waves?|storm|flood|torrent|tide|outpouring|barrage|chorus|outburst|surge|flurry)$/u.test(lower) &&
      items[index + 1]?.lower === 'of' &&
      items.slice(index + 2, index + 5).some((item) => REACTION_NOUNS.has(item.lower)),
  );
  return wave >= 0 && wave < 6 ? { group: null } : null;
}

/** "In the town itself, reactions were bitter." */
function reactionsWere(items: readonly Item[]): Found | null {
  const noun = items.findIndex(
    ({ lower }, index) =>
      /^(?:reactions?|responses?|moods?|anger|outrage|criticism|praise|disbelief|backlash|outcry|uproar)$/u.test(
        lower,
      ) &&
      (isBe(items[index + 1]) || isBe(items[index + 2])),
  );
  return noun < 0 ? null : { group: null };
}

/** "Relief and anger mixed on the quay." */
const mixtureOf = ([first, and, second]: readonly Item[]): Found | null =>
  REACTION_NOUNS.has(first!.lower) && and!.lower === 'and' && REACTION_NOUNS.has(second!.lower)
    ? { group: null }
    : null;

/** "Not all comments were hostile." */
function commentsWere(items: readonly Item[]): Found | null {
  const noun = items.findIndex(
    ({ lower }, index) =>
      /^(?:comments|commenters|replies|reviews|posts)$/u.test(lower) &&
      isBe(items[index + 1]) &&
      items.slice(index + 2, index + 5).some((item) => TONES.has(item.lower)),
  );
  return noun < 0 ? null : { group: null };
}

/** "The letter has angered many." */
function movedPeople(items: readonly Item[]): Found | null {
  const verb = items.findIndex(
    ({ lower }, index) => EXPERIENCER.has(lower) && isGroupAt(items, index + 1) && !isBe(items[index - 1]),
  );
  return verb < 0 ? null : { group: groupAfter(items, verb) };
}

/** "Parents were furious", "Many islanders mocked the plan", "Customers, …, reacted with disbelief". */
function peopleFelt(items: readonly Item[]): Found | null {
  for (let verb = 1; verb < items.length; verb += 1) {
    if (!tellsFeeling(items, verb)) continue;
    const group = subjectGroup(items, verb);
    if (group) return { group };
  }
  return null;
}

function tellsFeeling(items: readonly Item[], index: number): boolean {
  const { lower } = items[index]!;
  if (ACTING.has(lower) || LOVING.has(lower)) return true;
  if (FEELING.has(lower)) return feels(items, index);
  if (RESPONDING.has(lower)) return respondsSo(items, index);
  if (lower === 'up' && items[index + 2]?.lower === 'arms') return true;
  if (lower === 'in' && STATES.has(items[index + 1]?.lower ?? '')) return true;
  return OPINING.has(lower) && VAGUE_GROUPS.has(items[index - 1]!.lower);
}

/** "reacted with disbelief", "bitterly", "by posting pictures". */
const respondsSo = (items: readonly Item[], verb: number): boolean =>
  followsWith(items, verb, REACTION_NOUNS) ||
  (/^(?:react|respond)/u.test(items[verb]!.lower) &&
    (items.slice(verb + 1, verb + 4).some(({ lower }) => MANNERS.has(lower)) || isDoing(items, verb)));

/** "responded to the ban by posting pictures" */
const isDoing = (items: readonly Item[], verb: number): boolean => {
  const by = items.findIndex(({ lower }, index) => index > verb && index < verb + 12 && lower === 'by');
  return (
    by > 0 &&
    /^(?:posting|sharing|mocking|burning|boycotting|tweeting|booing|singing|filming|joking|recalling|flooding)$/u.test(
      items[by + 1]?.lower ?? '',
    )
  );
};

/** "with disbelief", "with great dismay" in the next words. */
function followsWith(items: readonly Item[], from: number, nouns: ReadonlySet<string>): boolean {
  const rest = items.slice(from + 1, from + 8);
  const at = rest.findIndex(({ lower }) => lower === 'with' || lower === 'in');
  return at >= 0 && rest.slice(at + 1, at + 4).some(({ lower }) => nouns.has(lower));
}

const isBe = (item: Item | undefined): boolean =>
  item !== undefined && /^(?:is|was|are|were|be|been|being)$/u.test(item.lower);

function feels(items: readonly Item[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && (isAdverb(items[at]!) || /^(?:more|less|so|very|clearly)$/u.test(items[at]!.lower)))
    at -= 1;
  return (
    isBe(items[at]) ||
    /^(?:felt|feel|seemed|seem|remained|remain|sounded|grew|left)$/u.test(items[at]?.lower ?? '')
  );
}

const isGroup = (item: Item): boolean =>
  item.kind !== 'mark' &&
  (GROUPS.has(item.lower) ||
    // "Residents of Port Alma"
    (item.kind === 'name' && GROUPS.has(item.lower.replace(/ of .*$/u, ''))) ||
    /(?:^|\s)\p{Lu}\p{L}+(?:ians|ans|ers|ese|ish|is)$/u.test(item.text));

const isGroupAt = (items: readonly Item[], from: number): boolean =>
  items
    .slice(from, from + 4)
    .some(
      (item, index, stretch) => isGroup(item) && stretch.slice(0, index).every(({ kind }) => kind !== 'mark'),
    );

/** The group that a verb’s clause begins with, or the sentence, where a parenthesis stands between. */
function subjectGroup(items: readonly Item[], verb: number): Group {
  for (let index = verb - 1; index >= Math.max(0, verb - 7); index -= 1) {
    const item = items[index]!;
    if (item.kind === 'mark') return item.text === ',' ? openingGroup(items) : null;
    if (isGroup(item) && !PREPOSITIONS.has(items[index - 1]?.lower ?? '')) return groupSpan(items, index);
  }
  return openingGroup(items);
}

function openingGroup(items: readonly Item[]): Group {
  const index = items.slice(0, 3).findIndex(isGroup);
  return index < 0 ? null : groupSpan(items, index);
}

function groupAfter(items: readonly Item[], from: number): Group {
  const index = items.findIndex((item, at) => at > from && at <= from + 5 && isGroup(item));
  return index < 0 ? null : groupSpan(items, index);
}

/** "Many islanders": quantity and description with their noun. */
function groupSpan(items: readonly Item[], index: number): Group {
  let left = index;
  while (left > 0 && isNominal(items[left - 1]!) && !isReactionVerb(items[left - 1]!)) left -= 1;
  if (left > 0 && DETERMINERS.has(items[left - 1]!.lower)) left -= 1;
  return { start: items[left]!.start, end: items[index]!.end };
}

const isReactionVerb = ({ lower }: Item): boolean => PROMPTING.has(lower) || EXPERIENCER.has(lower);
