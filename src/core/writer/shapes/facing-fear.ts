import type { Passage, StoryShape } from '../types.ts';
import {
  alive,
  alone,
  any,
  beside,
  both,
  byHeroes,
  eldest,
  fears,
  friendOfIdea,
  funny,
  given,
  hasEnding,
  hasEvents,
  kindIn,
  not,
  older,
  tender,
  together,
  verbIn,
  walking,
  young,
  long,
  brief,
  terse,
  toned,
} from './say.ts';

const MEETING = new Set('meet befriend encounter discover find see hear'.split(' '));
const IN_THE_SKY = new Set('moon star sun comet cloud'.split(' '));
const dark = fears('dark', 'night', 'shadow');
const noise = fears('thunder', 'noise', 'storm', 'loud', 'lightning', 'bang');
const high = fears('height', 'flying', 'high', 'climb', 'falling');
const wet = fears('water', 'swim', 'sea', 'wave', 'deep');
const sky = kindIn('friend', IN_THE_SKY);
/** The idea's first event is the meeting with the friend. */
const meets = both(friendOfIdea, verbIn(1, MEETING));
const owl = kindIn('hero', new Set(['owl', 'bat', 'hedgehog', 'moth']));

/** Whom they meet where the idea has nobody for it. */
const GUIDES = [
  { kind: 'badger', traits: ['old'], gender: 'he', nature: 'animal' },
  { kind: 'tortoise', traits: ['old'], gender: 'she', nature: 'animal' },
  { kind: 'heron', traits: ['grey'], gender: 'she', nature: 'bird' },
  { kind: 'toad', traits: ['wise'], gender: 'he', nature: 'animal' },
] as const;

/** Where two are afraid together, the friend is one of them, and a helper is met. */
function metBy(passage: Passage): readonly Passage[] {
  if (!passage.text.includes('{friend') && !passage.text.includes('{the friend')) return [passage];
  const text = passage.text.replaceAll('{friend', '{helper');
  return [...given(alone, passage), ...given(together, { ...passage, text })];
}
const MEETING_BEATS = new Set(['meeting', 'brave', 'home']);

