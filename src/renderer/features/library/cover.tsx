import './cover.css';
import type { ProjectCard } from '../../../shared/views.ts';
import { FramedPicture } from '../../ui/framed-picture.tsx';

const TINTS = 6;

/** A scene of the story; until one is drawn, a cover of its title. */
export function Cover({ project }: { readonly project: ProjectCard }) {
  if (project.cover !== undefined) {
    return (
      <div className="cover">
        <FramedPicture src={project.cover} frame={16 / 9} isLazy />
      </div>
    );
  }
  return (
    <div className="cover cover-bare" data-tint={tintOf(project.id)} aria-hidden>
      <span className="cover-words">{project.title}</span>
    </div>
  );
}

/** The same for a project every time. */
function tintOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % TINTS;
}
