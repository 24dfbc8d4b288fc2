import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/writers.ts';
import { toFailure } from '../../../client/failure.ts';
import { useStudio } from '../../../client/studio.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Message } from '../../../ui/message.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import {
  draftOf,
  inputOf,
  isElsewhere,
  isUnprotected,
  KNOWN_SERVERS,
  wrongFields,
  type ServerField,
} from './server-draft.ts';
import { TestResult } from './test-result.tsx';

export interface ServerDialogProps {
  /** Absent for a new one. */
  readonly server: ServerView | undefined;
  readonly onClose: () => void;
}

/** A server's name, address, model, key and prices, and whether it answers. */
export function ServerDialog({ server, onClose }: ServerDialogProps) {
  const { t, i18n } = useTranslation();
  const { queries } = useStudio();
  const [draft, setDraft] = useState(() => draftOf(server, i18n.language));
  const [forgetsKey, setForgetsKey] = useState(false);
  const [isTried, setTried] = useState(false);
  const test = useMutation(queries.writer.test.mutationOptions({ meta: { isShown: true } }));
  const save = useMutation(queries.writer.saveServer.mutationOptions({ meta: { isShown: true }, onSuccess: onClose }));
  const wrong = wrongFields(draft);
  const input = inputOf(draft, { id: server?.id, forgetsKey });
  const change = (field: ServerField) => (value: string) => {
    // What was found is of the server as it was.
    test.reset();
    save.reset();
    setDraft((before) => ({ ...before, [field]: value }));
  };
  const field = (name: ServerField) => ({
    label: t(`settings.writing.fields.${name}`),
    value: draft[name],
    onChange: change(name),
    error: isTried && name !== 'apiKey' && wrong.has(name) ? t(`settings.writing.wrong.${name}`) : undefined,
  });
  const attempt = (go: () => void) => () => {
    setTried(true);
    if (wrong.size === 0) go();
  };
  const hasKey = server?.key === 'kept' && !isElsewhere(draft, server);
  const answer = useRef<HTMLDivElement>(null);
  const problem = save.error ?? test.error;
  useEffect(() => {
    if (test.data ?? problem) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [test.data, problem]);
  const failure = problem ? toFailure(problem) : undefined;
  return (
    <Dialog
      title={server ? t('settings.writing.changeTitle', { name: server.name }) : t('settings.writing.addTitle')}
      isOpen
      onClose={onClose}
      isDismissable={false}
      actions={
        <>
          <Button
            className="server-test"
            isPending={test.isPending}
            onPress={attempt(() => {
              test.mutate(input);
            })}
          >
            {test.isPending ? t('settings.writing.testing') : t('settings.writing.test')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={save.isPending}
            onPress={attempt(() => {
              save.mutate(input);
            })}
          >
            {t('settings.writing.save')}
          </Button>
        </>
      }
    >
      <div className="server">
        {server ? null : (
          <div className="server-known" role="group" aria-label={t('settings.writing.known')}>
            {KNOWN_SERVERS.map(({ name, baseUrl }) => (
              <Button
                key={name}
                size="small"
                onPress={() => {
                  test.reset();
                  setDraft((before) => ({ ...before, name, baseUrl }));
                }}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
        <TextField {...field('name')} maxLength={100} autoFocus={server !== undefined} />
        <TextField
          {...field('baseUrl')}
          placeholder="http://localhost:11434/v1"
          type="url"
          note={t('settings.writing.addressNote')}
        />
        <TextField {...field('model')} placeholder="llama3.2:3b" note={t('settings.writing.modelNote')} />
        {test.data && test.data.models.length > 0 ? (
          <div className="server-known" role="group" aria-label={t('settings.writing.modelsThere')}>
            {test.data.models.slice(0, 12).map((model) => (
              <Button
                key={model}
                size="small"
                onPress={() => {
                  setDraft((before) => ({ ...before, model }));
                }}
              >
                {model}
              </Button>
            ))}
          </div>
        ) : null}
        <TextField
          {...field('apiKey')}
          type="password"
          autoComplete="off"
          isDisabled={forgetsKey}
          note={
            hasKey
              ? t('settings.writing.keyKept')
              : server?.key === 'kept'
                ? t('settings.writing.keyElsewhere')
                : t('settings.writing.keyNote')
          }
        />
        {hasKey ? <Switch label={t('settings.writing.forgetKey')} isOn={forgetsKey} onChange={setForgetsKey} /> : null}
        {isUnprotected(draft) ? <Message tone="warn" title={t('settings.writing.unprotected')} /> : null}
        <fieldset className="server-prices">
          <legend className="field-label">{t('settings.writing.prices')}</legend>
          <TextField {...field('input')} inputMode="decimal" />
          <TextField {...field('output')} inputMode="decimal" />
          <TextField {...field('currency')} maxLength={3} />
        </fieldset>
        <div ref={answer} className="server">
          {test.data ? <TestResult result={test.data} /> : null}
          {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
