/** Names in lines of title case, where every word has a capital: a verb between them ends one and begins another. */
import { headingReader } from '../text/entities.ts';
import { isCommonWord, isFirstName, tagsOf } from '../text/lexicon.ts';
import type { NamePhrase } from '../text/names.ts';
import type { Token } from '../text/tokens.ts';
import type { Span } from '../reaction.ts';
import { cueWord } from './cues.ts';

/** "Premier Calls Rival" is a premier, a verb and a rival; elsewhere the phrases stay as they are. */
export function partedAtVerbs(text: string, names: readonly NamePhrase[]): NamePhrase[] {
  const inHeadline = headingReader(text);
  return names.flatMap((phrase) =>
    inHeadline(phrase) && phrase.tokens.some((_, index) => isVerbAt(phrase.tokens, index))
      ? partsOf(phrase)
      : [phrase],
  );
}

function partsOf(phrase: NamePhrase): NamePhrase[] {
  const runs: Token[][] = [[]];
  phrase.tokens.forEach((token, index) => {
    if (isVerbAt(phrase.tokens, index)) runs.push([]);
    else runs.at(-1)!.push(token);
  });
  return runs
    .filter((run) => run.length > 1 || (run.length === 1 && !isCommonWord(run[0]!.text)))
    .map((run) => partOf(phrase, run));
}

function partOf(phrase: NamePhrase, tokens: readonly Token[]): NamePhrase {
  const { start } = tokens[0]!;
  const end = Math.min(tokens.at(-1)!.end, phrase.end);
  const { name, title, initial } = phrase;
  return {
    start,
    end,
    name: shared(name, { start, end }),
    title: shared(title, { start, end }),
    initial,
    tokens,
  };
}

function shared(span: Span | null, { start, end }: Span): Span | null {
  if (!span || span.end <= start || span.start >= end) return null;
  return { start: Math.max(span.start, start), end: Math.min(span.end, end) };
}

/** A verb of saying in a form of its own, "Defy" after a plural, and no first name. */
function isVerbAt(tokens: readonly Token[], index: number): boolean {
  const { text: word } = tokens[index]!;
  if (index === 0 || isFirstName(word)) return false;
  const cue = cueWord(word);
  if (cue) return cue.lemma !== word.toLowerCase();
  const tags = tagsOf(word);
  if (tags.includes('PresentTense') || tags.includes('PastTense')) return true;
  // The lexicon holds the base form of most verbs only.
  if (tags.length === 0 && /[^s]s$/u.test(word) && tagsOf(word.slice(0, -1)).includes('Infinitive'))
    return true;
  return tags.includes('Infinitive') && /[^s]s$/u.test(tokens[index - 1]!.text);
}
