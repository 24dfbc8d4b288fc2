import { CancelledError } from '../../shared/errors.ts';
import type { Priority } from '../../shared/priority.ts';
import { RisingPriority } from './rising-priority.ts';

export interface Passenger {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((value: number) => void) | undefined;
  /** The higher goes first; 0 by default. */
  readonly priority?: number | undefined;
}

/** What a flight does; its priority rises when someone more urgent joins. */
type Work<Result> = (signal: AbortSignal, report: (value: number) => void, priority: Priority) => Promise<Result>;

interface Flight<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  readonly passengers: Set<Passenger>;
  readonly priority: RisingPriority;
}

/** What is asked for twice at once is done once. A work stops only when all who wait for it have cancelled. */
export class Flights<Result> {
  readonly #flights = new Map<string, Flight<Result>>();

  /**
   * @returns the work's result, and whether it had been begun for someone else. Rejects with CancelledError when the
   * passenger's signal is aborted: at once while others still wait, else when the work has stopped.
   */
  async join(key: string, passenger: Passenger, work: Work<Result>): Promise<{ result: Result; shared: boolean }> {
    let flight = this.#flights.get(key);
    // One that is being cancelled still cleans up: begin anew after it.
    while (flight?.controller.signal.aborted) {
      await flight.result.catch(() => undefined);
      flight = this.#flights.get(key);
    }
    const shared = flight !== undefined;
    flight ??= this.#begin(key, work, passenger.priority ?? 0);
    flight.priority.raise(passenger.priority ?? 0);
    return { result: await this.#ride(flight, passenger), shared };
  }

  /** Cancels everything and waits until it has stopped. */
  async close(): Promise<void> {
    const flights = [...this.#flights.values()];
    for (const flight of flights) flight.controller.abort(new CancelledError());
    await Promise.allSettled(flights.map((flight) => flight.result));
  }

  #begin(key: string, work: Work<Result>, urgency: number): Flight<Result> {
    const controller = new AbortController();
    const passengers = new Set<Passenger>();
    let highest = 0;
    const report = (value: number): void => {
      if (!(value > highest)) return;
      highest = Math.min(1, value);
      for (const passenger of passengers) passenger.onProgress?.(highest);
    };
    const priority = new RisingPriority(urgency);
    const result = work(controller.signal, report, priority).finally(() => this.#flights.delete(key));
    const flight = { result, controller, passengers, priority };
    this.#flights.set(key, flight);
    return flight;
  }

  async #ride(flight: Flight<Result>, passenger: Passenger): Promise<Result> {
    flight.passengers.add(passenger);
    const { signal } = passenger;
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        flight.passengers.delete(passenger);
        if (flight.passengers.size > 0) reject(new CancelledError());
        else flight.controller.abort(new CancelledError());
      };
    });
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
    try {
      return await Promise.race([flight.result, left]);
    } finally {
      signal?.removeEventListener('abort', leave);
      flight.passengers.delete(passenger);
    }
  }
}
