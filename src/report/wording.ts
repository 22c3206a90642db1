/** How figures, names and places are put into words; the same on the terminal and on the page. */
import type { Evidence } from '../aggregate/evidence.ts';
import { LABEL_WORDS, counted, grouped, percentWithRange } from '../aggregate/figures.ts';
import type { Lean } from '../aggregate/lean.ts';
import type { TargetSummary } from '../aggregate/summary-schema.ts';
import { ENGAGEMENTS, OTHER_TOPIC, type Platform } from '../reaction.ts';

const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  reddit: 'Reddit',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  telegram: 'Telegram',
  truthsocial: 'Truth Social',
  gab: 'Gab',
  tumblr: 'Tumblr',
  linkedin: 'LinkedIn',
  vk: 'VK',
  weibo: 'Weibo',
  other: 'another platform',
};

export { LABEL_WORDS, SMALL, counted, grouped, percent, percentWithRange } from '../aggregate/figures.ts';

export function platformName(platform: Platform): string {
  return PLATFORM_NAMES[platform];
}

export function topicName(topic: string | null): string {
  return topic ?? 'Without a topic';
}

/** `5 topics and “other”`: what fits no topic is none, and neither is what has no words. */
export function topicsCounted(topics: readonly { readonly topic: string | null }[]): string {
  const hasOther = topics.some(({ topic }) => topic === OTHER_TOPIC);
  const named = topics.filter(({ topic }) => topic !== null && topic !== OTHER_TOPIC).length;
  return `${counted(named, 'topic')}${hasOther ? ' and “other”' : ''}`;
}

/** What the split between favor and against allows to say. */
export function leanInWords(lean: Lean): string {
  return {
    favor: 'more in favor than against',
    against: 'more against than in favor',
    unclear: 'no clear lean',
    few: 'too few take a side to say',
  }[lean];
}

/** `X, 2,000 likes, 12 reposts`; empty where neither is known. */
export function reachOf({ platform, engagement }: Pick<Evidence, 'platform' | 'engagement'>): string {
  const figures = ENGAGEMENTS.flatMap((name) => {
    const n = engagement[name];
    return n === undefined || n === 0 ? [] : [counted(n, SINGULAR[name], name)];
  });
  return [...(platform === null ? [] : [platformName(platform)]), ...figures].join(', ');
}

const SINGULAR = { likes: 'like', reposts: 'repost', replies: 'reply', quotes: 'quote', views: 'view' };

/** `Negative in tone, yet in favor: 10 % (6–16), 12 of n 124`, where a target is named also of what. */
export function partedWords(cell: Parted, base: number, target: string | null = null): string {
  const tone = cell.sentiment === 'negative' ? 'Negative' : 'Positive';
  const share = `${percentWithRange(cell)}, ${grouped(cell.n)} of n ${grouped(base)}`;
  const toward = target === null ? '' : cell.stance === 'favor' ? ` of ${target}` : ` ${target}`;
  return `${tone} in tone, yet ${LABEL_WORDS[cell.stance]}${toward}: ${share}`;
}

type Parted = TargetSummary['crossTable']['offDiagonal'][number];

/** Who said it, as far as is known: `Lena Brandt (@lena)`. */
export function speakerOf({ speaker, handle }: Pick<Evidence, 'speaker' | 'handle'>): string {
  const at = handle === null ? null : `@${handle.replace(/^@/, '')}`;
  if (speaker === null) return at ?? 'speaker not named';
  return at === null || `@${speaker}` === at || speaker === at ? speaker : `${speaker} (${at})`;
}

/** Tone and sides: `negative (unsure); against Norrland Ferries, Ada Holm; in favor of the crew`. */
export function labelsOf({ sentiment, unsure, sides }: Evidence): string {
  const tone = sentiment === null ? 'not labelled' : marked(sentiment, unsure);
  const toward = (['against', 'favor'] as const).flatMap((stance) => {
    const targets = sides
      .filter((side) => side.stance === stance)
      .map((side) => marked(side.target, side.unsure));
    return targets.length === 0
      ? []
      : [`${stance === 'favor' ? 'in favor of' : 'against'} ${targets.join(', ')}`];
  });
  return [tone, ...toward].join('; ');
}

const marked = (label: string, isUnsure: boolean): string => (isUnsure ? `${label} (unsure)` : label);

/** Where it stands: `ferry.txt, character 410` or `posts.csv, row 12`; folders are left out. */
export function placeOf({ document, row, start }: Pick<Evidence, 'document' | 'row' | 'start'>): string {
  const name = document.split(/[/\\]/).findLast((part) => part !== '') ?? document;
  return row === null ? `${name}, character ${grouped(start)}` : `${name}, row ${grouped(row)}`;
}
