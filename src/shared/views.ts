/** What the studio's hosts are told about projects, scenes, jobs, models and the machine: plain data. */
import { z } from 'zod';
import { CODECS, ENCODERS, EXTRAS } from './film.ts';
import { paintStepSchema } from './painting.ts';
import { idSchema, outputSchema, projectDocumentSchema, EDIT_TYPES } from './project.ts';
import { MOODS, SEASONS, SETTINGS, TIMES_OF_DAY, WEATHERS } from './story.ts';
import { writerIdSchema, WRITING_TASKS, type WritingTask } from './writing.ts';

/** A path on the host ('/media/...') that the page may load; it changes whenever the bytes behind it do. */
const mediaUrlSchema = z.string().startsWith('/media/');

export const failureSchema = z.object({
  /** An ErrorCode. */
  code: z.string(),
  message: z.string(),
  /** What the user can do next. */
  hint: z.string().optional(),
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;

const progressSchema = z.object({
  stage: z.string(),
  /** 0..1, never falling; absent while nothing can be said. */
  value: z.number().min(0).max(1).optional(),
  done: z.number().optional(),
  total: z.number().optional(),
  message: z.string().optional(),
  etaSeconds: z.number().optional(),
});

export const projectCardSchema = z.object({
  id: z.string(),
  title: z.string(),
  scenes: z.int(),
  words: z.int(),
  /** A small picture of the first scene that was drawn; absent when none is. */
  cover: mediaUrlSchema.optional(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  editedAt: z.number(),
  openedAt: z.number(),
});
export type ProjectCard = Readonly<z.infer<typeof projectCardSchema>>;

const castViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** 'otter', 'old man'. */
  kind: z.string(),
  traits: z.array(z.string()),
  /** #rrggbb. */
  mark: z.string(),
  /** They say something within quotation marks, so a voice of their own would be heard. */
  speaks: z.boolean(),
});

/** What the story's reader understood of a scene, with the author's own settings in place. */
const sceneViewSchema = z.object({
  id: z.string(),
  setting: z.enum(SETTINGS),
  time: z.enum(TIMES_OF_DAY),
  season: z.enum(SEASONS),
  weather: z.enum(WEATHERS),
  mood: z.enum(MOODS),
  /** Ids of those to be seen. */
  cast: z.array(z.string()),
  /** One line: what the picture shows. */
  picture: z.string(),
  /** What the text names and no drawing was found for; nothing of a scene that is painted, for the model is told of it. */
  undrawn: z.array(z.string()),
});

/** The fields of a project or a scene that an edit may set, as its label names them. */
const EDIT_FIELDS = [
  'text',
  'title',
  'setting',
  'time',
  'season',
  'weather',
  'mood',
  'style',
  'pictures',
  'voice',
  'speed',
  'pauseAfter',
  'motion',
  'captions',
  'transition',
  'titleCard',
  'closingCard',
  'music',
  'ambience',
  'volumes',
  'loudness',
  'shape',
  'cast',
  'output',
  'several',
] as const;
export type EditField = (typeof EDIT_FIELDS)[number];

/** What an edit did: enough for a phrase in whatever language. */
export const editLabelSchema = z.object({
  type: z.enum(EDIT_TYPES),
  /** 1-based, where it was about one scene. */
  scene: z.int().optional(),
  /** Where it was about several. */
  scenes: z.int().optional(),
  field: z.enum(EDIT_FIELDS).optional(),
  /** The word that is said otherwise, or the text that was looked for. */
  words: z.string().optional(),
});
export type EditLabel = Readonly<z.infer<typeof editLabelSchema>>;

export const projectViewSchema = z.object({
  id: z.string(),
  /** Rises by one with every edit, undo and redo. */
  revision: z.int(),
  document: projectDocumentSchema,
  /** What undo would take back; absent when there is nothing. */
  undo: editLabelSchema.optional(),
  redo: editLabelSchema.optional(),
  cast: z.array(castViewSchema),
  /** In the document's order. */
  scenes: z.array(sceneViewSchema),
  notices: z.array(z.string()),
});
export type ProjectView = Readonly<z.infer<typeof projectViewSchema>>;
export type SceneView = ProjectView['scenes'][number];
export type CastView = ProjectView['cast'][number];

const wordTimingSchema = z.object({ text: z.string(), start: z.number(), end: z.number() });

const SCENE_STATES = ['empty', 'waiting', 'changed', 'working', 'ready', 'failed'] as const;

/** How far a scene is: 'waiting' was never made, 'changed' was made and no longer fits, 'ready' can be played. */
export const sceneStateSchema = z.object({
  sceneId: z.string(),
  state: z.enum(SCENE_STATES),
  /** While working. */
  progress: progressSchema.optional(),
  /** When failed. */
  failure: failureSchema.optional(),
  /** Seconds; guessed from the words until it was narrated. */
  seconds: z.number(),
  isGuess: z.boolean(),
  /** The last picture that was drawn for it, which may be older than its text. */
  picture: mediaUrlSchema.optional(),
  thumbnail: mediaUrlSchema.optional(),
  /** Of a picture that was painted: what the scene shows and the model was never taught, and what its prompt had no room for. */
  untaught: z.array(z.string()).optional(),
  untold: z.array(z.string()).optional(),
  /** When ready: the very segment of the film, with its sound. */
  preview: mediaUrlSchema.optional(),
  /** When ready: every word of it, seconds from the preview's start. */
  words: z.array(wordTimingSchema).optional(),
});
export type SceneState = Readonly<z.infer<typeof sceneStateSchema>>;

export const takeViewSchema = z.object({
  takeId: z.string(),
  picture: mediaUrlSchema,
  thumbnail: mediaUrlSchema,
});
export type TakeView = Readonly<z.infer<typeof takeViewSchema>>;

export const voiceSchema = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  gender: z.enum(['female', 'male']),
  grade: z.string().optional(),
});
export type Voice = Readonly<z.infer<typeof voiceSchema>>;

