import type { LoggedEvent } from '@ludao/contracts';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/dates.ts';
import { Facts } from '../../../ui/desk/facts.tsx';

/** One event with its body, line by line, and what chains it to the one before. */
export function EventDrawer(props: { readonly event: LoggedEvent; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('eventLog');
  const { t: desk } = useTranslation('desk');
  const { id, type, stream, seq, occurredAt, recordedAt, actor, office, ...rest } = props.event;
  const { causeId, body, alg, hash, prevHash } = rest;
  const moment = (iso: string) => showMoment(iso, i18n.language);
  return (
    <Drawer
      open
      size={640}
      title={t('drawer', { position: id, type })}
      closable={{ 'aria-label': t('close') }}
      onClose={props.onClose}
    >
      <Facts
        rows={[
          { name: t('about'), value: <span className="hash">{`${stream}@${seq}`}</span> },
          { name: t('by'), value: [actor ?? t('erased'), office].filter(Boolean).join('，') },
          { name: t('occurredAt'), value: moment(occurredAt) },
          { name: t('at'), value: moment(recordedAt) },
          { name: t('cause'), value: <span className="hash">{causeId ?? desk('none')}</span> },
        ]}
      />
      <h3>{t('bodyTitle')}</h3>
      <pre className="event-body">{JSON.stringify(JSON.parse(body), null, 2)}</pre>
      <Facts
        rows={[
          { name: t('hash', { alg }), value: <span className="hash">{hash}</span> },
          { name: t('prevHash'), value: <span className="hash">{prevHash ?? t('first')}</span> },
        ]}
      />
    </Drawer>
  );
}
