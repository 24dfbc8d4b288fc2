export const common = {
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading',
  messages: 'Messages',
  choose: 'Choose…',
};
