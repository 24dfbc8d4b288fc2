/** Every request and event stream of the studio: one typed, runtime-checked contract for all hosts. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ErrorCode } from './errors.ts';
import { BEDS } from './film.ts';
import { paintEventSchema, paintRequestSchema } from './painting.ts';
import { editSchema, idSchema } from './project.ts';
import { AMBIENCES } from './story.ts';
import {
  encoderViewSchema,
  exportPlanSchema,
  exportRequestSchema,
  heardSchema,
  healthSchema,
  jobViewSchema,
  listenRequestSchema,
  modelImportSchema,
  modelViewSchema,
  projectCardSchema,
  projectViewSchema,
  sceneStateSchema,
  settingsSchema,
  spokenSchema,
  studioEventSchema,
  systemViewSchema,
  takeViewSchema,
  voiceSchema,
} from './views.ts';
import { serverInputSchema, serverSchema, serverTestSchema, serverViewSchema, writerViewSchema } from './writers.ts';
import { writeEventSchema, writeRequestSchema } from './writing.ts';

/** Every expected failure travels as its StudioError's code, with what to do next. */
const failureData = z.object({ hint: z.string().optional(), facts: z.record(z.string(), z.unknown()).optional() });

/** The HTTP status of every code, wherever one is sent. */
export const STATUS_OF = {
  [ErrorCode.input]: 422,
  [ErrorCode.option]: 400,
  [ErrorCode.notFound]: 404,
  [ErrorCode.missing]: 501,
  [ErrorCode.corrupt]: 422,
  [ErrorCode.network]: 502,
  [ErrorCode.diskFull]: 507,
  [ErrorCode.permission]: 403,
  [ErrorCode.memory]: 503,
  [ErrorCode.tool]: 500,
  [ErrorCode.timeout]: 504,
  [ErrorCode.internal]: 500,
} as const satisfies Record<ErrorCode, number>;

const errors = Object.fromEntries(
  Object.values(ErrorCode).map((code) => [code, { status: STATUS_OF[code], data: failureData }]),
) as { [Code in ErrorCode]: { status: (typeof STATUS_OF)[Code]; data: typeof failureData } };

const request = oc.errors(errors);

const projectId = z.object({ projectId: idSchema });
const sceneId = projectId.extend({ sceneId: idSchema });
const jobId = z.object({ jobId: idSchema });
const modelId = z.object({ modelId: z.string().min(1).max(100) });
/** Of a file that was sent to the host's POST /uploads before. */
const uploadId = idSchema;

