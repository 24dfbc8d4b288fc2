import type { StoryShape } from '../types.ts';
import {
  any,
  beside,
  eldest,
  fewerEvents,
  funny,
  given,
  hasEvents,
  hasThing,
  hasWish,
  older,
  tender,
  young,
} from './say.ts';

/** For whatever happens that is no journey, contest or rescue: told over the garden fence, in the order in which it was. */
export const asItHappened: StoryShape = {
  id: 'as-it-happened',
  name: 'As it happened',
  fits: (idea) => (idea.events.length === 0 ? 0.04 : Math.min(0.45, 0.28 + 0.06 * idea.events.length)),
  choices: {
    neighbour: [
      'barber',
      'ferryman',
      'piano teacher',
      'beekeeper',
      'chimney sweep',
      'bell ringer',
      'tailor',
      'lamplighter',
    ],
    dish: ['pea soup', 'plum cake', 'apple pie', 'bread and butter', 'cherry tart', 'gooseberry jam'],
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  },
  titles: [
    'How It Really Was',
    'The Week of {heroes!}',
    'It Began on a {day}',
    '{heroes!}, from the Beginning',
    'You Can Ask Anyone',
  ],
  refrains: ['You can ask anyone.', 'That is how it was, and no other way.', 'I would not tell it if it were not so.'],
  beats: [
    {
      id: 'who',
      titles: ['Who it was', 'Before anything happened', 'The one it is about'],
      why: 'We have to know whom it happens to.',
      what: 'Nothing had happened yet to {heroes}.',
      mood: 'calm',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(`Do you know {heroes.intro}? No? Then sit down here, and I will tell you.`),
          any(
            `Everybody {home.in} thought that they knew {heroes.intro}. They thought so right up to the week that I am going to tell you about.`,
          ),
          older(
            `There are two ways to tell this, a short one and a right one. This is the right one. It begins {home.in}, with {heroes.intro}.`,
          ),
          eldest(
            `Nothing was ever written about {heroes.intro} in any newspaper, which only shows what newspapers miss. Most of it happened {home.in}, in one week, and I was there for the rest.`,
          ),
        ],
        [
          ...given(
            hasWish,
            any(`There was one thing that {heroes} wanted, early and late, and it was to {wish.base}.`),
          ),
        ],
        [
          ...given(
            beside('friend'),
            any(`{friend.intro} comes into it too, so do not forget {friend.them}.`),
            older(`Remember {friend.intro} as well. You will be glad of it later.`),
          ),
        ],
      ],
      more: [
        [
          any(`{sky} {place.sound}. Nobody had the least idea.`),
          young(`It was a nice day. {place.sound}. Nobody knew what was coming. Nobody at all!`),
        ],
        [
          funny(
            `On the evening before, {heroes} had gone to bed early, with clean ears, and quite without suspicion. It is always like that on the evening before.`,
          ),
          tender(`It had been a quiet sort of week, the sort in which one hears the clock.`),
        ],
      ],
    },
    {
      id: 'begin',
      titles: ['On {day}', 'How it began', 'The first thing'],
      why: 'With this it begins.',
      what: '{event1!}',
      mood: 'wonder',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(`And then, on {day}, guess what! {event1!} Really and truly.`),
          any(`It began on {day}, before anyone had had breakfast. {event1!} {refrain}`),
          older(
            `Nobody had sent for it, and nobody had been told. It was {day}, about the time when the milk comes. {event1!}`,
          ),
          older(
            `There is always somebody who sees the beginning of a thing, and as a rule it is a cat. So it was on that {day}. {event1!}`,
          ),
          older(
            `It began on {day}, when nobody was looking. {event1!} And once a thing like that has begun, it cannot be put back in the box.`,
          ),
        ],
      ],
      more: [
        [
          any(`{a neighbour} came by just then, and stopped, and forgot what was in the other half of the sentence.`),
          any(
            `The first to hear of it was {a neighbour}, who told nobody, except for those who asked, and those who did not.`,
          ),
          any(
            `"Well," said {a neighbour}, who was just passing, and had to put down both baskets. "Well, well." And after some thought: "Well!"`,
          ),
          young(`"Oh!" said {a neighbour}. "Oh my!" And down went both baskets, bump, bump.`),
        ],
        [
          ...given(
            hasThing,
            any(
              `It is not every day that one has to do with {thing}. There is no rule for it. One has to make up one's own.`,
            ),
          ),
          any(`{heroes!} thought it over afterwards, from the front and from the back, and would have done it again.`),
        ],
      ],
    },
    {
      id: 'talk',
      titles: ['What people said', 'By noon', 'All over the place'],
      why: 'Everybody has a word to say, and nobody has a clue.',
      what: 'Everybody talked about it.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      when: (tale) => tale.words > 170 || tale.idea.events.length === 1,
      core: [
        [
          young(
            `Did you hear? Have you heard? Everybody talked about it. Some said yes, and some said no, and one said {dish}.`,
          ),
          any(
            `The news went down the street on one side and came up again on the other, and by the time it was back it had grown a good deal. There was a brass band in it now, and an uncle from overseas.`,
          ),
          any(
            `Some were for it and some were against it, and the {neighbour} was for it until eleven and against it from then on. "One must hear both sides," said the {neighbour}, and was both of them.`,
          ),
          any(
            `By noon everybody had heard of it, and by evening everybody had been there. "I saw it coming," they said. That was not so. Nobody had seen it coming, not even from the roof.`,
          ),
          eldest(
            `By noon it was known, by three it was doubted, and by evening there were four persons who had advised against it from the start. {refrain}`,
          ),
        ],
      ],
      more: [
        [
          any(
            `"I could have told you," said an old man at a window. "Then why did you not?" asked somebody. The window closed.`,
          ),
          any(
            `A small boy had seen it all from a tree. But nobody asked him, and it was a very good tree, so he kept it to himself.`,
          ),
          any(`"In my day," said an old woman on the bench, "we had none of that." She sounded sorry.`),
          young(`"Can we have that too?" asked the children. "No," said the grown-ups. "Not before supper."`),
        ],
        [
          any(
            `Only {heroes} said nothing. It is hard to say something about a thing when one is still in the middle of it.`,
          ),
        ],
        [
          any(
            `The school had the afternoon off on account of it. Nobody had ordered it. The teacher had simply looked out of the window, and put down the chalk, and so had everybody else.`,
          ),
        ],
        [
          any(
            `It was in nobody's way, and still everybody had to go round by that street. The {neighbour} sold lemonade at the corner, and was out of it by four.`,
          ),
        ],
        [
          any(
            `"Is it going to be like this every {day} now?" asked somebody. Nobody knew. But it did not sound as if it would have been a pity.`,
          ),
        ],
        [
          funny(
            `The mayor promised to look into it. He looked into it for a moment, and then went home the other way.`,
          ),
          tender(
            `That night there was light in a good many windows, for it is not easy to sleep next door to something new.`,
          ),
        ],
      ],
    },
    {
      id: 'next',
      titles: ['And that was not all', 'The part that is left out', 'One thing and another'],
      why: 'One thing leads to another.',
      what: '{event2!}',
      mood: 'tense',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      when: hasEvents(2),
      core: [
        [
          young(`Was that all? Oh no! Listen. {event2!} Yes! {refrain}`),
          any(`You would think that this was enough for one week. It was not. {event2!}`),
          any(`A thing like that seldom comes alone. {event2!}`),
          older(`Now comes the part that people leave out when they tell it the short way. {event2!}`),
          eldest(`A sensible week would have stopped there. {event2!} {refrain}`),
        ],
        [
          ...given(
            hasEvents(3),
            young(`And still it was not over! {event3!}`),
            any(`That left one thing, and it was the hardest. {event3!}`),
            older(`It takes one sort of courage to begin a thing, and another to see it through. {event3!}`),
          ),
        ],
        [...given(hasEvents(4), any(`And because it was that sort of week, there was this as well: {event4!}`))],
      ],
      more: [
        [
          any(`Somewhere a door banged, and nobody turned round. It was not the time for doors.`),
          any(
            `There was a moment when nobody moved, not even the flags. It was a short moment. It was only very full.`,
          ),
          young(`Nobody said a word. Not one! You could have heard a pea roll.`),
        ],
        [
          any(`"I take it back," said the {neighbour}, without saying what. {heroes!} took it as it was meant.`),
          funny(`Somebody clapped. Nobody ever found out who. The {neighbour} looked straight ahead.`),
        ],
      ],
    },
    {
      id: 'turn',
      titles: ['What came of it', 'The other half', 'Nobody expected that'],
      why: 'What it was good for is seen only later.',
      what: 'It had been good for something.',
      mood: 'happy',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      when: fewerEvents(2),
      core: [
        [
          young(
            `And do you know? It was good. It was good for everyone. They came with {dish}, and they stayed till the lamps were lit.`,
          ),
          any(
            `It was the {neighbour} who noticed it first. "It is odd," said the {neighbour}, "but I have not been cross since {day}." The others thought about it. Neither had they.`,
          ),
          any(
            `And what came of it? A bench was carried out, because of all the standing, and then a table, because of the bench. Then there was {dish} on the table, and nobody could remember when they had last all sat at one.`,
          ),
          any(
            `But here is what nobody had expected. People who had come to look stayed to talk, and people who had come to talk stayed for {dish}. {heroes!} had never had so much company.`,
          ),
          eldest(
            `The odd thing was what came of it. Two neighbours who had not spoken since the matter of the ladder found themselves side by side, looking the same way. It is hard to go on being cross with someone who has just said "Oh" at the same time as you.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `"And what shall we do tomorrow?" somebody asked. {hero!} had not thought of tomorrow. There had been such a lot of today.`,
          ),
          any(
            `"Do it again," said somebody small. "It is not that sort of thing," said {hero!}. "It is the sort that one does once, and then tells."`,
          ),
        ],
        [
          any(
            `They went home late, in twos and threes, and each of them told the other what they had both just seen. It is the best part of seeing a thing.`,
          ),
        ],
        [
          any(
            `"Were you surprised?" the {neighbour} asked {heroes.them} at the gate. "Only at first," said {hero!}. "After that there was no time."`,
          ),
        ],
      ],
    },
    {
      id: 'after',
      titles: ['On Sunday', 'Afterwards', 'How it is now'],
      why: 'What is left when it is over.',
      what: 'It was quiet again, and not the same.',
      mood: 'calm',
      where: 'home',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          ...given(hasWish, any(`And so {heroes} {wish.past}, just as {heroes.they} had always wanted to.`)),
          young(`On Sunday it was quiet again. They all had {dish}. And {heroes} had two helpings.`),
          any(
            `On Sunday it was quiet again. There was {dish} for everyone who had been there, and for some who only said so.`,
          ),
          eldest(
            `By Sunday it was history, and history was served with {dish}. Everyone had been there. {heroes!}, who really had, said hardly anything, and took a second helping.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `{place.sound}. {heroes!} listened to it for a while. It was the same as ever, and it sounded quite different.`,
          ),
        ],
        [
          any(
            `Somebody has put up a small sign, down by the path. It says what happened there, and on which day, and it has only one spelling mistake.`,
          ),
        ],
        [
          any(
            `{heroes!} might have become proud. But there was the washing-up, and there was the rain on Tuesday, and neither of them asked who {heroes.they} {heroes.was}.`,
          ),
        ],
        [
          any(
            `The {neighbour} still tells it, the short way, with both baskets in it. {heroes!} lets that pass. It is a good part.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`That is how it was. All the rest is only what people say.`),
    any(`You may tell it to anyone you like, as long as you tell it the right way.`),
    young(`And that is the end. Shall I tell it again?`),
    funny(`And if anybody tells you otherwise, ask them what there was to eat.`),
    tender(`And the next morning everybody got up rather early, just in case.`),
  ],
};
