/** Prose as a good writer would hand it in, for ideas of the briefs: no check may find fault with it. */

interface GoodStory {
  readonly idea: string;
  readonly scenes: readonly string[];
}

const STORIES: readonly GoodStory[] = [
  {
    idea: 'A shy dragon named Ember learns to make a friend.',
    scenes: [
      `At the edge of the pine forest lived a dragon called Ember, and she was the shyest dragon who ever hid behind her own tail. When the goat bells came up the hill, she went into her cave. When they were gone again, she listened to how quiet it was.

      "I would say hello," she told the stones, "if hello were not such a large word."`,
      `One morning there was no bell, but a small cry. A kid had slipped down between two rocks and could go neither up nor down. Ember looked left. She looked right. There was nobody else.

      So she put her long neck into the gap, and the kid climbed it like a ladder, all the way to the top.

      "You are warm," said the kid. "Are you a stove?"

      "I am a dragon," said Ember, and it was not so hard to say.`,
      `After that the bells came every day. Ember learned that a friend does not mind if you are slow to speak. You begin with your name, and then you wait, and then it is the other one’s turn.

      In the evening, when the two of them sat before the cave and watched the valley turn blue, Ember found that hello was a very small word after all.`,
    ],
  },
  {
    idea: 'Milo the mouse and Pearl the whale travel to the North Pole to find a lost star, and fall asleep at the end.',
    scenes: [
      `Milo the mouse had counted the stars above the harbour every night of his life, and tonight one was missing. "It fell north," said a deep voice from the water. It was Pearl, the whale, and she had seen it go. "I can swim that far, but I cannot see over the ice."

      "I can see," said Milo, "but I cannot swim at all."

      So they travelled together.`,
      `They passed the last lighthouse, and the last gull. The sea grew cold and slow. By day Milo sat on Pearl’s broad back and told her what lay ahead; by night she hummed to him from below, so that he should not be afraid of the dark.

      At the North Pole the ice was as white as paper, and in the middle of it something blinked.`,
      `The star lay in a crack, no bigger than a button, and very lost. Milo crept in and carried it out in both his paws. Then Pearl blew the highest fountain of her life. Up went the star on top of it, up and up, until it clicked into its place.

      They were too tired to turn round at once. Pearl lay still upon the water. Milo curled up behind her blowhole, where it is warm. He meant to count the stars, and he had come to seven when he fell asleep; and a moment later so did she.`,
    ],
  },
  {
    idea: 'A baker named Rosa bakes a loaf of bread that can talk, and it saves the village feast.',
    scenes: [
      `Rosa was a baker who sang while she kneaded, and perhaps that was how it came about. When she opened the oven on the morning of the feast, a loaf looked up at her from the tray. "Good morning," it said. "Is it always so hot in here?"

      Rosa had baked a great many loaves of bread, and not one of them had been able to talk.`,
      `Down in the square nothing was ready. The miller would not stand next to the smith, the smith would not sit by the piper, and the piper said that without an apology there would be no music. Nobody remembered what the quarrel was about. They only remembered that they had one.`,
      `"Put me in the middle of the table," said the bread. Rosa did, and it cleared its throat. "I was wheat in the miller’s field," it said. "I was cut with the smith’s sickle. I rose to the piper’s tune, which came through the window. If any one of you had stayed at home, I should be a handful of flour. Now, who will have the crust?"

      It was very quiet. Then the miller laughed, and the smith moved over, and the piper played until the moon went down. That is how a loaf of bread saved the village feast. Rosa kept the last crumb of it in a matchbox, in case she should ever need advice.`,
    ],
  },
  {
    idea: 'A fox who tells lies loses his voice and has to earn it back by helping a hedgehog.',
    scenes: [
      `There was once a fox who told lies before breakfast and bigger ones after it. He told the hens that the farmer had moved to Spain. He told the geese that he was a gardener. One grey morning he opened his mouth to tell the crow that it was Tuesday, which it was not, and nothing came out. His voice was gone.`,
      `"It will have walked off," said the crow, who knew about such things. "You used it so badly. You will have to earn it back."

      The fox could not even ask how. He went through the wood with his head down, and so he saw what he would never have seen otherwise: a hedgehog, on her back in a ditch, kicking.`,
      `He turned her over with one careful paw. He carried her apples, one by one, on the long way home, and stopped whenever she had to rest. He dug the leaves out of her doorway. It took all day, and he could not say a word about how good he was.

      "Thank you," said the hedgehog. "That was a kind thing. Was it hard?"

      "Yes," said the fox; and it was true, and he had said it aloud.`,
    ],
  },
];

/** Without the indentation that they have above. */
export const GOOD_STORIES: readonly GoodStory[] = STORIES.map(({ idea, scenes }) => ({
  idea,
  scenes: scenes.map((scene) => scene.replaceAll(/\n +/gu, '\n')),
}));
