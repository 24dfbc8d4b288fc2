import { isOwnerAlive, sweepLockFiles } from './owner.ts';
import type { Store } from './store.ts';

const INTERRUPTED = JSON.stringify({
  name: 'Interrupted',
  message: 'Storyloom ended while this ran.',
  hint: 'Run it again: what was finished is kept.',
});

/** Takes back what dead processes held: their claims and pins, and the jobs and steps they left running or waiting. */
export function sweepDead(store: Store, ownersFolder: string): void {
  const owners = store.all(store.query.selectFrom('owners').select('id'));
  const dead = owners.map(({ id }) => id).filter((id) => id !== store.owner.id && !isOwnerAlive(ownersFolder, id));
  store.transaction(() => {
    // Claims and pins go with their owner, by the tables' foreign keys.
    for (const id of dead) store.run(store.query.deleteFrom('owners').where('id', '=', id));
    endAbandonedJobs(store);
  });
  sweepLockFiles(
    ownersFolder,
    new Set([...owners.map(({ id }) => id).filter((id) => !dead.includes(id)), store.owner.id]),
  );
}

function endAbandonedJobs(store: Store): void {
  const abandoned = store.all(
    store.query
      .selectFrom('jobs')
      .select(['id', 'cancel_requested', 'pause_requested', 'resumable'])
      .where(({ or, and, eb }) =>
        or([eb('state', '=', 'running'), and([eb('state', '=', 'queued'), eb('resumable', '=', 1)])]),
      )
      .where(({ or, eb, not, exists, selectFrom }) =>
        or([
          eb('owner_id', 'is', null),
          not(exists(selectFrom('owners').select('owners.id').whereRef('owners.id', '=', 'jobs.owner_id'))),
        ]),
      ),
  );
  for (const job of abandoned) {
    // A wish to cancel outlives the process that heard it: such a job is over, not to be taken up again.
    const state = job.cancel_requested === 1 ? 'cancelled' : job.resumable === 1 ? 'paused' : 'failed';
    const stepState = state === 'paused' ? 'cancelled' : state;
    store.run(
      store.query
        .updateTable('jobs')
        .set({
          state,
          ended_at: state === 'paused' ? null : store.clock(),
          pause_requested: 0,
          owner_id: null,
          pid: null,
          interrupted: state === 'paused' && job.pause_requested === 1 ? 0 : 1,
          error: state === 'failed' ? INTERRUPTED : null,
        })
        .where('id', '=', job.id),
    );
    store.run(
      store.query
        .updateTable('steps')
        .set({ state: stepState })
        .where('job_id', '=', job.id)
        .where('state', '=', 'running'),
    );
  }
}
