import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/writers.ts';
import { useStudio } from '../../../client/studio.tsx';
import { QueryState } from '../../../shell/query-state.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ServerDialog } from './server-dialog.tsx';

/** The servers of models that were named, and the way to name another. */
export function Servers() {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const servers = useQuery(queries.writer.servers.queryOptions());
  const [editing, setEditing] = useState<ServerView | 'new'>();
  const [removing, setRemoving] = useState<ServerView>();
  const remove = useMutation(queries.writer.removeServer.mutationOptions());
  if (servers.data === undefined) return <QueryState query={servers} />;
  return (
    <div className="writing-part">
      <h3 className="field-label">{t('settings.writing.servers')}</h3>
      {servers.data.length === 0 ? (
        <p className="field-note">{t('settings.writing.noServers')}</p>
      ) : (
        <ul className="findings">
          {servers.data.map((server) => (
            <li key={server.id} className="finding">
              <div className="finding-text">
                <p className="finding-what">{server.name}</p>
                <p className="finding-fact">
                  {server.model} · {server.baseUrl}
                </p>
                <p className="finding-hint">
                  {t(`settings.writing.keys.${server.key}`, { variable: server.keyVariable ?? '' })}
                </p>
              </div>
              <div className="writing-actions">
                <Whereabouts server={server} />
                <IconButton
                  size="small"
                  label={t('settings.writing.change', { name: server.name })}
                  icon={<Pencil aria-hidden />}
                  onPress={() => {
                    setEditing(server);
                  }}
                />
                <IconButton
                  size="small"
                  label={t('settings.writing.remove', { name: server.name })}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => {
                    setRemoving(server);
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="settings-actions">
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => {
            setEditing('new');
          }}
        >
          {t('settings.writing.add')}
        </Button>
      </div>
      {editing === undefined ? null : (
        <ServerDialog
          server={editing === 'new' ? undefined : editing}
          onClose={() => {
            setEditing(undefined);
          }}
        />
      )}
      {removing ? (
        <ConfirmDialog
          title={t('settings.writing.removeTitle', { name: removing.name })}
          isOpen
          action={t('settings.writing.removeDo')}
          isDangerous
          onConfirm={() => {
            remove.mutate({ serverId: removing.id });
          }}
          onClose={() => {
            setRemoving(undefined);
          }}
        >
          <p>{t('settings.writing.removeText')}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function Whereabouts({ server: { runs } }: { readonly server: ServerView }) {
  const { t } = useTranslation();
  return runs.place === 'server' && !runs.isLocal ? (
    <Badge>{t('settings.writing.elsewhere')}</Badge>
  ) : (
    <Badge tone="ok">{t('settings.writing.here')}</Badge>
  );
}
