/**
 * A process that installs the lab's model and can be killed at any moment.
 * Arguments: models folder and hub. Prints a line for each progress, then the model as JSON.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversion } from '../../src/core/models/convert.ts';
import { createSink } from '../../src/core/models/files.ts';
import { createModelManager } from '../../src/core/models/manager.ts';
import { startPhase } from '../../src/core/models/progress.ts';
import { deadClients, labRegistry } from './model-lab.ts';

/** Copies the network slowly, so that there is a middle in which to be killed. */
export const slowCopy: Conversion = {
  version: 1,
  consumes: ['network.onnx'],
  outputBytes: 200_000,
  async run({ path, directory, onProgress }) {
    const bytes = await readFile(path('network.onnx'));
    const sink = await createSink(join(directory, 'copy.onnx'));
    const phase = startPhase('convert', bytes.length, onProgress);
    for (let offset = 0; offset < bytes.length; offset += 5_000) {
      await sink.write(bytes.subarray(offset, offset + 5_000));
      phase.add(5_000);
      await sleep(8);
    }
    const file = { name: 'copy.onnx', ...(await sink.finish()) };
    phase.finish();
    return { files: [file], graphs: { fp32: 'copy.onnx' } };
  },
};

if (import.meta.filename === process.argv[1]) {
  const [, , directory = '', hub = ''] = process.argv;
  const models = createModelManager({
    directory,
    hub,
    registry: labRegistry('slow'),
    clients: deadClients,
    conversions: { slow: slowCopy },
    retry: { attempts: 1, baseMs: 5 },
  });
  const model = await models.ensure('tiny', {
    onProgress: ({ phase, loaded, total }) => console.log(`${phase} ${loaded} ${total}`),
  });
  console.log(JSON.stringify(model));
}
