import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layTimeline, type SpokenChunk, type SpokenScene } from '../../../src/core/story/timeline.ts';

const options = { fps: 30, sampleRate: 24_000 };

/** A breath before the first and a rest after the last, as a film has them. */
function asFilm(story: readonly (readonly SpokenChunk[])[]): SpokenScene[] {
  return story.map((chunks, index) => ({
    chunks,
    leadIn: index === 0 ? 0.3 : 0,
    leadOut: index === story.length - 1 ? 1 : 0,
  }));
}

const chunk = fc.record({
  samples: fc.integer({ min: 0, max: 400_000 }),
  pauseAfter: fc.double({ min: 0, max: 2, noNaN: true }),
});
const scenes = fc.array(fc.array(chunk, { maxLength: 6 }), { minLength: 1, maxLength: 100 });

describe('timeline', () => {
  it('would catch drift: every scene after the first starts its sound on the very sample of its first frame', () => {
    fc.assert(
      fc.property(scenes, fc.constantFrom(24, 25, 30, 60), (story, fps) => {
        const timeline = layTimeline(asFilm(story), { ...options, fps });
        timeline.scenes.slice(1).forEach((scene) => {
          if (scene.chunkStarts.length === 0) return;
          expect(scene.chunkStarts[0]! / options.sampleRate).toBe(scene.startFrame / fps);
        });
      }),
    );
  });

  it('would catch a gap or an overlap between scenes, or a scene without a frame', () => {
    fc.assert(
      fc.property(scenes, (story) => {
        const timeline = layTimeline(asFilm(story), options);
        let next = 0;
        for (const scene of timeline.scenes) {
          expect(scene.startFrame).toBe(next);
          expect(scene.frames).toBeGreaterThanOrEqual(1);
          next += scene.frames;
        }
        expect(timeline.totalFrames).toBe(next);
        expect(timeline.totalSamples / options.sampleRate).toBe(next / options.fps);
      }),
    );
  });

  it('would catch speech that runs into the next scene or off the end of the film', () => {
    fc.assert(
      fc.property(scenes, (story) => {
        const timeline = layTimeline(asFilm(story), options);
        timeline.scenes.forEach((scene, index) => {
          const last = story[index]!.at(-1);
          if (last === undefined) return;
          const end = ((scene.startFrame + scene.frames) * options.sampleRate) / options.fps;
          expect(scene.chunkStarts.at(-1)! + last.samples).toBeLessThanOrEqual(end);
        });
      }),
    );
  });

  it('would catch an edited scene that makes the segments of later scenes stale', () => {
    fc.assert(
      fc.property(scenes, chunk, (story, added) => {
        const before = layTimeline(asFilm([[added], ...story]), options);
        const after = layTimeline(asFilm([[added, added], ...story]), options);
        expect(after.scenes.slice(1).map((scene) => scene.frames)).toEqual(
          before.scenes.slice(1).map((scene) => scene.frames),
        );
      }),
    );
  });
});
