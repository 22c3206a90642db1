/**
 * Words that carry no matter of their own: `natural`'s lists, what posts and news add to the English one, and
 * German, which `natural` lacks.
 */
import stopWords from 'natural/lib/natural/util/stopwords.js';
import es from 'natural/lib/natural/util/stopwords_es.js';
import fr from 'natural/lib/natural/util/stopwords_fr.js';
import id from 'natural/lib/natural/util/stopwords_id.js';
import it from 'natural/lib/natural/util/stopwords_it.js';
import nl from 'natural/lib/natural/util/stopwords_nl.js';
import no from 'natural/lib/natural/util/stopwords_no.js';
import pl from 'natural/lib/natural/util/stopwords_pl.js';
import pt from 'natural/lib/natural/util/stopwords_pt.js';
import ru from 'natural/lib/natural/util/stopwords_ru.js';
import sv from 'natural/lib/natural/util/stopwords_sv.js';
import uk from 'natural/lib/natural/util/stopwords_uk.js';

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

const GERMAN = `
  aber alle allem allen aller alles als also am an ander andere anderen anders auch auf aus bei beim bin bis bist da
  damit dann das dass daß dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch
  dort du durch ein eine einem einen einer eines einfach einige er es etwas euch euer für gegen gibt gut hab habe
  haben hat hatte hätte heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren im immer in ins ist ja jede
  jeden jeder jetzt kann kein keine keinen können könnte machen macht mal man mehr mein meine meinem meinen meiner
  mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner
  seit sich sie sind so soll sollte um und uns unser unsere unter viel vom von vor war waren warum was wegen weil
  wenn wer werden wie wieder will wir wird wirklich wo wurde würde zu zum zur zwar zwischen über
`;

const listOf = (words: string): string[] => words.split(/\s+/u).filter(Boolean);

const english: ReadonlySet<string> = new Set([...stopWords.words, ...listOf(MORE)]);
const others: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({ de: { words: listOf(GERMAN) }, es, fr, id, it, nl, no, pl, pt, ru, sv, uk }).map(
    ([language, { words }]) => [language, new Set(words)],
  ),
);

/**
 * Whether a word, lower case, says nothing about what a text is about: in English, and in the text's own
 * language where that is known.
 */
export function isStopWord(word: string, language = 'en'): boolean {
  const plain = word.includes('’') ? word.replaceAll('’', "'") : word;
  return english.has(plain) || (language !== 'en' && others.get(language)?.has(plain) === true);
}

/** The language whose stop words a text has most of (ISO 639-1): English unless another has clearly more. */
export function stopWordLanguage(words: readonly string[]): string {
  let [best, most] = ['en', words.filter((word) => english.has(word)).length + 1];
  for (const [language, own] of others) {
    const count = words.filter((word) => own.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
