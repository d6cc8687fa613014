import { ROUTES } from '@ludao/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../api/export-button.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { Erasures } from './erasures.tsx';
import { ExpiredList } from './expired-list.tsx';
import { Requests } from './requests.tsx';
import { OFFICE_VIEWS, type OfficeView } from './search.ts';

/** 「个人信息保护」: what persons ask, who was erased, what has passed its term. */
export function PersonalDataOfficePage() {
  const { t } = useTranslation('personalData');
  const session = useSession();
  const navigate = useNavigate();
  const { view = 'requests', state } = useSearch({ from: '/in/personal-data' });
  const mayAct = mayIn(session, 'update', 'data_request');
  return (
    <>
      <PageHead
        title={t('office.title')}
        lead={t('office.lead')}
        actions={
          view === 'requests' ? (
            <ExportButton route={ROUTES.exportDataRequests} input={{ query: { state } }} />
          ) : view === 'erased' ? (
            <ExportButton route={ROUTES.exportErasedPersons} input={{}} />
          ) : (
            <ExportButton route={ROUTES.exportExpiredData} input={{}} />
          )
        }
      />
      <Radio.Group
        className="view-switch screen-only"
        optionType="button"
        aria-label={t('office.views')}
        options={OFFICE_VIEWS.map((value) => ({ value, label: t(`office.view.${value}`) }))}
        value={view}
        onChange={(event) => {
          const chosen = event.target.value as OfficeView;
          void navigate({
            to: '/personal-data',
            search: chosen === 'requests' ? {} : { view: chosen },
          });
        }}
      />
      {view === 'requests' && <Requests state={state} mayAct={mayAct} />}
      {view === 'erased' && <Erasures mayAct={mayAct} />}
      {view === 'expired' && <ExpiredList mayAct={mayAct} />}
    </>
  );
}