/** What a new project is made of. */
const sourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('text'), text: z.string().min(1).max(6_000_000), title: z.string().max(200).optional() }),
  /** A .txt, .md, .json or .storyloom file. */
  z.object({ from: z.literal('upload'), uploadId }),
  z.object({ from: z.literal('sample') }),
]);
export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const contract = {
  library: {
    list: request
      .route({ method: 'GET', path: '/projects', summary: 'All projects' })
      .output(z.array(projectCardSchema)),
    create: request
      .route({ method: 'POST', path: '/projects', summary: 'A new project from a story', successStatus: 201 })
      .input(sourceSchema)
      .output(z.object({ projectId: z.string(), notices: z.array(z.string()) })),
    duplicate: request
      .route({ method: 'POST', path: '/projects/{projectId}/duplicate', summary: 'A copy of a project' })
      .input(projectId)
      .output(z.object({ projectId: z.string() })),
    rename: request
      .route({ method: 'POST', path: '/projects/{projectId}/rename', summary: 'Give a project another title' })
      .input(projectId.extend({ title: z.string().trim().min(1).max(200) }))
      .output(z.void()),
    remove: request
      .route({ method: 'DELETE', path: '/projects/{projectId}', summary: 'Delete a project; `restore` takes it back' })
      .input(projectId)
      .output(z.void()),
    restore: request
      .route({ method: 'POST', path: '/projects/{projectId}/restore', summary: 'Take a deletion back' })
      .input(projectId)
      .output(z.void()),
    /** A .storyloom file with the document and its own pictures, to be fetched by the address. */
    pack: request
      .route({ method: 'POST', path: '/projects/{projectId}/pack', summary: 'The project as one file' })
      .input(projectId)
      .output(z.object({ url: z.string(), fileName: z.string(), bytes: z.number() })),
  },
  project: {
    open: request
      .route({ method: 'GET', path: '/projects/{projectId}', summary: 'The project and what was understood of it' })
      .input(projectId)
      .output(projectViewSchema),
    /** `burst`: edits with the same word that follow each other within two seconds are one step of undo. */
    edit: request
      .route({ method: 'POST', path: '/projects/{projectId}/edits', summary: 'Change the project; saved at once' })
      .input(projectId.extend({ edit: editSchema, burst: z.string().max(100).optional() }))
      .output(projectViewSchema),
    undo: request
      .route({ method: 'POST', path: '/projects/{projectId}/undo', summary: 'Take the last change back' })
      .input(projectId)
      .output(projectViewSchema),
    redo: request
      .route({ method: 'POST', path: '/projects/{projectId}/redo', summary: 'Do what was taken back again' })
      .input(projectId)
      .output(projectViewSchema),
    /** An uploaded picture becomes the project's: checked, turned upright, shrunk. @see editSchema add-own-picture */
    addPicture: request
      .route({ method: 'POST', path: '/projects/{projectId}/pictures', summary: 'Keep an uploaded picture' })
      .input(projectId.extend({ uploadId }))
      .output(z.object({ asset: z.string(), name: z.string(), width: z.int(), height: z.int() })),
    /** An uploaded sound file becomes the project's, as it is. @see editSchema set-project, ownMusic */
    addMusic: request
      .route({ method: 'POST', path: '/projects/{projectId}/music', summary: 'Keep an uploaded sound file as music' })
      .input(projectId.extend({ uploadId }))
      .output(z.object({ asset: z.string(), name: z.string(), seconds: z.number() })),
  },
  scenes: {
    states: request
      .route({ method: 'GET', path: '/projects/{projectId}/scenes', summary: 'How far every scene is' })
      .input(projectId)
      .output(z.array(sceneStateSchema)),
    /** What is on the screen: it is made first, then its neighbours unless `ahead` is false; the last call wins. */
    show: request
      .route({ method: 'POST', path: '/projects/{projectId}/scenes/{sceneId}/show', summary: 'Make this scene first' })
      .input(sceneId.extend({ ahead: z.boolean().default(true) }))
      .output(z.void()),
    /** Nothing of the project is on a screen any more: no scene is made ahead. */
    hide: request
      .route({ method: 'POST', path: '/projects/{projectId}/scenes/hide', summary: 'Stop making scenes ahead' })
      .input(projectId)
      .output(z.void()),
    /** What is being made of it is stopped, and not made again until it is shown or changed; what is done is kept. */
    stop: request
      .route({ method: 'POST', path: '/projects/{projectId}/scenes/{sceneId}/stop', summary: 'Stop making this scene' })
      .input(sceneId)
      .output(z.void()),
    /** Draws or paints each take that was not made yet; every step that is painted is told as an event `painting`. */
    takes: request
      .route({ method: 'GET', path: '/projects/{projectId}/scenes/{sceneId}/takes', summary: "A scene's pictures" })
      .input(sceneId)
      .output(z.array(takeViewSchema)),
    /** Makes all scenes ready to be played, as a job. */
    makeAll: request
      .route({ method: 'POST', path: '/projects/{projectId}/scenes/make', summary: 'Make every scene' })
      .input(projectId)
      .output(jobViewSchema),
  },
  pictures: {
    /** The steps as they are done, with previews, last of all the pictures. Ending the request ends the painting. */
    paint: request
      .route({ method: 'POST', path: '/pictures/paint', summary: 'Paint or draw a picture of a prompt' })
      .input(paintRequestSchema)
      .output(eventIterator(paintEventSchema)),
  },
  recordings: {
    /**
     * A job of the kind `listen`: done, it has made a project of the recording, whose id it then has; or the scene is told in
     * it, in the scene's own words where those are what is read aloud.
     */
    listen: request
      .route({ method: 'POST', path: '/recordings', summary: 'Listen to an uploaded recording', successStatus: 201 })
      .input(listenRequestSchema)
      .output(jobViewSchema),
  },
  voices: {
    list: request.route({ method: 'GET', path: '/voices', summary: 'The voices' }).output(z.array(voiceSchema)),
    say: request
      .route({ method: 'POST', path: '/voices/{voice}/say', summary: 'Hear a voice say something' })
      .input(
        z.object({
          voice: z.string().min(1).max(64),
          text: z.string().trim().min(1).max(500),
          speed: z.number().min(0.5).max(2).default(1),
          pronunciations: z.record(z.string(), z.string()).default({}),
        }),
      )
      .output(spokenSchema),
  },
  sounds: {
    /** Music or a place, alone: made when it was not made before. `projectId` alone is the project's own music. */
    listen: request
      .route({ method: 'POST', path: '/sounds/listen', summary: 'Hear music or an ambience' })
      .input(
        z.union([
          z.strictObject({ music: z.enum(BEDS) }),
          z.strictObject({ ambience: z.enum(AMBIENCES) }),
          z.strictObject({ projectId: idSchema }),
        ]),
      )
      .output(heardSchema),
  },
  exports: {
    plan: request
      .route({ method: 'POST', path: '/exports/plan', summary: 'What an export would make, and how long it takes' })
      .input(exportRequestSchema)
      .output(exportPlanSchema),
    start: request
      .route({ method: 'POST', path: '/exports', summary: 'Queue an export', successStatus: 201 })
      .input(exportRequestSchema)
      .output(jobViewSchema),
  },
  jobs: {
    list: request
      .route({ method: 'GET', path: '/jobs', summary: 'All jobs, the newest first' })
      .output(z.array(jobViewSchema)),
    get: request.route({ method: 'GET', path: '/jobs/{jobId}', summary: 'One job' }).input(jobId).output(jobViewSchema),
    cancel: request
      .route({ method: 'POST', path: '/jobs/{jobId}/cancel', summary: 'Stop it for good' })
      .input(jobId)
      .output(jobViewSchema),
    pause: request
      .route({ method: 'POST', path: '/jobs/{jobId}/pause', summary: 'Stop it and keep what is done' })
      .input(jobId)
      .output(jobViewSchema),
    /** Also what failed or was interrupted: what is done is not done again. */
    resume: request
      .route({ method: 'POST', path: '/jobs/{jobId}/resume', summary: 'Go on with it' })
      .input(jobId)
      .output(jobViewSchema),
    /** Ended ones only; the film stays where it is. */
    remove: request
      .route({ method: 'DELETE', path: '/jobs/{jobId}', summary: 'Take an ended job off the list' })
      .input(jobId)
      .output(z.void()),
    /** Shows the film in its folder, or opens it, where the host can. */
    reveal: request
      .route({ method: 'POST', path: '/jobs/{jobId}/reveal', summary: 'Show the film on the desktop' })
      .input(jobId.extend({ how: z.enum(['folder', 'play']) }))
      .output(z.void()),
  },
  models: {
    list: request.route({ method: 'GET', path: '/models', summary: 'The models' }).output(z.array(modelViewSchema)),
    fetch: request
      .route({ method: 'POST', path: '/models/{modelId}/fetch', summary: 'Download a model, as a job' })
      .input(modelId)
      .output(jobViewSchema),
    remove: request
      .route({ method: 'DELETE', path: '/models/{modelId}', summary: 'Delete a model from this machine' })
      .input(modelId)
      .output(z.void()),
    /** From a folder on the host's machine that has the model's files. */
    import: request
      .route({ method: 'POST', path: '/models/{modelId}/import', summary: 'Take a model from a folder' })
      .input(modelId.extend({ folder: z.string().min(1) }))
      .output(z.void()),
    /** A picture model that is not among `list`, which it is in then. */
    importOwn: request
      .route({ method: 'POST', path: '/models/import', summary: 'Take a picture model of your own from a folder' })
      .input(modelImportSchema)
      .output(modelViewSchema),
  },
  writer: {
    list: request
      .route({ method: 'GET', path: '/writers', summary: 'Who can write stories, and where they run' })
      .output(z.array(writerViewSchema)),
    /** The outline first, then the text as it comes, last the whole story. Ending the request ends the writing. */
    write: request
      .route({ method: 'POST', path: '/writers/write', summary: 'Write a story from an idea' })
      .input(writeRequestSchema)
      .output(eventIterator(writeEventSchema)),
    servers: request
      .route({ method: 'GET', path: '/writers/servers', summary: 'The servers of models; keys are never shown' })
      .output(z.array(serverViewSchema)),
    saveServer: request
      .route({ method: 'POST', path: '/writers/servers', summary: 'Add a server of models, or change one' })
      .input(serverInputSchema)
      .output(serverViewSchema),
    removeServer: request
      .route({ method: 'DELETE', path: '/writers/servers/{serverId}', summary: 'Forget a server and its key' })
      .input(z.object({ serverId: serverSchema.shape.id }))
      .output(z.void()),
    /** As given, kept or not: an `id` without a key uses the one that is kept for it. */
    test: request
      .route({ method: 'POST', path: '/writers/servers/test', summary: 'Ask a server for a word' })
      .input(serverInputSchema)
      .output(serverTestSchema),
    /** A GGUF file on the host's machine; it stays where it is. */
    addFile: request
      .route({ method: 'POST', path: '/writers/files', summary: 'Write with a model file of your own' })
      .input(z.object({ file: z.string().min(1).max(4_000) }))
      .output(writerViewSchema),
    /** Takes it off the list; the file stays. */
    removeFile: request
      .route({ method: 'POST', path: '/writers/files/remove', summary: 'Take a model file off the list' })
      .input(z.object({ file: z.string().min(1).max(4_000) }))
      .output(z.void()),
  },
  system: {
    view: request
      .route({ method: 'GET', path: '/system', summary: 'Host, folders, findings' })
      .output(systemViewSchema),
    /** Every codec by every encoder. What was never tried on this computer is tried now, which takes a few seconds. */
    encoders: request
      .route({ method: 'GET', path: '/system/encoders', summary: 'What can encode films here' })
      .output(z.array(encoderViewSchema)),
    health: request.route({ method: 'GET', path: '/system/health', summary: 'The machine now' }).output(healthSchema),
    settings: request.route({ method: 'GET', path: '/settings', summary: 'The settings' }).output(settingsSchema),
    set: request
      .route({ method: 'PATCH', path: '/settings', summary: 'Change settings' })
      .input(settingsSchema.partial())
      .output(settingsSchema),
    trimCache: request
      .route({
        method: 'POST',
        path: '/cache/trim',
        summary: 'Drop what is old; `all` drops whatever can be made again',
      })
      .input(z.object({ all: z.boolean().default(false) }))
      .output(z.object({ dropped: z.int(), bytes: z.number() })),
    /** A zip of logs and facts, without stories, for a report. */
    diagnostics: request
      .route({ method: 'POST', path: '/diagnostics', summary: 'A file to send with a report' })
      .output(z.object({ url: z.string(), fileName: z.string(), bytes: z.number() })),
    /** The host's own dialog; absent when the user closed it. */
    chooseFolder: request
      .route({ method: 'POST', path: '/dialogs/folder', summary: 'Have the user choose a folder' })
      .input(z.object({ title: z.string() }))
      .output(z.object({ folder: z.string().optional() })),
  },
  events: {
    watch: request
      .route({ method: 'GET', path: '/events', summary: 'Everything that changes, as it changes' })
      .output(eventIterator(studioEventSchema)),
  },
};
