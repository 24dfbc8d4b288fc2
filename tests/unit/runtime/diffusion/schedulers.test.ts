import { describe, expect, it } from 'vitest';
import { readSchedulerConfig } from '../../../../src/core/runtime/diffusion/schedulers/config.ts';
import { createScheduler } from '../../../../src/core/runtime/diffusion/schedulers/scheduler.ts';
import { ErrorCode } from '../../../../src/shared/errors.ts';
import { difference, readJson } from '../../../fixtures/diffusion/read.ts';

interface Trajectory {
  readonly outputs: readonly number[][];
  readonly noise: readonly number[][];
  readonly latents: readonly number[][];
}
interface Case {
  readonly config: Readonly<Record<string, unknown>>;
  readonly timesteps: Readonly<Record<string, readonly number[]>>;
  /** Of the ways; 10 where nothing is said. */
  readonly steps?: number;
  readonly trajectory: Trajectory & { readonly start: readonly number[]; readonly inputs: readonly number[][] };
  readonly over: Trajectory & {
    readonly strength: number;
    readonly timesteps: readonly number[];
    readonly picture: readonly number[];
    readonly added: readonly number[];
    readonly noised: readonly number[];
  };
}

const cases = readJson('schedulers.json') as readonly Case[];

function nameOf({ config, steps = 10 }: Case): string {
  const told = ['_class_name', 'prediction_type', 'timestep_spacing', 'beta_schedule'].map((key) => config[key]);
  const flags = Object.keys(config).filter((key) => config[key] === true);
  return [...told, ...flags, `in ${steps} steps`].join(' ');
}

/**
 * 1e-4 of numbers of about 1. With zero SNR latents begin in the thousands: torch's own square roots are off in the last bit there
 * (182 of 1000), which the way down magnifies.
 */
function tolerance(config: Case['config'], numbers: ArrayLike<number>): number {
  const largest = Math.max(...Array.from(numbers, Math.abs));
  return 1e-4 + (config['rescale_betas_zero_snr'] === true ? 2e-5 * largest : 0);
}

/** Exact; those that come of logarithms to the last bit but one, for numpy's own are no better. */
function expectTimes(times: readonly number[], wanted: readonly number[]) {
  if (wanted.every(Number.isInteger)) expect(times).toEqual(wanted);
  expect(difference(times, wanted)).toBeLessThan(1e-4);
}

function follow(
  config: Case['config'],
  course: { readonly steps: number; readonly strength: number },
  { outputs, noise, latents: wanted }: Trajectory,
  begin: (made: ReturnType<typeof createScheduler>) => Float32Array,
  input?: (made: Float32Array, index: number) => void,
) {
  const made = createScheduler(readSchedulerConfig(config).config, course);
  const drawn = noise.map((each) => Float32Array.from(each));
  let latents = begin(made);
  for (const [index, output] of outputs.entries()) {
    const step = made.first + index;
    input?.(made.scheduler.modelInput(latents, step), index);
    const next = made.scheduler.step({
      index: step,
      latents,
      output: Float32Array.from(output),
      noise: () => drawn.shift()!,
    });
    expect(difference(next, wanted[index]!)).toBeLessThan(tolerance(config, wanted[index]!));
    latents = next;
  }
}

describe.each(cases.map((each) => [nameOf(each), each] as const))('%s', (_, golden) => {
  it('would catch a time that is not the reference’s own', () => {
    const { config } = readSchedulerConfig(golden.config);
    for (const [steps, times] of Object.entries(golden.timesteps)) {
      const { scheduler } = createScheduler(config, { steps: Number(steps), strength: 1 });
      expectTimes(scheduler.times, times);
    }
  });

  it('would catch a way from noise that leaves the reference’s', () => {
    const { trajectory } = golden;
    follow(
      golden.config,
      { steps: golden.steps ?? 10, strength: 1 },
      trajectory,
      ({ scheduler }) => Float32Array.from(trajectory.start, (value) => value * scheduler.initialScale),
      (made, index) => {
        expect(difference(made, trajectory.inputs[index]!)).toBeLessThan(1e-4);
      },
    );
  });

  it('would catch a painting over that begins or goes on otherwise', () => {
    const { over, steps = 10 } = golden;
    follow(golden.config, { steps, strength: over.strength }, over, ({ scheduler, first }) => {
      expectTimes(scheduler.times.slice(first), over.timesteps);
      const noised = scheduler.addNoise(Float32Array.from(over.picture), Float32Array.from(over.added), first);
      expect(difference(noised, over.noised)).toBeLessThan(tolerance(golden.config, over.noised));
      return noised;
    });
  });
});

describe('steps', () => {
  const { config } = readSchedulerConfig(cases[0]!.config);

  it.each([0, -1, 1.5, NaN, 5000])('would catch %d of them being taken', (steps) => {
    expect(() => createScheduler(config, { steps, strength: 1 })).toThrowError(
      expect.objectContaining({ code: ErrorCode.option, message: expect.stringContaining(String(steps)) as string }),
    );
  });

  it('would catch few steps and little strength being none at all', () => {
    const { scheduler, first } = createScheduler(config, { steps: 1, strength: 0.3 });
    expect(scheduler.times.length - first).toBe(1);
    expect(scheduler.times[first]).toBeLessThan(300);
  });

  it('would catch another scheduler’s folder being painted with ours and nothing said', () => {
    const { config: instead, notices } = readSchedulerConfig({ _class_name: 'PNDMScheduler', steps_offset: 1 });
    expect(instead.name).toBe('dpm-solver-multistep');
    expect(notices.join()).toContain('PNDMScheduler');
    expect(() => readSchedulerConfig({ _class_name: 'FlowMatchEulerDiscreteScheduler' })).toThrow();
    expect(() => readSchedulerConfig({ _class_name: 'DDIMScheduler', thresholding: true })).toThrow();
    expect(() => readSchedulerConfig({ _class_name: 'DPMSolverMultistepScheduler', lambda_min_clipped: -5 })).toThrow();
    expect(() => readSchedulerConfig({ _class_name: 'EulerDiscreteScheduler', timestep_type: 'continuous' })).toThrow();
  });
});
