import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/core/paths.ts';
import { contract } from '../../src/shared/contract.ts';
import { openApiText } from '../../tools/openapi.ts';

const kept = readFileSync(join(projectRoot, 'docs', 'openapi.json'), 'utf8');

describe('docs/openapi.json', () => {
  it('would catch a contract that was changed and a description that was not: run `node tools/run.mjs tools/openapi.ts`', async () => {
    expect(kept === (await openApiText())).toBe(true);
  });

  it('would catch a request that HTTP cannot make, or two under one address', () => {
    const { paths } = JSON.parse(kept) as { paths: Record<string, Record<string, { operationId?: string }>> };
    const described = Object.values(paths).flatMap((item) => Object.values(item).map((each) => each.operationId));
    const names = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures).map((name) => `${area}.${name}`),
    );
    expect(described.filter((name) => name !== undefined).sort()).toEqual(names.sort());
  });
});