/** Told in a low voice, close to the listener; the comedy is in the excuses. */
const told: StoryShape = {
  id: 'facing-fear',
  name: 'Facing a fear',
  fits: (idea) => (idea.fear === undefined ? 0 : 0.95),
  choices: {
    token: ['paper lantern', 'red scarf', 'patchwork blanket', 'straw hat', 'feather cushion', 'yellow umbrella'],
    sleeper: ['beetle', 'field mouse', 'caterpillar', 'snail'],
    silly: ['geese', 'hiccups', 'spoons', 'buttons', 'soup with lumps'],
  },
  added: [
    {
      id: 'friend',
      when: (idea) => !idea.characters.some((character) => character.id === 'friend'),
      kinds: GUIDES,
    },
    {
      id: 'helper',
      when: (idea) => idea.heroes.length > 1,
      kinds: GUIDES,
    },
  ],
  titles: [
    '{heroes!} and {fear}',
    'Who Is Afraid of {fear}?',
    'The Night of the Wind',
    '{heroes!} Looks Again',
    'Forty-One Reasons',
  ],
  refrains: [
    'Hush, and look, and look again.',
    'One small step, and then one more.',
    'Count to three, and look once more.',
    'First the one thing, then the next.',
  ],
  beats: [
    {
      id: 'afraid',
      titles: ['Not one bit', 'The one trouble', 'What {heroes!} feared'],
      why: 'So that we know what there is to be brave about.',
      what: '{heroes!} {heroes.was} afraid of {fear}.',
      mood: 'calm',
      where: 'home',
      who: ['heroes'],
      core: [
        [
          toned(
            'dreamy',
            `Just where the day leaves off, and the night has not begun, lived {heroes.intro}. {heroes!} {heroes.was} afraid of {fear}.`,
          ),
          toned(
            'adventurous',
            `This is a story of courage. It begins, as they all do, with somebody who had none at all. It begins with {heroes.intro}, and {heroes} {heroes.was} afraid of {fear}.`,
          ),
          toned(
            'funny',
            `There are three things to know about {heroes.intro}. The first is this: {heroes} {heroes.was} afraid of {fear}. I have forgotten the other two.`,
          ),
          terse(`{home.in} lived {heroes.intro}. There was only one trouble: {heroes} {heroes.was} afraid of {fear}.`),
          ...given(
            both(owl, dark, alone),
            older(
              `{heroes.kind}s get up when everybody else goes to bed. It is a very old rule, and nobody had asked {heroes.intro} about it. {heroes!} {heroes.was} afraid of {fear}.`,
            ),
          ),
          young(
            `Come close, and meet {heroes.intro}. {heroes!} liked soft songs and warm corners. {heroes} did not like {fear}. {heroes} {heroes.was} afraid. Very!`,
          ),
          young(
            `{home.in} lived {heroes.intro}. Nice and snug! But oh dear, oh dear: {heroes} {heroes.was} afraid of {fear}.`,
          ),
          older(
            `{home.in} lived {heroes.intro}. {heroes!} could do a great many things. There was only one trouble, and it was not a small one: {heroes} {heroes.was} afraid of {fear}.`,
          ),
          older(
            `I will tell you this one quietly, because it is about being afraid. It is about {heroes.intro}, and what {heroes} {heroes.was} afraid of was {fear}.`,
          ),
          eldest(
            `Some collect stamps, and some collect shells. {heroes.intro} collected reasons to have nothing to do with {fear}, and by the end of that autumn there were forty-one of them. The first was the honest one: being afraid.`,
          ),
        ],
        [any(`Even {third} knew about it, and {third} {third.was} kind enough never to mention it.`)].map(
          (passage) => ({ ...passage, when: beside('third') }),
        ),
      ],
      more: [
        [
          any(
            `In all other matters {heroes} {heroes.was} quite bold. {heroes} had once told a goose to mind its manners, and the goose had done it.`,
          ),
          any(
            `{heroes} {heroes.was} good at finding what other people had lost, at keeping secrets, and at laughing in the right place. None of this was any help.`,
          ),
          eldest(
            `It was not a matter of size. {heroes} had faced wasps, long division, and an aunt from the coast. It was simply a matter of {fear}.`,
          ),
        ],
        [
          any(
            `"There is nothing to be afraid of," everybody said. But where was it, this nothing? Nobody could ever say, and so {hero!} could never be sure of being somewhere else.`,
          ),
          any(
            `"You will grow out of it," said the neighbours. Every morning {heroes} measured {heroes.self} against the doorpost, to see whether it had happened yet.`,
          ),
          young(
            `"Don't be afraid," said the big ones. "Just don't!" But {heroes} did not know where the button was that turned it off.`,
          ),
        ],
        [
          any(`{sky} {place.sound}. It should have been the nicest hour of all.`),
          any(`{place.sound}. {sky} Anybody else would have called it lovely.`),
          any(
            `{sky} Somewhere a door was shut, and somewhere a pot was stirred, and everything was as it should be, except for one thing.`,
          ),
        ],
        [
          any(
            `Whenever {hero} thought about {fear}, something inside went cold and small, like a pebble dropped into a well. Down it went, and down, and there was never any splash.`,
          ),
          ...given(
            dark,
            any(
              `Because what was in it? That was the question. You can ask a cupboard what is in it, and look. You cannot very well look into the dark.`,
            ),
          ),
          ...given(
            noise,
            any(
              `It always began the same way: a grumble a long way off, as if somebody were moving furniture behind the hills. Then the counting began, and the hiding.`,
            ),
          ),
          ...given(
            high,
            any(
              `The ground was such a good idea. It was always there, it never wobbled, and there was plenty of it for everyone.`,
            ),
          ),
          ...given(
            wet,
            any(`Even puddles were looked at first from one side, and then from the other, and then gone around.`),
          ),
        ],
      ],
    },
    {
      id: 'tricks',
      when: long,
      titles: ['The {token}', 'How not to be afraid', 'A very good plan'],
      why: 'A fear that is hidden from does not get smaller.',
      what: '{heroes!} went nowhere without a {token}.',
      mood: 'funny',
      where: 'home',
      who: ['heroes'],
      core: [
        [
          young(
            `So {heroes} kept a {token}, and hid behind it every day. "Nobody can see me," {hero.said} {hero!}. {refrain}`,
          ),
          young(
            `{heroes} had a {token}. It went up when {heroes} went up. It went down when {heroes} went down. "This will keep me safe," {hero.said} {hero!}.`,
          ),
          older(
            `So {heroes} got a {token}, and went nowhere without it. "As long as I have this," {hero.said} {hero!}, "nothing can happen." And nothing did, which was rather the trouble.`,
          ),
          older(
            `That was what the {token} was for. It had no magic in it. It was only very good to hide behind, and {heroes} hid behind it a great deal.`,
          ),
          eldest(
            `The best of all precautions was a {token}. It had never yet driven anything away. But then, as {hero!} liked to point out, nothing had ever come.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `There were other tricks, too: humming, and thinking of pancakes, and pretending to look for something under the [bed|table|stairs]. Once {heroes} pretended so well that {heroes} found a sixpence.`,
          ),
          any(
            `"Are you coming?" the others called. "Soon," {hero.said} {hero!}, from behind the {token}. "I am only just finishing." Nobody knew what was being finished, and it never was.`,
          ),
          eldest(
            `"I should love to," {hero.said} {hero!}, whenever the others asked, "but I have the {token} to look after." It was the best-looked-after {token} in the country.`,
          ),
        ],
        [
          young(
            `The others went out and played. They came back with red cheeks and big stories. "You should have been there!" they said. And {heroes} wished, just a little, to have been there.`,
          ),
          older(
            `The others went out and came back with stories. {heroes} listened to the stories, every one, and asked what happened next, and in the middle of the asking felt something like hunger.`,
          ),
          older(
            `From behind the {token} you could hear the others a long way off, laughing at something. It is a hard thing to hear people laugh and not know at what.`,
          ),
        ],
        [
          funny(
            `Once {heroes} tried being brave for a whole minute. At four seconds it was going well. At five there was a noise, and it was {heroes.their} own, and after that there was no more counting.`,
          ),
          any(
            `Once, on a good day, {heroes} got as far as the gate. {heroes} looked through it. {heroes} looked at the {token}. Then it was suddenly time to go back and see whether everything was still there. It was.`,
          ),
          tender(
            `At night, when no one was looking, {heroes} sometimes practised. "I am not afraid," {hero.said} {hero!} to the wall, very softly. The wall believed it. It was a good beginning, but it was only a wall.`,
          ),
        ],
      ],
    },
    {
      id: 'wind',
      when: long,
      titles: ['Gone!', 'What the wind took', 'Up and away'],
      why: 'What {heroes} hid behind is gone, so now it has to be done without.',
      what: 'The wind carried off the {token}.',
      mood: 'tense',
      where: 'home',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          young(`Then came the wind. Whoosh! It took the {token}, and off it flew: up, and over, and out of sight.`),
          young(
            `Flip! Flap! What was that? It was the wind, and the wind had the {token}. "Mine!" sang the wind, and whirled away with it.`,
          ),
          older(
            `Then, one evening, the wind came round the corner like somebody late for a train. It picked up the {token}, turned it over once, and kept it.`,
          ),
          older(
            `One evening there was a bang, and a flutter, and then a silence. The wind had been to visit. When it left, the {token} left with it.`,
          ),
          eldest(
            `It was the wind that put an end to it. It came by one evening with no particular plan, saw the {token}, and took a liking to it.`,
          ),
        ],
      ],
      more: [
        [
          any(`"Come back!" {hero.said} {hero!}. The {token} waved from the top of a tree. It did not come back.`),
          any(
            `For a moment it hung in the air, as if it were sorry. "Stop!" {hero.said} {hero!}. Then it turned over twice, and was the size of a leaf, and was gone.`,
          ),
        ],
        [
          any(`{heroes} waited for somebody else to go and fetch it. Somebody else was not at home.`),
          any(
            `Perhaps it would come home by itself? {heroes} waited. A leaf came by, and a feather, and half a newspaper. The wind was bringing back everything but the {token}.`,
          ),
          ...given(
            together,
            any(
              `"You go," {hero.said} {hero!}. "No, you go," {friend.said} {friend!}. They said it eleven times, and the eleventh time it was nearly night.`,
            ),
          ),
        ],
        [
          any(
            `What is worse: to go out after a thing, or to sit all night where it used to be? {heroes} thought about it from both ends. There was not much time, for {place.sound}, and the light was going.`,
          ),
          any(
            `The place where it used to stand looked very bare. Without it you could see straight out, as far as you liked, and a good deal farther than {heroes} liked.`,
          ),
        ],
      ],
    },
    {
      id: 'out',
      titles: ['Nothing in between', 'One small step', 'Outside'],
      why: 'The fear has to be met when it is biggest.',
      what: '{heroes!} went out, with nothing between {heroes.them} and {fear}.',
      mood: 'scary',
      where: 'road',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          terse(`One night {heroes} had to go out. Now there was nothing between {heroes.them} and {fear}. {refrain}`),
          young(
            `Out went {heroes}. One small step. Then one more. Now there was nothing between {heroes.them} and {fear}. Nothing at all! {refrain}`,
          ),
          young(
            `{heroes} had to go and look. Oh, how {heroes} shook! {refrain} And there was nothing to hide behind now.`,
          ),
          older(
            `There was nothing else for it. {heroes} went out, slowly at first, and then slower. Now nothing stood between {heroes.them} and {fear}, nothing but air. {refrain}`,
          ),
          older(
            `So {heroes} had to go. It was the longest way that anyone had ever gone, and it was about as long as a [garden|village street|clothes line]. {refrain}`,
          ),
          eldest(
            `Nobody saw {heroes} set out, which is a pity, because it was well worth seeing: somebody very much afraid, going anyway, with nothing left to hide behind. {refrain}`,
          ),
        ],
      ],
      more: [
        [
          ...given(
            dark,
            any(
              `A giant with a hundred arms stood by the path. It was a thorn bush. A ghost came out of the hedge and flapped. It was somebody's washing. "Good evening," {hero.said} {hero!} to a third one, to be on the safe side. It was a pump.`,
            ),
            any(
              `At first there was only black. Then there was black and a little less black. Then, where the less was, there was a tree, and it was only the one that had been there all day.`,
            ),
          ),
          ...given(
            not(dark),
            any(
              `A voice inside said, "Go back." Another voice, a much smaller one, said, "You could just go as far as that stone." So {heroes} went as far as the stone. "And now," the small voice said, "do you see the next one?"`,
            ),
            any(
              `Everything was bigger out here. The trees had grown since the morning, and the way had grown, and only {heroes} had got smaller. It did not seem a fair arrangement.`,
            ),
          ),
        ],
        [
          any(
            `Something went crick. Something went crack. {heroes} stood as still as a post. "If you do not eat me," {hero.said} {hero!}, "I will not eat you." A [frog|hedgehog|blackbird] thought about it, and hopped away satisfied.`,
          ),
          any(
            `{place.sound}. {heroes} had never listened to it from this side before. It was not exactly friendly. But it was not about {heroes.them}, either. It was busy with something of its own.`,
          ),
          young(
            `Rustle, rustle. Who is there? Rustle, rustle. Only leaves! Tap, tap. Who is there? Tap, tap. Only rain from a branch.`,
          ),
        ],
        [
          ...given(
            alive,
            any(
              `{hero's} heart was going like a drum at a fair. It went so loudly that {heroes} nearly asked it to be quiet, in case somebody was asleep.`,
            ),
          ),
          any(
            `"I could still turn round," {hero!} thought. It was a comfort, so {hero} kept hold of it, the way one keeps hold of a rope, and took another step.`,
          ),
        ],
        [
          any(
            `And then, right in the middle of it, neither here nor there, {heroes} could not go on. {heroes} could not go back. {heroes} shut {heroes.their} eyes, which made no difference at all.`,
          ),
          any(
            `Then came the very worst place, where all the fear there was had been put in one heap. {heroes} stopped. It was very quiet. It was so quiet that you could have heard somebody smile.`,
          ),
        ],
      ],
    },
    {
      id: 'meeting',
      titles: ['Somebody there', 'A light over the hill', 'Good evening'],
      why: 'Somebody who sees it differently.',
      what: '{heroes!} met somebody who was not afraid.',
      mood: 'wonder',
      where: 'away',
      time: 'night',
      who: ['heroes', 'friend', 'helper'],
      core: [
        [
          ...given(
            both(meets, sky),
            terse(`Then, over the hill, there was a light. {event1!} "There you are," {friend.said} {friend!}.`),
            young(
              `Then came a light. It was soft and it was bright, and it looked right over the hill. {event1!} "Hello, down there," {friend.said} {friend!}.`,
            ),
            older(
              `Then the edge of the hill grew bright, as if someone behind it were carrying a lamp up a stair. Higher it came, and higher. {event1!} "There you are," {friend.said} {friend!}.`,
            ),
            older(
              `"You are standing on your own shadow," said a voice, quite kindly. "Look up." And that was how {event1!} `,
            ),
          ),
          ...given(
            both(meets, not(sky)),
            terse(`There stood {friend.intro}. And so {event1!}`),
            young(`"Hello," said somebody. It was {friend.intro}! {event1!} And {friend} did not look afraid at all.`),
            older(
              `Somebody was standing there, in the very worst place. It was {friend.intro}. And so {event1!} "You look," {friend.said} {friend!}, "like somebody with something on {hero.their} mind."`,
            ),
          ),
          ...given(
            not(meets),
            terse(`"Afraid?" somebody asked. It was {friend.intro}. "Then be it in company."`),
            young(
              `"Hello," said somebody. It was {friend.intro}. "Are you afraid?" asked {friend!}. "Yes," {hero.said} {hero!}. "So was I," {friend.said} {friend!}. "Come and see."`,
            ),
            older(
              `"You are out late," said somebody. There, as calm as a teapot, sat {friend.intro}. "Afraid?" asked {friend!}. "Yes," {hero.said} {hero!}, because it was too late to say anything else.`,
            ),
            ...given(
              not(friendOfIdea),
              older(
                `"Mind my foot," said somebody, and {heroes} nearly fell over {friend.intro}. "Afraid, are you?" asked {friend!}. "Then sit here by me, and be it in company."`,
              ),
            ),
          ),
        ],
        [
          ...given(
            sky,
            terse(
              `"Are you not afraid of {fear}?" asked {hero!}. "It is where I keep the stars," {friend.said} {friend!}.`,
            ),
            young(
              `"What is out here in the dark?" asked {hero!}. "Look," {friend.said} {friend!}. "I am. And you are." `,
            ),
            older(
              `"Are you not afraid of {fear}?" asked {hero!}. "I?" {friend.said} {friend!}. "I have been out in it every night since before there were hills. Where else should I put the stars?"`,
            ),
            older(
              `"How can you stand it, all alone up there with {fear}?" asked {hero!}. "It is where I keep everything," {friend.said} {friend!}. "Wait a little, and I will show you."`,
            ),
          ),
          ...given(
            not(sky),
            terse(`"Look at it," {friend.said} {friend!}. "Then look again. The second look is always better."`),
            young(
              `"Do you know what I do?" {friend.said} {friend!}. "I look at it. Then I look again. The second look is always better."`,
            ),
            older(
              `"The trick of it," {friend.said} {friend!}, "is not to stop being afraid. Who has time for that? The trick is to be afraid and curious, both at once, and to let curious go in front."`,
            ),
            older(
              `"I am afraid of {silly} myself," {friend.said} {friend!}. "Everybody is afraid of something. But you have come all this way to it, on your own. I never met anyone who did that for {silly}."`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(`{heroes} thought about this for as long as it takes a leaf to come down.`),
          any(`"You are shaking," {friend.said} {friend!}. "I know," {hero.said} {hero!}. "It keeps me warm."`),
        ],
        [
          any(
            `"How long have you been afraid?" asked {friend!}. "Since always," {hero.said} {hero!}. "That is a long time to carry something," {friend.said} {friend!}. "Put it down a moment. I will watch it for you."`,
          ),
          any(
            `"I had a {token}," {hero.said} {hero!}, "and now I have nothing." {friend!} thought about this. "But you are here," {friend.said} {friend!}, "and the {token} is up a tree. Which of you is braver?"`,
          ),
          funny(
            `"Is it true," asked {hero!}, "that there is nothing to be afraid of?" "Goodness, no," {friend.said} {friend!}. "There are {silly}." And {friend} looked so serious about it that {heroes} laughed out loud.`,
          ),
        ],
        [
          ...given(
            dark,
            any(
              `So they looked together. The dark was not one thing, it turned out. It was blue at the edges, and brown under the trees, and where the stream ran it was full of crumbs of silver. Somewhere in it a flower was open that is never open by day.`,
            ),
          ),
          ...given(
            noise,
            any(
              `So they listened together. Under the big noise there was a smaller one, and under that one a smaller one still, like a drummer, and a drummer's boy, and a mouse with two nutshells. You could very nearly have danced to it.`,
            ),
          ),
          ...given(
            not(dark),
            any(
              `So they went a little nearer, the two of them, and looked. From close by it had edges. It had a top and a bottom. There was even a part of it, {hero!} had to say, that was rather beautiful.`,
            ),
          ),
        ],
        [
          any(`They did not say much after that. It was the good kind of quiet, the kind that has somebody in it.`),
          any(
            `"Shall I tell you a secret?" {friend.said} {friend!}. "I saw you coming the whole way. I thought: here comes somebody afraid, and still coming. I have been looking forward to you for an hour."`,
          ),
        ],
      ],
    },
    {
      id: 'brave',
      when: (tale) => long(tale) || hasEvents(2)(tale) || !meets(tale),
      titles: ['Look again', 'Is that all?', 'The other side of it'],
      why: 'Now {heroes} can do it alone.',
      what: '{heroes!} looked again, and left the {token} to somebody who needed it more.',
      mood: 'brave',
      where: 'road',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(not(meets), byHeroes(1)),
            any(
              `"Now," {friend.said} {friend!}. {heroes} took one small step, and one more. And {heroes} {event1.past}.`,
            ),
            any(
              `Nobody pushed, and nobody counted to three. It was {hero!} who said, "Now." And then {heroes} {event1.past}.`,
            ),
          ),
          ...given(
            both(not(meets), not(byHeroes(1))),
            any(
              `And while they were still looking, it happened. {event1!} And {heroes}, who should have been afraid, had quite forgotten to be.`,
            ),
          ),
        ],
        [
          ...given(
            both(hasEvents(2), byHeroes(2)),
            any(`After that the rest was easy, or at least it was possible. {heroes!} {event2.past}.`),
            any(`And because one brave thing likes to bring another, {heroes} {event2.past}.`),
          ),
          ...given(
            both(hasEvents(2), not(byHeroes(2))),
            any(`And then something happened that nobody would have believed that morning. {event2!}`),
          ),
        ],
        [...given(hasEvents(3), any(`It did not even stop there. {event3!}`))],
        given(
          long,
          young(
            `On a thorn hung the {token}. A small {sleeper} was fast asleep under it. "Keep it," {hero.said} {hero!}. "You are little. I can do without."`,
          ),
          older(
            `{heroes} found the {token} on a thorn bush. Under it, quite worn out with being afraid, slept a very small {sleeper}. {hero!} looked at it for a while. "Keep it," {hero.said} {hero!} softly, and went on without.`,
          ),
          eldest(
            `The {token} had come down in a ditch, and a {sleeper} had moved in under it, shivering. {hero!} knew that shiver. So {heroes} put it straight, very gently, and left it there.`,
          ),
        ),
      ],
      more: [
        [
          any(
            `The way back was the same way, only somebody had changed it. What had been a giant was a thorn bush now, even from far off. {hero!} wished it good night by its right name.`,
          ),
          any(
            `Going back, {heroes} did not hurry. There were things to see that {heroes} had missed by having {heroes.their} eyes shut: a snail on a ladder, a spider mending, and a whole row of mushrooms with their hats on.`,
          ),
        ],
        [
          any(
            `"Are you not afraid?" asked a small voice under a leaf. "Oh yes," {hero.said} {hero!}. "But come along. I will show you how it is done. {refrain}"`,
          ),
          any(
            `Twice the old fear came back, small and cold, like a pebble down a well. But now, when {heroes} listened, there was a splash at the end of it, and it was quite a little one.`,
          ),
        ],
        [
          ...given(
            walking,
            any(
              `And somewhere on the hill {heroes} began to run, not because of anything behind, but because the hill went down and it was fun.`,
            ),
          ),
          any(
            `{hero!} tried saying it aloud: "I was afraid, and I went." It sounded so well that {hero} said it twice more, once to each side of the road.`,
          ),
        ],
      ],
    },
    {
      id: 'home',
      titles: ['Home again', 'The empty corner', 'Good night'],
      why: 'Everything is as it was, and looks different.',
      what: '{heroes!} came home without the {token}.',
      mood: 'calm',
      where: 'home',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            sky,
            terse(`{friend!} went along, all the way home.`),
            young(`Home went {heroes}, and {friend} went along, all the way, over the roofs and the trees.`),
            older(
              `{heroes} went home the long way round, and {friend} came too, one field behind, like a friend who has no need to talk.`,
            ),
          ),
          ...given(
            not(sky),
            young(`Then {heroes} went home, and waved to {friend}, and {friend} waved back.`),
            older(
              `"Will you be here tomorrow?" asked {hero!}. "I am always here," {friend.said} {friend!}. And {heroes} went home the long way round, on purpose.`,
            ),
          ),
        ],
        [
          ...given(
            hasEnding,
            any(`And there, with nothing to hide behind and nothing to hide from, {heroes} {ending.past}.`),
            any(`And when all of it was done, {heroes} {ending.past}.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `"Where have you been?" everybody cried. "Out," {hero.said} {hero!}. "There is a thorn bush by the path. You would like it."`,
          ),
          any(
            `The others had been looking everywhere. "We thought you were lost!" they said. "No," {hero.said} {hero!}, and thought about it. "I think I was, before."`,
          ),
        ],
        [
          any(
            `The corner where the {token} used to be was empty. It made the room look bigger. You could see straight out through it, and {heroes} did.`,
          ),
          any(
            `In the morning somebody asked about the {token}. "I lent it," {hero.said} {hero!}, "to someone who was afraid." And nobody could think of anything to say, so they passed the honey.`,
          ),
        ],
        [
          any(
            `The next evening {heroes} went out again, only to see if it had been a lucky night. It had not. It was simply how the nights were.`,
          ),
          any(
            `Is {hero!} never afraid now? Oh, sometimes. On some days it is all to do again. But a way that has been gone once is a way.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    ...given(
      long,
      any(`And out there, under a {token}, a {sleeper} slept the whole night through.`),
      any(`The wind came by once more, to see what else there was to take. But nobody was hiding anything.`),
    ),
    ...given(brief, any(`And if you ask how far it was, it was this far: one small step, and then one more.`)),
    ...given(
      sky,
      any(`And {friend} looked in at the window, and stayed.`),
      any(`High up, {friend} turned the light down a little, so as not to wake anyone.`),
    ),
    ...given(dark, any(`And the dark came up to the door, and was let in.`)),
    eldest(`Of the forty-one reasons, {hero!} kept one, the smallest, as a souvenir.`),
  ],
};

export const facingFear: StoryShape = {
  ...told,
  beats: told.beats.map((beat) =>
    MEETING_BEATS.has(beat.id)
      ? {
          ...beat,
          core: beat.core.map((list) => list.flatMap(metBy)),
          more: beat.more.map((list) => list.flatMap(metBy)),
        }
      : beat,
  ),
};
