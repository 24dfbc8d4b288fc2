/**
 * A process of its own over a data folder: `build-child.ts chain FOLDER ROUND` makes a chain and prints its digests as
 * JSON, `stuck` makes `stuckStage` for ever and prints 'making', `open` opens the store and prints its notices, `hold` opens it, prints its owner's id and stays. Each prints a
 * line 'ready' before it touches the folder.
 */
import { join } from 'node:path';
import { createBuilder } from '../../src/core/build/builder.ts';
import { createJob, finishJob, startJob } from '../../src/core/store/jobs.ts';
import { openStore } from '../../src/core/store/store.ts';
import { makeChain, stuckStage } from './build-chain.ts';

const [mode, folder = '', round = '0'] = process.argv.slice(2);
console.log('ready');
const { store, notices } = openStore(join(folder, 'storyloom.sqlite'));

if (mode === 'hold') {
  startJob(store, createJob(store, { kind: 'hold' }).id);
  console.log(store.owner.id);
  setInterval(() => undefined, 1000);
} else if (mode === 'open') {
  console.log(JSON.stringify(notices));
  store.close();
} else if (mode === 'stuck') {
  const builder = await createBuilder({ store, directory: join(folder, 'cache') });
  await builder.make(
    stuckStage(() => {
      console.log('making');
      setInterval(() => undefined, 1000);
      return new Promise(() => undefined);
    }),
    null,
    { unit: 'stuck' },
  );
} else {
  const builder = await createBuilder({ store, directory: join(folder, 'cache') });
  const job = startJob(store, createJob(store, { kind: 'chain' }).id);
  const digests = await makeChain(builder, { round: Number(round), log: join(folder, 'runs.log'), jobId: job.id });
  finishJob(store, job.id);
  await builder.release(job.id);
  await builder.close();
  store.close();
  console.log(JSON.stringify(digests));
}
