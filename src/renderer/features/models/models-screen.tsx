import './models-screen.css';
import { useTranslation } from 'react-i18next';
import { useModels, useSystem } from '../../client/hooks.ts';
import { mayNameFolders } from '../../client/powers.ts';
import { Page } from '../../shell/page.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { BuiltInCard } from './built-in-card.tsx';
import { ModelCard } from './model-card.tsx';
import { OwnCard } from './own-card.tsx';

export default function ModelsScreen() {
  const { t } = useTranslation();
  const models = useModels();
  const system = useSystem().data;
  return (
    <Page title={t('models.title')} text={t('models.text')}>
      {models.data === undefined ? (
        <QueryState query={models} />
      ) : (
        <ul className="models">
          {models.data.map((model) => (
            <li key={model.id}>
              <ModelCard model={model} />
            </li>
          ))}
          <li>
            <BuiltInCard />
          </li>
          {system && mayNameFolders(system) ? (
            <li>
              <OwnCard />
            </li>
          ) : null}
        </ul>
      )}
    </Page>
  );
}
