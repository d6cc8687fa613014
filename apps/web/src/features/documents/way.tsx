import type { DocumentAct, DocumentState, DocumentView } from '@ludao/contracts';
import { ROUTES, SERVICE_WAYS } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

const STATES = [
  'DRAFT',
  'SUBMITTED',
  'REVIEWED',
  'NUMBERED',
  'SEALED',
  'SERVED',
  'ARCHIVED',
] as const satisfies DocumentState[];

/** What brought a document there. */
const ACTS: Readonly<Record<(typeof STATES)[number], DocumentAct>> = {
  DRAFT: 'DRAFTED',
  SUBMITTED: 'SUBMITTED',
  REVIEWED: 'REVIEWED',
  NUMBERED: 'SIGNED_OFF',
  SEALED: 'SEALED',
  SERVED: 'SERVED',
  ARCHIVED: 'ARCHIVED',
};

/** The seven states in order: what was done by whom and when, what waits, what is still to come. */
export function Way({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const { state, acts, template } = document;
  const shown = STATES.filter((one) => one !== 'SERVED' || template.served);
  const isDiscarded = state === 'DISCARDED';
  const at = isDiscarded ? 0 : shown.findIndex((one) => one === state);
  const discard = acts.find(({ act }) => act === 'DISCARDED');
  return (
    <section className="sheet" aria-labelledby="way">
      <h2 id="way">{t('way.title')}</h2>
      <ol className="document-way">
        {shown.map((one, index) => {
          const progress =
            index <= at ? 'done' : index === at + 1 && !isDiscarded ? 'now' : 'later';
          const act =
            progress === 'done' ? acts.filter((taken) => taken.act === ACTS[one]).pop() : undefined;
          return (
            <li
              key={one}
              className={progress}
              aria-current={progress === 'now' ? 'step' : undefined}
            >
              <p className="way-name">
                <strong>{t(`way.${one}`)}</strong>
                <span className={`way-progress ${progress}`}>{t(`way.${progress}`)}</span>
              </p>
              {act && (
                <p className="way-who">
                  {act.post} {act.person}
                  <time dateTime={act.at}>{showMoment(act.at, i18n.language)}</time>
                </p>
              )}
              {one === 'NUMBERED' && progress === 'done' && <Outside document={document} />}
              {one === 'SUBMITTED' && <Repeated acts={acts} of="RETURNED" text="returns" />}
              {one === 'SERVED' && <Deliveries document={document} />}
            </li>
          );
        })}
      </ol>
      {discard && <p>{t('way.discarded', { reason: discard.reason ?? '' })}</p>}
    </section>
  );
}

/** All returns with their reasons stay readable. */
function Repeated(props: {
  readonly acts: DocumentView['acts'];
  readonly of: DocumentAct;
  readonly text: string;
}) {
  const { t, i18n } = useTranslation('documents');
  const found = props.acts.filter(({ act }) => act === props.of);
  if (found.length === 0) return null;
  return (
    <details className="way-more">
      <summary>{t(`way.${props.text}`, { count: found.length })}</summary>
      <ul>
        {found.map(({ at, post, person, reason }) => (
          <li key={at}>
            {reason}
            <span className="way-who">
              {post} {person}
              <time dateTime={at}>{showMoment(at, i18n.language)}</time>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What came of it in the official system, which may be at any time after the signature. */
function Outside({ document: { record, acts } }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const { mode, system, number, on } = record;
  if (mode !== 'FRONT') return null;
  const act = acts.find((taken) => taken.act === 'RECORDED_OUTSIDE');
  if (!act || !number || !on) return <p className="way-who">{t('way.outsideWaits', { system })}</p>;
  return (
    <>
      <p>{t('way.outside', { system, number, day: showDay(on, i18n.language) })}</p>
      <p className="way-who">
        {act.post} {act.person}
        <time dateTime={act.at}>{showMoment(act.at, i18n.language)}</time>
      </p>
    </>
  );
}

function Deliveries({ document: { deliveries } }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  if (deliveries.length === 0) return null;
  return (
    <ul className="way-deliveries" aria-label={t('serve.log')}>
      {deliveries.map(
        ({ outcome, way, on, countsFrom, receiver, witness, note, receiptFile }, at) => (
          <li key={at}>
            <strong>{t(`serve.${outcome}`)}</strong> {SERVICE_WAYS[way][language]}{' '}
            {showDay(on, i18n.language)} {[receiver, witness, note].filter(Boolean).join(' · ')}
            {receiptFile && (
              <a
                className="way-who"
                href={addressOf(ROUTES.getFile, { params: { id: receiptFile } })}
                target="_blank"
                rel="noreferrer"
              >
                {t('way.receipt')}
              </a>
            )}
            {countsFrom && countsFrom !== on && (
              <span className="way-who">
                {t('way.countsFrom', { day: showDay(countsFrom, i18n.language) })}
              </span>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
