import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { Outbox, type Change } from '../../../../src/renderer/features/editor/state/outbox.ts';
import type { ProjectView } from '../../../../src/shared/views.ts';

const words = (text: string): Change => ({
  type: 'edit',
  edit: { type: 'set-scene', sceneId: 'one', set: { text } },
  burst: 'one',
});
const split: Change = { type: 'edit', edit: { type: 'split-scene', sceneId: 'one', at: 3 } };

/** A studio that does as `answer` says and counts what it did. */
function studio(answer: (change: Change, done: number) => unknown) {
  let revision = 1;
  const log: string[] = [];
  const view = () => ({ revision }) as ProjectView;
  const outbox = new Outbox(1, {
    async send(change) {
      await Promise.resolve();
      const failure = answer(change, log.length);
      if (failure instanceof ORPCError) throw failure;
      log.push(change.type === 'edit' ? change.edit.type : change.type);
      revision++;
      if (failure !== undefined) throw failure;
      return view();
    },
    open: () => Promise.resolve(view()),
    onAnswer: () => undefined,
    onRefusal: (error) => log.push(`refused: ${error.message}`),
    onMove: (moving, reachable) => log.push(`${moving ? 'moving' : 'still'}${reachable ? '' : ', cut off'}`),
  });
  return { outbox, log };
}

describe('changes on their way', () => {
  it('would catch two changes that overtake each other', async () => {
    const { outbox, log } = studio(() => undefined);
    await Promise.all([outbox.push(words('a')), outbox.push(split), outbox.push({ type: 'undo' })]);
    expect(log).toEqual(['moving', 'set-scene', 'split-scene', 'undo', 'still']);
    expect(outbox.isEmpty).toBe(true);
  });

  it('would catch every word of a burst sent one by one when the studio is slow', async () => {
    const { outbox, log } = studio(() => undefined);
    void outbox.push(split);
    void outbox.push(words('a'));
    await outbox.push(words('ab'));
    expect(log.filter((entry) => entry === 'set-scene')).toHaveLength(1);
  });

  it('would catch a refusal that stops all that comes after it', async () => {
    const { outbox, log } = studio((change) =>
      change === split ? new ORPCError('option', { message: 'Nothing to split.' }) : undefined,
    );
    const answers = await Promise.all([outbox.push(split), outbox.push(words('a'))]);
    expect(answers.map((view) => view?.revision)).toEqual([undefined, 2]);
    expect(log).toContain('refused: Nothing to split.');
  });

  it('would catch a change lost, or split twice, when the connection breaks after the studio did it', async () => {
    let isCut = true;
    const { outbox, log } = studio(() => {
      if (!isCut) return undefined;
      isCut = false;
      return new Error('The line is down.');
    });
    const view = await outbox.push(split);
    expect(view?.revision).toBe(2);
    expect(log.filter((entry) => entry === 'split-scene')).toHaveLength(1);
    expect(log).toContain('moving, cut off');
  });
});
