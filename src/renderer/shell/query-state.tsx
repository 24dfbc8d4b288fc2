import './query-state.css';
import { LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../client/failure.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';

interface QueryLike {
  readonly error: unknown;
  readonly isFetching: boolean;
  refetch(): unknown;
}

/** In the place of what is not here: that it is being loaded, or what happened, what to do next, and another try. */
export function QueryState({ query }: { readonly query: QueryLike }) {
  const { t } = useTranslation();
  if (query.error === null || query.isFetching) {
    return (
      <div className="query-state" role="status">
        <LoaderCircle aria-hidden className="query-spinner" />
        <span className="visually-hidden">{t('common.loading')}</span>
      </div>
    );
  }
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
