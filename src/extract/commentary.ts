/**
 * Sentences of the text's own that tell how people reacted. Nouns and verbs of reaction are those of
 * FrameNet's frames Emotion_directed, Experiencer_obj, Judgment and Response, as news prose uses them.
 */
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { DETERMINERS, isAdverb, isNominal, PREPOSITIONS } from './word-classes.ts';

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
  brought brings unleashed unleashes won wins earned attracted attracts fuelled fueled ignited
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
/** Verbs whose subject feels (FrameNet, Experiencer_focus). */
const LOVING = set(
  `adore adores adored love loves loved hate hates hated loathe loathes loathed resent resents resented dread dreads
  dreaded admire admires admired despise despises despised dislike dislikes disliked detest detests detested
  cherish cherishes cherished envy envies envied enjoy enjoys enjoyed fear fears feared regret regrets regretted
  mourn mourns pity pities distrust distrusts distrusted`,
);
const RESPONDING = set(
  'reacted reacts react responded responds respond greeted greets greet received receives met meets took takes followed watched heard answered',
);
/** States that a verb of motion or being leads into: "left the hall in tears". */
const STATES = set(
  'tears shock disbelief despair rage fury horror anger mourning uproar joy delight dismay relief protest disgust awe panic grief revolt',
);
const OPINING = set(
  'believe believed think thought feel felt fear feared hope hoped suspect suspected doubt doubted say see saw wonder wondered worry worried regard',
);
const VAGUE_GROUPS = set(
  'many most some critics people residents locals users observers others few everyone',
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
    waveOf(items) ??
    reactionsWere(items)
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
      /^(?:reactions?|responses?|moods?|anger|outrage|criticism|praise|disbelief)$/u.test(lower) &&
      (isBe(items[index + 1]) || isBe(items[index + 2])),
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
  if (RESPONDING.has(lower)) return followsWith(items, index, REACTION_NOUNS);
  if (lower === 'in' && STATES.has(items[index + 1]?.lower ?? '')) return true;
  return OPINING.has(lower) && VAGUE_GROUPS.has(items[index - 1]!.lower);
}

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
  (GROUPS.has(item.lower) || /^\p{Lu}\p{L}+(?:ians|ans|ers|ese|ish|is)$/u.test(item.text));

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
