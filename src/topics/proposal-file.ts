/** A proposal as YAML for a person to edit: what each topic rests on stands in comments. */
import { Document, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Proposal, ProposedTopic } from './proposal.ts';
import type { TargetSupport } from './targets.ts';

const WIDTH = 116;

const HEAD = `
 A post is about a topic where it has one of its words, phrases or hashtags, or says nearly the same as its name
 or an example. It may be about several: the first in this file counts. What fits none is "other".
 Rename, merge, reorder, add and take away; words stand for all their forms (ferry: ferries).
 Stance is asked toward the targets of a topic in each of its posts: keep those that people take sides on.
`;

/** @param source what the proposal was made from, as in `posts.csv` */
export function proposalFile({ posts, other, topics }: Proposal, source: string): string {
  const document = new Document({ topics: topics.map(({ found: _found, ...topic }) => withoutEmpty(topic)) });
  document.commentBefore = ` ${counted(topics.length, 'topic')} found in ${oneLine(source)}: ${counted(posts, 'different post')} compared, ${grouped(other)} in no topic.\n${HEAD.trimEnd().slice(1)}`;
  const list = document.get('topics') as YAMLSeq<YAMLMap>;
  list.items.forEach((item, index) => annotate(item, topics[index]!, posts, index));
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

/** Only what there is: an empty list is one more line to read. The name and the words always stand. */
function withoutEmpty(topic: Omit<ProposedTopic, 'found'>): object {
  return Object.fromEntries(
    Object.entries(topic).filter(([key, value]) => key === 'words' || value.length > 0),
  );
}

function annotate(item: YAMLMap, { found }: ProposedTopic, posts: number, index: number): void {
  item.spaceBefore = index > 0;
  item.commentBefore = ` ${grouped(found.posts)} of ${counted(posts, 'different post')}, ${percent(found.share)}`;
  for (const key of ['words', 'phrases', 'hashtags']) {
    const list = item.get(key) as YAMLSeq | undefined;
    if (list !== undefined) list.flow = true;
  }
  const targets = item.get('targets') as YAMLSeq<Scalar> | undefined;
  targets?.items.forEach((target, at) => {
    (target as Node).comment = ` ${supportOf(found.targets[at]!)}`;
  });
}

function supportOf({ name, texts, share, variants }: TargetSupport): string {
  const others = variants.filter((variant) => variant !== name).slice(0, 4);
  const also =
    others.length === 0 ? '' : `; also ${others.map((variant) => `“${oneLine(variant)}”`).join(', ')}`;
  return `${counted(texts, 'post')}, ${percent(share)}${also}`;
}

/** A comment ends with its line, and what posts say must not begin another one. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
const grouped = (n: number): string => n.toLocaleString('en-US');
const counted = (n: number, one: string): string => `${grouped(n)} ${n === 1 ? one : `${one}s`}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
