import './models-screen.css';
import { useTranslation } from 'react-i18next';
import { useModels } from '../../client/hooks.ts';
import { Page } from '../../shell/page.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { BuiltInCard } from './built-in-card.tsx';
import { ModelCard } from './model-card.tsx';

export default function ModelsScreen() {
  const { t } = useTranslation();
  const models = useModels();
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
        </ul>
      )}
    </Page>
  );
}
