/**
 * Sentences of the text's own that tell how people reacted. Nouns and verbs of reaction are those of
 * FrameNet's frames Emotion_directed, Experiencer_obj, Judgment and Response, as news prose uses them.
 */
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { isAdverb, isNominal } from './word-classes.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

const REACTION_NOUNS = set(
  `anger outrage fury backlash criticism condemnation praise applause mockery ridicule derision scorn dismay
  disbelief alarm uproar outcry ire indignation reaction reactions protests protest relief delight joy
  jubilation amusement laughter resentment sympathy grief mourning shock horror frustration disappointment
  disgust contempt suspicion scepticism skepticism enthusiasm admiration pride celebrations complaints
  astonishment bewilderment confusion embarrassment gratitude solidarity jokes memes unease worry concern
  worries fears hostility annoyance sadness irritation excitement speculation`,
);
const PROMPTING = set(
  `prompted prompts sparked sparks drew draws draw triggered triggers provoked provokes caused causes met
  raised raises brought brings unleashed unleashes won wins earned attracted attracts fuelled fueled ignited
  stirred stirs elicited generated set left spread received receives caught kindled roused aroused`,
);
const EXPERIENCER = set(
  `angered angers outraged outrages infuriated infuriates upset upsets enraged delighted delights dismayed
  dismays shocked shocks alarmed alarms annoyed annoys amused amuses irritated disappointed disappoints
  pleased pleases saddened frustrated frustrates worried horrified appalled embarrassed moved puzzled baffled
  divided thrilled cheered stunned disgusted offended offends unsettled relieved`,
);
const FEELING = set(
  `angry outraged furious upset delighted dismayed shocked alarmed annoyed amused irritated disappointed
  pleased saddened sad frustrated worried horrified appalled embarrassed moved puzzled baffled divided
  thrilled stunned disgusted offended relieved sceptical skeptical unhappy happy jubilant grateful glad
  bitter fearful anxious unimpressed unmoved suspicious nervous overjoyed heartbroken livid indignant proud
  unconvinced impressed touched`,
);
const ACTING = set(
  `cheered booed mocked ridiculed praised applauded hailed welcomed condemned criticised criticized denounced
  slammed celebrated mourned laughed joked complained grumbled scoffed rejoiced protested vented fumed
  lambasted derided blamed thanked shrugged jeered wept`,
);
const GROUPS = set(
  `many people users residents locals islanders villagers fans supporters critics commuters passengers
  travellers travelers parents students teachers readers viewers voters citizens customers neighbours
  neighbors townspeople workers farmers opponents others some most everyone public crowd crowds community
  families drivers cyclists shoppers tourists visitors followers commenters netizens activists campaigners
  onlookers audience audiences members players musicians fishermen nurses patients tenants investors
  employees subscribers listeners gamers pensioners mothers fathers children youngsters taxpayers
  spectators worshippers pupils staff sailors observers commentators bloggers internet web town village
  island city nation country half`,
);

export interface Comment {
  readonly frame: Frame;
  /** The group that reacted, as its head item with what stands before it; null where none is named. */
  readonly group: { readonly start: number; readonly end: number } | null;
}

/** Whole sentences that tell of reactions, without marked words. */
export function commentsIn(frames: readonly Frame[]): Comment[] {
  return frames.flatMap((frame) => {
    if (!isWhole(frame)) return [];
    const found = reactionIn(frame.items);
    return found ? [{ frame, group: found.group }] : [];
  });
}

const isWhole = ({ items }: Frame): boolean =>
  items.length > 4 && items.every(({ kind }) => kind !== 'quote') && /^[.!]$/u.test(items.at(-1)!.text);

type Group = Comment['group'];

function reactionIn(items: readonly Item[]): { group: Group } | null {
  return tookTo(items) ?? promptedReaction(items) ?? movedPeople(items) ?? peopleFelt(items);
}

/** "Islanders took to Facebook to …", "voiced their anger". */
function tookTo(items: readonly Item[]): { group: Group } | null {
  const at = items.findIndex(
    ({ lower }, index) =>
      /^(?:took|taken|turned|flocked)$/u.test(lower) &&
      items[index + 1]?.lower === 'to' &&
      isForum(items, index + 2),
  );
  const expressed = items.findIndex(
    ({ lower }, index) =>
      /^(?:express|expressed|voiced|vented|voice|vent|expressing|voicing|venting)$/u.test(lower) &&
      items.slice(index, index + 6).some((item) => REACTION_NOUNS.has(item.lower)),
  );
  const verb = at >= 0 ? at : expressed;
  if (verb < 0) return null;
  const group = groupBefore(items, verb);
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
function promptedReaction(items: readonly Item[]): { group: Group } | null {
  const verb = items.findIndex(
    ({ lower }, index) =>
      PROMPTING.has(lower) &&
      items
        .slice(index + 1, index + 8)
        .some((item, at) => REACTION_NOUNS.has(item.lower) && !hasBreak(items, index + 1, index + 1 + at)),
  );
  if (verb < 0) return null;
  const from = items.slice(verb).findIndex(({ lower }) => /^(?:from|among|by|across)$/u.test(lower));
  return { group: from < 0 ? null : groupAfter(items, verb + from) };
}

const hasBreak = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some((item) => item.kind === 'mark' && item.text !== ',');

/** "The letter has angered many." */
function movedPeople(items: readonly Item[]): { group: Group } | null {
  const verb = items.findIndex(
    ({ lower }, index) => EXPERIENCER.has(lower) && isGroupAt(items, index + 1) && !isBe(items[index - 1]),
  );
  return verb < 0 ? null : { group: groupAfter(items, verb) };
}

/** "Parents were furious", "Many islanders mocked the plan", "many believe …". */
function peopleFelt(items: readonly Item[]): { group: Group } | null {
  const verb = items.findIndex(
    ({ lower }, index) =>
      index > 0 &&
      (ACTING.has(lower) || (FEELING.has(lower) && feels(items, index))) &&
      groupBefore(items, index) !== null,
  );
  return verb < 0 ? null : { group: groupBefore(items, verb) };
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
  (GROUPS.has(item.lower) || /\p{Lu}\p{L}+(?:ians|ans|ers|ese|ish|is)$/u.test(item.text));

function isGroupAt(items: readonly Item[], from: number): boolean {
  return items
    .slice(from, from + 4)
    .some(
      (item, index, stretch) =>
        isGroup(item) && stretch.slice(0, index).every((before) => before.kind !== 'mark'),
    );
}

/** The subject group of a verb, nearest first within its clause. */
function groupBefore(items: readonly Item[], verb: number): Group {
  for (let index = verb - 1; index >= Math.max(0, verb - 6); index -= 1) {
    const item = items[index]!;
    if (item.kind === 'mark') return null;
    if (isGroup(item)) return groupSpan(items, index);
  }
  return null;
}

function groupAfter(items: readonly Item[], from: number): Group {
  const index = items.findIndex((item, at) => at > from && at <= from + 5 && isGroup(item));
  return index < 0 ? null : groupSpan(items, index);
}

/** "Many islanders": quantity and description with their noun. */
function groupSpan(items: readonly Item[], index: number): Group {
  let left = index;
  while (
    left > 0 &&
    isNominal(items[left - 1]!) &&
    !PROMPTING.has(items[left - 1]!.lower) &&
    !EXPERIENCER.has(items[left - 1]!.lower)
  )
    left -= 1;
  if (left > 0 && /^(?:many|some|most|several|the|hundreds|thousands|all)$/u.test(items[left - 1]!.lower))
    left -= 1;
  return { start: items[left]!.start, end: items[index]!.end };
}
