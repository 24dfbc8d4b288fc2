import './query-state.css';
import { LoaderCircle, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../client/failure.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Message } from '../ui/message.tsx';
import { ToLibrary } from './to-library.tsx';

interface QueryLike {
  readonly error: unknown;
  readonly isFetching: boolean;
  refetch(): unknown;
}

export interface QueryStateProps {
  readonly query: QueryLike;
  /** Nothing else is on the screen, so the way to another is shown too. */
  readonly isScreen?: boolean;
}

/** In the place of what is not here: that it is being loaded, or what happened, what to do next, and another try. */
export function QueryState({ query, isScreen = false }: QueryStateProps) {
  const { t } = useTranslation();
  if (query.error === null || query.isFetching) {
    return (
      <div className="query-state" role="status">
        <LoaderCircle aria-hidden className="query-spinner" />
        <span className="visually-hidden">{t('common.loading')}</span>
      </div>
    );
  }
  if (isScreen) return <FailedScreen query={query} />;
  const { message, hint } = toFailure(query.error);
  return (
    <div className="query-state">
      <Message tone="danger" title={message} hint={hint}>
        <Button size="small" onPress={() => query.refetch()}>
          {t('common.retry')}
        </Button>
      </Message>
    </div>
  );
}

function FailedScreen({ query }: { readonly query: QueryLike }) {
  const { t } = useTranslation();
  const { message, hint } = toFailure(query.error);
  return (
    <EmptyState
      icon={<Unplug />}
      title={message}
      level={1}
      actions={
        <>
          <ToLibrary />
          <Button onPress={() => query.refetch()}>{t('common.retry')}</Button>
        </>
      }
    >
      {hint}
    </EmptyState>
  );
}
