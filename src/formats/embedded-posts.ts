/**
 * Posts embedded in a page, each set anew as a quoted block with a signature: `— Name (@handle), on Bluesky`.
 * The markup is what the platforms' own embed dialogs give (oEmbed answers of X, Bluesky, Mastodon, Threads,
 * Instagram, TikTok, Reddit and Facebook).
 */
import type { parseHTML } from 'linkedom';

type PageDocument = ReturnType<typeof parseHTML>['document'];

interface Network {
  readonly name: string;
  /** Class or data attribute of the embed. */
  readonly mark: RegExp;
  /** Link to a single post, its author's handle as the first group where it is told there. */
  readonly link: RegExp;
}

const NETWORKS: readonly Network[] = [
  {
    name: 'X',
    mark: /\btwitter-(?:tweet|video)\b/,
    link: /\/\/(?:\w+\.)?(?:twitter|x)\.com\/(?!i\/)(\w+)\/status\//i,
  },
  {
    name: 'Bluesky',
    mark: /\bbluesky-embed\b|\bdata-bluesky-uri\b/,
    link: /\/\/bsky\.app\/profile\/([^/?#]+)\/post\//i,
  },
  {
    name: 'Threads',
    mark: /\btext-post-media\b|\bdata-text-post-permalink\b/,
    link: /\/\/(?:www\.)?threads\.(?:net|com)\/@([\w.]+)\/post\//i,
  },
  {
    name: 'Instagram',
    mark: /\binstagram-media\b|\bdata-instgrm-permalink\b/,
    link: /\/\/(?:www\.)?instagram\.com\/(?:p|reel|tv)\//i,
  },
  {
    name: 'TikTok',
    mark: /\btiktok-embed\b/,
    link: /\/\/(?:www\.)?tiktok\.com\/@([\w.]+)\/video\//i,
  },
  {
    name: 'Reddit',
    mark: /\breddit-(?:embed|card)\b|\breddit-embed-bq\b/,
    link: /\/\/(?:\w+\.)?reddit\.com\/(?:r\/\w+\/comments\/|user\/([\w-]+))/i,
  },
  {
    name: 'Facebook',
    mark: /\bfb-(?:post|xfbml-parse-ignore)\b/,
    link: /\/\/(?:\w+\.)?facebook\.com\/([\w.]+)\/(?:posts|videos)\//i,
  },
  {
    name: 'Mastodon',
    mark: /\bmastodon-embed\b/,
    link: /\/\/[\w.-]+\/@(\w+)(?:@[\w.-]+)?\/\d{8,}/,
  },
];

/** What the embed says for the network and not for the author. */
const FURNITURE =
  /^(?:view (?:this )?(?:\w+ )?(?:post )?on \w+|view on \w+|♬.*|\[?image or embed\]?|pic\.twitter\.com\/\w+)$/iu;
const SIGNED = /[—–]\s*([^—–()]{1,80}?)\s*\(\s*(@[^\s()]+)\s*\)/u;
const BY =
  /\b(?:(?:post(?:ed)?|shared|video|photo) by|^by)\s+([^()]{1,80}?)(?:\s*\(\s*(@[^\s()]+)\s*\))?(?=\s+on\b|\s+in\b|$)/iu;

/** Sets every embedded post of the page as a quoted block without class or link, in its place. */
export function setEmbeddedPosts(document: PageDocument): void {
  for (const embed of document.querySelectorAll('blockquote')) {
    const network = networkOf(embed);
    if (!network) continue;
    const block = document.createElement('blockquote');
    for (const words of [...wordsOf(embed), signatureOf(embed, network)]) {
      const paragraph = document.createElement('p');
      words.split('\n').forEach((line, index) => {
        if (index > 0) paragraph.append(document.createElement('br'));
        paragraph.append(document.createTextNode(line));
      });
      block.append(paragraph);
    }
    // An embed of nothing but a link has no words to keep.
    if (block.children.length > 1) shellOf(embed).replaceWith(block);
    else shellOf(embed).remove();
  }
}

type Quote = ReturnType<PageDocument['createElement']>;

function networkOf(embed: Quote): Network | undefined {
  const marks = `${embed.getAttribute('class') ?? ''} ${embed.getAttributeNames().join(' ')}`;
  const cited = embed.getAttribute('cite') ?? '';
  return NETWORKS.find(({ mark, link }) => mark.test(marks) || link.test(cited));
}

/** The boxes drawn around the embed alone, which Readability would take for an advertisement. */
function shellOf(embed: Quote): Quote {
  let shell = embed;
  for (;;) {
    const outer = shell.parentElement;
    const isBox = outer !== null && /^(?:DIV|FIGURE|SECTION|ASIDE|CENTER)$/.test(outer.nodeName);
    if (!isBox || plain(outer.textContent) !== plain(embed.textContent)) return shell;
    shell = outer;
  }
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** The paragraphs of the post itself. */
function wordsOf(embed: Quote): string[] {
  const paragraphs = [...embed.querySelectorAll('p')];
  const own = paragraphs.length > 0 ? paragraphs : [...embed.querySelectorAll('a')];
  return own
    .map((paragraph) => {
      for (const line of paragraph.querySelectorAll('br')) line.replaceWith('\n');
      const lines: string[] = (paragraph.textContent ?? '').split('\n');
      return lines
        .map(plain)
        .map((line) => line.replace(/\s*(?:pic\.twitter\.com\/\w+|\[image or embed\])$/iu, ''))
        .filter((line) => line !== '' && !FURNITURE.test(line))
        .join('\n');
    })
    .filter((words) => words !== '' && !isByline(words, paragraphs.length > 0));
}

/** A line of who posted; without paragraphs, also a bare handle or community. */
const isByline = (words: string, hasParagraphs: boolean): boolean =>
  SIGNED.test(words) ||
  /^(?:a )?(?:post|photo|video)\w* (?:shared )?by\b/iu.test(words) ||
  (!hasParagraphs && /^(?:@|[ur]\/)?[\w.-]+$/u.test(words));

function signatureOf(embed: Quote, { name: network, link }: Network): string {
  const said = plain(embed.textContent);
  const [, name, handle] = SIGNED.exec(said) ?? BY.exec(bylineOf(embed)) ?? [];
  const known = handle ?? handleIn(embed, link);
  const who = [name, known && (name ? `(${known})` : known)].filter(Boolean).join(' ');
  return who === '' ? `— on ${network}` : `— ${who}, on ${network}`;
}

/** The embed's text without its paragraphs of words. */
function bylineOf(embed: Quote): string {
  const words = wordsOf(embed).map(plain);
  return words.reduce((text, said) => text.replace(said, ' '), plain(embed.textContent)).trim();
}

/** The author's handle by the addresses in the embed. */
function handleIn(embed: Quote, link: RegExp): string | null {
  const names: string[] = embed.getAttributeNames();
  const attributes = names.map((name) => embed.getAttribute(name) ?? '');
  const links = [...embed.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href') ?? '');
  for (const address of [...attributes, ...links]) {
    const handle = link.exec(address)?.[1];
    if (handle !== undefined) return `@${handle}`;
  }
  const titled = [...embed.querySelectorAll('a')].map((anchor) => plain(anchor.textContent));
  return titled.find((text) => /^@[\w.@-]+$/u.test(text)) ?? null;
}
