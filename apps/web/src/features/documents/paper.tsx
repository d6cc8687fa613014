import { dayZh, type DocumentPaper } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';

export type PaperText = Pick<
  DocumentPaper,
  'issuer' | 'title' | 'number' | 'addressee' | 'body' | 'remedies' | 'day' | 'contact'
>;

/** What the printed paper looks like, in its own language: after GB/T 9704, as the PDF is set. */
export function Paper(props: {
  readonly paper: PaperText;
  /** Across the sheet, where it is no valid paper. */
  readonly watermark?: string | undefined;
  /** What a later document made of it, with that one's number. */
  readonly mark?: string | undefined;
  readonly code?: string | null;
}) {
  const { t } = useTranslation('documents');
  const { paper, watermark, mark, code } = props;
  const { issuer, number, title, addressee, body, remedies, day, contact } = paper;
  return (
    <article
      className="gongwen"
      lang="zh-CN"
      aria-label={t('paper.label')}
      data-watermark={watermark}
    >
      <p className={issuer.length > 14 ? 'gongwen-issuer long' : 'gongwen-issuer'}>
        {issuer || t('paper.noIssuer')}
      </p>
      <p className={number ? 'gongwen-number' : 'gongwen-number blank'}>
        {number ?? t('paper.noNumber')}
      </p>
      {mark && <p className="gongwen-mark">{mark}</p>}
      <p className="gongwen-title">{title}</p>
      <p className="gongwen-addressee">{addressee || t('paper.noAddressee')}：</p>
      {[...body, ...remedies].map((part, at) => (
        <p key={at} className="gongwen-part">
          {part}
        </p>
      ))}
      <div className="gongwen-signature">
        <p>{issuer || t('paper.noIssuer')}</p>
        <p className={day ? undefined : 'blank'}>{day ? dayZh(day) : t('paper.noDay')}</p>
      </div>
      {(contact || code) && (
        <div className="gongwen-foot">
          {contact && <p>{t('paper.contact', { contact })}</p>}
          {code && <p>{t('paper.code', { code })}</p>}
        </div>
      )}
    </article>
  );
}
