import { ENTRY_STATES, type Entry } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Facts } from '../../ui/desk/facts.tsx';
import { Icon, type IconName } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { adoptionOf } from './adoption.ts';
import { Decision } from './decision.tsx';
import { reliefsQuery } from './reliefs.ts';

const ICONS: Readonly<Record<Entry['state'], IconName>> = {
  SUBMITTED: 'question',
  APPROVED: 'check',
  REJECTED: 'out',
};

/** One entry: the document, what it adopts, where and from when, and who answers for it. */
export function EntryCard(props: { readonly entry: Entry; readonly isNewest: boolean }) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { entry } = props;
  const adoption = adoptionOf(entry);
  const { data: reliefs } = useQuery(reliefsQuery);
  const titleOf = (id: string) => {
    const found = reliefs?.find((relief) => relief.id === id);
    return found ? `${found.title[language]}（${found.clause}）` : id;
  };
  const moment = (iso: string) => showMoment(iso, i18n.language);
  const { enteredBy, decidedBy, decidedAt } = entry;
  const name = (person: string) => person || t('somebody');
  return (
    <article className="entry" data-entry={entry.key} data-state={entry.state}>
      <header>
        <h3>{adoption.title}</h3>
        <span className={`entry-state ${entry.state.toLowerCase()}`}>
          <Icon name={ICONS[entry.state]} size={16} /> {ENTRY_STATES[entry.state][language]}
        </span>
      </header>
      <Facts
        rows={[
          { name: t('documentNo'), value: adoption.documentNo },
          { name: t('adoptedBy'), value: adoption.adoptedBy },
          {
            name: t('county'),
            value: desk(`counties.${entry.district}`, { defaultValue: entry.district }),
          },
          { name: t('period'), value: <Period entry={entry} /> },
          {
            name: t('reliefs'),
            value: (
              <ul className="relief-names">
                {adoption.reliefs.map((id) => (
                  <li key={id}>{titleOf(id)}</li>
                ))}
              </ul>
            ),
          },
          ...(adoption.arrangementNo
            ? [{ name: t('arrangementNo'), value: adoption.arrangementNo }]
            : []),
          {
            name: t('entered'),
            value: t('by', { name: name(enteredBy), at: moment(entry.enteredAt) }),
          },
          ...(decidedAt === null
            ? []
            : [
                {
                  name: t('decidedBy'),
                  value: t('by', { name: name(decidedBy ?? ''), at: moment(decidedAt) }),
                },
              ]),
          ...(entry.reason === null ? [] : [{ name: t('reason'), value: entry.reason }]),
          {
            name: t('key'),
            value: (
              <span className="code">
                {t('version', { key: entry.key, version: entry.version })}
              </span>
            ),
          },
        ]}
      />
      {entry.state === 'SUBMITTED' && <Decision entry={entry} />}
      {props.isNewest && mayIn(session, 'create', 'rulebook_entry') && (
        <div className="card-actions">
          <LinkButton icon="edit" to="/rulebook/new" search={{ after: entry.id }}>
            {t('newVersion')}
          </LinkButton>
        </div>
      )}
    </article>
  );
}

function Period({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation('rulebook');
  const { from, to } = adoptionOf(entry);
  const day = (iso: string) => showDay(iso, i18n.language);
  const end = entry.countsUntil ?? to;
  return (
    <>
      {end === '' ? t('from', { from: day(from) }) : t('span', { from: day(from), to: day(end) })}
      {entry.countsUntil !== null && <small className="fine"> {t('superseded')}</small>}
    </>
  );
}