export const spokenSchema = z.object({
  sound: mediaUrlSchema,
  seconds: z.number(),
  words: z.array(wordTimingSchema),
});

/** A sound that can be played. */
export const heardSchema = z.object({ sound: mediaUrlSchema, seconds: z.number() });

const STUDIO_JOB_STATES = ['queued', 'running', 'paused', 'done', 'failed', 'cancelled'] as const;

/** Long work: an export, a download, a preview of the whole film. The same in every window, and after a restart. */
export const jobViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['export', 'preview', 'fetch-model', 'listen']),
  /** For people: the film's, the model's or the recording's name. */
  title: z.string(),
  state: z.enum(STUDIO_JOB_STATES),
  /** Of an export or a preview; of a recording the project that it is for, or, once done, that was made of it. */
  projectId: z.string().optional(),
  /** Of a recording for one scene. */
  sceneId: z.string().optional(),
  /** Of a download. */
  modelId: z.string().optional(),
  progress: progressSchema.optional(),
  failure: failureSchema.optional(),
  createdAt: z.number(),
  endedAt: z.number().optional(),
  /** Of an export: where the film is or will be, and, once done, how to play and fetch it. */
  file: z.string().optional(),
  film: mediaUrlSchema.optional(),
  /** Once done: what lies beside the film, as it was written. Of the folder of assets the url is that of its project.json, which
   * names the other files of the folder; each has its address beside it. */
  extras: z
    .array(z.object({ extra: z.enum(EXTRAS), name: z.string(), url: mediaUrlSchema, bytes: z.number() }))
    .optional(),
  bytes: z.number().optional(),
  seconds: z.number().optional(),
  /** Of the film's sound: LUFS, dBTP, LU; where it was measured. */
  loudness: z.object({ integrated: z.number(), truePeak: z.number(), range: z.number() }).optional(),
  notices: z.array(z.string()).optional(),
});
export type JobView = Readonly<z.infer<typeof jobViewSchema>>;

export const exportPlanSchema = z.object({
  /** Where it would be written. */
  file: z.string(),
  /** A file of that name is there already and would be replaced. */
  replaces: z.boolean(),
  steps: z.int(),
  cached: z.int(),
  /** What has to be made, by stage, with a reason for people. */
  toMake: z.array(z.object({ stage: z.string(), count: z.int(), reason: z.string() })),
  /** By the rates measured on this machine; absent when a stage was never measured. */
  estimatedSeconds: z.number().optional(),
  /** Seconds of film; a guess until all is narrated. */
  filmSeconds: z.number(),
  notices: z.array(z.string()),
});

export type ExportPlan = Readonly<z.infer<typeof exportPlanSchema>>;

export const exportRequestSchema = z.object({
  projectId: z.string(),
  output: outputSchema,
  /** Without a folder; '.mp4' is added when it is missing. */
  fileName: z.string().trim().min(1).max(200),
  /** Absolute; the films folder of the settings by default. Only a host on the user's own desktop may name one. */
  folder: z.string().optional(),
});
export type ExportRequest = Readonly<z.infer<typeof exportRequestSchema>>;

/** A recording, sent to POST /uploads before, that is to be listened to: a new project is made of it, or a scene told in it. */
export const listenRequestSchema = z.union([
  z.strictObject({ uploadId: idSchema, title: z.string().trim().max(200).optional() }),
  z.strictObject({ uploadId: idSchema, projectId: idSchema, sceneId: idSchema }),
]);
export type ListenRequest = Readonly<z.infer<typeof listenRequestSchema>>;

/** A folder on the host's machine, in the ONNX layout of diffusers. */
export const modelImportSchema = z.strictObject({
  folder: z.string().min(1),
  /** The folder's name by default. */
  title: z.string().trim().max(100).optional(),
  /** What the user knows of its licence, in words. */
  licence: z.string().trim().max(500).optional(),
  /** Take the place of a model of the user's own with the same name. */
  replace: z.boolean().optional(),
});
export type ModelImport = Readonly<z.infer<typeof modelImportSchema>>;

