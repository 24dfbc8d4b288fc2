import { addFile, removeFile } from '../handlers/writers/files.ts';
import { listWriters, viewFile } from '../handlers/writers/list.ts';
import { listServers, removeServer, saveServer } from '../handlers/writers/servers.ts';
import { testServer } from '../handlers/writers/test-server.ts';
import { streamWriting } from '../handlers/writers/write.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function writerProcedures({ workplace }: Services) {
  const { writer } = procedures;
  return {
    list: writer.list.handler(() => listWriters(workplace)),
    write: writer.write.handler(({ input, signal }) => streamWriting(workplace, input, signal)),
    servers: writer.servers.handler(() => listServers(workplace)),
    saveServer: writer.saveServer.handler(({ input }) => saveServer(workplace, input)),
    removeServer: writer.removeServer.handler(({ input }) => removeServer(workplace, input.serverId)),
    test: writer.test.handler(({ input, signal }) =>
      testServer(workplace, input, signal ?? new AbortController().signal),
    ),
    addFile: writer.addFile.handler(async ({ input }) => {
      await addFile(workplace, input.file);
      return viewFile(input.file);
    }),
    removeFile: writer.removeFile.handler(({ input }) => {
      removeFile(workplace, input.file);
    }),
  };
}
