import type { StoryShape } from '../types.ts';
import {
  alive,
  alone,
  any,
  beside,
  both,
  byHeroes,
  chose,
  eldest,
  fewerEvents,
  funny,
  given,
  hasEnding,
  hasEvents,
  hasThing,
  hasWish,
  not,
  older,
  someEvent,
  swimming,
  tender,
  together,
  verbIn,
  young,
  long,
  brief,
  sleeps,
  terse,
  toned,
} from './say.ts';

const GOING = new Set(
  'travel journey go sail fly walk set leave ride voyage head trek march hike swim drive cross climb explore wander row float visit follow'.split(
    ' ',
  ),
);
const FINDING = new Set('find seek search look discover reach'.split(' '));
const goesFirst = verbIn(1, GOING);
/** The journey itself is told as the first event; what it is for comes after. */
const leaves = both(goesFirst, byHeroes(1));
const bell = chose('token', 'tin bell');
const string = chose('token', 'ball of red string');
const cake = chose('token', 'honey cake');
const mirror = chose('token', 'pocket mirror');

/** Told like a log book: days counted, things listed, dry jokes; the thing taken along answers to the thing in the way. */
export const journey: StoryShape = {
  id: 'journey',
  name: 'The journey',
  fits: (idea) => {
    // 'Goes missing', 'go fishing': nobody sets out.
    if (!someEvent(idea, GOING) || /^go \w+(?:ing|wrong|mad)\b/u.test(idea.events[0]?.base ?? ''))
      return idea.places.length > 0 && someEvent(idea, FINDING) ? 0.6 : 0.15;
    return idea.events[0] !== undefined && GOING.has(idea.events[0].verb) ? 0.9 : 0.5;
  },
  choices: {
    token: ['tin bell', 'ball of red string', 'honey cake', 'pocket mirror'],
    laughed: ['a heron', 'an old crow', 'a postman', 'a passing goat'],
    days: ['Three', 'Seven', 'Nine'],
  },
  titles: [
    'A Little Farther',
    '{heroes!} and the Long Way',
    'As Far As It Goes',
    'The Way {away.to}',
    'A Mark on the Map',
  ],
  refrains: [
    'A little farther, and a little farther still.',
    'Over, and under, and on.',
    'Not there yet, said the wind, and blew.',
    'Far is only near, with something in between.',
  ],
  beats: [
    {
      id: 'wish',
      titles: ['Far away', 'An empty place on the map', 'One fine morning'],
      why: 'A journey needs a reason.',
      what: '{heroes!} wanted to go far away.',
      mood: 'wonder',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          toned(
            'dreamy',
            `There is a place so far away that even the clouds get there only once a year. It was there, night after night, in the dreams of {heroes.intro}.`,
          ),
          toned(
            'adventurous',
            `That morning the wind came from far away, and it smelled of it. That was quite enough for {heroes.intro}.`,
          ),
          toned(
            'funny',
            `Everybody said that it was a bad plan. It was too far, too wet, and too early in the day. So it was just right for {heroes.intro}.`,
          ),
          ...given(
            both(leaves, hasEvents(2), byHeroes(2)),
            terse(`Somebody had to {event2.base}, and that was how it came to {heroes.intro}.`),
            young(
              `Here {heroes.is} {heroes.intro}. One morning {heroes} had a plan. It was a very big plan. "Let us {event2.base}!" {hero.said} {hero!}.`,
            ),
            older(
              `It began with a question. "Has anyone ever tried," {hero.said} {hero!} one morning, "to {event2.base}?" Nobody had. And that is how it came to be a job for {heroes.intro}.`,
            ),
            older(
              `Somebody had to {event2.base}. Everybody said so, and everybody looked at somebody else, until they had all looked at {heroes.intro}.`,
            ),
            eldest(
              `All maps have a white place, where the maker ran out of ink or courage. {heroes.intro} had been looking at one for years, and meant to {event2.base}.`,
            ),
          ),
          ...given(
            not(both(leaves, hasEvents(2), byHeroes(2))),
            terse(`All maps {home.in} stopped at the same place. That was what troubled {heroes.intro}.`),
            young(
              `Here {heroes.is} {heroes.intro}. {heroes!} looked and looked at the far-off hills. What was behind them? And what was behind that?`,
            ),
            older(
              `All the maps {home.in} stopped at the same place, and {heroes.intro} had long wondered why. Did the world end there, or only the paper?`,
            ),
            older(
              `Most people {home.in} had never been farther than the next hill, and did not miss it. But {heroes.intro} {heroes.was} not most people.`,
            ),
          ),
        ],
        [
          ...given(
            both(hasWish, not(both(leaves, hasEvents(2)))),
            any(`For {heroes} wanted to {wish.base}, and wanted it all day long.`),
          ),
        ],
        [
          ...given(
            beside('friend'),
            any(`It had to do with {friend.intro}, as you will see.`),
            any(`Nobody knew yet what {friend.intro} would have to do with it.`),
          ),
        ],
        [...given(beside('third'), any(`It had to do with {third.intro}, too.`))],
      ],
      more: [
        [
          any(`{sky} {place.sound}. It was all very nice, and all very much as usual.`),
          any(`{place.sound}, as on every morning. {sky} One could have stayed. It would have been no trouble at all.`),
          any(
            `"What is there to see?" asked the neighbours. "I don't know," {hero.said} {hero!}. "That is why." The neighbours went in to their soup.`,
          ),
        ],
        [
          any(
            `"You?" said {laughed}. "All that way? You will be back for tea." "Then keep us some," {hero.said} {hero!}, "and do not wait with it."`,
          ),
          ...given(
            alone,
            any(`"Alone?" said {laughed}. "Not for long," {hero.said} {hero!}. "I expect to meet people."`),
          ),
        ],
        [
          ...given(
            together,
            any(
              `They drew up a list of who was good at what. {hero!} was good at beginnings. {friend!} was good at going on. Nobody was good at turning back, so they left that line empty.`,
            ),
          ),
          any(
            `How far was it? A swallow said three days. A snail said, "Ask me when I am older." {heroes!} took the middle of it, and packed for a week.`,
          ),
        ],
      ],
    },
    {
      id: 'leaving',
      titles: ['Off!', 'Good-bye, everyone', 'What to take'],
      why: 'They go; and one small thing goes along.',
      what: '{heroes!} set out.',
      mood: 'happy',
      where: 'home',
      time: 'dawn',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(leaves, long),
            young(
              `{heroes!} took one {token}, and off {heroes} went. Good-bye, everyone! Good-bye, everything! {heroes} {event1.past}. {refrain}`,
            ),
            older(
              `{heroes} packed a good deal, and then left most of it behind. Only a {token} came along, because it was small and asked for nothing. And so {heroes} {event1.past}. {refrain}`,
            ),
            eldest(
              `The list of things to take was long and sensible. In the end what came along was a {token}, for no reason that anyone could think of. {heroes!} {event1.past}, and the morning moved over to let {heroes.them} by. {refrain}`,
            ),
          ),
          ...given(
            both(not(leaves), long),
            young(
              `So {heroes} took one {token}, and off {heroes} went. Good-bye, everyone! Good-bye, everything! {refrain}`,
            ),
            older(
              `Much was packed, and most of it was left behind. Only a {token} came along, because it was small and asked for nothing. Then {heroes} set out. {refrain}`,
            ),
            eldest(
              `The list of things to take was long and sensible. In the end what came along was a {token}, for no reason that anyone could think of. {refrain}`,
            ),
          ),
          ...given(
            both(leaves, brief),
            young(`So off {heroes} went. Good-bye, everyone! {heroes} {event1.past}. {refrain}`),
            older(`And so, one Thursday, {heroes} {event1.past}. {refrain}`),
          ),
          ...given(
            both(not(leaves), brief),
            young(`So off {heroes} went. Good-bye, everyone! {refrain}`),
            older(`And so, one Thursday, {heroes} set out. {refrain}`),
          ),
        ],
      ],
      more: [
        [
          any(
            `"What is it for?" asked {laughed}, and meant the {token}. "One never knows," {hero.said} {hero!}. And for a long time one didn't.`,
          ),
          any(
            `Everything was in the bag, and then it was out of it again, because there was something at the bottom that had to go on top. In the end only {the token} was left outside, and went into a pocket.`,
          ),
          any(
            `It was {the token} or the second-best hat. There was room for only one of them. The hat took it very well.`,
          ),
        ],
        [
          any(
            `At the last bend {heroes} looked round. How small it was already, all of home! One could have put it in a pocket. In a way, {heroes} did.`,
          ),
          any(`Nobody blew a trumpet. A hen looked up. That was the whole of the farewell, but it was kindly meant.`),
        ],
        [
          ...given(
            both(together, swimming),
            any(
              `{hero!} told {friend} what could be seen from up here, and {friend} told {hero} what could be felt from down there. Between the two of them they missed hardly anything.`,
            ),
          ),
          ...given(
            together,
            any(
              `They soon had a way of going. {hero!} told stories, and {friend} asked what happened next, and by the time that nobody knew, it was evening.`,
            ),
          ),
          ...given(
            alone,
            any(
              `{heroes!} had a song for going. It had one verse, and the verse had one word, and the word was "on". It could be sung fast or slowly.`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'road',
      titles: ['{days} days', 'On and on', 'Farther'],
      why: 'The way is long and full of things.',
      what: '{heroes!} went on and on.',
      mood: 'happy',
      where: 'road',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          terse(`It was far, and then it was farther.`),
          young(
            `Day one was sunny. Day two was windy. Day three was so wet that even the rain wanted to go in. {refrain}`,
          ),
          ...given(
            swimming,
            older(
              `The first day was blue. The second day was green. On the third day the waves came up to have a look at {heroes.them}, and stayed to push. {refrain}`,
            ),
          ),
          older(
            `The first day was all sunshine. The second was all wind. The third day could not decide, and so {heroes} got everything. {refrain}`,
          ),
          eldest(
            `{days} days went by, of which the first was the longest, as first days are. After that, distance became a kind of habit. {refrain}`,
          ),
        ],
      ],
      more: [
        [
          ...given(
            swimming,
            any(
              `{heroes} passed an island with one tree on it, and on the tree one bird, and in the bird one opinion. "Wrong way!" it cried. {heroes} thanked it, and asked it about the weather instead.`,
            ),
            any(
              `By night the sea was full of little lights, which came up to see who was passing, and went out again, one by one, like windows in a street.`,
            ),
          ),
          ...given(
            not(swimming),
            any(
              `{heroes} passed a house with one window, and in the window one old woman, and in the old woman one opinion. "Wrong way!" she cried. {heroes!} thanked her, and asked about the weather instead.`,
            ),
            any(
              `A frog came along for an hour, to see the world. "So that was it," it said, and hopped home, very much broadened.`,
            ),
          ),
        ],
        [
          ...given(
            not(swimming),
            any(
              `What did they see? Clouds like sheep, and sheep like clouds. A gate with no fence. A cat on a roof, who looked as if she had seen {heroes.them} coming for days.`,
            ),
          ),
          any(
            `{weather} {place.sound}. Mile after mile went under, and every one of them was different, if one took the trouble to look.`,
          ),
        ],
        [
          ...given(
            alive,
            any(
              `{heroes} dined on what there was. On good days it was a good deal. On the other days {heroes} thought about the good ones, slowly, one after another.`,
            ),
          ),
          any(
            `"Are we there?" asked {hero!}, each evening. "No," said the evening, each time. It grew to be a sort of good night.`,
          ),
          funny(
            `Once {heroes} went for half a day in the wrong direction. It was the nicest half day of all, and it is not in the log.`,
          ),
        ],
        [
          tender(
            `At night {heroes} counted stars until there were no more, no more numbers, that is. Then it was time to sleep, or at least to be quiet together with everything else.`,
          ),
          any(`In the log it says: Nothing much today. Saw a rainbow. Saw it again, from behind. It is just as good.`),
        ],
        [
          any(
            `"We could turn back," {hero.said} {hero!}. It was said as one says a word in a foreign language, to hear how it sounds. It sounded wrong.`,
          ),
          any(`That was a bad hour. In the log there is only a blot, and after the blot: Better now.`),
          ...given(
            together,
            any(
              `"I am not tired," {friend.said} {friend!}. "Nor am I," {hero.said} {hero!}. They had never told each other anything that was not true before, and they both knew it, and it helped.`,
            ),
          ),
        ],
        [
          any(
            `{weather} The night came up from behind, and went by, and took no notice. There is nothing so lonely as being overtaken by the dark.`,
          ),
          any(
            `What if there was nothing at the end? {heroes!} had not thought of it by day. By night it came and sat down beside {heroes.them}, and was hard to send away.`,
          ),
        ],
      ],
    },
    {
      id: 'trouble',
      when: long,
      titles: ['The way stops', 'Stuck', 'What it was for'],
      why: 'Now the small thing is needed.',
      what: 'The {token} showed what it was good for.',
      mood: 'tense',
      where: 'road',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          ...given(
            bell,
            young(
              `Then came fog. White, white, white! Which way was it? Ting, went the tin bell. And far off, ting! Something answered. "That way!" {hero.said} {hero!}.`,
            ),
            older(
              `Then the fog came down, so thick that up and down were only a matter of opinion. {hero!} shook the tin bell. Ting. And from somewhere in the white, a rock answered: ting. So there were rocks to the left, and the way was to the right.`,
            ),
          ),
          ...given(
            string,
            young(
              `Then came the rocks. Left, right, left, right. Lost? "The string!" {hero.said} {hero!}. Out it ran, red, red, red, round every stone. No red here? Then this is new. On! And there was the way out.`,
            ),
            older(
              `Then the rocks closed in, a hundred gaps between a hundred stones, and every gap led back to the first. It was the red string that saved them: no gap that it ran through was tried a second time. There was just enough, to the last inch.`,
            ),
          ),
          ...given(
            cake,
            young(
              `Then there was a gate, and a goose sat on it. "No!" said the goose. "Cake?" {hero.said} {hero!}. "Oh," said the goose. "Cake." And the gate went open.`,
            ),
            older(
              `Then there was a narrow place, and in the narrow place sat a goose. "Nobody passes," said the goose. "It is the rule." "And who brings you your supper?" asked {hero!}. Nobody did. The goose ate the honey cake down to the last crumb, and moved over.`,
            ),
          ),
          ...given(
            mirror,
            young(
              `Then it grew dark between two cliffs. Too dark! "The mirror!" {hero.said} {hero!}. Flash! It caught one bit of sun, and threw it all the way along.`,
            ),
            older(
              `Then the way ran in between two cliffs, where no light had come since the cliffs were made. {hero!} held up the pocket mirror. It caught one last bit of sun from over the edge, and laid it down in front of {heroes.them}, like a plank.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            not(cake),
            any(
              `"So that is what it is for," {hero.said} {hero!}, and looked at the {token} with new respect. It had said nothing the whole time. It still said nothing, but in another way.`,
            ),
          ),
          ...given(
            cake,
            any(
              `"Tell the next ones," said the goose, with its mouth full, "that I am very fierce." {heroes} promised. One has to help where one can.`,
            ),
          ),
        ],
        [
          any(
            `After that it went downhill, in the good sense. Something had been got over. Even {heroes.their} shadows walked ahead, as if they could not wait.`,
          ),
          any(
            `And in the morning the air smelled different: wider, and newer, and of something that had no name yet. "Near," {hero.said} {hero!}.`,
          ),
        ],
      ],
    },
    {
      id: 'there',
      titles: ['There', '{away}', 'As far as it goes'],
      why: 'They get there, and it is not as they thought.',
      what: '{heroes!} came where nobody had been.',
      mood: 'wonder',
      where: 'away',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(leaves, hasEvents(2)),
            terse(`And there, where the map goes white, {event2!}`),
            young(
              `And then, all at once, there was no more way to go. There! Look here, look there, look up, look down. And then: oh! {event2!}`,
            ),
            older(
              `And so, one day, {heroes} came to where the map goes white. It was very still. It was as if the place had been holding its breath. And there, after all that way, {event2!}`,
            ),
            eldest(
              `Nobody has yet described it properly, and the log does not try. It says the hour, and the weather, and then, in quite small letters: {event2!}`,
            ),
          ),
          ...given(
            both(leaves, fewerEvents(2)),
            young(
              `And then, all at once, there was no more way to go. There it was! It was big, and bright, and brand-new, and it went all the way round.`,
            ),
            older(
              `And then, one morning, there was no more way to go. {heroes!} stood quite still. Everything that {heroes} had heard about it was true, and it was the smallest part.`,
            ),
          ),
          ...given(
            not(leaves),
            young(`And then, at the very end of the way, it happened. {event1!} Just like that!`),
            older(
              `And then, where the map goes white, it came about. {event1!} It was very still, as if the place had been holding its breath for it.`,
            ),
          ),
        ],
        [...given(both(not(leaves), hasEvents(2)), any(`And one thing leads to another. {event2!}`))],
        [
          ...given(
            hasEvents(3),
            any(`And still it was not over, for the best of a journey likes to come last. {event3!}`),
          ),
        ],
        [...given(hasEvents(4), any(`{event4!} It is all in the log.`))],
        [...given(beside('friend'), any(`And {friend} {friend.was} a part of it, as it had been bound to come.`))],
      ],
      more: [
        [
          any(`Nobody said anything for a while. There are places where words only get in the way, like furniture.`),
          any(`{sky} {place.sound}. {place.sight}, and nobody had ever said that it would be so beautiful.`),
        ],
        [
          ...given(
            hasThing,
            any(
              `So that was {thing}. "I thought that it would be bigger," {hero.said} {hero!}, after a time. "No," {hero} said, after some more time. "It is just as big as it has to be."`,
            ),
            any(
              `They went up to {thing} quite slowly, the way one goes up to a bird. One does not wish to come so far, and then be rude.`,
            ),
          ),
          ...given(
            not(hasThing),
            any(
              `"I thought that it would look like the end of something," {hero.said} {hero!}. But it looked much more like a beginning.`,
            ),
          ),
        ],
        [
          ...given(
            not(cake),
            any(
              `{hero!} put the {token} down, just there, on {place.ground}, to see how it looked. It looked as if it came from here. So that was one more thing to have found out.`,
            ),
          ),
          any(
            `"What will they ask at home?" said the wind. "How far it is," {hero.said} {hero!}. "I shall say: it is a little farther than you think. And is there any tea?"`,
          ),
        ],
        [
          any(
            `It would have been a pity to do anything at once. So {heroes} did nothing for a whole hour, and did it thoroughly.`,
          ),
          ...given(
            together,
            any(
              `"If you had not come," {hero.said} {hero!}, "I should have turned back at the second hill." "I know," {friend.said} {friend!}. "I should have turned back before breakfast."`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'end',
      titles: ['A mark on the map', 'The last page', 'Far enough'],
      why: 'What a journey leaves.',
      what: 'The white place on the map had a mark.',
      mood: 'calm',
      where: 'away',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            hasEnding,
            young(`And now? Now it was late, and it was quiet, and all was well. {heroes!} {ending.past}.`),
            older(
              `On the last page of the log there is a small drawing, and under it the words: Far enough. Then {heroes} {ending.past}.`,
            ),
            eldest(
              `The log ends in the middle of a line, and one can guess why. For that was when {heroes} {ending.past}.`,
            ),
          ),
          ...given(
            both(not(hasEnding), not(sleeps)),
            young(
              `Then {heroes} turned round, and went all the way back. And it was not so far at all, for now the hills knew who it was.`,
            ),
            older(
              `The way back was exactly as long as the way there, and took half the time. There is a small mark now on the map, in the white part. Only {heroes} could tell you what it means.`,
            ),
            eldest(
              `{heroes} came home on a Thursday, quite without trumpets. A hen looked up. On the map there is a small mark now, in the white, where there used to be nothing.`,
            ),
          ),
          ...given(
            sleeps,
            young(`And now? Now it was late, and it was quiet, and all was well.`),
            terse(`On the last page of the log it says: Far enough.`),
            older(`On the last page of the log there is a small drawing, and under it the words: Far enough.`),
            eldest(`The log ends in the middle of a line, and one can guess why.`),
          ),
        ],
      ],
      more: [
        [
          any(`One more thing stands in the log, under Lost and Found. Lost: one fear, on the way. Found: see above.`),
          any(
            `{place.sound}. High up, a star went a little way across, and stopped, as if it, too, had got to where it was going.`,
          ),
        ],
        [
          ...given(
            both(not(hasEnding), not(sleeps)),
            any(
              `"Back already?" said {laughed}. "Is there any tea?" {hero.said} {hero!}. And there was, and it was warm, and nobody ever said how often it had been made.`,
            ),
          ),
          ...given(
            hasEnding,
            any(
              `Far away, at home, somebody had kept the tea warm. It would have to wait a little longer. It did not mind.`,
            ),
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`If you should ask how far it was, then this is the answer: a little farther than you think.`),
    any(`And behind the next hill, quite out of breath with waiting, lay the next one.`),
    any(`The wind blew once more, found nobody to say it to, and lay down.`),
    ...given(both(long, not(cake)), any(`The {token} lay beside {heroes.them}, and asked for nothing.`)),
    ...given(both(long, cake), any(`Far back along the way, a goose was telling somebody how fierce it was.`)),
  ],
};
