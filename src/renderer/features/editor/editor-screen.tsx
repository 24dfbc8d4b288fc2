import './editor.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStudio } from '../../client/studio.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { Editor } from './editor.tsx';
import { Player } from './player/player.ts';
import { EditorContext, type EditorParts } from './state/context.tsx';
import { holdOf } from './state/hold.ts';
import { EditorSession } from './state/session.ts';
import { createUiStore } from './state/ui-store.ts';

export interface EditorScreenProps {
  readonly projectId: string;
}

/** A project, open for editing. Another project is another editor: nothing of the one reaches into the other. */
export default function EditorScreen({ projectId }: EditorScreenProps) {
  return <OpenEditor key={projectId} projectId={projectId} />;
}

function OpenEditor({ projectId }: EditorScreenProps) {
  const { client, listen } = useStudio();
  // Read once, as it is now; from then on the session keeps it true.
  const query = useQuery({
    queryKey: ['editor', projectId],
    queryFn: () =>
      Promise.all([client.project.open({ projectId }), client.scenes.states({ projectId }), client.system.settings()]),
    gcTime: 0,
    staleTime: Infinity,
  });
  const [parts, setParts] = useState<EditorParts | undefined>(undefined);
  const { data } = query;

  useEffect(() => {
    if (!data) return undefined;
    const [view, states, { storyboardFirst }] = data;
    const hold = holdOf(projectId, states, storyboardFirst);
    const session = new EditorSession(client, view, states, hold);
    const stopListening = listen((event) => {
      session.hear(event);
    });
    setParts({ session, player: new Player(session), ui: createUiStore(hold === 'storyboard' ? 'grid' : 'strip') });
    return () => {
      stopListening();
      session.close();
      setParts(undefined);
    };
  }, [client, listen, data, projectId]);

  if (!parts) return <QueryState query={query} isScreen />;
  return (
    <EditorContext value={parts}>
      <Editor />
    </EditorContext>
  );
}
