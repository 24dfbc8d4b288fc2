import { setTimeout as delay } from 'node:timers/promises';
import { CancelledError, isCancelled, throwIfCancelled } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import type { ArtefactRecord } from '../store/artefacts.ts';
import { countUse, totalsByStage } from '../store/artefacts.ts';
import { Claims } from '../store/claims.ts';
import { listMeasurements, recordMeasurement } from '../store/measurements.ts';
import { countPinned, pin, unpin } from '../store/pins.ts';
import { lastStep } from '../store/projects.ts';
import { storageErrorOnDisk } from '../store/storage-error.ts';
import type { Store } from '../store/store.ts';
import { CacheFolder } from './cache-folder.ts';
import { canonicalJson } from './canonical-json.ts';
import type {
  Builder,
  BuilderOptions,
  CacheLimits,
  CacheStats,
  Estimate,
  Explained,
  Found,
  MakeOptions,
  TrimResult,
  VerifyResult,
} from './contract.ts';
import { DEFAULT_LIMITS } from './contract.ts';
import { Flights } from './flights.ts';
import { artefactKey } from './key.ts';
import { estimateSeconds, thisMachine } from './rates.ts';
import { runStage } from './run-stage.ts';
import { Shelf } from './shelf.ts';
import type { Artefact, Stage } from './stage.ts';
import { staleReason } from './staleness.ts';
import { StepLog } from './step-log.ts';
import { drop, trim } from './trim.ts';
import type { VerifyOptions } from './verify.ts';
import { verify } from './verify.ts';

/**
 * Opens the cache's folder, clears away what dead processes left there and gives the builder over it; one builder for
 * each open store. Throws StudioError permission or diskFull.
 */
export async function createBuilder(options: BuilderOptions): Promise<Builder> {
  const builder = new CacheBuilder(options);
  await builder.open();
  return builder;
}

interface Target {
  readonly key: string;
  /** Canonical JSON of it. */
  readonly identityText: string;
}

/** What a work has from those who wait for it. */
interface Flight {
  readonly signal: AbortSignal;
  readonly report: (value: number) => void;
  readonly priority: Priority;
}

interface Made {
  readonly record: ArtefactRecord;
  /** It was there, or another process made it while we waited. */
  readonly cached: boolean;
}

class CacheBuilder implements Builder {
  readonly #store: Store;
  readonly #shelf: Shelf;
  readonly #claims: Claims;
  readonly #flights = new Flights<Made>();
  #limits: CacheLimits;
  readonly #machine: string;

  constructor(options: BuilderOptions) {
    this.#store = options.store;
    const folder = new CacheFolder(options.directory, options.store.owner.id);
    this.#shelf = new Shelf(options.store, folder, options.onNotice ?? (() => undefined));
    this.#claims = new Claims(options.store);
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#machine = options.machine ?? thisMachine();
  }

