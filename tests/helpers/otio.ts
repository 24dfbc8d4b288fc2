import { spawnSync } from 'node:child_process';

const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

/** Whether OpenTimelineIO's reference library can be had: `python3 -m pip install opentimelineio`, which .ci/run does. */
export const hasOtio = spawnSync(PYTHON, ['-c', 'import opentimelineio']).status === 0;

export interface OtioItem {
  readonly kind: 'Clip' | 'Gap' | 'Transition';
  readonly name: string;
  /** In frames; of a transition what it takes of the item before and after. */
  readonly duration: number;
  /** First frame in the track. */
  readonly start?: number;
  /** First frame and length of what it shows of its media, and of the media. */
  readonly source?: readonly [number, number];
  readonly available?: readonly [number, number];
  /** What it shows with its transitions: within `available`, or an editor has no picture for them. */
  readonly visible?: readonly [number, number];
  readonly url?: string;
}

export interface OtioFacts {
  readonly name: string;
  readonly rate: number;
  readonly duration: number;
  readonly tracks: readonly { readonly name: string; readonly kind: string; readonly items: readonly OtioItem[] }[];
  readonly markers: readonly {
    readonly name: string;
    readonly color: string;
    readonly start: number;
    readonly duration: number;
  }[];
  /** The schemas that the library writes the same objects as. */
  readonly schemas: readonly string[];
}

/** What the reference library understands of a file. */
export function readOtio(file: string): OtioFacts {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as OtioFacts;
}

const SCRIPT = `
import json, re, sys, opentimelineio as otio
timeline = otio.adapters.read_from_file(sys.argv[1])
span = lambda r: [r.start_time.value, r.duration.value]
def facts(item, track):
    if isinstance(item, otio.schema.Transition):
        return {"kind": "Transition", "name": item.name, "duration": item.in_offset.value + item.out_offset.value}
    found = {"kind": type(item).__name__, "name": item.name, "duration": item.duration().value,
             "start": track.range_of_child(item).start_time.value, "source": span(item.source_range)}
    if isinstance(item, otio.schema.Clip):
        found.update(available=span(item.available_range()), visible=span(item.visible_range()), url=item.media_reference.target_url)
    return found
print(json.dumps({
    "name": timeline.name,
    "rate": timeline.duration().rate,
    "duration": timeline.duration().value,
    "tracks": [{"name": t.name, "kind": t.kind, "items": [facts(i, t) for i in t]} for t in timeline.tracks],
    "markers": [{"name": m.name, "color": m.color, "start": m.marked_range.start_time.value, "duration": m.marked_range.duration.value} for m in timeline.tracks.markers],
    "schemas": sorted(set(re.findall(r'"OTIO_SCHEMA": "([^"]+)"', timeline.to_json_string()))),
}))
`;
