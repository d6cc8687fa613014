import {
  DECLARATIONS,
  declarationsOf,
  ROUTES,
  type CaseView,
  type Declaration,
  type FilingForm,
  type FilingView,
} from '@ludao/contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import type { Fault } from '../../../ui/desk/fault-summary.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { useCaseStep } from '../queries.ts';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';
import { FiledForm } from './filed-form.tsx';

/** The last step: all that was filled in, what the legal representative declares, and the filing. */
export function Declare(props: {
  readonly found: CaseView;
  readonly filing: FilingView;
  readonly form: FilingForm;
  readonly missing: readonly Fault[];
  readonly onBack: () => void;
  readonly onRenew: () => void;
}) {
  const { t, i18n } = useTranslation('cases');
  const language = currentLanguage(i18n);
  const { found, filing, form, missing } = props;
  const { id, version, track } = found;
  const [declared, setDeclared] = useState<readonly Declaration[]>([]);
  const file = useCaseStep(id, () =>
    ask(ROUTES.fileCase, { params: { id }, body: { version, declared: [...declared] } }),
  );
  const due = declarationsOf(track === 'COMMITMENT' ? 'COMMITMENT' : 'REGISTRATION');
  const isReady = missing.length === 0 && due.every((one) => declared.includes(one));
  return (
    <>
      <FiledForm filing={{ ...filing, form }} />
      {missing.length > 0 && (
        <Notice tone="caution" title={t('form.stillMissing')}>
          <ul>
            {missing.map(({ field, text }) => (
              <li key={field}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <fieldset className="declarations">
        <legend>{t('form.declareTitle', { name: form.legalRepresentative })}</legend>
        {due.map((one) => (
          <Checkbox
            key={one}
            checked={declared.includes(one)}
            onChange={(event) =>
              setDeclared(
                event.target.checked ? [...declared, one] : declared.filter((of) => of !== one),
              )
            }
          >
            {DECLARATIONS[one][language]}
          </Checkbox>
        ))}
        <p className="fine">
          {form.legalRepresentative}　{showDay(daysAgo(0), i18n.language)}
        </p>
      </fieldset>
      <p className="fine">
        {t(filing.record.mode === 'FRONT' ? 'form.thenFront' : 'form.thenRecord')}
      </p>
      <Refused error={file.error} onRenew={props.onRenew} />
      <div className="form-actions">
        <Button
          type="primary"
          size="large"
          disabled={!isReady}
          aria-busy={file.isPending}
          onClick={() => !file.isPending && file.mutate(undefined)}
        >
          {t(filing.record.mode === 'FRONT' ? 'form.prepare' : 'form.file')}
        </Button>
        <Button size="large" onClick={props.onBack}>
          {t('form.back')}
        </Button>
      </div>
    </>
  );
}
