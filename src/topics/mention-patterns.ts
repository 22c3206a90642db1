/** How sentences show what a name does in them: speaks, is told, tells where, owns a body, bears a thing. */

const bodies = [
  'government|authorities|officials|regime|leaders|leadership|administration|military|army|police|parliament',
  'president|prime minister|state media|foreign ministry|foreign office|security forces|tax authorities',
  'culture ministry|judiciary|court|ministry|opposition',
].join('|');

/** Whose, and which body; the body may have one word of its own before it ("tax authorities"). */
export const BODY = new RegExp(
  `\\b((?:U\\.S\\.|\\p{Lu}[\\p{L}-]+)(?:[’']s)?)\\s+(${bodies})(?![\\p{L}-])`,
  'gu',
);

const things = [
  'dam|bridge|tunnel|pipeline|deal|accord|treaty|law|bill|act|plan|project|ban|tax|fee|reform|vaccine|mine',
  'plant|airport|railway|referendum|strike|war',
].join('|');

export const THING = new RegExp(
  `\\b(\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)*)\\s(${things})(?![\\p{L}-])`,
  'gu',
);

/** `Question 4`, `Prop 22`: what is voted on goes by its number. */
export const NUMBERED =
  /\b((?:Question|Prop(?:osition)?|Measure|Amendment|Initiative|Issue|Article|Agenda|Project|Bill) \d{1,4})(?![\d\p{L}]|[.,]\d)/gu;

export const DATE =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/iu;

/** `Revolutionary Guards (IRGC)`: a name and its short form. */
export const ABBREVIATED =
  /((?:\p{Lu}[\p{L}'’.-]*\s(?:of\s|for\s|and\s|the\s|al\s)?){1,7})\((\p{Lu}[\p{Lu}\d.-]{1,7})\)/gu;

/** What a compound adds to a name: "ISIS-affiliated". */
export const COMPOUND = /-\p{Ll}[\p{Ll}-]+$/u;

/** Words that open a sentence and own nothing. */
export const OPENER =
  /^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|no|one|some|any|each)\b/iu;

const speech = [
  'said|says|told|tells|wrote|writes|tweeted|tweets|posted|posts|added|adds|asked|asks|argued|explained|stated',
  'claimed|noted|commented|replied|emphasi[sz]ed|insisted|warned|announced|according to',
].join('|');

/** Right after a name, an apposition between commas apart. */
export const SPOKE_AFTER = new RegExp(
  `^(?:,[^,.!?“”"\\n]{1,70},)?\\s*(?:also\\s|later\\s)?(?:${speech})\\b`,
  'iu',
);
/** Right before a name, its office apart. */
export const SPOKE_BEFORE = new RegExp(`\\b(?:${speech})\\s+(?:the\\s)?(?:\\p{Lu}[\\p{L}.]*\\s){0,4}$`, 'u');
export const TOLD = /\b(?:told|tells|telling|informed)\s+(?:the\s+|a\s+)?$/iu;

export const WHERE =
  /\b(?:in|at|near|inside|outside|across|around|throughout|within|into)\s+(?:the\s+|[\p{Ll}-]+\s+|[\p{L}-]+[’']s\s+)?$/iu;

export const PLACE_KIND = /\b(?:capital|city|town|village|province|port|island|region|district) $/iu;
/** Names of laws and papers: rarely what people are for or against by name. */
export const PAPER = /\b(?:Act|Regulations?|Resolution|Amendment|Directive)$/u;

export const PLATFORM =
  /^(?:facebook|twitter|x|instagram|reddit|youtube|tiktok|threads|telegram|bluesky|mastodon|linkedin)$/iu;
export const ON_PLATFORM = /\b(?:on|via|to|an?|another|one|from|in|the)\s+$/iu;

/** Words in marks that are long enough to be somebody's. */
export const QUOTED = /[“"«][^“”"«»\n]{40,1500}[”"»\n]/gu;
/** A few words in marks, each with a capital or a small joining word: a title, a slogan. */
export const TITLE = /[“"«‘](?:\p{Lu}[\p{L}’'-]*|of|the|a|and|for|in|on|to|:|,|\s)+[”"»’]/gu;

/** "the bank", "the board’s". */
export const DEFINITE = /\bthe\s+(\p{Ll}[\p{Ll}-]{2,})\b/giu;
