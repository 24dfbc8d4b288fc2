import { STAGES, type StageName } from '../../../shared/job.ts';

const STAGE_TEXT = {
  read: 'Your story is read: text, Markdown or a project file.',
  plan: 'It becomes scenes, with a cast, places and hours.',
  narrate: 'A voice tells it, sentence by sentence.',
  illustrate: 'Every scene gets its picture.',
  compose: 'Pictures move gently, to the frame.',
  mix: 'Speech and pauses become one sound.',
  export: 'All of it is joined into one film.',
} satisfies Record<StageName, string>;

/** The first page: how a film is made. The studio's own screens take its place as they arrive. */
export function Welcome() {
  return (
    <main>
      <h1>Storyloom</h1>
      <p>A story goes in. A narrated, illustrated film comes out, made on this computer.</p>
      <ol>
        {STAGES.map((stage) => (
          <li key={stage}>{STAGE_TEXT[stage]}</li>
        ))}
      </ol>
    </main>
  );
}
