import { Component, type ReactNode } from 'react';
import { Frown } from 'lucide-react';
import i18next from 'i18next';
import { toFailure } from '../client/failure.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface Props {
  /** A change of it, such as another address, tries again. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Keeps a screen's bug from taking the window with it. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(previous: Props): void {
    if (previous.resetKey !== this.props.resetKey && this.state.error !== undefined)
      this.setState({ error: undefined });
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    const { t } = i18next;
    return (
      <EmptyState
        icon={<Frown />}
        title={t('errors.screenTitle')}
        level={1}
        actions={
          <>
            <Button
              look="primary"
              onPress={() => {
                location.reload();
              }}
            >
              {t('errors.reload')}
            </Button>
            <Button
              onPress={() => {
                location.hash = '#/';
                this.setState({ error: undefined });
              }}
            >
              {t('errors.toLibrary')}
            </Button>
          </>
        }
      >
        {t('errors.screenText')} <small>{toFailure(this.state.error).message}</small>
      </EmptyState>
    );
  }
}
