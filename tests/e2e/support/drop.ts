import type { Locator } from 'playwright-core';

export interface DroppedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Lets a file fall on an element, as a drag from the desktop does. */
export async function dropFile(target: Locator, { name, type, bytes }: DroppedFile): Promise<void> {
  const file = { name, type, base64: Buffer.from(bytes).toString('base64') };
  await target.evaluate((element, { name, type, base64 }) => {
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], name, { type }));
    // A file that a script has made is in no file system; one that falls from a desktop is.
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isFile: true, isDirectory: false }) as FileSystemEntry;
    const { x, y, width, height } = element.getBoundingClientRect();
    const place = { clientX: x + width / 2, clientY: y + height / 2 };
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer, ...place }));
    }
  }, file);
}
