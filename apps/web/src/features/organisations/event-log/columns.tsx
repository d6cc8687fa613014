import type { LoggedEvent } from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/dates.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';

export function useColumns(onOpen: (event: LoggedEvent) => void): readonly Column<LoggedEvent>[] {
  const { t, i18n } = useTranslation('eventLog');
  const { t: desk } = useTranslation('desk');
  return [
    {
      key: 'type',
      title: t('type'),
      show: ({ id, type }) => (
        <>
          <span className="code">{type}</span>
          <small className="quiet-text under">
            {t('position')} {id}
          </small>
        </>
      ),
    },
    {
      key: 'at',
      title: t('at'),
      width: 190,
      show: ({ recordedAt }) => showMoment(recordedAt, i18n.language),
    },
    {
      key: 'by',
      title: t('by'),
      show: ({ actor, office }) => (
        <>
          {actor ?? <span className="quiet-text">{t('erased')}</span>}
          {office && <small className="quiet-text under">{office}</small>}
        </>
      ),
    },
    {
      key: 'district',
      title: t('district'),
      width: 90,
      show: ({ districtCode }) =>
        districtCode === null
          ? desk('none')
          : desk(`counties.${districtCode}`, { defaultValue: districtCode }),
    },
    {
      key: 'protection',
      title: t('protection'),
      width: 140,
      show: (event) => (
        <span className={`post-state ${event.protected ? 'present' : 'absent'}`}>
          <Icon name={event.protected ? 'shield' : 'warn'} size={16} />{' '}
          {t(event.protected ? 'isProtected' : 'notYet')}
        </span>
      ),
    },
    {
      key: 'show',
      title: t('bodyTitle'),
      width: 110,
      show: (event) => (
        <Button
          size="small"
          aria-label={t('showOf', { position: event.id })}
          onClick={() => onOpen(event)}
        >
          {t('show')}
        </Button>
      ),
    },
  ];
}
