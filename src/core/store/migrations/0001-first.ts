/** Version 1: everything that the first release keeps. */
export const first = `
  create table projects (
    id text primary key,
    path text unique,
    title text not null,
    created_at integer not null,
    opened_at integer not null
  ) strict;

  create table owners (
    id text primary key,
    pid integer not null,
    started_at integer not null
  ) strict;

  create table jobs (
    sequence integer primary key autoincrement,
    id text not null unique,
    project_id text references projects (id) on delete cascade,
    kind text not null,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    created_at integer not null,
    started_at integer,
    ended_at integer,
    error text,
    cancel_requested integer not null default 0 check (cancel_requested in (0, 1)),
    interrupted integer not null default 0 check (interrupted in (0, 1)),
    options text not null,
    owner_id text,
    pid integer
  ) strict;
  create index jobs_by_project on jobs (project_id, sequence);
  create index jobs_by_state on jobs (state);

  create table steps (
    id integer primary key,
    job_id text not null references jobs (id) on delete cascade,
    stage text not null,
    unit text not null,
    key text not null,
    state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
    cached integer not null check (cached in (0, 1)),
    started_at integer not null,
    ms real,
    bytes integer
  ) strict;
  create index steps_by_job on steps (job_id);

  create table units (
    project_id text not null references projects (id) on delete cascade,
    stage text not null,
    unit text not null,
    stage_version integer not null,
    key text not null,
    identity text not null,
    made_at integer not null,
    primary key (project_id, stage, unit)
  ) strict, without rowid;

  create table artefacts (
    key text primary key,
    stage text not null,
    stage_version integer not null,
    digest text not null,
    bytes integer not null,
    files text not null,
    output text not null,
    ms real not null,
    created_at integer not null,
    last_used_at integer not null,
    use_count integer not null
  ) strict;
  create index artefacts_by_use on artefacts (last_used_at, key);

  create table settings (
    key text primary key,
    value text not null,
    changed_at integer not null
  ) strict;

  create table measurements (
    id integer primary key,
    machine text not null,
    rate text not null,
    work real not null,
    ms real not null,
    measured_at integer not null
  ) strict;
  create index measurements_by_rate on measurements (machine, rate, id);

  create table claims (
    key text primary key,
    owner_id text not null references owners (id) on delete cascade,
    claimed_at integer not null
  ) strict;

  create table pins (
    key text not null,
    owner_id text not null references owners (id) on delete cascade,
    scope text not null,
    primary key (key, owner_id, scope)
  ) strict, without rowid;
  create index pins_by_owner on pins (owner_id, scope);
`;
