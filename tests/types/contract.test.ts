import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { isProcedure, type InferRouterInputs, type InferRouterOutputs, type RouterClient } from '@orpc/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createStudio, type StudioRouter } from '../../src/core/studio.ts';
import type { StudioClient as PageClient } from '../../src/renderer/client/studio-client.ts';
import { contract } from '../../src/shared/contract.ts';

type Contract = typeof contract;

/** 'library.list' | 'library.create' | ... */
type Names<Router> = {
  [Area in keyof Router & string]: `${Area}.${keyof Router[Area] & string}`;
}[keyof Router & string];

describe('nothing of the contract is missing', () => {
  it('would catch a request that the core does not answer (types; `npm run check` compiles them)', () => {
    expectTypeOf<Names<StudioRouter>>().toEqualTypeOf<Names<Contract>>();
    expectTypeOf<InferRouterInputs<StudioRouter>>().toEqualTypeOf<InferContractRouterInputs<Contract>>();
    expectTypeOf<InferRouterOutputs<StudioRouter>>().toEqualTypeOf<InferContractRouterOutputs<Contract>>();
  });

  it('would catch a request that the page, or a host in its own process, cannot make', () => {
    expectTypeOf<Names<PageClient>>().toEqualTypeOf<Names<Contract>>();
    expectTypeOf<Names<RouterClient<StudioRouter>>>().toEqualTypeOf<Names<Contract>>();
  });

  it('would catch a request that is there by its type only', async () => {
    const studio = createStudio();
    const router = await studio.router();
    const missing = Object.entries(contract).flatMap(([area, procedures]) =>
      Object.keys(procedures)
        .filter((name) => !isProcedure((router as Record<string, Record<string, unknown>>)[area]?.[name]))
        .map((name) => `${area}.${name}`),
    );
    expect(missing).toEqual([]);
    await studio.close();
  });
});
