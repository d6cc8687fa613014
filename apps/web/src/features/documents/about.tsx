import { ROUTES, SEAL_WAYS, type DocumentView } from '@ludao/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/client.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { StateMark } from './state-mark.tsx';

/** Where it belongs, what it is about, and what came of it later. */
export function About({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const { subject, addressee, volume, office, template, edition, seal } = document;
  const { corrects, followedBy, kindName } = document;
  return (
    <section className="sheet document-about" aria-label={t('about.title')}>
      <dl>
        <div>
          <dt>{t('kind')}</dt>
          <dd>
            {kindName[language]}
            {template.adverse && <small className="under">{t('choose.adverse')}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('office')}</dt>
          <dd>{office}</dd>
        </div>
        <div>
          <dt>{t('addressee')}</dt>
          <dd>
            <Link
              to={subject.kind === 'park' ? '/parks/$id' : '/enterprises/$id'}
              params={{ id: subject.id }}
            >
              {addressee}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('about.volume')}</dt>
          <dd>
            <Link to="/volumes/$id" params={{ id: volume.id }}>
              {volume.name}
            </Link>
            {volume.closed && <small className="under">{t('about.closed')}</small>}
          </dd>
        </div>
        {seal && (
          <div>
            <dt>{t('about.seal')}</dt>
            <dd>
              {t('seal.done', {
                day: showDay(seal.sealedOn, i18n.language),
                way: SEAL_WAYS[seal.way][language],
              })}
              <br />
              <a
                href={addressOf(ROUTES.getFile, { params: { id: seal.file } })}
                target="_blank"
                rel="noreferrer"
              >
                {t('about.scan')}
              </a>
              <small className="under fingerprint">
                {t('seal.sha256')} {seal.sha256}
              </small>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('about.edition')}</dt>
          <dd>{edition}</dd>
        </div>
        {corrects && (
          <div>
            <dt>{t('follow.first')}</dt>
            <dd>
              <Link to="/documents/$id" params={{ id: corrects.id }} search={{}}>
                {corrects.number} {corrects.name}
              </Link>
            </dd>
          </div>
        )}
        {followedBy.length > 0 && (
          <div>
            <dt>{t('follow.later')}</dt>
            <dd>
              {followedBy.map(({ id, name, number, state }) => (
                <p key={id}>
                  <Link to="/documents/$id" params={{ id }} search={{}}>
                    {number} {name}
                  </Link>{' '}
                  <StateMark state={state} effect={null} />
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
