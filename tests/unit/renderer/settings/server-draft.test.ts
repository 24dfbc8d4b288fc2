import { describe, expect, it } from 'vitest';
import {
  draftOf,
  inputOf,
  isElsewhere,
  isUnprotected,
  wrongFields,
  type ServerDraft,
} from '../../../../src/renderer/features/settings/writing/server-draft.ts';
import { serverInputSchema, type ServerView } from '../../../../src/shared/writers.ts';

const OLLAMA: ServerDraft = {
  name: 'Ollama',
  baseUrl: 'http://localhost:11434/v1',
  model: 'llama3.2:3b',
  apiKey: '',
  input: '',
  output: '',
  currency: 'USD',
};
const NEW = { id: undefined, forgetsKey: false };

describe('a server as it is typed', () => {
  it('would catch a field that the page lets through and the studio refuses', () => {
    const good = { ...OLLAMA, input: '0,25', output: '2', currency: 'eur' };
    expect([...wrongFields(good)]).toEqual([]);
    expect(serverInputSchema.parse(inputOf(good, NEW))).toMatchObject({ price: { input: 0.25, output: 2 } });
    const bad = { ...OLLAMA, name: ' ', baseUrl: 'localhost:11434', model: '', input: 'cheap', currency: 'dollars' };
    expect([...wrongFields(bad)].sort()).toEqual(['baseUrl', 'currency', 'input', 'model', 'name', 'output']);
    for (const baseUrl of ['ftp://a/v1', 'https://me:word@a/v1', 'https://a/v1?key=1', '']) {
      expect([...wrongFields({ ...OLLAMA, baseUrl })]).toEqual(['baseUrl']);
    }
  });

  it('would catch a kept key that is wiped by saving, and one that cannot be forgotten', () => {
    expect(inputOf(OLLAMA, NEW)).not.toHaveProperty('apiKey');
    expect(inputOf(OLLAMA, { id: 'ollama', forgetsKey: true })).toMatchObject({ id: 'ollama', apiKey: '' });
    expect(inputOf({ ...OLLAMA, apiKey: ' sk-1 ' }, NEW).apiKey).toBe('sk-1');
  });

  it('would catch a kept key that is promised to another address', () => {
    const { name, baseUrl, model } = OLLAMA;
    const server: ServerView = { id: 'ollama', name, baseUrl, model, key: 'kept', runs: { place: 'computer' } };
    const at = (address: string) => isElsewhere({ ...OLLAMA, baseUrl: address }, server);
    expect(['http://localhost:11434/v2', 'http://localhost:1234/v1', 'nowhere'].map(at)).toEqual([false, true, true]);
  });

  it('would catch prices that are another number once the dialog was opened in German and saved', () => {
    const server = {
      ...OLLAMA,
      id: 'ollama',
      price: { input: 1234.5, output: 0.000001, currency: 'EUR' },
      key: 'none',
      runs: { place: 'server', host: 'localhost', isLocal: true },
    } satisfies ServerView & { apiKey: string; input: string; output: string; currency: string };
    for (const language of ['en', 'de']) {
      expect(inputOf(draftOf(server, language), NEW).price).toEqual(server.price);
    }
  });

  it('would catch a key that goes over a network unprotected without a word', () => {
    const at = (baseUrl: string) => isUnprotected({ ...OLLAMA, baseUrl });
    expect(['http://192.168.1.4:1234/v1', 'http://models.example/v1'].map(at)).toEqual([true, true]);
    expect(['http://localhost:1234', 'http://127.0.0.1/v1', 'http://[::1]:80/', 'https://a/v1', 'htt'].map(at)).toEqual(
      [false, false, false, false, false],
    );
  });
});
