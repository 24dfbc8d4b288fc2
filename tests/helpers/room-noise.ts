import { randomNumbers } from '../../src/shared/random.ts';

/**
 * A room at work: pink noise (Paul Kellet's filter) with the mains' hum in it, so many decibels below the speech; the same every time.
 */
export function addRoomNoise(samples: Int16Array, rate: number, decibels: number): Int16Array {
  const noise = roomNoise(samples.length, rate);
  const gain = loudness(samples) / loudness(noise) / 10 ** (decibels / 20);
  return Int16Array.from(samples, (sample, index) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample + noise[index]! * gain))),
  );
}

export function roomNoise(length: number, rate: number): Float32Array {
  const random = randomNumbers(15);
  const noise = new Float32Array(length);
  let [a, b, c] = [0, 0, 0];
  for (let index = 0; index < length; index += 1) {
    const white = random() * 2 - 1;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    noise[index] = a + b + c + white * 0.1848 + 0.4 * Math.sin((2 * Math.PI * 50 * index) / rate);
  }
  return noise;
}

/** Root mean square of what is not silence. */
function loudness(samples: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < samples.length; index += 1) most = Math.max(most, Math.abs(samples[index]!));
  let [sum, count] = [0, 0];
  for (let index = 0; index < samples.length; index += 1) {
    if (Math.abs(samples[index]!) < most / 100) continue;
    sum += samples[index]! ** 2;
    count += 1;
  }
  return Math.sqrt(sum / Math.max(1, count));
}