  async open(): Promise<void> {
    await this.#shelf.folder.prepare();
    try {
      await this.#shelf.folder.sweepTemporary((owner) => this.#store.isAlive(owner));
      await this.#shelf.reconcile();
    } catch (error) {
      throw await storageErrorOnDisk(error, this.#shelf.folder.root);
    }
  }

  async make<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    options: MakeOptions,
  ): Promise<Artefact<Output>> {
    const { signal } = options;
    if (signal) throwIfCancelled(signal);
    const target = identify(stage, input);
    const log = new StepLog(this.#store, stage, target, options);
    try {
      // Held before it is looked for, so that no trim can come between finding and using.
      pin(this.#store, target.key, options.jobId ?? options.hold ?? '');
      const found = await this.#shelf.look(target.key);
      if (found) return this.#use<Output>({ record: found, cached: true }, log);
      log.begin();
      const { result, shared } = await this.#flights.join(target.key, options, (own, report, priority) =>
        this.#obtain(stage, input, target, options, { signal: own, report, priority }),
      );
      if (signal) throwIfCancelled(signal);
      return this.#use<Output>({ record: result.record, cached: result.cached || shared }, log);
    } catch (error) {
      log.fail(isCancelled(error) ? 'cancelled' : 'failed');
      if (isCancelled(error)) throw new CancelledError();
      throw await storageErrorOnDisk(error, this.#shelf.folder.root);
    }
  }

  async find<Input, Output>(stage: Stage<Input, Output>, input: Input): Promise<Found<Output>> {
    const { key } = identify(stage, input);
    const record = await this.#shelf.peek(key);
    return { key, artefact: record && this.#toArtefact<Output>({ record, cached: true }) };
  }

  async explain<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    where: { readonly projectId: string; readonly unit: string },
  ): Promise<Explained<Output>> {
    const found = await this.find(stage, input);
    if (found.artefact) return { ...found, reason: undefined };
    const last = lastStep(this.#store, where.projectId, stage.name, where.unit);
    const { key, identityText: identity } = identify(stage, input);
    return { ...found, reason: staleReason(last, { key, stageVersion: stage.version, identity }) };
  }

  async last<Input, Output>(
    stage: Stage<Input, Output>,
    where: { readonly projectId: string; readonly unit: string },
  ): Promise<Artefact<Output> | undefined> {
    const last = lastStep(this.#store, where.projectId, stage.name, where.unit);
    if (last?.stageVersion !== stage.version) return undefined;
    const record = await this.#shelf.peek(last.key);
    return record && this.#toArtefact<Output>({ record, cached: true });
  }

  estimate(rate: string, work: number): Estimate {
    return estimateSeconds(listMeasurements(this.#store, this.#machine, rate), work);
  }

  release(hold?: string): Promise<TrimResult> {
    unpin(this.#store, hold ?? '');
    return this.trim();
  }

  limit(limits: CacheLimits): void {
    this.#limits = limits;
  }

  trim(limits: CacheLimits = this.#limits): Promise<TrimResult> {
    return trim(this.#store, this.#shelf, limits);
  }

  clear(stage?: string): Promise<TrimResult> {
    return drop(this.#store, this.#shelf, (one) => stage === undefined || one.stage === stage);
  }

  verify(options: VerifyOptions = {}): Promise<VerifyResult> {
    return verify(this.#store, this.#shelf, this.#claims, options);
  }

  stats(): CacheStats {
    const stages = totalsByStage(this.#store).map(({ msSaved, ...total }) => ({
      ...total,
      secondsSaved: msSaved / 1000,
    }));
    return {
      count: stages.reduce((sum, stage) => sum + stage.count, 0),
      bytes: stages.reduce((sum, stage) => sum + stage.bytes, 0),
      limits: this.#limits,
      pinned: countPinned(this.#store),
      stages,
    };
  }

  async close(): Promise<void> {
    await this.#flights.close();
    try {
      unpin(this.#store);
    } catch {
      // On a full disk. The pins end with this process, and closing must not hide the error that led to it.
    }
  }

  /** From whoever has it first: another process that makes it now, the disk, or the stage itself. */
  async #obtain<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    target: Target,
    options: MakeOptions,
    flight: Flight,
  ): Promise<Made> {
    for (let wait = 20; !this.#claims.take(target.key); wait = Math.min(wait * 1.5, 250)) {
      await delay(wait, undefined, { signal: flight.signal });
      const record = await this.#shelf.look(target.key);
      if (record) return { record, cached: true };
    }
    try {
      const record = await this.#shelf.recover(target.key);
      if (record) return { record, cached: true };
      return { record: await this.#run(stage, input, target, options, flight), cached: false };
    } finally {
      this.#claims.release(target.key);
    }
  }

  async #run<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    target: Target,
    options: MakeOptions,
    flight: Flight,
  ): Promise<ArtefactRecord> {
    throwIfCancelled(flight.signal);
    const directory = await this.#shelf.folder.makeWorkFolder();
    try {
      const manifest = await runStage({ ...target, ...flight, stage, input, directory, clock: this.#store.clock });
      const record = await this.#shelf.put(directory, manifest);
      if (options.work !== undefined && options.work > 0) {
        const measurement = { work: options.work, ms: manifest.ms };
        recordMeasurement(this.#store, this.#machine, options.rate ?? stage.name, measurement);
      }
      flight.report(1);
      return record;
    } catch (error) {
      const known = await storageErrorOnDisk(error, this.#shelf.folder.root);
      // The error that ended the work is the one to tell; a folder that will not go is swept at a later start.
      await this.#shelf.folder.remove(directory).catch(() => undefined);
      throw known;
    }
  }

  #use<Output>(made: Made, log: StepLog): Artefact<Output> {
    this.#store.transaction(() => {
      if (made.cached) countUse(this.#store, made.record.key);
      log.finish(made.cached, made.record.bytes);
    });
    return this.#toArtefact(made);
  }

  #toArtefact<Output>({ record, cached }: Made): Artefact<Output> {
    return {
      key: record.key,
      digest: record.digest,
      directory: this.#shelf.folder.objectOf(record.key),
      output: JSON.parse(record.output) as Output,
      cached,
    };
  }
}

function identify<Input, Output>(stage: Stage<Input, Output>, input: Input): Target {
  const identityText = canonicalJson(stage.identity(input));
  return {
    key: artefactKey({ name: stage.name, version: stage.version, identity: identityText }),
    identityText,
  };
}
