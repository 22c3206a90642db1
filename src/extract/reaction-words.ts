/**
 * The words by which a sentence tells that people reacted: nouns and verbs of FrameNet's frames Emotion_directed,
 * Experiencer_obj, Experiencer_focus, Judgment and Response, as news prose uses them, and who reacts.
 */
const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const REACTION_NOUNS = set(
  `anger outrage fury backlash criticism condemnation praise applause mockery ridicule derision scorn dismay
  disbelief alarm uproar outcry ire indignation reaction reactions protests protest relief delight joy
  jubilation amusement laughter resentment sympathy grief mourning shock horror frustration disappointment
  disgust contempt suspicion scepticism skepticism enthusiasm admiration pride celebrations complaints
  astonishment bewilderment confusion embarrassment gratitude solidarity jokes memes unease worry concern
  worries fears hostility annoyance sadness irritation excitement speculation sarcasm irony humor humour wit
  jeers boos cheers rage response responses gloom envy nostalgia`,
);
export const PROMPTING = set(
  `prompted prompts sparked sparks drew draws draw triggered triggers provoked provokes caused causes met
  brought brings unleashed unleashes won wins earned attracted attracts fuelled fueled ignited
  stirred stirs elicited generated set left spread received receives caught kindled roused aroused`,
);
export const EXPERIENCER = set(
  `angered angers outraged outrages infuriated infuriates upset upsets enraged delighted delights dismayed
  dismays shocked shocks alarmed alarms annoyed annoys amused amuses irritated disappointed disappoints
  pleased pleases saddened frustrated frustrates worried horrified appalled embarrassed moved puzzled baffled
  divided thrilled cheered stunned disgusted offended offends unsettled relieved`,
);
export const FEELING = set(
  `angry outraged furious upset delighted dismayed shocked alarmed annoyed amused irritated disappointed
  pleased saddened sad frustrated worried horrified appalled embarrassed moved puzzled baffled divided
  thrilled stunned disgusted offended relieved sceptical skeptical unhappy happy jubilant grateful glad
  bitter fearful anxious unimpressed unmoved suspicious nervous overjoyed heartbroken livid indignant proud
  unconvinced impressed touched`,
);
/** Verbs whose subject feels (FrameNet, Experiencer_focus). */
export const LOVING = set(
  `adore adores adored love loves loved hate hates hated loathe loathes loathed resent resents resented dread dreads
  dreaded admire admires admired despise despises despised dislike dislikes disliked detest detests detested
  cherish cherishes cherished envy envies envied enjoy enjoys enjoyed fear fears feared regret regrets regretted
  mourn mourns pity pities distrust distrusts distrusted`,
);
export const RESPONDING = set(
  'reacted reacts react responded responds respond greeted greets greet received receives met meets took takes followed watched heard answered countered counters',
);
/** States that a verb of motion or being leads into: "left the hall in tears". */
export const STATES = set(
  'tears shock disbelief despair rage fury horror anger mourning uproar joy delight dismay relief protest disgust awe panic grief revolt',
);
export const OPINING = set(
  'believe believed think thought feel felt fear feared hope hoped suspect suspected doubt doubted say see saw wonder wondered worry worried regard',
);
export const VAGUE_GROUPS = set(
  'many most some critics people residents locals users observers others few everyone',
);
export const ACTING = set(
  `cheered booed mocked ridiculed praised applauded hailed welcomed condemned criticised criticized denounced
  slammed celebrated mourned laughed joked complained grumbled scoffed rejoiced protested vented fumed
  lambasted derided blamed thanked shrugged jeered wept winced cringed groaned gasped bristled seethed balked`,
);
export const GROUPS = set(
  `many people users residents locals islanders villagers fans supporters critics commuters passengers
  travellers travelers parents students teachers readers viewers voters citizens customers neighbours
  neighbors townspeople workers farmers opponents others some most everyone public crowd crowds community
  families drivers cyclists shoppers tourists visitors followers commenters netizens activists campaigners
  onlookers audience audiences members players musicians fishermen nurses patients tenants investors
  employees subscribers listeners gamers pensioners mothers fathers children youngsters taxpayers
  spectators worshippers pupils staff sailors observers commentators bloggers internet web town village
  island city nation country half allies loyalists cartoonists artists writers scientists doctors lawyers
  journalists historians academics musicians filmmakers athletes celebrities conservatives liberals reformists
  hardliners dissidents exiles expatriates diaspora migrants refugees immigrants farmers teachers believers
  skeptics sceptics purists loyalists veterans survivors victims relatives mourners internet-users women men`,
);

/** How people reacted, as an adverb: "reacted bitterly". */
export const MANNERS = set(
  `angrily bitterly furiously coolly coldly warmly enthusiastically sarcastically gleefully joyfully indignantly
  mockingly badly negatively positively favourably favorably swiftly scathingly sceptically skeptically icily
  nervously cautiously emotionally`,
);
/** What people fill with their feelings. */
export const PLACES_OF_TALK = set(
  'media twitter x facebook instagram tiktok reddit telegram weibo internet web platforms forums timelines networks streets',
);
/** How posts can be, all together. */
export const TONES = set(
  'hostile kind positive negative angry critical supportive scathing mixed harsh merciless cruel sympathetic',
);
