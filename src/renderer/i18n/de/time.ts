export const time = {
  underSecond: 'ein Moment',
  seconds: '{{seconds}} s',
  tenths: '{{seconds}} s',
  minutes: '{{minutes}} min {{seconds}} s',
  minutesOnly: '{{minutes}} min',
  hours: '{{hours}} h {{minutes}} min',
};
