/**
 * Version 3: jobs that the studio shows and goes on with: their title, how far they came, what came of them, what they
 * work on, and the wish to pause. The table is made anew because SQLite cannot change a check in place.
 */
export const studioJobs = `
  create table jobs_new (
    sequence integer primary key autoincrement,
    id text not null unique,
    project_id text references projects (id) on delete cascade,
    kind text not null,
    title text not null default '',
    state text not null check (state in ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    created_at integer not null,
    started_at integer,
    ended_at integer,
    error text,
    cancel_requested integer not null default 0 check (cancel_requested in (0, 1)),
    pause_requested integer not null default 0 check (pause_requested in (0, 1)),
    interrupted integer not null default 0 check (interrupted in (0, 1)),
    resumable integer not null default 0 check (resumable in (0, 1)),
    options text not null,
    progress text,
    result text,
    material text,
    owner_id text,
    pid integer
  ) strict;
  insert into jobs_new (
    sequence, id, project_id, kind, state, created_at, started_at, ended_at, error, cancel_requested, interrupted,
    options, owner_id, pid
  )
  select
    sequence, id, project_id, kind, state, created_at, started_at, ended_at, error, cancel_requested, interrupted,
    options, owner_id, pid
  from jobs;
  drop table jobs;
  alter table jobs_new rename to jobs;
  create index jobs_by_project on jobs (project_id, sequence);
  create index jobs_by_state on jobs (state);
`;
