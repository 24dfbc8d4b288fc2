import type { KeyPlace } from './shortcuts.ts';

const OVERLAYS = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';
const TEXT = 'textarea,[contenteditable=true],input:not([type=radio],[type=checkbox],[type=range],[type=file])';
const CONTROLS = 'button,a[href],input,select,[role=slider],[role=radio],[role=tab],[role=button],[role=option]';

/** What the element that has the focus makes of a key. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(OVERLAYS)) return 'overlay';
  if (target.matches(TEXT)) return 'text';
  // A click on the picture leaves the focus on it: it is a place to drop files on, and takes no keys of its own.
  if (target.closest('.stage-frame') && !target.closest('.stage-state,.hold')) return 'page';
  if (target.matches('[data-scene]')) return 'card';
  if (target.closest(CONTROLS)) return 'control';
  return 'page';
}
