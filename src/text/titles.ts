/**
 * Words that stand before a name and are not part of it. Offices and ranks follow the entries of the
 * "Honorific" and "Actor" classes of the tagger `compromise` (MIT), widened from the style guides of the
 * Associated Press ("Titles") and the Guardian ("honorifics").
 */

/** Forms of address: the name follows, and most tell which pronoun fits. */
export const ADDRESSES: ReadonlyMap<string, 'he' | 'she' | null> = new Map([
  ['mr', 'he'],
  ['mister', 'he'],
  ['sir', 'he'],
  ['lord', 'he'],
  ['king', 'he'],
  ['prince', 'he'],
  ['father', 'he'],
  ['monsieur', 'he'],
  ['herr', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['madam', 'she'],
  ['madame', 'she'],
  ['mme', 'she'],
  ['frau', 'she'],
  ['dame', 'she'],
  ['lady', 'she'],
  ['queen', 'she'],
  ['princess', 'she'],
  ['sister', 'she'],
  ['dr', null],
  ['doctor', null],
  ['prof', null],
  ['professor', null],
  ['rev', null],
  ['reverend', null],
  ['hon', null],
  ['imam', null],
  ['rabbi', null],
  ['canon', null],
  ['ven', null],
  ['cllr', null],
  ['engr', null],
  ['barr', null],
  ['shri', 'he'],
  ['smt', 'she'],
  ['alhaji', 'he'],
  ['alhaja', 'she'],
  ['oba', 'he'],
  ['ayatollah', 'he'],
  ['sheikh', 'he'],
  ['sheik', 'he'],
  ['pope', 'he'],
]);

/** Offices, ranks and callings, as the last word before a name ("Foreign Minister", "Attorney General"). */
export const OFFICES: ReadonlySet<string> = new Set(
  `admiral adm adviser advisor aide alderman alderwoman ambassador analyst anchor archbishop assemblyman
  assemblywoman attorney author bishop brigadier brig captain capt cardinal archdeacon ceo cfo chair chairman
  chairperson chairwoman chancellor chief coach colonel col comedian commander cmdr commissioner
  commodore congressman congresswoman congressperson consul controller coordinator coroner corporal cpl
  correspondent councillor councilor councilman councilwoman councilmember cto dean delegate deputy
  director economist editor emir envoy executive farmer founder general gen gov governor head
  headteacher historian host industrialist inspector insp journalist judge justice lawmaker lawyer leader
  lecturer lieutenant lt maj major manager marshal mayor mep minister mp musician nominee officer
  official ombudsman operative organiser organizer owner partner pastor physician pilot playwright
  poet pollster premier president presenter president-elect priest principal producer prosecutor
  provost publisher ranger rector rep representative reporter researcher resident scholar scientist sec
  secretary secretary-general sen senator sergeant sgt sheriff singer skipper sociologist solicitor
  speaker specialist spokesman spokesperson spokeswoman strategist student superintendent supt surgeon
  teacher treasurer undersecretary vice-chair vice-president vicar writer activist actor actress artist
  candidate columnist commentator consultant counsel critic expert fisherman fisherwoman nurse user
  co-founder co-chair cofounder whip constable detective engineer firefighter midwife ferryman blogger
  striker midfielder defender winger goalkeeper defenceman defenseman batsman bowler signatory pensioner shopkeeper
  mufti patriarch cleric runner-up winner finalist barrister developer campaigner protester manager member shopper commuter motorist parent-of-two
  witness eyewitness survivor passenger neighbour neighbor tenant trader landlord grandmother grandfather
  novelist filmmaker det lobbyist organizer photographer youtuber influencer streamer podcaster volunteer
  drummer guitarist bassist violinist cellist pianist trumpeter saxophonist rapper sculptor cartoonist satirist
  calligrapher essayist screenwriter songwriter vlogger beekeeper postman plumber electrician hairdresser
  trawlerman islander shipbuilder paramedic cyclist mountaineer sprinter swimmer gymnast referee
  physicist astronomer ethicist linguist philosopher theologian botanist dentist pharmacist physiotherapist
  psychiatrist chemist statistician veterinarian`
    .split(/\s+/)
    .filter(Boolean),
);

/** May stand between the words of a title, or before one, but never end it. */
export const TITLE_JOINTS: ReadonlySet<string> = new Set(
  `acting assistant associate caretaker chief deputy elect emeritus ex former foreign home incoming
  interim interior junior lead outgoing permanent prime retired senior shadow special under vice first
  second state attorney information defence defense finance health education justice trade energy
  grand supreme environment transport culture labour labor agriculture immigration press house senate campaign
  republican democratic democrat conservative independent liberal national federal regional local`
    .split(/\s+/)
    .filter(Boolean),
);

const bare = (word: string): string => word.toLowerCase().replace(/\.$/u, '');

export const isAddress = (word: string): boolean => ADDRESSES.has(bare(word));
export const isOffice = (word: string): boolean => {
  const plain = bare(word);
  return (
    OFFICES.has(plain) ||
    OFFICES.has(plain.replace(/^(?:ex|vice|co|sub|under)-/u, '')) ||
    SCHOLARLY.test(plain)
  );
};
const SCHOLARLY = /^\p{Ll}{2,}(?:ologist|ographer|ician)$/u;
export const isTitleWord = (word: string): boolean => isAddress(word) || isOffice(word);
export const isTitleJoint = (word: string): boolean => TITLE_JOINTS.has(bare(word));
