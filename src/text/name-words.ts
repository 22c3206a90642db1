/**
 * Words inside and around names. Particles follow Unicode CLDR person names and the Chicago Manual of Style
 * (8.5–8.14); heads of organisations and places the categories of the OntoNotes 5 name guidelines (ORG, GPE,
 * FAC, LOC).
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Lower-case joints of personal and group names: "Tariq ul Hasan", "Ludwig van der Berg". */
export const PARTICLES = words(
  `al el ul ud ur bin ibn ben bint abu da das de del della der di do dos du la las le los van von vom zu zur
  den ter ten y e af av`,
);

export const ORGANISATION_HEADS = words(
  `academy administration agency alliance army assembly association authority bank board broadcasting bureau
  cabinet campaign cathedral center centre chamber church city-council club co coalition college commission
  committee community company confederation conference congress consortium cooperative corporation corp corps
  council court department directorate division embassy enterprise enterprises exchange executive federation
  ferries fire-department force forces foundation front fund gazette government group guard guards herald
  hospital house inc industries initiative inquiry inspectorate institute institution journal laboratories
  league limited llc llp ltd magazine ministry mission mosque movement museum navy network news newspaper
  observatory office organisation organization parliament partnership party patrol police post press railway
  railways regiment registry school schools secretariat senate service services society state-media studio
  studios syndicate task-force team telegraph television theatre times tribune tribunal trust tv union
  university watch watchdog works zoo airlines airways brigade chronicle daily energy gmbh holdings
  international lines media motors neighborhoods neighbourhoods parish pharmaceuticals plc radio residents
  systems technologies transport utilities water`,
);

export const PLACE_HEADS = words(
  `avenue bay beach borough boulevard bridge canal cape castle city county creek desert district falls forest
  gulf harbor harbour heights hill hills island islands isle isles junction lake lane mountain mountains mount
  ocean park peninsula plain plaza point port prefecture province quay region republic ridge river road sea
  shore square station strait street terminal territory town township valley village volcano`,
);

/** Short forms that name countries and so are places, not organisations. */
export const PLACE_ACRONYMS = words(`us u.s usa u.s.a uk u.k uae u.a.e drc nyc dc d.c la`);

/** Kin and partners, and the pronoun that each calls for. */
export const KIN: ReadonlyMap<string, 'he' | 'she' | null> = new Map([
  ...pronounsFor(
    'he',
    'husband father brother son uncle grandfather nephew stepfather grandson fiancé boyfriend',
  ),
  ...pronounsFor(
    'she',
    'wife mother sister daughter aunt grandmother niece stepmother granddaughter fiancée girlfriend',
  ),
  ...pronounsFor(null, 'partner cousin neighbour neighbor friend colleague twin sibling parent child'),
]);

function pronounsFor(pronoun: 'he' | 'she' | null, list: string): (readonly [string, 'he' | 'she' | null])[] {
  return list.split(' ').map((word) => [word, pronoun] as const);
}

/** What a body is called before its name: "the carmaker Voltane". */
const BODY_CALLINGS = words(
  `carrier operator airline retailer manufacturer supplier publisher broadcaster charity startup start-up lender
  insurer brewer automaker carmaker chipmaker drugmaker planemaker toymaker grocer supermarket housebuilder`,
);
export const isBodyCalling = (word: string): boolean => BODY_CALLINGS.has(word.toLowerCase());

/** Before "of": what follows belongs to the name ("Bank of Canada", "Speaker of the House"). */
export const isHeadWord = (word: string): boolean =>
  ORGANISATION_HEADS.has(word.toLowerCase()) || PLACE_HEADS.has(word.toLowerCase());
