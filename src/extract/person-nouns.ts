/** What a noun for somebody tells: one or many, a person, a man or a woman. */
import { isOccupation } from '../text/lexicon.ts';

export const isPlural = (noun: string): boolean => /(?:[^s]s|people|police|men|women|media)$/u.test(noun);

/** A calling or a kinship, in the singular. */
export const isPerson = (noun: string): boolean =>
  isOccupation(noun) || PERSONS.has(noun) || /(?:iator|ician|(?:[^l]|al|el)ist)$/u.test(noun);

const PERSONS = new Set(
  `man woman boy girl mother father widow widower wife husband son daughter brother sister uncle aunt
  grandmother grandfather victim survivor witness resident neighbour neighbor passenger villager teenager
  pensioner patient customer visitor parent barrister`.split(/\s+/u),
);

/** Which pronoun a noun for a man or a woman rules out. */
export const unfitFor = (noun: string): 'he' | 'she' | null =>
  MALE.test(noun) ? 'she' : FEMALE.test(noun) ? 'he' : null;

const MALE =
  /^(?:man|boy|king|prince|duke|emperor|sultan|sheikh|monk|groom|father|dad|husband|son|brother|uncle|grandfather|widower|\p{L}+[^o]man)$/u;
const FEMALE =
  /^(?:girl|queen|princess|duchess|empress|nun|bride|actress|waitress|hostess|heiress|mother|mum|mom|wife|daughter|sister|aunt|grandmother|widow|(?:\p{L}+)?woman)$/u;
