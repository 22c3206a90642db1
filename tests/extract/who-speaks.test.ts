/** Whose words they are where the clause around the cue is more than a name and a verb. */
import { describe, expect, it } from 'vitest';
import { quotedIn } from '../helpers/said.ts';

/** `words | name` */
const voicesIn = async (text: string): Promise<string[]> =>
  (await quotedIn(text)).map((line) =>
    line.replace(/ \| (?:.* → (.*) \(.*\)|nobody) \| .*$/u, (_, name) => ` | ${name ?? 'nobody'}`),
  );

describe('a clause about somebody', () => {
  it.each<[string, string, string[]]>([
    [
      'ends in a noun that does not speak',
      'The man who bought the boat described it as “a wreck with paint”.',
      ['a wreck with paint | The man'],
    ],
    [
      'holds a preposition',
      'Two people who were in the hall described the mood as “glacial”.',
      ['glacial | Two people'],
    ],
    [
      'has a verb that is an adjective or a noun elsewhere',
      'The women who run the kitchen said they were “tired of it”. One man who lost his car told Bo Ray: “Swim home.”',
      ['tired of it | The women', 'Swim home. | One man'],
    ],
    ['begins with “that”', 'The firm that built the pier said it was “a gift”.', ['a gift | The firm']],
    [
      'in which another one speaks',
      'The lawyer who said the bank called the fee “a joke on islanders” has left.',
      ['a joke on islanders | the bank'],
    ],
    [
      'is none: “that” opens what was said',
      'Dana Ek told a crowd that the bank called the fee “a joke on islanders”.',
      ['a joke on islanders | the bank'],
    ],
    [
      'about a man with a name, and a participle before another’s calling',
      'The Scot who runs the quay, Bo Ray, hit out at “men without a tide”. “It leaked,” says the retired cook, 70, who left.',
      ['men without a tide | Bo Ray', 'It leaked, | the retired cook'],
    ],
    [
      'that follows an agent',
      'The shirt was worn to the hall by a young clerk who told Ida Moe it was “made at night”.',
      ['made at night | a young clerk'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await voicesIn(text)).toEqual(expected);
  });
});

describe('names and callings', () => {
  it.each<[string, string, string[]]>([
    [
      'the person after an office and its body',
      'The Chairman, Committee on Roads, Senator Bola Lund, decried the road, describing it as “a death trap”.',
      ['a death trap | Bola Lund'],
    ],
    [
      'clergy, police, councils',
      'The Ven Dana Ek called it “a gift”. Det Insp Ida Moe said: “We wait.” Cllr Bo Ray said: “So do we.”',
      ['a gift | Dana Ek', 'We wait. | Ida Moe', 'So do we. | Bo Ray'],
    ],
    [
      'somebody who speaks for a body with a name',
      'A spokesman for the hotel, the Grand Bellevue, apologised “without reserve”.',
      ['without reserve | A spokesman'],
    ],
    [
      'a body and what it does',
      'The operator, Norsk Petro, denied it. The company said there was “nothing of the kind”.',
      ['nothing of the kind | Norsk Petro'],
    ],
    ['a calling that opens a sentence', 'Parent Dave Lund said: “We wait.”', ['We wait. | Dave Lund']],
    [
      'a pair with its calling',
      'Sisters Amma and Efua Lund dive. Amma laughed: “Four minutes.”',
      ['Four minutes. | Amma'],
    ],
    [
      'a crowd and whose it is',
      'Shares of Corvex Industries fell. The company said it was “sure of its valves”.',
      ['sure of its valves | Corvex Industries'],
    ],
    ['a point inside a name', 'Analysts at Lund & Co. called it “a nap”.', ['a nap | Analysts']],
    ['a point at the end of a name', '“It is late,” Bo Ray Jr. said.', ['It is late, | Bo Ray Jr.']],
    [
      'a surname that is a title',
      '“It leaks,” Regina King said. “It sinks,” King added.',
      ['It leaks, | Regina King', 'It sinks, | Regina King'],
    ],
    ['a first name that is a title', '“It leaks,” prosecutor Dean Lund said.', ['It leaks, | Dean Lund']],
    ['an office, and no surname', '“It leaks,” Justice Minister Bo Ray said.', ['It leaks, | Bo Ray']],
    [
      'an office tells that a surname is a person’s',
      'Donal Keane left. Deputy Keane said: “We wait.”',
      ['We wait. | Donal Keane'],
    ],
    ['a card and where it was left', '“He swam,” read a card left at the gate.', ['He swam, | a card']],
    ['one of several', '“It is dead,” one of the guests said.', ['It is dead, | one']],
    [
      'a verb whose past is no form of its own',
      'Bogota hit back within hours, calling the claim “absurd”.',
      ['absurd | Bogota'],
    ],
    [
      'a cue between the subject and its verb',
      'The key, adds Lund, is “older than the boat”.',
      ['older than the boat | Lund'],
    ],
    [
      'whose answer it was, far from the words',
      'Northline’s reply to both was the same: “Sorry to hear that!”',
      ['Sorry to hear that! | Northline'],
    ],
    [
      'a verb of blame',
      'Ida Moe faulted the board for “making promises by the road”.',
      ['making promises by the road | Ida Moe'],
    ],
    [
      '“it” in a clause is the body that the sentence is about',
      'Ida Moe spoke in Oslo. The government disputed the findings, which it called “a fairy tale”.',
      ['a fairy tale | The government'],
    ],
    [
      '“it” in a clause is the body whose thing opens the sentence',
      'Ida Moe wrote on Facebook. The ferry company’s apology, in which it blamed “a gull in the works”, did not help.',
      ['a gull in the works | The ferry company'],
    ],
    [
      'a crowd, and who has answered whose statement',
      'Ferry users replied with scorn to Port Minister Bo Ray’s statement that the boat was “open to all of us”.',
      ['open to all of us | Bo Ray'],
    ],
    [
      'a body whose answer it is',
      'The port’s reaction came in a note: “We look into it.”',
      ['We look into it. | The port'],
    ],
    ['an office in capitals and its name', '“We lose,” said a former MP, Dana Ek.', ['We lose, | Dana Ek']],
    [
      'by whom somebody was blamed',
      'Ministers were accused last night of “rowing into the rocks” by the head of the port.',
      ['rowing into the rocks | the head'],
    ],
    [
      'a time before the subject',
      'Last week one of his men shouted “Move, sir!” at me.',
      ['Move, sir! | one'],
    ],
    [
      'a national by the place in a story',
      'Iga Nowak beat Ann Roe 6-2. “I was lucky,” the Pole said.',
      ['I was lucky, | Iga Nowak'],
    ],
    [
      'a parent by the number of children',
      'Peter Holm rang the school. “What if it burns?” asks the father of two.',
      ['What if it burns? | Peter Holm'],
    ],
    [
      'who has signed under another name',
      'A nurse, who signed only as “Ward 12”, wrote that she slept “in a chair for a week”.',
      ['in a chair for a week | A nurse'],
    ],
    [
      'who tells of a newcomer goes on, and stays the one who is meant',
      'Mr Ray drives a bus. “Drunks I can bear,” he says. Last month a man pulled a knife on him. “I drove on,” he says. His wife frets. “She sleeps badly,” he laughs.',
      ['Drunks I can bear, | Ray', 'I drove on, | Ray', 'She sleeps badly, | Ray'],
    ],
    [
      'different things that one calls names',
      'Bo Ray called the ruling “a wreck”, the judge “a leaking old tub” and the jury “ballast”.',
      ['a wreck | Bo Ray', 'a leaking old tub | Bo Ray', 'ballast | Bo Ray'],
    ],
    [
      'what people call a thing, and a word that is spoken of',
      'Bo Ray left with what his team called “a bad tooth”. The port said the ban was “temporary”, a word that drew laughter.',
      ['a bad tooth | his team', 'temporary | The port'],
    ],
    [
      'a sentence about the question tells who asked it',
      '“Who let the boat go?” The question, put to the mayor by a woman in a hat, hung in the air.',
      ['Who let the boat go? | a woman'],
    ],
    [
      'a clause with “until” has nobody who says it',
      'Mayor Klaus Petri was unmoved – “A boat is a boat” – until his mother wrote in.',
      ['A boat is a boat | Klaus Petri'],
    ],
    [
      'what somebody posts does not speak',
      'Another Iraqi, calling himself a “citizen of the night”, posted a video of his dark street.',
      ['citizen of the night | Another Iraqi'],
    ],
    ['a user by the handle', 'On X, user @redcow replied: “We moo.”', ['We moo. | @redcow']],
    [
      'a rank after a calling, and a place in a match',
      '“It leaks,” Police chief Brigadier Karim Hosseini said. “It sinks,” Runner-up Felix Baum said.',
      ['It leaks, | Karim Hosseini', 'It sinks, | Felix Baum'],
    ],
    [
      'a verb of saying that the text doubts',
      'Dana Ek “clarified” on the radio that it had been “dry, not rude”.',
      ['dry, not rude | Dana Ek'],
    ],
    [
      'who is made to answer, and a work that is judged',
      'The clerk called the poem “rude and badly rhymed”, prompting Dana Ek to respond that she “rhymed as paid”.',
      ['rude and badly rhymed | The clerk', 'rhymed as paid | Dana Ek'],
    ],
    [
      'an initial at the end of a sentence',
      '“A fine duet,” tweeted singer Anna B. In the port, people sang.',
      ['A fine duet, | Anna B'],
    ],
    [
      'an article inside a name',
      'A cleric, Sheikh Nasser al-Omari, urged the young “to fear the sea”. “It is deep,” al-Omari added.',
      ['to fear the sea | Nasser al-Omari', 'It is deep, | Nasser al-Omari'],
    ],
    [
      '“she” is no body that spoke before',
      'The union called it “a nap”. A conciliator comes on Friday. “I bring tea,” she said.',
      ['a nap | The union', 'I bring tea, | A conciliator'],
    ],
    [
      'a line without a verb, and who opens it',
      'Singer Anna K., in a message from prison: “I am fine.”',
      ['I am fine. | Anna K.'],
    ],
    [
      'a body whose editor is told of',
      'Vida newspaper, whose editor is a friend of Bo Ray, took the other side. “Row on,” it wrote in an editorial.',
      ['Row on, | Vida newspaper'],
    ],
    [
      'a sentence that tells how somebody put it',
      '“They are guests with bad luck.” That was how lawmaker Tibor Halasz described them.',
      ['They are guests with bad luck. | Tibor Halasz'],
    ],
    [
      'two words that somebody calls for',
      'Dana Ek’s call on Sunday for a “national smile” has been met with scorn.',
      ['national smile | Dana Ek'],
    ],
    [
      'an object that is a verb elsewhere',
      'He calls appeals “the long corridor”, Bo Ray said.',
      ['the long corridor | Bo Ray'],
    ],
    [
      'a calling before a name that comes later',
      'The dentist has said sorry. “It was an advert,” he wrote to his guests. The actor Karim M., who saw it, laughed.',
      ['It was an advert, | The dentist'],
    ],
    [
      'a question put in a thing that was shared',
      '“You want the summer too?” Dana Ek, a nurse, asked in a video that has been shared 900 times.',
      ['You want the summer too? | Dana Ek'],
    ],
    [
      'a clause with “which” has another speaker',
      'Dana Ek tweeted that the deal was “good, late and small”, to which the aide Peter Holm responded: “Like your boat.”',
      ['good, late and small | Dana Ek', 'Like your boat. | Peter Holm'],
    ],
    [
      'one and another, each with words',
      'Others were cold, one describing the mayor as “a door with a tie” and another as “a wall with a hat”.',
      ['a door with a tie | one', 'a wall with a hat | another'],
    ],
    [
      'a user by name, and a man by where he stands',
      '“Take it all,” a user named Tarek wrote on Threads. “We sit,” a man next to her explained.',
      ['Take it all, | Tarek', 'We sit, | a man'],
    ],
    [
      'who is asked on the radio, and not the radio',
      'Peter Holm went further. In an interview with Radio Vik he accused the mayor of “rowing without a boat”.',
      ['rowing without a boat | Peter Holm'],
    ],
    [
      'a second one, who goes by a name, and what is told of the post',
      '“Rent, meat,” tweeted Dana Ek. “He has one face,” a user who goes by the name Baran wrote in a tweet that received 900 likes.',
      ['Rent, meat, | Dana Ek', 'He has one face, | Baran'],
    ],
    [
      'a remark of another, and a clause of another',
      '“He insulted us,” said Dana Ek of the premier’s remark that teachers work “half a day, half the year”.',
      ['He insulted us, | Dana Ek', 'half a day, half the year | the premier'],
    ],
    [
      'a clause with a colon after words in marks',
      'The port calls it “ambitious”, but its columnist Peter Holm cannot resist: “Like a diet in December.”',
      ['ambitious | The port', 'Like a diet in December. | Peter Holm'],
    ],
    [
      'a place before the subject, and words in brackets',
      'Elsewhere, General Bo Ray, who ruled for years, defends the curfews (“people slept well”) and the courts (“short, as they should be”).',
      ['people slept well | Bo Ray', 'short, as they should be | Bo Ray'],
    ],
    [
      'who interrupts another',
      'Dana Ek spoke of friends. She was interrupted by a man in the hall: “Then let them come!”',
      ['Then let them come! | a man'],
    ],
    [
      'who has read a thing has not said it',
      'Bo Ray’s office said the mayor had read it “with interest”.',
      ['with interest | Bo Ray’s office'],
    ],
    [
      'a calling after a people’s name, in an inverted clause',
      '“Let it sink,” said the Norwegian prime minister.\n“Let it float,” said the Danish senator.',
      ['Let it sink, | the Norwegian prime minister', 'Let it float, | the Danish senator'],
    ],
    [
      'an office of another nation',
      'Danish Prime Minister Bo Holm called the fee “a joke”. The Norwegian prime minister replied: “It floats.”',
      ['a joke | Bo Holm', 'It floats. | The Norwegian prime minister'],
    ],
    [
      'an office with the nation that was told',
      'Danish Prime Minister Bo Holm came late. “It floats,” the Danish prime minister said.',
      ['It floats, | Bo Holm'],
    ],
    [
      'a name with an age',
      'Adviser Cem Oz came late.\nIn the queue stood Murat, 26, a cook. “I pay too,” he said.',
      ['I pay too, | Murat'],
    ],
    [
      'a nurse who is called by name',
      '“Let her have the soup,” a nurse called Birgit wrote. A lawyer called Brandt “a clown”.',
      ['Let her have the soup, | Birgit', 'a clown | A lawyer'],
    ],
    [
      'whom it took a while',
      'It took the mayor four days to apologise for calling pilots “deserters”.',
      ['deserters | the mayor'],
    ],
    [
      'who made the written words',
      '“Move, then,” reads the reply that the mayor gave to Dana Ek.',
      ['Move, then, | the mayor'],
    ],
    [
      'those who call somebody so, whom she tells of',
      'Her critics call her “the soup thief”, she says with a smile.',
      ['the soup thief | Her critics'],
    ],
    [
      'who reports that others did not ask',
      'Lena Brandt said neither side had asked the islanders. “They draw lines on a map.”',
      ['They draw lines on a map. | Lena Brandt'],
    ],
    [
      'a second clause after a colon',
      'Actor Bo Ray joked: “Nine left.” Dana Ek has not commented. Her minister has: he called it “the usual noise”.',
      ['Nine left. | Bo Ray', 'the usual noise | Her minister'],
    ],
    [
      'a voice that comes',
      '“An honest man has nothing to fear,” Dana Ek said. “Nor to gain,” came a voice from the gallery.',
      ['An honest man has nothing to fear, | Dana Ek', 'Nor to gain, | a voice'],
    ],
    [
      'months that are first names',
      '“On time, for once,” quipped comedian Jan Pelzer. Actress April Jones left. “Late,” she said.',
      ['On time, for once, | Jan Pelzer', 'Late, | April Jones'],
    ],
    [
      'a user name with an underscore',
      '“We heard you,” replied user Zainab_91.',
      ['We heard you, | Zainab_91'],
    ],
    [
      'minutes that hand on what a man called it',
      'Minister Bo Ray called it “an isolated case”, according to the minutes.',
      ['an isolated case | Bo Ray'],
    ],
    [
      'a king, who is no she',
      '“It is allowed,” the king replied. Ella’s teacher, Tone Vik, read it aloud. “So quiet,” she said.',
      ['It is allowed, | the king', 'So quiet, | Tone Vik'],
    ],
    [
      'it for a body that a noun explains, and not for a mayor',
      '“No,” the mayor said.\nBioland, the farmers’ federation, seized the moment: “The bees say no,” it posted.',
      ['No, | the mayor', 'The bees say no, | Bioland'],
    ],
    [
      'a pronoun that an opening one rules out',
      'Nurse Dana Ek wept.\nMinister Kim Abo came. He has said it before. “I waited,” she told us.',
      ['I waited, | Dana Ek'],
    ],
    [
      'whose things the sentence before speaks of',
      '“Nobody asked the bees,” said Bo Hofer. “Or them,” the mayor said.\nA remix sets Hofer’s words to techno.\n“It hurts,” he says.',
      ['Nobody asked the bees, | Bo Hofer', 'Or them, | the mayor', 'It hurts, | Bo Hofer'],
    ],
    [
      'a calling before a name that begins a sentence',
      'Drummer Kofi Blake left. “Too loud,” he said. Seismologist Dara Quim stayed. “Too quiet,” she said.',
      ['Too loud, | Kofi Blake', 'Too quiet, | Dara Quim'],
    ],
    [
      'whose last known words they were',
      'The minister, Bo Ray, has fled. His last known words in office were “I will be back.”',
      ['I will be back. | Bo Ray'],
    ],
    [
      'by whom the question was asked',
      '“Why is the minister in our bathroom?” The question, asked by a boy in Tartu, made many laugh.',
      ['Why is the minister in our bathroom? | a boy'],
    ],
    [
      'a slip that others tell of',
      'Bo Ray answered that people “should avoid needless breathing” — a slip, his office said later.',
      ['should avoid needless breathing | Bo Ray'],
    ],
    [
      'what is written on a sign',
      'By Tuesday a door had appeared, with a sign: “Knock. We are home.”',
      ['Knock. We are home. | a sign'],
    ],
    [
      'as somebody remarked',
      'Asked if the nickname was his, Bo Ray said nothing, “which proves the point”, as one colleague remarked.',
      ['which proves the point | one colleague'],
    ],
    [
      'such forecasts, which do not speak',
      'Dana Ek dismissed such forecasts as “sabotage by numbers”.',
      ['sabotage by numbers | Dana Ek'],
    ],
    [
      'a letter, and not who saw it',
      'A letter seen by this newspaper speaks of “premature joy”.',
      ['premature joy | A letter'],
    ],
    [
      'a city that is a first name as well',
      'When a storm hit the hall in Adelaide, a manager, Priya Nair, had an idea. “It is open,” she said.',
      ['It is open, | Priya Nair'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await voicesIn(text)).toEqual(expected);
  });
});

describe('an answer', () => {
  it.each<[string, string, string[]]>([
    [
      'is given by the one who was asked',
      'Councillor Hugh Pender asked farmer Bill Oates how many geese he kept. He replied: “Too few.”',
      ['Too few. | Bill Oates'],
    ],
    [
      'is given by the one who was asked, described first',
      'Deputy mayor Rob Fisk asked the clerk, Anna Holm, whether that was legal. She replied: “It is untidy.”',
      ['It is untidy. | Anna Holm'],
    ],
    [
      'is not given by whom the opening names',
      'Ernest Holm left early. Talking to Tom Ray on the radio, he said it was “a very bad day”.',
      ['a very bad day | Ernest Holm'],
    ],
    [
      'is not given by who is named later, once another has spoken',
      'Anna Moe said: “No rain.” The heat goes on. A film shows a field. “Where is my river?” he shouts. Her boss, Peter Holm, left.',
      ['No rain. | Anna Moe', 'Where is my river? | he'],
    ],
    [
      'is given by who is named later, where the story opens so',
      'Her editor, Peter Holm, called her “a storm”. She called herself “a nosy woman”. Anna Moe, who has died, wrote much.',
      ['a storm | Peter Holm', 'a nosy woman | Anna Moe'],
    ],
    [
      'shot back is of the one who was spoken to',
      'Peter Holm swims. The mayor, Karl Ray, called him “a cork”. “I float,” he shot back.',
      ['a cork | Karl Ray', 'I float, | Peter Holm'],
    ],
    [
      'is not given by who is named later, where somebody without a name is shown',
      'The film shows a man by a boat. “Row in hell,” he can be heard saying. Peter Holm left.',
      ['Row in hell, | he'],
    ],
    [
      'comes from nobody named',
      'Dana Ek answered: “We look into it.” “You said that last week,” came the reply.',
      ['We look into it. | Dana Ek', 'You said that last week, | nobody'],
    ],
    [
      'is the words after the colon, not those before the name',
      '“She swam,” the sisters said. “She dived.” Lund, the elder, laughed: “Four minutes.”',
      ['She swam, She dived. | the sisters', 'Four minutes. | Lund'],
    ],
    [
      'is not the question before it',
      'Host Gaby Moe pressed him. “Bottled it how?” “With a cork,” Bo Ray replied.',
      ['Bottled it how? | Gaby Moe', 'With a cork, | Bo Ray'],
    ],
    [
      'of another, after a comma',
      '“She taught us,” one pupil wrote. “She is gone.” Another asked simply, “Who is next?”',
      ['She taught us, She is gone. | one pupil', 'Who is next? | Another'],
    ],
    [
      'disagrees',
      '“It is small,” Bo Ray said. Her daughter disagreed: “It is huge.”',
      ['It is small, | Bo Ray', 'It is huge. | Her daughter'],
    ],
    [
      'of a man is not a woman’s',
      'The woman who built the boat said: “It leaked.” “It leaks,” said the man who owns it.',
      ['It leaked. | The woman', 'It leaks, | the man'],
    ],
    [
      'by whom the question tells of, not by the child who asked',
      '“Why is he in our bathroom?” The question, asked by a boy, made many laugh: Mayor Bo Ray had come.\n“It was the same door,” he explained.',
      ['Why is he in our bathroom? | a boy', 'It was the same door, | Bo Ray'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await voicesIn(text)).toEqual(expected);
  });
});

describe('headlines in capitals', () => {
  const story = '\n\nThe rents rose on Friday.';
  it.each<[string, string[]]>([
    ['‘We Will Not Be Moved’: Tenants Defy Landlord', ['We Will Not Be Moved | Tenants']],
    ['Premier Calls Rival ‘A Weathervane’ As Campaign Turns Sour', ['A Weathervane | Premier']],
    ['Dana Ek Says Ferry Plan ‘Is a Farce’', ['Is a Farce | Dana Ek']],
    ['Critics Call ‘The Long Winter’ a Nap', []],
    [
      '‘Not a Single Krone Was Misused’: Minister Rebuts Audit',
      ['Not a Single Krone Was Misused | Minister'],
    ],
    ['‘The Long Winter’: Dana Ek’s New Novel Is Out', []],
    ['Review: ‘The Long Winter’ Is a Slow Burn', []],
  ])('%s', async (line, expected) => {
    expect(await voicesIn(line + story)).toEqual(expected);
  });
});

describe('marked words that are spoken of', () => {
  it.each<[string, string]>([
    ['in a question', 'Asked who “they” were, Dana Ek pointed upwards.'],
    ['as a slogan', 'Dana Ek mocked his slogan, “Steady as she goes”.'],
    ['as what somebody kept', 'The governor left, and the minister ran “a tight ship”.'],
    ['as a title after the work', 'Dana Ek is writing a memoir, “Nets and Tides”.'],
  ])('%s', async (_, text) => {
    expect(await voicesIn(text)).toEqual([]);
  });
});