export const modelViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  task: z.string(),
  licence: z.object({ name: z.string(), url: z.string(), commercialUse: z.string() }),
  installed: z.boolean(),
  /** On disk when installed, else to be fetched. */
  bytes: z.number(),
  /** The part of a download that is here already and will be gone on with. */
  partialBytes: z.number(),
  /** What it is needed for is not possible without it. */
  required: z.boolean(),
  /** It comes with the program, has to be fetched from somewhere, or the user has imported it. */
  origin: z.enum(['shipped', 'registry', 'own']),
  /** Of picture models; as their makers advise. */
  picture: z
    .object({
      /** Pixels along a side of the square that it was made for. */
      side: z.number(),
      steps: z.number(),
      guidance: z.number(),
      /** It can paint over the storybook's drawing. */
      over: z.boolean(),
      /** It paints no other size than that square. */
      fixed: z.boolean(),
      /** Who paints where no model is named. */
      isDefault: z.boolean(),
    })
    .optional(),
  /** Of upscalers. */
  upscaler: z
    .object({
      /** How many times as wide and as high as before a picture becomes. */
      scale: z.number(),
      /** What is painted is enlarged with it where none is named. */
      isDefault: z.boolean(),
    })
    .optional(),
  /** What the user should know of how it was installed. */
  notices: z.array(z.string()),
});
export type ModelView = Readonly<z.infer<typeof modelViewSchema>>;

export const settingsSchema = z.object({
  /** Bytes that finished parts of films may take. */
  cacheBytes: z.number().min(100_000_000),
  cacheDays: z.number().min(1).max(3650),
  /** Cores that all work together may keep busy; from the next start on. */
  cores: z.int().min(1).max(256),
  /** Where exports go by default; absolute. */
  filmsFolder: z.string().min(1),
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'de']),
  /** New stories are seen as a storyboard first, and one picture of them is approved before the rest is made. */
  storyboardFirst: z.boolean(),
  /** A writer's id for each task. */
  writers: z.strictObject(
    Object.fromEntries(WRITING_TASKS.map((task) => [task, writerIdSchema])) as Record<
      WritingTask,
      typeof writerIdSchema
    >,
  ),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const findingSchema = z.object({
  what: z.string(),
  state: z.enum(['ok', 'advice', 'missing']),
  fact: z.string(),
  hint: z.string().optional(),
});

export const systemViewSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'process']),
  cores: z.int(),
  folders: z.object({ data: z.string(), cache: z.string(), logs: z.string(), models: z.string() }),
  cache: z.object({ bytes: z.number(), count: z.int() }),
  findings: z.array(findingSchema),
  /** The host can show a file in its folder and open it. */
  canReveal: z.boolean(),
  /** The host has dialogs of its own for files and folders. */
  hasDialogs: z.boolean(),
});
export type SystemView = Readonly<z.infer<typeof systemViewSchema>>;

/** What encodes pictures; only what works is offered, since an encoder that does not is replaced by software. */
export const encoderViewSchema = z.object({
  codec: z.enum(CODECS),
  encoder: z.enum(ENCODERS),
  /** A test encode at 1080p went well on this computer. */
  works: z.boolean(),
  /** Why not, in ffmpeg's words. */
  reason: z.string().optional(),
});
export type EncoderView = Readonly<z.infer<typeof encoderViewSchema>>;

/** The machine just now. */
export const healthSchema = z.object({
  /** 0..1 of all cores. */
  cpu: z.number(),
  memory: z.object({ used: z.number(), total: z.number(), own: z.number() }),
  disk: z.object({ free: z.number(), total: z.number() }),
  threads: z.object({ busy: z.int(), all: z.int(), queued: z.int() }),
});
export type Health = Readonly<z.infer<typeof healthSchema>>;

/** What may have changed since something was last asked for. At most about ten a second of a kind. */
export const studioEventSchema = z.discriminatedUnion('type', [
  /** The first of a stream: everything sent from here on is heard. */
  z.object({ type: z.literal('listening') }),
  z.object({ type: z.literal('library') }),
  z.object({ type: z.literal('project'), projectId: z.string(), revision: z.int() }),
  z.object({ type: z.literal('scene'), projectId: z.string(), scene: sceneStateSchema }),
  /** A take of a scene is being painted, step by step; without `painting` it is no longer: done, stopped or failed. */
  z.object({
    type: z.literal('painting'),
    projectId: z.string(),
    sceneId: z.string(),
    takeId: z.string(),
    painting: paintStepSchema.optional(),
  }),
  z.object({ type: z.literal('job'), job: jobViewSchema }),
  z.object({ type: z.literal('job-removed'), jobId: z.string() }),
  z.object({ type: z.literal('models') }),
  z.object({ type: z.literal('settings') }),
  /** Servers or model files for writing; which models are here is 'models'. */
  z.object({ type: z.literal('writers') }),
  z.object({ type: z.literal('health'), health: healthSchema }),
  /** Something the user should know and that stopped nothing. */
  z.object({ type: z.literal('notice'), message: z.string() }),
]);
export type StudioEvent = Readonly<z.infer<typeof studioEventSchema>>;
