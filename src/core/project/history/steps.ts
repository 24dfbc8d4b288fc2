/** The steps of a project's history in the database. All of this runs inside of a transaction. */
import type { ProjectDocument } from '../../../shared/project.ts';
import type { EditLabel } from '../../../shared/views.ts';
import { dropEdits, getEdit, putEdit } from '../../store/edits.ts';
import type { Store } from '../../store/store.ts';
import { withLaterFields } from '../earlier.ts';
import { applyPatch } from './apply-patch.ts';
import { inversePatch, patchBetween, type Patch } from './patch.ts';

/** Steps of undo that are kept. */
const MOST_STEPS = 1_000;
/** Edits of one burst follow each other within this time, milliseconds. */
const BURST_MS = 2_000;

export interface HistoryState {
  readonly document: ProjectDocument;
  /** The number of the newest step that the document has in it. */
  readonly lastEdit: number;
}

export interface NewStep {
  readonly label: EditLabel;
  readonly burst?: string | undefined;
}

/** Makes a step of a change, or lengthens the last one of the same burst. What could be redone is gone. */
export function recordStep(
  store: Store,
  projectId: string,
  before: HistoryState,
  document: ProjectDocument,
  { label, burst }: NewStep,
): HistoryState {
  const now = store.clock();
  const last = burst === undefined ? undefined : getEdit(store, projectId, before.lastEdit);
  const isSame = last?.burst === burst && Math.abs(now - (last?.madeAt ?? 0)) <= BURST_MS;
  const joined = isSame && !getEdit(store, projectId, before.lastEdit + 1) ? last : undefined;
  const start = joined ? stepped(before.document, inversePatch(parse(joined.patch))) : before.document;
  const patch = patchBetween(start, document);
  const number = joined ? joined.number : before.lastEdit + 1;
  // A burst that came back to where it began leaves nothing to be undone.
  const lastEdit = patch ? number : number - 1;
  dropEdits(store, projectId, lastEdit, lastEdit - MOST_STEPS + 1);
  if (patch) {
    const step = { number, label: joined?.label ?? JSON.stringify(label), burst: burst ?? null, madeAt: now };
    putEdit(store, projectId, { ...step, patch: JSON.stringify(patch) });
  }
  return { document, lastEdit };
}

/** Undefined when there is nothing to take back. */
export function undoStep(store: Store, projectId: string, state: HistoryState): HistoryState | undefined {
  const step = getEdit(store, projectId, state.lastEdit);
  if (!step) return undefined;
  return { document: stepped(state.document, inversePatch(parse(step.patch))), lastEdit: step.number - 1 };
}

/** Undefined when nothing was taken back. */
export function redoStep(store: Store, projectId: string, state: HistoryState): HistoryState | undefined {
  const step = getEdit(store, projectId, state.lastEdit + 1);
  return step && { document: stepped(state.document, parse(step.patch)), lastEdit: step.number };
}

/** A step of before puts back a whole output without the fields that came since. */
function stepped(document: ProjectDocument, patch: Patch): ProjectDocument {
  return withLaterFields(applyPatch(document, patch));
}

function parse(patch: string): Patch {
  return JSON.parse(patch) as Patch;
}
