/** Forms of English verbs: third person, past, participles; regular rules and the irregular ones of our lists. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  think: ['thinks', 'thought', 'thinking'],
  find: ['finds', 'found', 'finding'],
  know: ['knows', 'knew', 'known', 'knowing'],
  feel: ['feels', 'felt', 'feeling'],
  hold: ['holds', 'held', 'holding'],
  read: ['reads', 'read', 'reading'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  hear: ['hears', 'heard', 'hearing'],
  begin: ['begins', 'began', 'beginning'],
  go: ['goes', 'went', 'gone', 'going'],
  put: ['puts', 'put', 'putting'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  foretell: ['foretells', 'foretold', 'foretelling'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  show: ['shows', 'showed', 'shown', 'showing'],
  mean: ['means', 'meant', 'meaning'],
  shoot: ['shoots', 'shot', 'shooting'],
  strike: ['strikes', 'struck', 'striking'],
  hit: ['hits', 'hit', 'hitting'],
  chip: ['chips', 'chipped', 'chipping'],
  grin: ['grins', 'grinned', 'grinning'],
  sing: ['sings', 'sang', 'sung', 'singing'],
  text: ['texts', 'texted', 'texting'],
  sell: ['sells', 'sold', 'selling'],
  fire: ['fires', 'fired', 'firing'],
  run: ['runs', 'ran', 'running'],
  dub: ['dubs', 'dubbed', 'dubbing'],
  quip: ['quips', 'quipped', 'quipping'],
  snap: ['snaps', 'snapped', 'snapping'],
  slam: ['slams', 'slammed', 'slamming'],
  sum: ['sums', 'summed', 'summing'],
  chat: ['chats', 'chatted', 'chatting'],
  blog: ['blogs', 'blogged', 'blogging'],
  vlog: ['vlogs', 'vlogged', 'vlogging'],
  admit: ['admits', 'admitted', 'admitting'],
  rap: ['raps', 'rapped', 'rapping'],
  forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
  let: ['lets', 'let', 'letting'],
  yell: ['yells', 'yelled', 'yelling'],
  refer: ['refers', 'referred', 'referring'],
  infer: ['infers', 'inferred', 'inferring'],
  sob: ['sobs', 'sobbed', 'sobbing'],
  rebut: ['rebuts', 'rebutted', 'rebutting'],
  submit: ['submits', 'submitted', 'submitting'],
  regret: ['regrets', 'regretted', 'regretting'],
  permit: ['permits', 'permitted', 'permitting'],
};

/** The base form and all others: `formsOf('deny')` gives deny, denies, denied, denying. */
export function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular) return [verb, ...irregular];
  return [verb, thirdPerson(verb), `${past(verb)}`, `${stem(verb)}ing`];
}

const endsInConsonantY = (verb: string): boolean => /[^aeiou]y$/u.test(verb);

function thirdPerson(verb: string): string {
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`;
}

function past(verb: string): string {
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

const stem = (verb: string): string => (/[^eoy]e$/u.test(verb) ? verb.slice(0, -1) : verb);
