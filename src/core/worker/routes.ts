import type { Routes } from './serve.ts';

/**
 * Area of a task's name to its handlers. Imported at the first task of the area, so that a thread that only draws never
 * loads onnxruntime.
 */
export const routes = {
  diffusion: () => import('./tasks/diffusion.ts'),
  listen: () => import('./tasks/listen.ts'),
  motion: () => import('./tasks/motion.ts'),
  sound: () => import('./tasks/sound.ts'),
  speech: () => import('./tasks/speech.ts'),
  storybook: () => import('./tasks/storybook.ts'),
  upscale: () => import('./tasks/upscale.ts'),
} satisfies Routes;
