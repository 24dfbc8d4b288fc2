import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONVERSIONS } from '../../../src/core/models/convert.ts';
import { loadRegistry, parseRegistry } from '../../../src/core/models/registry.ts';
import { labRegistry } from '../../helpers/model-lab.ts';

const path = resolve(import.meta.dirname, '../../../models/registry.json');

describe('the registry of models', () => {
  it('is valid, and every conversion that it names exists', () => {
    const registry = loadRegistry(path);
    const names = registry.models.flatMap((model) =>
      model.sources.flatMap((source) => ('conversion' in source ? (source.conversion ?? []) : [])),
    );
    expect(names.filter((name) => CONVERSIONS[name] === undefined)).toEqual([]);
  });

  it('has the 28 English voices of Kokoro in every source', () => {
    for (const source of loadRegistry(path).models.find(({ id }) => id === 'kokoro-82m')!.sources) {
      if (source.kind === 'folder' || source.kind === 'shipped') continue;
      const voices = source.files.filter((file) => /^voices\/[ab][fm]_[a-z]+\.bin$/.test(file.name));
      expect(voices).toHaveLength(28);
      expect(voices.every((voice) => voice.bytes === 510 * 256 * 4)).toBe(true);
      expect(voices.find((voice) => voice.name === 'voices/af_heart.bin')!.sha256).toMatch(/^d583ccff3cdca2f7/);
    }
  });

  it('would catch a picture model that is larger than what all the default’s files may take, or that has no facts to choose by', () => {
    const painters = loadRegistry(path).models.filter(({ task }) => task === 'illustrate');
    expect(painters.map(({ id }) => id)).toEqual(expect.arrayContaining(['sd-turbo', 'sdxs-512', 'lcm-dreamshaper']));
    const sizeOf = ({ sources }: (typeof painters)[number]) =>
      sources.flatMap(({ files }) => (files ?? []).map(({ bytes }) => bytes)).reduce((sum, bytes) => sum + bytes, 0);
    // The first of them is what is painted with when all of them are here.
    expect(sizeOf(painters[0]!)).toBeLessThan(1.2e9);
    for (const { picture } of painters) expect(picture).toBeDefined();
  });

  it('would catch settings written by us that are no model in the end', () => {
    for (const { id, sources } of loadRegistry(path).models.filter(({ task }) => task === 'illustrate')) {
      const names = sources.flatMap((source) => [
        ...(source.files ?? []),
        ...(source.kind === 'hub' ? (source.written ?? []) : []),
      ]);
      const present = names.map(({ name }) => name);
      const parts = ['text_encoder/model.onnx', 'unet/model.onnx', 'vae_decoder/model.onnx', 'tokenizer/vocab.json'];
      const settings = [
        'model_index.json',
        'scheduler/scheduler_config.json',
        'unet/config.json',
        'vae_decoder/config.json',
      ];
      for (const name of [...parts, ...settings, 'tokenizer/merges.txt', 'tokenizer/tokenizer_config.json'])
        expect(present, id).toContain(name);
    }
  });

  it('says for every model whether films made with it may be sold', () => {
    for (const model of loadRegistry(path).models)
      expect(model.licence.commercialUse).toMatch(/^(Allowed|Not allowed)/);
  });

  it("names no host of a package registry: those are the clients' business", () => {
    expect(readFileSync(path, 'utf8')).not.toMatch(/pypi|npmjs|pythonhosted/i);
  });

  it('says which model and file is wrong', () => {
    const wrong = structuredClone(labRegistry()) as { models: { sources: { files?: { parts?: unknown[] }[] }[] }[] };
    wrong.models[0]!.sources[2]!.files![0]!.parts!.reverse();
    expect(() => parseRegistry(wrong)).toThrow('tiny: the parts of network.onnx are not in the order of the packages');
  });

  it.each(['../outside.bin', '/etc/passwd', 'a/../../b', 'C:\\x'])(
    'refuses a file that would lie outside (%s)',
    (name) => {
      const wrong = structuredClone(labRegistry()) as { models: { sources: { files?: { name: string }[] }[] }[] };
      wrong.models[0]!.sources[1]!.files![0]!.name = name;
      expect(() => parseRegistry(wrong)).toThrow('not valid');
    },
  );

  it.each(['--index-url=x', 'a b', 'a;b', '../x', 'A==1'])("refuses what is not a package's name (%s)", (name) => {
    const wrong = structuredClone(labRegistry()) as { models: { sources: { packages?: { name: string }[] }[] }[] };
    wrong.models[0]!.sources[2]!.packages![0]!.name = name;
    expect(() => parseRegistry(wrong)).toThrow('not valid');
  });
});
