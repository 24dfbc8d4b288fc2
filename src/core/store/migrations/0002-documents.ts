/** Version 2: projects that the studio edits, with every step that led to what they are. */
export const documents = `
  create table documents (
    project_id text primary key references projects (id) on delete cascade,
    revision integer not null,
    scenes integer not null,
    words integer not null,
    cover text,
    edited_at integer not null,
    deleted_at integer,
    last_edit integer not null,
    body text not null
  ) strict;
  create index documents_by_deletion on documents (deleted_at) where deleted_at is not null;

  create table edits (
    project_id text not null references documents (project_id) on delete cascade,
    number integer not null,
    label text not null,
    burst text,
    made_at integer not null,
    patch text not null,
    primary key (project_id, number)
  ) strict, without rowid;
`;
