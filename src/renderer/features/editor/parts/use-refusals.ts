import { useEffect } from 'react';
import { showToast } from '../../../ui/toast.tsx';
import { useEditor } from '../state/context.tsx';

/** An edit that the studio would not do is said, with what can be done instead. */
export function useRefusals(): void {
  const refusal = useEditor((state) => state.refusal);
  useEffect(() => {
    if (refusal) showToast({ tone: 'danger', title: refusal.message, hint: refusal.hint });
  }, [refusal]);
}
