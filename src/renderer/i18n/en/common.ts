export const common = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  undo: 'Undo',
  redo: 'Redo',
  more: 'More',
  loading: 'Loading',
  messages: 'Messages',
  choose: 'Choose…',
  unit: { seconds_one: '{{count}} second', seconds_other: '{{count}} seconds' },
};
