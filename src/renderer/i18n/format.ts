import i18next from 'i18next';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** '1.2 GB', in steps of a thousand, as disks are sold; nothing below a kilobyte. */
export function bytesText(bytes: number): string {
  // What would be rounded to 1,000 of a unit is one of the next.
  const step = UNITS.findIndex((_unit, index) => bytes < 999.5 * 1000 ** (index + 1));
  const unit = step < 0 ? UNITS.length - 1 : step;
  const value = bytes / 1000 ** (unit + 1);
  return new Intl.NumberFormat(i18next.language, {
    style: 'unit',
    unit: UNITS[unit] ?? 'kilobyte',
    maximumFractionDigits: unit === 0 || value >= 99.95 ? 0 : 1,
  }).format(value);
}

export function percentText(value: number): string {
  return new Intl.NumberFormat(i18next.language, { style: 'percent' }).format(value);
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(i18next.language).format(value);
}

/** '$0.0023': what a story cost is often less than a cent. */
export function costText(cost: number, currency = 'USD'): string {
  const style = { style: 'currency', currency, maximumSignificantDigits: cost < 1 ? 2 : 3 } as const;
  return new Intl.NumberFormat(i18next.language, style).format(cost);
}

/** '−16.0 LUFS'. */
export function lufsText(value: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return `${new Intl.NumberFormat(i18next.language, digits).format(value).replace('-', '−')} LUFS`;
}

/** How long something takes, for people: '18 s', '2 min 5 s', '1 h 20 min'. */
export function durationText(seconds: number): string {
  const t = i18next.t;
  const whole = Math.round(seconds);
  if (whole < 1) return t('time.underSecond');
  if (whole < 60) return t('time.seconds', { seconds: whole });
  if (whole < 600 && whole % 60 > 0) return t('time.minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return t('time.minutesOnly', { minutes });
  return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The place or length in a film: '0:04', '12:30', '1:02:03'. */
export function clockText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}

/** How long something short took: '0.3 s'. */
export function tenthsText(seconds: number): string {
  const value = new Intl.NumberFormat(i18next.language, { maximumFractionDigits: 1 }).format(Math.max(0.1, seconds));
  return i18next.t('time.tenths', { seconds: value });
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** 'yesterday', '3 hours ago'. */
export function agoText(time: number, now = Date.now()): string {
  const format = new Intl.RelativeTimeFormat(i18next.language, { numeric: 'auto' });
  const seconds = Math.max(0, (now - time) / 1000);
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, 'second');
}
