/** A studio in a process of its own that films a small project until it is killed: says which job, once a scene is whole. */
import { createRouterClient } from '@orpc/server';
import { createRouter } from '../../src/core/router/router.ts';
import { listSteps } from '../../src/core/store/steps.ts';
import { Workplace } from '../../src/core/workplace.ts';
import { SMALL_OUTPUT } from './plain.ts';
import { makeSmallProject } from './studio-project.ts';

const workplace = new Workplace({ data: process.argv[2]!, narrator: 'tone', cores: 2 });
const client = createRouterClient(createRouter(workplace));
const { projectId } = await makeSmallProject({ client });
const { id } = await client.exports.start({ projectId, output: SMALL_OUTPUT, fileName: 'Pip' });
const timer = setInterval(() => {
  const steps = listSteps(workplace.store(), id);
  if (!steps.some(({ stage, state }) => stage === 'compose' && state === 'done')) return;
  clearInterval(timer);
  console.log(JSON.stringify({ jobId: id }));
}, 5);
