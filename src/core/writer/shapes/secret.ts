import type { Idea, StoryShape } from '../types.ts';
import {
  any,
  both,
  type Condition,
  eldest,
  funny,
  given,
  not,
  older,
  people,
  recalling,
  someEvent,
  tender,
  young,
  terse,
} from './say.ts';
import { falls, type Timing, words } from './timing.ts';

const TIMING: Timing = {
  early: words('find discover keep hide have see hear notice open uncover learn get meet'),
  late: words('tell share reveal confess show save help return free release'),
};

const SECRET = /\b(?:secrets?|secretly|hides?|hidden|hiding|nobody knows|no one knows)\b/iu;
const thing: Condition = (tale) => tale.idea.thing !== undefined;
const creature: Condition = (tale) =>
  tale.idea.thing === undefined &&
  tale.idea.characters.some(({ id }) => id === 'friend') &&
  !tale.idea.heroes.includes('friend');
const early = falls(1, 'early', TIMING);
const kept: Condition = (tale) => ['keep', 'have'].includes(tale.idea.events[0]?.verb ?? '');
/** The idea says where it is, or it is a place itself. */
const located: Condition = (tale) =>
  /\b(?:in|under|behind|inside|beneath|on|at) (?:the|an?|his|her|their)\b/u.test(tale.idea.events[0]?.base ?? '');
const fixed: Condition = (tale) =>
  /\b(?:door|room|garden|path|tunnel|island|cave|house|stair|staircase|passage|place|tree|valley|gate)\b/u.test(
    tale.idea.thing?.noun ?? '',
  );
const movable = not(fixed);
const several: Condition = (tale) => tale.idea.heroes.length > 1;

function isPeople(idea: Idea): boolean {
  return idea.characters[0]?.nature === 'person';
}

/** Somebody beside the heroes and the friend may be the one who is told. */
function lacksThird(idea: Idea): boolean {
  return !idea.characters.some((character) => character.id === 'third' && !idea.heroes.includes('third'));
}

