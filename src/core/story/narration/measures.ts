/** Money, clock times and units. */
import { isNumber, NUMBER, readNumber } from './amounts.ts';
import { cardinal } from './numbers.ts';
import { coreAt, match, type Rule, type Said, say, spell } from './say.ts';

interface Currency {
  readonly one: string;
  readonly many: string;
  readonly cent: string;
  readonly cents: string;
}

const CURRENCIES: Readonly<Record<string, Currency>> = {
  $: { one: 'dollar', many: 'dollars', cent: 'cent', cents: 'cents' },
  '£': { one: 'pound', many: 'pounds', cent: 'penny', cents: 'pence' },
  '€': { one: 'euro', many: 'euros', cent: 'cent', cents: 'cents' },
  '¥': { one: 'yen', many: 'yen', cent: 'sen', cents: 'sen' },
  '₹': { one: 'rupee', many: 'rupees', cent: 'paisa', cents: 'paise' },
};

const SCALES: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  b: 'billion',
  bn: 'billion',
  tn: 'trillion',
};
const SCALE_WORD = /^(?:hundred|thousand|million|billion|trillion)s?$/iu;

/** $5, £1.50, €3 million, $2k, 5€ */
export const moneyRule: Rule = (tokens, index) => {
  const before = match(new RegExp(`^([-+]?)[A-Z]{0,3}([$£€¥₹])(${NUMBER})(k|m|b|bn|tn)?$`, 'iu'), tokens, index);
  const after = match(new RegExp(`^([-+]?)(${NUMBER})([$£€¥₹])$`, 'u'), tokens, index);
  const [sign, symbol, digits, scale] = before
    ? [before[1], before[2], before[3], before[4]]
    : [after?.[1], after?.[3], after?.[2], undefined];
  const currency = CURRENCIES[symbol ?? ''];
  if (!currency || digits === undefined || !isNumber(digits)) return undefined;
  const minus = sign === '-' ? ['minus'] : [];
  const next = coreAt(tokens, index + 1);
  if (scale !== undefined) {
    return [say(...minus, ...readNumber(digits)!, SCALES[scale.toLowerCase()]!, currency.many)];
  }
  if (SCALE_WORD.test(next) && tokens[index]!.after === '') {
    return [say(...minus, ...readNumber(digits)!), say(next, currency.many)];
  }
  return [say(...minus, ...readMoney(digits, currency))];
};

function readMoney(digits: string, currency: Currency): string[] {
  const parts = /^([\d,]*)\.(\d\d)$/u.exec(digits);
  if (!parts) return [...readNumber(digits)!, digits === '1' ? currency.one : currency.many];
  const whole = (parts[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const cents = String(Number(parts[2]));
  const small = cents === '0' ? [] : [...cardinal(cents), cents === '1' ? currency.cent : currency.cents];
  if ((whole === '' || whole === '0') && small.length > 0) return small;
  const large = [...cardinal(whole === '' ? '0' : whole), whole === '1' ? currency.one : currency.many];
  return small.length === 0 ? large : [...large, 'and', ...small];
}

const HALF_OF_DAY = /^([ap])\.?m\.?$/iu;

/** 4:30, 4:05, 12:00, 4pm, 16:30, 4:30 p.m. */
export const clockRule: Rule = (tokens, index) => {
  const parts = match(/^([01]?\d|2[0-4])(?::([0-5]\d))?(?::([0-5]\d))?([ap]\.?m)?$/iu, tokens, index);
  if (!parts) return undefined;
  const [, hour = '', minute, second, half] = parts;
  if (minute === undefined && half === undefined) return undefined;
  const follows = half ?? (HALF_OF_DAY.test(coreAt(tokens, index + 1)) ? '' : undefined);
  const said = say(
    ...cardinal(String(Number(hour))),
    ...readMinute(minute, follows !== undefined, Number(hour)),
    ...(second === undefined ? [] : ['and', ...cardinal(String(Number(second))), 'seconds']),
  );
  return [half === undefined ? said : { words: [...said.words, ...spell(half.replace('.', ''))], stopIsPart: true }];
};

function readMinute(minute: string | undefined, hasHalf: boolean, hour: number): string[] {
  if (minute === undefined) return [];
  if (minute === '00') return hasHalf ? [] : hour > 12 ? ['hundred'] : ["o'clock"];
  return minute.startsWith('0') ? ['oh', ...cardinal(minute.slice(1))] : cardinal(minute);
}

/** a.m. and p.m., also as "am" and "pm" after a number. */
export const halfDayRule: Rule = (tokens, index) => {
  const core = coreAt(tokens, index);
  if (!HALF_OF_DAY.test(core)) return undefined;
  if (!core.includes('.') && !/^\d{1,2}(?::\d\d)?$/u.test(coreAt(tokens, index - 1))) return undefined;
  return [{ words: spell(core.replaceAll('.', '')), stopIsPart: true }];
};

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  km: ['kilometer', 'kilometers'],
  m: ['meter', 'meters'],
  cm: ['centimeter', 'centimeters'],
  mm: ['millimeter', 'millimeters'],
  mi: ['mile', 'miles'],
  yd: ['yard', 'yards'],
  ft: ['foot', 'feet'],
  sq: ['square', 'square'],
  kg: ['kilogram', 'kilograms'],
  g: ['gram', 'grams'],
  mg: ['milligram', 'milligrams'],
  lb: ['pound', 'pounds'],
  lbs: ['pound', 'pounds'],
  oz: ['ounce', 'ounces'],
  l: ['liter', 'liters'],
  ml: ['milliliter', 'milliliters'],
  mph: ['mile per hour', 'miles per hour'],
  kph: ['kilometer per hour', 'kilometers per hour'],
  'km/h': ['kilometer per hour', 'kilometers per hour'],
  'm/s': ['meter per second', 'meters per second'],
  hr: ['hour', 'hours'],
  hrs: ['hour', 'hours'],
  min: ['minute', 'minutes'],
  mins: ['minute', 'minutes'],
  sec: ['second', 'seconds'],
  secs: ['second', 'seconds'],
  ms: ['millisecond', 'milliseconds'],
  kb: ['kilobyte', 'kilobytes'],
  mb: ['megabyte', 'megabytes'],
  gb: ['gigabyte', 'gigabytes'],
  tb: ['terabyte', 'terabytes'],
  kw: ['kilowatt', 'kilowatts'],
  hz: ['hertz', 'hertz'],
};

/** 5km, 5 km, 1 kg, 3 ft. */
export const unitRule: Rule = (tokens, index) => {
  const parts = match(new RegExp(`^([-+]?${NUMBER})([a-z/]+)$`, 'iu'), tokens, index);
  const joined = parts && UNITS[parts[2]!.toLowerCase()];
  if (joined && isNumber(parts[1]!)) return [unit(parts[1]!, joined, readNumber(parts[1]!)!)];
  const apart = UNITS[coreAt(tokens, index).toLowerCase()];
  const amount = coreAt(tokens, index - 1);
  if (!apart || !/\d$/u.test(amount) || tokens[index - 1]!.after !== '') return undefined;
  return [unit(amount, apart, [])];
};

function unit(amount: string, [one, many]: readonly [string, string], words: readonly string[]): Said {
  return { ...say(...words, amount === '1' ? one : many), stopIsPart: true };
}
