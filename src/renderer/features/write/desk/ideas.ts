/** To begin with. They are in English whatever the page is in, as that is what stories are written in. */
export const IDEAS = [
  'A shy dragon named Ember learns to make a friend.',
  'A lighthouse cat named Juno finds a letter in a bottle and takes it home.',
  'A red kite is afraid of heights until a girl called Lotte helps it.',
  'A little old train wants to see the sea once more.',
] as const;
