/** First names that tell a boy from a girl; a name that is not here waits for the story's own pronouns. */
import type { Gender } from '../lexicon/format.ts';

const MALE = new Set(
  `adam alan albert alex alexander alfie alfred andrew anton archie arthur ben benjamin bernard bert bill billy bob bobby brian charles
  charlie chris christopher colin daniel danny david dennis donald dylan ed eddie edgar edmund edward eli elias eric ethan ezra felix
  finn francis frank fred freddie gabriel george gerald gilbert graham gus hans harold harry harvey henry herbert hugh hugo ian isaac
  ivan jack jacob jake james jamie jan jason jasper jeremy jerry jim jimmy joe john johnny jonah jonathan joseph josh joshua juan karl
  ken kevin kit lars leo leon leonard lewis liam louis lucas luke marco mark martin matthew max michael miles milo mohammed nathan ned
  neil nicholas nick noah oliver oscar otto owen patrick paul percy peter philip pip ralph ray richard robert robin roger ron rory
  rufus rupert sam samuel sebastian simon stanley stephen steve ted theo theodore thomas tim timothy toby tobias tom tommy tony victor
  vincent walter wilbur will william winston zachary`.split(/\s+/u),
);
const FEMALE = new Set(
  `abigail ada agnes alice amanda amelia amy andrea angela anna anne annie april ava bea beatrice bella bess beth betty bonnie brenda
  bridget carla carmen caroline catherine cecily charlotte chloe clara clare claire daisy dana deborah diana dora dorothy edith elena
  eliza elizabeth ella ellen elsa elsie emily emma esther eva evelyn faith fiona flora florence freya georgia gertrude gloria grace
  greta hannah harriet hazel heather heidi helen hilda hope ida ingrid irene iris isabel isabella isla ivy jane janet jean jemima jenny
  jess jessica jill joan josephine joy joyce judith judy julia julie juliet karen kate katie laura lena leah lily linda lisa lola lottie
  louisa louise lucy luna lydia mabel maggie maisie margaret maria marie marina martha mary matilda maude maya meg megan mia millie
  mina minnie miranda molly nancy naomi nell nellie nina nora olive olivia ophelia pam patricia pearl penelope penny phoebe polly
  poppy rachel rebecca rita rosa rosalind rose rosie ruby ruth sadie sally samantha sara sarah sophia sophie stella susan susie sylvia
  tess tilly tina ursula vera victoria viola violet wendy winnie zoe`.split(/\s+/u),
);
const TITLES: Readonly<Record<string, Gender>> = {
  mr: 'male',
  sir: 'male',
  lord: 'male',
  king: 'male',
  prince: 'male',
  uncle: 'male',
  grandpa: 'male',
  father: 'male',
  brother: 'male',
  mrs: 'female',
  miss: 'female',
  ms: 'female',
  lady: 'female',
  madam: 'female',
  queen: 'female',
  princess: 'female',
  aunt: 'female',
  auntie: 'female',
  grandma: 'female',
  granny: 'female',
  mother: 'female',
  sister: 'female',
};

export function genderOfName(name: string): Gender {
  const words = name.toLowerCase().replaceAll('.', '').split(' ');
  const titled = TITLES[words[0]!];
  if (titled) return titled;
  const first = words[0]!;
  if (MALE.has(first)) return 'male';
  return FEMALE.has(first) ? 'female' : 'unknown';
}

/** The pronoun's own gender; undefined for one that has none. */
export function genderOfPronoun(pronoun: string): Gender | undefined {
  if (['he', 'him', 'his', 'himself'].includes(pronoun)) return 'male';
  if (['she', 'her', 'hers', 'herself'].includes(pronoun)) return 'female';
  return undefined;
}
