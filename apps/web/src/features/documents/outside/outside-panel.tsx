import { ROUTES, type DocumentView } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../api/client.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { CopyList } from './copy-list.tsx';
import { OfficialNumberForm } from './number-form.tsx';

/** What an official system records: what to enter there field by field, and the number it gave. */
export function OutsidePanel({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const { id, record, number, may } = document;
  if (record.mode !== 'FRONT' || number === null) return null;
  const { system } = record;
  const isDone = record.number !== null;
  const mayRecord = may.steps.includes('recordOutside');
  return (
    <section className="sheet outside-panel" aria-labelledby="outside">
      <h2 id="outside">
        {t('outside.title')}{' '}
        {!isDone && <span className="outside-waiting">{t('outside.waiting')}</span>}
      </h2>
      {isDone ? (
        <>
          <p>
            <Icon name="check" size={16} /> {t('outside.done', { system })}
          </p>
          <p>
            <span className="code">{record.number}</span>{' '}
            {record.on && showDay(record.on, i18n.language)}
          </p>
        </>
      ) : (
        <>
          <p>{t('outside.why', { system })}</p>
          {!mayRecord && <p className="fine">{t('outside.others')}</p>}
        </>
      )}
      <p>
        <Button
          href={addressOf(ROUTES.printHandOverSheet, { params: { id } })}
          target="_blank"
          icon={<Icon name="print" />}
        >
          {t('outside.sheet')}
        </Button>
      </p>
      {!isDone && (
        <details open={mayRecord}>
          <summary>{t('outside.fields')}</summary>
          <FieldsToCopy document={document} />
        </details>
      )}
      {mayRecord && <OfficialNumberForm document={document} />}
    </section>
  );
}

function FieldsToCopy({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const { title, number, addressee, office, signedOn, template, fields } = document;
  const rows = [
    { name: t('number'), text: number ?? '' },
    { name: t('name'), text: title },
    { name: t('addressee'), text: addressee },
    { name: t('office'), text: office },
    { name: t('outside.day'), text: signedOn ?? '' },
    ...template.fields.map(({ key, name }) => ({ name: name[language], text: fields[key] ?? '' })),
  ].filter(({ text }) => text !== '');
  return <CopyList rows={rows} />;
}
