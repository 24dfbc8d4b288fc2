/** What was recorded with the microphone, kept in the browser as it comes: whatever happens to the page, a second at most is lost. */

export interface Take {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Of sound that is kept; grows while it is recorded. */
  readonly seconds: number;
  /** Media type, with its codec. */
  readonly type: string;
  /** The scene that it tells; absent when it is a whole story. */
  readonly scene?: { readonly projectId: string; readonly sceneId: string };
}

/** A second of a take. One after the other they are the file that the recorder made. */
interface Part {
  readonly take: string;
  readonly number: number;
  readonly bytes: Blob;
}

let opened: Promise<IDBDatabase> | undefined;

/** The oldest first. */
export async function readTakes(): Promise<Take[]> {
  const takes = await inStores<Take[]>('readonly', ({ takes: store }) => store.getAll());
  return takes.sort((a, b) => a.startedAt - b.startedAt);
}

/** The take as it is by now, and what has come of its sound since. */
export async function keepPart(take: Take, number: number, bytes: Blob): Promise<void> {
  await inStores('readwrite', ({ takes, parts }) => {
    takes.put(take);
    return parts.put({ take: take.id, number, bytes } satisfies Part);
  });
}

/** Its sound, as a file that every player and ffmpeg can read. */
export async function soundOf({ id, type }: Take): Promise<Blob> {
  const parts = await inStores<Part[]>('readonly', ({ parts: store }) => store.getAll(partsOf(id)));
  return new Blob(
    parts.map(({ bytes }) => bytes),
    { type },
  );
}

export async function forgetTake(id: string): Promise<void> {
  await inStores('readwrite', ({ takes, parts }) => {
    takes.delete(id);
    return parts.delete(partsOf(id));
  });
}

/** Keys are compared part by part, and an array comes after every number. */
const partsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

async function inStores<T>(
  mode: IDBTransactionMode,
  act: (stores: Readonly<Record<'takes' | 'parts', IDBObjectStore>>) => IDBRequest,
): Promise<T> {
  const transaction = (await open()).transaction(['takes', 'parts'], mode);
  const request = act({ takes: transaction.objectStore('takes'), parts: transaction.objectStore('parts') });
  return new Promise((settle, reject) => {
    transaction.oncomplete = () => {
      settle(request.result as T);
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('The browser stopped keeping the recording.', 'AbortError'));
    };
  });
}

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((settle, reject) => {
    const request = indexedDB.open('storyloom-takes', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('takes', { keyPath: 'id' });
      request.result.createObjectStore('parts', { keyPath: ['take', 'number'] });
    };
    request.onsuccess = () => {
      settle(request.result);
    };
    request.onerror = () => {
      opened = undefined;
      reject(request.error ?? new DOMException('The browser keeps nothing here.'));
    };
  });
  return opened;
}