/** Whispered behind a hand, to one listener, who is asked more than once not to pass it on. */
export const secret: StoryShape = {
  id: 'secret',
  name: 'A secret',
  fits: (idea) => {
    if (SECRET.test(idea.text)) return 0.93;
    return someEvent(idea, words('find discover hide keep')) && idea.thing ? 0.3 : 0.03;
  },
  choices: {
    nook: [
      'under the third stair',
      'behind the loose board',
      'in the old well house',
      'at the back of the tall cupboard',
    ],
    hum: ['hummed', 'whistled', 'talked about the weather', 'coughed'],
    excuse: [
      'It is only the wind',
      'It is a kind of soup',
      'I am practising for a play',
      'There has always been a smell there',
    ],
    knock: ['two short and a long', 'three, and then one', 'once, softly, like a moth', 'like peas on a drum'],
  },
  added: [
    {
      id: 'listener',
      when: (idea) => isPeople(idea) && lacksThird(idea),
      kinds: [
        { kind: 'neighbour', traits: ['old'], gender: 'she', nature: 'person' },
        { kind: 'gardener', traits: ['silent'], gender: 'he', nature: 'person' },
        { kind: 'grandmother', traits: ['deaf'], gender: 'she', nature: 'person' },
      ],
    },
    {
      id: 'listener',
      when: (idea) => !isPeople(idea) && lacksThird(idea),
      kinds: [
        { kind: 'badger', traits: ['old'], gender: 'he', nature: 'animal' },
        { kind: 'crow', traits: ['one-eyed'], gender: 'she', nature: 'bird' },
        { kind: 'toad', traits: ['silent'], gender: 'he', nature: 'animal' },
      ],
    },
  ],
  titles: ['Do Not Tell', 'What {heroes!} Knew', 'A Secret Is Not Heavy', 'Shh'],
  refrains: [
    'Not a word. Not even half a word.',
    'Shh. It sleeps when you do not look at it.',
    'Two can keep it, if one of them listens.',
    'A secret has a thousand small feet, and all of them want to go out.',
  ],
  beats: [
    {
      id: 'found',
      titles: ['Come closer', 'It began with a sound', 'Nobody must know'],
      why: 'There is a secret, and it is a good one.',
      what: '{heroes!} had a secret.',
      mood: 'wonder',
      where: 'home',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          terse(`Come closer. {heroes.intro} had a secret.`),
          young(`Shh! Come close. Here {heroes.is} {heroes.intro}. And {heroes} had a secret.`),
          ...given(
            not(located),
            older(`Come a little closer, and do not repeat this. It is about {heroes.intro}, and it began {nook}.`),
            eldest(
              `I ought not to be telling you this. I only know it because somebody could not keep quiet. It concerns {heroes.intro}, and a spot that nobody ever dusted: {nook}.`,
            ),
          ),
          ...given(
            located,
            older(
              `Come a little closer, and do not repeat this. It is about {heroes.intro}, and about something that nobody knows.`,
            ),
            eldest(
              `I ought not to be telling you this. I only know it because somebody could not keep quiet. It concerns {heroes.intro}, and a Wednesday in October.`,
            ),
          ),
        ],
        [
          ...given(
            kept,
            young(`{event1!} It was a good one. Nobody knew. Shh!`),
            older(`{event1!} It was the best one that there had been for years, and nobody had noticed.`),
          ),
          ...given(
            both(early, not(kept)),
            terse(`One day {event1!} Nobody noticed.`),
            young(`One day, {event1!} Nobody saw. Nobody knew. Shh!`),
            older(`One evening, when everybody else was busy being sure of things, {event1!} And nobody noticed.`),
            eldest(
              `It was like this. {event1!} There were no witnesses, apart from a woodlouse, who has never commented.`,
            ),
          ),
          ...given(
            not(early),
            young(`It was small, and it was warm, and nobody else knew of it.`),
            older(
              `What it was, I shall tell you when we know each other better. It was alive, in its way, and there was only one of it.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(
            `{place.sound}. {heroes!} looked to the left and to the right, as one does. {heroes!} had become, from one minute to the next, somebody who knew something.`,
          ),
          older(
            `It changes one's walk, to have a secret. {heroes!} went home that evening like somebody carrying a full bowl.`,
          ),
        ],
        [
          ...given(
            both(thing, movable),
            any(
              `{thing} {thing.was} not made for daylight and questions. One could see that at once. So an old coat went over {thing.them}, as if it had always hung there.`,
            ),
          ),
          ...given(
            both(thing, fixed),
            any(
              `An old coat was hung in front of it, on a nail, as if it had always hung there. It is wonderful what nobody looks behind.`,
            ),
          ),
          ...given(
            creature,
            any(
              `"You must be quiet here," {heroes} whispered to {friend}. "You do not exist yet." {friend!} seemed to find that quite all right.`,
            ),
          ),
          ...given(
            both(not(thing), not(creature)),
            any(
              `It needed quiet, and no draught, and no visitors. An old coat went over it, as if it had always hung there.`,
            ),
          ),
        ],
        [
          any(
            `There was a knock that belonged to it: {knock}. Nobody else was to have it. (You have it now. Be careful.)`,
          ),
          tender(`In bed that night {heroes} lay awake and had it, and had it, and had it. {refrain}`),
        ],
        [
          any(
            `Nobody had said that it was a secret. It simply was one, the way that some stones are cold. {heroes!} knew it at once, and shut the door very gently on the way out.`,
          ),
          older(
            `(You are wondering whether you would have told. Everybody wonders that. I have met three who would not, and two of them were asleep.)`,
          ),
        ],
      ],
    },
    {
      id: 'keeping',
      titles: ['Keeping it', 'It wants out', 'Not half a word'],
      why: 'It is hard to keep a secret.',
      what: '{heroes!} had to keep it, and it was not easy.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          terse(`It was hard to keep. Whenever it stirred, {heroes} {hum}.`),
          young(
            `It was hard to keep. It wanted to jump out! At breakfast {heroes} said nothing. At lunch {heroes} said nothing. "Are you ill?" they all asked.`,
          ),
          older(
            `Anybody can have a secret. It is the keeping. At breakfast it was on the tip of the tongue, and by noon it had got as far as the teeth. Whenever it stirred, {heroes} {hum}.`,
          ),
          eldest(
            `A secret is like a sneeze: nothing to it, until one must not. By Wednesday {heroes} had to leave the room whenever anybody said "Well, what is new?" By Thursday people had begun to say it on purpose.`,
          ),
        ],
        [...given(falls(2, 'early', TIMING), any(`And there was more of it every day. {event2!}`))],
        [...given(falls(1, 'middle', TIMING), any(`And in the middle of it all, {event1!}`))],
      ],
      more: [
        [
          any(
            `"What is that noise?" they asked. "{excuse}," said {hero!}. It was not a good answer, but it was the one that came.`,
          ),
          older(
            `There was a list of what might be said if anyone asked. It began with "{excuse}" and got worse. {heroes!} learned it by heart, and then had to hide the list.`,
          ),
        ],
        [
          any(
            `Half of every supper went into a pocket. (It was noticed that the pockets had begun to smell of gravy. It was put down to growing.)`,
          ),
          ...given(
            several,
            older(
              `There were two of them to keep it, which is twice as safe and twice as dangerous. They agreed on a sign for danger. It was scratching one's ear. They had never known before how often one scratches one's ear.`,
            ),
          ),
          ...given(
            not(several),
            older(`{heroes!} told it to the wall at night, to let a little out. The wall was good about it.`),
          ),
        ],
        [
          funny(
            `Once it was very nearly over. "I know what you have got there," said a voice behind the door. It turned out to be talking to the cat, about a herring.`,
          ),
          any(`{place.sound}, and it sounded like somebody whispering to somebody. {heroes!} {heroes.felt}. {refrain}`),
        ],
        [
          any(
            `It got out in small ways. It got into {heroes.their} drawings, where there was always an old coat hanging somewhere. It got into {heroes.their} songs, which all stopped before the last line.`,
          ),
          older(
            `"I spy with my little eye," said somebody on a wet afternoon, "something beginning with S." {heroes!} had to go and stand in the rain for a while.`,
          ),
        ],
        [
          funny(
            `There was one bad moment with a postcard. It had been written, and stamped, and was on its way to the box, before it was seen to say nothing but: You will never guess.`,
          ),
          tender(
            `And in between, when the house was empty for a quarter of an hour, there it was, and nobody had to be anything but glad.`,
          ),
        ],
      ],
    },
    {
      id: 'danger',
      titles: ['Somebody is coming', 'The great tidying', 'Nearly'],
      why: 'The secret is in danger.',
      what: 'Everything was to be cleared out, even {nook}.',
      mood: 'tense',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          terse(`Then came the great tidying, and the broom came nearer and nearer.`),
          young(
            `Then one day they said, "Today we tidy up! All of it!" Swish, swish, went the broom. Nearer and nearer. Oh no!`,
          ),
          older(
            `Then came the day of the great tidying. Everything was to be turned out, every nook and every corner. "And this time," somebody said, "we shall look behind things."`,
          ),
          eldest(
            `Disaster, when it came, wore an apron. There was to be a great tidying. It would begin at the front door, and by about four o'clock it would be everywhere.`,
          ),
        ],
        [
          ...given(
            falls(2, 'middle', TIMING),
            any(`As if that were not enough, {event2!}`),
            older(`And just then, {event2!}`),
          ),
        ],
      ],
      more: [
        [
          any(`The broom came nearer. One could hear it, like the sea. {heroes!} helped with everything, very slowly.`),
          older(
            `{heroes!} lost the key. {heroes!} found it again, by bad luck. {heroes!} upset a bucket, and that was worth ten minutes, and then there were no more buckets.`,
          ),
        ],
        [
          ...given(
            movable,
            any(
              `It would have to be moved. But it was too big for a pocket and too small for an excuse, and it would have taken one more to carry it.`,
            ),
          ),
          ...given(
            fixed,
            any(
              `{thing} could not be moved. Somebody would have to stand in the way, somebody large, whom nobody asks to move.`,
            ),
          ),
          tender(
            `{heroes!} sat down in front of it, and thought as hard as {heroes.they} ever had. There was one thing left. It was the one that must never be done.`,
          ),
        ],
        [
          funny(`"You are being very good today," they said, and looked worried.`),
          any(`It was three o'clock. {place.sight}, as if nothing were the matter.`),
        ],
        [
          any(
            `They did the hall. They did the pantry. "Well I never," somebody said, about a shoe. It would be quite a different sort of well-I-never before long.`,
          ),
          older(
            `There are people who tidy in order to find things, and people who tidy in order to be rid of them. These were both sorts, and they had brought a sack.`,
          ),
        ],
        [
          any(
            `{heroes!} thought of everything. A false beard? A fire? A very long story about a camel? There was not time enough even for the camel.`,
          ),
        ],
      ],
    },
    {
      id: 'telling',
      titles: ['The telling', 'One other', 'In a whisper'],
      why: 'It has to be told to somebody.',
      what: '{heroes!} told it to {listener.intro}.',
      mood: 'brave',
      where: 'home',
      time: 'dusk',
      who: ['heroes', 'listener'],
      core: [
        [
          terse(`So {heroes} told {third}, in one breath.`),
          young(`Who could help? {heroes!} thought of {third}. It is hard to tell. But it is harder not to.`),
          older(
            `There was only one who could be told, and that was {third}. {heroes!} told it in one breath. "I wondered," {third.said} {third!}, "when you would ask."`,
          ),
          terse(
            `So {heroes} told it to {listener.intro}. "I wondered when you would ask," {listener.said} {listener!}.`,
          ),
          young(
            `Who could help? There was {listener.intro}. {heroes!} whispered. Psst, psst, psst. "Oh!" said {listener!}. "I know a good place. Quick!"`,
          ),
          older(
            `So {heroes} went to {listener.intro}, who never said much, and told it all, in one breath. It was quiet for a bit. "I wondered," {listener.said} {listener!}, "when you would ask."`,
          ),
          eldest(
            `There was only {listener.intro}, who had not spoken since the spring, and then only to say "Mind the step." {heroes!} said it fast, with both eyes shut. "Yes," {listener.said} {listener!}. "I know. Who do you think has been leaving the window open?"`,
          ),
        ],
        [
          ...given(falls(1, 'late', TIMING), any(`And that was how {event1!}`)),
          ...given(
            both(not(falls(1, 'late', TIMING)), falls(2, 'late', TIMING)),
            any(`So that was how {event2!}`),
            older(`It was not planned, but it was right: {event2!}`),
          ),
        ],
        [
          ...given(falls(3, 'late', TIMING), any(`And {event3!}`)),
          ...given(falls(3, 'middle', TIMING), any(`Then {event3!}`)),
        ],
      ],
      more: [
        [
          any(
            `"You knew?" said {hero!}. "Since the second day," {listener.said} {listener!}. "You walked as if you were carrying soup."`,
          ),
          older(
            `"And you never said a word?" "Not half a word," {listener.said} {listener!}. "It was your secret. I only had a secret about it."`,
          ),
        ],
        [
          ...given(
            movable,
            any(
              `With one more it was easy. They took the coat, with what was under it, and went down the back way, one step, and one step, and one step. Behind them the broom had reached the door.`,
            ),
          ),
          ...given(
            fixed,
            any(
              `{listener!} brought a chair, put it down in front of the coat, sat on it, and began to peel a very large apple. The broom came up, and stopped, and went round.`,
            ),
          ),
          ...given(
            both(people, movable),
            funny(
              `They met the aunt on the stairs. "What is that?" said the aunt. "{excuse}," said {listener!}, without blinking. And the aunt, who would have had questions for anybody else, said, "I see."`,
            ),
          ),
        ],
        [
          tender(`It was odd. It weighed only half as much now, and it had not grown any smaller. {refrain}`),
          any(
            `"There is something that I ought to show you as well," {listener.said} {listener!}. Then a drawer was pulled out. What was in it is another secret, and I have promised.`,
          ),
        ],
        [
          older(
            `It is a strange thing to hear one's own secret aloud. It sounded much shorter than it was. {heroes!} had expected that something would fall down, the moon perhaps, or a plate. Nothing fell.`,
          ),
          any(
            `And that was that. The words were out. They stood about in the room for a moment, and then they sat down, like guests.`,
          ),
        ],
      ],
    },
    {
      id: 'shared',
      titles: ['Kept', 'Two of them', 'What nobody knows'],
      why: 'What it is like now.',
      what: 'The secret was safe, and there was somebody to share it with.',
      mood: 'happy',
      where: 'home',
      time: 'night',
      who: ['heroes', 'listener'],
      core: [
        [
          terse(`They found nothing that day. And in the evening there was a knock, {knock}.`),
          young(`Now the secret was safe. "Good night," whispered {hero!}. "Good night," whispered {listener!}. Shh!`),
          older(
            `They never found a thing that day, apart from some gravy. The secret was safe and dry, and every evening there was a knock, {knock}.`,
          ),
          eldest(
            `At four o'clock they found a coat-hook, some crumbs and a woodlouse with nothing to say. And later, when all was quiet, somebody knocked, {knock}, and was let in.`,
          ),
        ],
        [...given(both(falls(1, 'late', TIMING), falls(2, 'late', TIMING)), any(`After that, {event2!}`))],
      ],
      more: [
        [
          any(
            `It is pleasant to have something that nobody knows. But it is pleasanter to look up in the middle of supper, and to meet somebody's eye.`,
          ),
          older(
            `At breakfast somebody said, "Well, what is new?" "Nothing," said {hero!}. "Nothing at all," said {listener!}, into a cup. Nobody {hum}.`,
          ),
        ],
        [
          any(
            `{sky} {place.sound}. If you had gone by just then, you would have seen a line of light under the door, and heard two voices and a third that was not quite a voice.`,
          ),
          ...given(
            creature,
            any(
              `"You may exist now," {heroes} told {friend}. "In the evenings, to begin with." {friend!} {friend.glad}.`,
            ),
          ),
        ],
        [
          any(
            `The sack went away half empty. "I could have sworn that there was something," said somebody. And somebody else said, "There always is," and put the kettle on.`,
          ),
          tender(
            `It had been a good secret with one. With two it was better. One of them could always look while the other one listened for steps.`,
          ),
        ],
        [funny(`The wall was told as well, to be fair. It had known from the start. It was hollow.`)],
      ],
    },
  ],
  lastLines: [
    any(`That is all that I may say. You will keep it, won't you? Not even half a word.`),
    older(`I told you because you look like somebody who can keep things. So did the last one.`),
    any(`And if you ever hear it on your own door, {knock}, you will know who it is.`),
    ...recalling('woodlouse', funny(`The woodlouse has been asked again. It still has no comment.`)),
    tender(`Shh. I think it is asleep.`),
  ],
};
