/** A stretch of a recording that is still needed, as it comes in: memory stays flat however long the recording is. */
export class Tape {
  #pieces: Float32Array[] = [];
  /** Sample number of the first that is kept, and of the next that will come. */
  #start = 0;
  #end = 0;

  get end(): number {
    return this.#end;
  }

  append(samples: Float32Array): void {
    if (samples.length === 0) return;
    this.#pieces.push(samples);
    this.#end += samples.length;
  }

  /** A copy, by sample numbers of the recording; what lies before or after it is left out. */
  slice(from: number, to: number): Float32Array {
    const [first, last] = [Math.max(from, this.#start), Math.min(to, this.#end)];
    const samples = new Float32Array(Math.max(0, last - first));
    let place = this.#start;
    for (const piece of this.#pieces) {
      const begin = Math.max(first, place);
      const end = Math.min(last, place + piece.length);
      if (begin < end) samples.set(piece.subarray(begin - place, end - place), begin - first);
      place += piece.length;
    }
    return samples;
  }

  /** What lies before will not be asked for again. */
  forget(before: number): void {
    while (this.#pieces.length > 0 && this.#start + this.#pieces[0]!.length <= before) {
      this.#start += this.#pieces.shift()!.length;
    }
  }
}
