/** scheduler/scheduler_config.json of diffusers: what it leaves out has the default of its class there. */
import { z } from 'zod';

/** Those that we have, by their names in diffusers. */
const OWN = {
  EulerDiscreteScheduler: 'euler',
  EulerAncestralDiscreteScheduler: 'euler-ancestral',
  DDIMScheduler: 'ddim',
  LCMScheduler: 'lcm',
  DPMSolverMultistepScheduler: 'dpm-solver-multistep',
} as const;
export type SchedulerName = (typeof OWN)[keyof typeof OWN];

/** Others follow the same noise by another way; ours are known to be as good or better in as few steps. */
const INSTEAD: Readonly<Record<string, keyof typeof OWN>> = {
  PNDMScheduler: 'DPMSolverMultistepScheduler',
  DEISMultistepScheduler: 'DPMSolverMultistepScheduler',
  DPMSolverSinglestepScheduler: 'DPMSolverMultistepScheduler',
  UniPCMultistepScheduler: 'DPMSolverMultistepScheduler',
  HeunDiscreteScheduler: 'EulerDiscreteScheduler',
  LMSDiscreteScheduler: 'EulerDiscreteScheduler',
  DDPMScheduler: 'DDIMScheduler',
};

const spacing = z.enum(['linspace', 'leading', 'trailing']);
const no = z.literal(false).or(z.null()).optional();

const fileSchema = z.looseObject({
  _class_name: z.string(),
  num_train_timesteps: z.int().min(1).default(1000),
  beta_start: z.number().positive().optional(),
  beta_end: z.number().positive().optional(),
  beta_schedule: z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2']).optional(),
  trained_betas: z.array(z.number()).nullish(),
  prediction_type: z.enum(['epsilon', 'v_prediction', 'sample']).default('epsilon'),
  timestep_spacing: spacing.optional(),
  steps_offset: z.int().default(0),
  rescale_betas_zero_snr: z.boolean().default(false),
  set_alpha_to_one: z.boolean().default(true),
  clip_sample: z.boolean().optional(),
  clip_sample_range: z.number().positive().default(1),
  interpolation_type: z.enum(['linear', 'log_linear']).default('linear'),
  use_karras_sigmas: z.boolean().nullish(),
  sigma_min: z.number().nullish(),
  sigma_max: z.number().nullish(),
  final_sigmas_type: z.enum(['zero', 'sigma_min']).default('zero'),
  original_inference_steps: z.int().min(1).default(50),
  timestep_scaling: z.number().default(10),
  solver_order: z.int().min(1).max(3).default(2),
  algorithm_type: z.string().default('dpmsolver++'),
  solver_type: z.enum(['midpoint', 'heun']).catch('midpoint').default('midpoint'),
  lower_order_final: z.boolean().default(true),
  euler_at_final: z.boolean().default(false),
  // What changes the result and is not to be had here must not be passed over.
  thresholding: no,
  use_exponential_sigmas: no,
  use_beta_sigmas: no,
  use_lu_lambdas: no,
  use_flow_sigmas: no,
  timestep_type: z.literal('discrete').optional(),
  lambda_min_clipped: z.null().optional(),
});

export interface SchedulerConfig {
  readonly name: SchedulerName;
  /** Steps of the noise that the model was trained with, usually 1000. */
  readonly trainSteps: number;
  readonly betas:
    | {
        readonly schedule: 'linear' | 'scaled_linear' | 'squaredcos_cap_v2';
        readonly start: number;
        readonly end: number;
      }
    | { readonly trained: readonly number[] };
  /** The last step is noise and nothing else (Lin et al. 2023, arXiv 2305.08891). */
  readonly zeroSnr: boolean;
  /** What the model tells of its input: the noise, the picture, or v, between both (Salimans and Ho 2022). */
  readonly prediction: 'epsilon' | 'v_prediction' | 'sample';
  readonly spacing: z.infer<typeof spacing>;
  readonly offset: number;
  readonly alphaToOne: boolean;
  /** The picture at each step is kept within plus and minus this; undefined leaves it as it is. */
  readonly clip: number | undefined;
  readonly interpolation: 'linear' | 'log_linear';
  readonly karras: boolean;
  readonly sigmaMin: number | undefined;
  readonly sigmaMax: number | undefined;
  readonly finalSigma: 'zero' | 'sigma_min';
  /** Of LCM: steps of the teacher among which the few are chosen, and how times are stretched at its boundary. */
  readonly originalSteps: number;
  readonly timeScaling: number;
  /** Of DPM-Solver++. */
  readonly order: number;
  readonly solver: 'midpoint' | 'heun';
  readonly lowerOrderFinal: boolean;
  readonly eulerAtFinal: boolean;
}

/**
 * @param json the file's contents
 * @returns the notices say what is used where the file asks for something that is none of ours
 * @throws ZodError when it says what we cannot do
 */
export function readSchedulerConfig(json: unknown): {
  readonly config: SchedulerConfig;
  readonly notices: readonly string[];
} {
  const file = fileSchema.parse(json);
  const asked = file._class_name.replace(/^Flax/u, '');
  const instead = asked in OWN ? undefined : INSTEAD[asked];
  const known = z.enum(Object.keys(OWN) as (keyof typeof OWN)[]);
  const name = OWN[known.parse(instead ?? asked)];
  const isLcm = name === 'lcm';
  const config: SchedulerConfig = {
    name,
    trainSteps: file.num_train_timesteps,
    betas: file.trained_betas
      ? { trained: file.trained_betas }
      : {
          schedule: file.beta_schedule ?? (isLcm ? 'scaled_linear' : 'linear'),
          start: file.beta_start ?? (isLcm ? 0.00085 : 0.0001),
          end: file.beta_end ?? (isLcm ? 0.012 : 0.02),
        },
    zeroSnr: file.rescale_betas_zero_snr,
    prediction: file.prediction_type,
    // A scheduler that stands for another has the other's times.
    spacing: file.timestep_spacing ?? (isLcm || name === 'ddim' || asked === 'PNDMScheduler' ? 'leading' : 'linspace'),
    offset: file.steps_offset,
    alphaToOne: file.set_alpha_to_one,
    clip: (file.clip_sample ?? name === 'ddim') && (name === 'ddim' || isLcm) ? file.clip_sample_range : undefined,
    interpolation: file.interpolation_type,
    karras: file.use_karras_sigmas ?? false,
    sigmaMin: file.sigma_min ?? undefined,
    sigmaMax: file.sigma_max ?? undefined,
    finalSigma: file.final_sigmas_type,
    originalSteps: file.original_inference_steps,
    timeScaling: file.timestep_scaling,
    order: Math.min(2, file.solver_order),
    solver: file.solver_type,
    lowerOrderFinal: file.lower_order_final,
    eulerAtFinal: file.euler_at_final,
  };
  return {
    config,
    notices: [...noticeOf(asked, instead), ...(name === 'dpm-solver-multistep' ? noticesOf(file) : [])],
  };
}

function noticeOf(asked: string, instead: string | undefined): readonly string[] {
  if (instead === undefined) return [];
  return [`The model asks for ${asked}; ${instead.replace(/Scheduler$/u, '')} is used instead.`];
}

/** Other ways of DPM-Solver follow the same noise too. */
function noticesOf(file: z.infer<typeof fileSchema>): readonly string[] {
  const isOwn = /^(dpmsolver\+\+|deis)$/u.test(file.algorithm_type) && file.solver_order < 3;
  if (isOwn) return [];
  return [`The model asks for ${file.algorithm_type} of order ${file.solver_order}; DPM-Solver++ 2M is used instead.`];
}
