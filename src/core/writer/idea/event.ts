/** A verb and its words as something that happens. */
import type { Part } from './parts.ts';
import { isPlural, type SentenceReading } from './reading.ts';
import type { VerbGroup } from './verb-group.ts';
import type { RawEvent } from './world.ts';

export function pushEvent(reading: SentenceReading, group: VerbGroup, parts: readonly Part[]): void {
  reading.world.events.push(rawEvent(reading, group, parts));
}

/** What the subjects of the clause do; a wish is one too, and only has not happened. */
export function rawEvent(reading: SentenceReading, group: VerbGroup, parts: readonly Part[]): RawEvent {
  const { subjects, other } = reading;
  return {
    subjects,
    other: subjects.length > 0 ? [] : other,
    verb: group.base,
    parts: [{ is: 'main', base: group.base, plural: isPlural(reading) }, ...parts],
    must: group.must,
    ending: false,
  };
}
