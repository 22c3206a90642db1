/**
 * English words that carry no matter of their own: `natural`'s list, and below what posts and news add to it.
 */
import stopWords from 'natural/lib/natural/util/stopwords.js';

/** Function words, pieces of contractions and chat words that `natural`'s list leaves out. One kind a line. */
const MORE = `
  although anyone anything anybody around away back behind beside besides beyond either else elsewhere enough
  even ever every everybody everyone everything hers however inside instead itself just least less may maybe
  neither no nobody none nor not nothing off often once onto otherwise ought outside per perhaps quite rather
  really shall somebody someone something sometimes somewhere soon than though thus together toward towards
  unless unlike upon us via whatever whenever wherever whether whichever whoever whole whose within without yet
  theirs yourselves one ones two first second last next new old big little lot lots bit kind sort
  will won wouldn can couldn don doesn didn isn aren wasn weren hasn haven hadn shouldn mustn ain ll ve re
  don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't
  shouldn't mustn't ain't i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll they're
  they've they'll that's there's here's what's who's let's dont doesnt didnt isnt cant wont im ive youre thats
  going gonna goes went gone getting gets gotten made makes making takes taking took taken coming comes seen
  seems seem looks look looking want wants wanted need needs know knows known think thinks thought say says
  saying tell tells told let lets put puts keep keeps kept give gives given use used using try trying tried
  yes yeah yep nope ok okay oh ah hey hi hello wow lol lmao omg wtf haha please thanks thank thing things stuff
  good great bad right sure actually already always almost able since ago today yesterday tomorrow tonight now
  time times day days week weeks month months year years monday tuesday wednesday thursday friday saturday
  sunday january february march april june july august september october november december
  amp rt via http https www com gt lt nbsp user
`;

const words: ReadonlySet<string> = new Set([...stopWords.words, ...MORE.split(/\s+/)].filter(Boolean));

/** Whether a word, lower case, says nothing about what a text is about. */
export function isStopWord(word: string): boolean {
  return words.has(word.replaceAll('’', "'"));
}
