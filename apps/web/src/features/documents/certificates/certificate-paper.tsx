import { CERTIFICATE_STATES, dayZh, type CertificateView } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';

/** What the printed paper looks like, in its own language, as the PDF is set. */
export function CertificatePaper({ certificate }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation('documents');
  const { paper, record, number, holder, issuedOn, state, verification } = certificate;
  const say = (key: string, params: Record<string, string> = {}) =>
    t(`certificate.${key}`, { lng: 'zh-CN', ...params });
  const system = record.system || say('officialSystem');
  const law = paper.restsOn.map(
    ({ title, article, edition }) => `《${title}》（${edition}）${article}`,
  );
  return (
    <article className="certificate" lang="zh-CN" aria-label={t('certificate.paperLabel')}>
      <p className="certificate-title">{paper.title}</p>
      {paper.warnings.map((warning) => (
        <p key={warning} className="certificate-mark">
          {warning}
          <small>{say('mark', { system })}</small>
        </p>
      ))}
      {state !== 'VALID' && <p className="certificate-mark">{CERTIFICATE_STATES[state].zh}</p>}
      <div className="certificate-numbers">
        {record.number !== null && (
          <p>
            {say('numberOutside', { system })}：{record.number}
          </p>
        )}
        <p>
          {say(record.mode === 'FRONT' ? 'numberInside' : 'number')}：{number}
        </p>
      </div>
      <dl className="certificate-rows">
        <div>
          <dt>{say('holder')}</dt>
          <dd>{holder}</dd>
        </div>
        {paper.rows.map(({ name, kind, text }) => (
          <div key={name.zh}>
            <dt>{name.zh}</dt>
            <dd>{kind === 'date' ? dayZh(text) : text}</dd>
          </div>
        ))}
      </dl>
      {paper.body.map((part) => (
        <p key={part} className="certificate-part">
          {part}
        </p>
      ))}
      <p className="certificate-day">{dayZh(issuedOn)}</p>
      <div className="certificate-foot">
        <p>{t('paper.code', { code: verification, lng: 'zh-CN' })}</p>
        <p>{say('restsOn', { law: law.join('、') })}</p>
        {paper.note !== '' && <p>{paper.note}</p>}
      </div>
    </article>
  );
}
