import { ROUTES } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { ProblemState } from '../../../api/problem-state.tsx';
import { mayIn, useSession } from '../../../api/session.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { UploadForm } from './upload-form.tsx';

/** What is going to happen, the file, and what was imported before. */
export function ImportStartPage() {
  const { t } = useTranslation('imports');
  const session = useSession();
  if (!mayIn(session, 'import', 'enterprise')) {
    const error = new ApiProblem({ status: 403, code: 'FORBIDDEN' });
    return <ProblemState error={error} onRetry={() => {}} />;
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton to="/enterprises" search={{}}>
            {t('back')}
          </LinkButton>
        }
      />
      <Steps />
      <UploadForm />
      <EarlierImports />
    </>
  );
}

function Steps() {
  const { t } = useTranslation('imports');
  return (
    <section className="sheet import-steps" aria-labelledby="steps">
      <h2 id="steps" className="visually-hidden">
        {t('steps.title')}
      </h2>
      <ol>
        <li>
          <h3>{t('steps.template')}</h3>
          <p>{t('steps.templateText')}</p>
          <Button
            href={addressOf(ROUTES.getImportTemplate, {})}
            download
            icon={<Icon name="download" />}
          >
            {t('steps.download')}
          </Button>
        </li>
        <li>
          <h3>{t('steps.upload')}</h3>
          <p>{t('steps.uploadText')}</p>
        </li>
        <li>
          <h3>{t('steps.confirm')}</h3>
          <p>{t('steps.confirmText')}</p>
        </li>
      </ol>
    </section>
  );
}
