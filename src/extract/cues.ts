/**
 * Words that give speech to somebody. The verbs come from Levin, "English Verb Classes and Alternations"
 * (1993), classes 37.1–37.10 (communication), 29.1–29.2 (characterising) and 29.4–29.5 (belief), from VerbNet
 * `say-37.7`, and from the cue lists that PARC 3.0 and PolNeAR print in their guidelines.
 */
import { formsOf } from './inflection.ts';

/** How a verb gives words to a speaker. */
export type CueClass =
  /** Speech or writing; takes words in marks and reported clauses. */
  | 'saying'
  /** Posting on a platform. */
  | 'posting'
  /** A manner of speaking; takes words in marks only. */
  | 'manner'
  /** A judgement of something; the marked words complete it ("called it “a farce”"). */
  | 'describing'
  /** An opinion or a finding; takes reported clauses, and fragments in marks. */
  | 'thinking'
  /** Another act of speech ("urged", "promised to"); takes fragments in marks. */
  | 'acting';

const verbs = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

const SAYING = verbs(
  `say tell add write ask state reply answer respond note explain insist argue claim warn declare announce
  admit acknowledge concede deny confirm reveal report recall remark comment observe mention stress emphasize
  emphasise underscore underline reiterate repeat continue conclude predict assert contend maintain allege
  suggest complain protest caution advise inform testify counter retort joke quip read email text disclose
  explain clarify boast brag lament affirm proclaim pronounce point relate recount narrate swear vow pledge
  promise imply indicate interject offer opine elaborate charge accuse estimate assure remind stipulate
  message reason venture volunteer agree conclude hint signal quote cite rule speak begin put go`,
);
const POSTING = verbs(
  'tweet retweet post repost blog vlog upload share caption toot skeet livestream microblog',
);
const MANNER = verbs(
  `shout cry yell scream whisper mutter murmur mumble exclaim sigh laugh smile chuckle chant sing sneer snap
  bark bellow roar thunder fume rage rant gush grumble growl groan moan sob plead wonder muse intone deadpan
  enthuse implore demand beg quiz query inquire enquire scoff nod shrug echo chime blurt gasp hiss howl
  scribble react tease run disagree concur rejoin marvel crow press boom chip croak drawl wail whine whimper splutter stammer stutter
  snarl bristle bray cackle giggle grin grimace beam confide recite parry hazard cheer heckle gripe shoot hit fire
  strike weigh pipe butt`,
);
const DESCRIBING = verbs(
  `call describe characterize characterise label brand dub denounce dismiss condemn deride hail praise slam
  blast criticize criticise portray depict term decry mock ridicule refer welcome compare liken deem rail
  attack lambaste lash salute tout paint regard consider style blame fault castigate chide chastise berate
  upbraid reprimand rebuke scold pillory commend laud applaud`,
);
const THINKING = verbs(
  `believe think feel hope fear expect know doubt suspect hold find show see consider guess assume anticipate
  worry realize realise learn understand hear conclude discover determine judge mean calculate project
  forecast pretend`,
);
const ACTING = verbs(
  `urge order request express voice discuss propose call appeal apologize apologise thank threaten
  recommend encourage invite refuse decline reject rebut refute defend explain outline detail address speak talk tout
  highlight raise question challenge back endorse support oppose push press pressed use deliver issue
  criticize echo regret sign send plan want seek aim try stand intend decide`,
);

const byForm = new Map<string, { lemma: string; classes: Set<CueClass> }>();
const lists: readonly (readonly [CueClass, readonly string[]])[] = [
  ['saying', SAYING],
  ['posting', POSTING],
  ['manner', MANNER],
  ['describing', DESCRIBING],
  ['thinking', THINKING],
  ['acting', ACTING],
];
for (const [cueClass, lemmas] of lists)
  for (const lemma of lemmas)
    for (const form of formsOf(lemma)) {
      const entry = byForm.get(form) ?? { lemma, classes: new Set<CueClass>() };
      entry.classes.add(cueClass);
      byForm.set(form, entry);
    }

export interface CueWord {
  readonly lemma: string;
  readonly classes: ReadonlySet<CueClass>;
}

/** What a word may be as a cue, undefined where it is none. */
export const cueWord = (word: string): CueWord | undefined => byForm.get(word.toLowerCase());

/** Verbs, by their base form, whose words answer those before. */
export const REPLYING = /^(?:answer|reply|respond|retort)$/u;

/** What stands before the name of somebody described, as parts of a pattern: "a user named", "who goes by the name of". */
export const CALLED = 'called|named|nicknamed';
export const BY_NAME = '(?:who goes )?(?:by|with|under) the (?:user)?name(?: of)?';

/** Nouns that name an act of saying and take its words: "his promise to “…”", "her message: “…”". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  verbs(
    `statement statements comment comments remark remarks claim claims promise pledge vow call calls speech
    interview letter message email post tweet reply answer question warning response announcement allegation
    allegations accusation accusations complaint argument suggestion testimony editorial column caption
    insistence assertion address note memo op-ed article essay report words description verdict motto`,
  ),
);

/** Nouns for written things that "say" in their author’s place. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  verbs(
    `statement report letter release memo memorandum email e-mail note notice filing complaint lawsuit
    indictment document documents ruling motion brief petition press-release communique communiqué message
    announcement circular leaflet editorial bulletin affidavit survey study poll article dispatch warrant label labels poster posters placards leaflet brochure website
    transcript review resolution declaration placard banner sign`,
  ),
);

/** Nouns for single posts, which speak in their unnamed author’s place. */
export const POST_NOUNS: ReadonlySet<string> = new Set(
  verbs(
    `tweet tweets post posts reply replies comment comments video clip thread story reel toot skeet retweet
    caption update vlog blog livestream stream meme message`,
  ),
);
