import { join } from 'node:path';
import { createSink } from '../files.ts';
import type { HubSource } from '../registry.ts';
import type { FetchedFile } from './source.ts';

/** Settings that the model's publishers left out, as the registry has them: the same bytes on every machine. */
export async function writeSettings(written: HubSource['written'], directory: string): Promise<FetchedFile[]> {
  const files: FetchedFile[] = [];
  for (const { name, json } of written ?? []) {
    const path = join(directory, ...name.split('/'));
    const sink = await createSink(path);
    try {
      await sink.write(Buffer.from(`${JSON.stringify(json, null, 2)}\n`));
      files.push({ ...(await sink.finish()), name, path });
    } finally {
      await sink.close();
    }
  }
  return files;
}
