/**
 * Emoji as words. Our models' vocabularies know none: every one of them is the same unknown token, and a post of angry
 * faces sounds like one of hearts. Only those that tell a feeling have a word; others stay as they are. The same table
 * stands in `models/training/text.py`; a fixture that both sides are tested with holds the two together.
 */
const WORDS: Readonly<Record<string, string>> = {
  angry: '😡😠🤬😤👿',
  ugh: '🙄😒😑😩😫',
  sad: '😢😞😔☹🙁😥😿😟😣😖',
  crying: '😭',
  heartbroken: '💔',
  bad: '👎',
  disgusting: '🤮🤢',
  shit: '💩',
  'fuck you': '🖕',
  clown: '🤡',
  smh: '🤦',
  haha: '😂🤣😆😹😅',
  love: '❤♥💕💖💗💙💚💛💜🧡🖤🤍🤎💓💘💝💞😍🥰😘😻',
  'so happy': '😊😀😃😄😁🙂☺😇🤗😸😌',
  cool: '😎',
  yay: '🎉🎊🥳🙌💃🕺',
  great: '👍👏💯💪🔥🤩',
  'thank you': '🙏',
  omg: '😱😮😲',
  hmm: '🤔🤨',
};

const WORD_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([word, emoji]) => [...emoji].map((it): [string, string] => [it, word])),
);
/** One emoji, or the same one again and again, with what colours it and says of which sex it is. */
const EMOJI = new RegExp(
  `([${[...WORD_OF.keys()].join('')}])(?:[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]|\u200d[♂♀]|\\s*\\1)*`,
  'gu',
);

/**
 * @example
 * worded('No ferry 😡😡 again') // 'No ferry angry again'
 */
export const worded = (text: string): string =>
  text
    .replace(EMOJI, (_, emoji: string) => ` ${WORD_OF.get(emoji)!} `)
    .replace(/ {2,}/g, ' ')
    .trim();
