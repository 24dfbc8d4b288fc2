/**
 * OpenTimelineIO's objects as they lie in an .otio file (opentimelineio.readthedocs.io, "Serialized schema"; the versions
 * are those that OpenTimelineIO 0.17 writes and every reader since 0.15 takes).
 */
import type { Json } from '../build/stage.ts';

type Fields = Readonly<Record<string, Json>>;

function rationalTime(value: number, rate: number): Json {
  return { OTIO_SCHEMA: 'RationalTime.1', rate, value };
}

/** Frames at `rate` a second. */
export function timeRange(start: number, duration: number, rate: number): Json {
  return {
    OTIO_SCHEMA: 'TimeRange.1',
    duration: rationalTime(duration, rate),
    start_time: rationalTime(start, rate),
  };
}

/** @param url relative to the file that it stands in, or absolute */
export function externalReference(url: string, availableRange: Json): Json {
  return {
    OTIO_SCHEMA: 'ExternalReference.1',
    metadata: {},
    name: '',
    available_range: availableRange,
    available_image_bounds: null,
    target_url: url,
  };
}

export function clip(name: string, media: Json, sourceRange: Json, metadata: Fields = {}): Json {
  return {
    OTIO_SCHEMA: 'Clip.2',
    ...item(name, metadata, sourceRange),
    media_references: { DEFAULT_MEDIA: media },
    active_media_reference_key: 'DEFAULT_MEDIA',
  };
}

export function gap(duration: number, rate: number): Json {
  return { OTIO_SCHEMA: 'Gap.1', ...item('', {}, timeRange(0, duration, rate)) };
}

/** Frames of the item before and of the item after that it takes. */
export function dissolve(name: string, before: number, after: number, rate: number): Json {
  return {
    OTIO_SCHEMA: 'Transition.1',
    metadata: {},
    name,
    in_offset: rationalTime(before, rate),
    out_offset: rationalTime(after, rate),
    transition_type: 'SMPTE_Dissolve',
  };
}

export function marker(name: string, markedRange: Json, color: string, comment = ''): Json {
  return { OTIO_SCHEMA: 'Marker.2', metadata: {}, name, color, marked_range: markedRange, comment };
}

export function track(name: string, kind: 'Video' | 'Audio', children: readonly Json[]): Json {
  return { OTIO_SCHEMA: 'Track.1', ...item(name, {}, null), children, kind };
}

export function timeline(
  name: string,
  tracks: readonly Json[],
  { markers, metadata, rate }: { readonly markers: readonly Json[]; readonly metadata: Fields; readonly rate: number },
): Json {
  return {
    OTIO_SCHEMA: 'Timeline.1',
    metadata,
    name,
    global_start_time: rationalTime(0, rate),
    tracks: { OTIO_SCHEMA: 'Stack.1', ...item('tracks', {}, null), markers, children: tracks },
  };
}

function item(name: string, metadata: Fields, sourceRange: Json): Fields {
  return { metadata, name, source_range: sourceRange, effects: [], markers: [], enabled: true };
}
