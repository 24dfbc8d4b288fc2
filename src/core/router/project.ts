import type { Edit } from '../../shared/project.ts';
import type { ProjectView } from '../../shared/views.ts';
import { addMusic } from '../handlers/add-music.ts';
import type { ProjectState } from '../project/documents.ts';
import { toStory } from '../project/to-story.ts';
import { findVoice } from '../providers/narrator.ts';
import type { Workplace } from '../workplace.ts';
import { procedures } from './builder.ts';
import { projectView } from './project-view.ts';

export function projectProcedures(workplace: Workplace) {
  const { project } = procedures;
  const view = (state: ProjectState): ProjectView =>
    projectView(state, workplace.planner.story(toStory(state.document)));
  return {
    open: project.open.handler(({ input }) => view(workplace.projects().open(input.projectId))),
    edit: project.edit.handler(({ input: { projectId, edit, burst } }) => {
      for (const voice of voicesOf(edit)) findVoice(workplace.voices(), voice);
      return view(workplace.projects().edit(projectId, edit, burst));
    }),
    undo: project.undo.handler(({ input }) => view(workplace.projects().undo(input.projectId))),
    redo: project.redo.handler(({ input }) => view(workplace.projects().redo(input.projectId))),
    addPicture: project.addPicture.handler(async ({ input: { projectId, uploadId } }) => {
      const { path, name } = await workplace.uploads().path(uploadId);
      const { notices, ...picture } = await workplace.projects().addPicture(projectId, path, name);
      for (const message of notices) workplace.events.publish({ type: 'notice', message });
      return { ...picture, name };
    }),
    addMusic: project.addMusic.handler(({ input, signal }) => addMusic(workplace, input, signal)),
  };
}

/** A voice that does not exist is refused while it is being chosen, not when the film is made. */
function voicesOf(edit: Edit): string[] {
  if (edit.type === 'set-character-voice') return edit.voice === null ? [] : [edit.voice];
  if (edit.type !== 'set-project' && edit.type !== 'set-scene' && edit.type !== 'set-all-scenes') return [];
  return edit.set.voice ? [edit.set.voice] : [];
}
