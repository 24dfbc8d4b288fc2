import { basename } from 'node:path';
import type { WriterView } from '../../../shared/writers.ts';
import { OWN_WRITER } from '../../../shared/writing.ts';
import { placeOf } from '../../providers/remote/address.ts';
import type { Workplace } from '../../workplace.ts';
import { isThere, keptFiles } from './files.ts';
import { keptServers } from './servers.ts';

/** Everyone who can write, Storyloom's own first. No server is asked for it: `writer.test` does that. */
export function listWriters(workplace: Workplace): WriterView[] {
  return [
    { id: OWN_WRITER, name: 'Storyloom', kind: 'own', runs: { place: 'computer' }, ready: true },
    ...fetched(workplace),
    ...keptFiles(workplace).map(viewFile),
    ...keptServers(workplace).map(({ id, name, model, baseUrl }): WriterView => ({
      id: `server:${id}`,
      name: `${name} (${model})`,
      kind: 'server',
      runs: placeOf(baseUrl),
      ready: true,
    })),
  ];
}

function fetched(workplace: Workplace): WriterView[] {
  const models = workplace.models().list();
  return models
    .filter(({ task }) => task === 'write')
    .map(({ id, title, licence, installed }) => ({
      id: `gguf:${id}`,
      name: title,
      kind: 'gguf',
      runs: { place: 'computer' },
      modelId: id,
      licence,
      ...(installed
        ? { ready: true }
        : { ready: false, whyNot: 'Its model is not on this computer yet.', hint: 'Download it under Models.' }),
    }));
}

export function viewFile(file: string): WriterView {
  const ready = isThere(file);
  return {
    id: `gguf:${file}`,
    name: basename(file),
    kind: 'gguf',
    runs: { place: 'computer' },
    file,
    ready,
    ...(ready ? {} : { whyNot: 'Its file is not there any more.', hint: 'Put it back, or take it off the list.' }),
  };
}
