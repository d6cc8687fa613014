import type { DocumentView } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problem.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { differing, ownFields, type Fields } from '../drafting/fields.ts';
import { documentQuery } from '../queries.ts';

/** Who was first, when, and which steps they took. */
export function useMeanwhileWords(): (problem: ApiProblem) => {
  readonly title: string;
  readonly did: string | null;
} {
  const { t, i18n } = useTranslation('documents');
  return ({ params }) => {
    const at = String(params['at'] ?? '');
    const steps = String(params['fields'] ?? '')
      .split(',')
      .filter((key) => key !== '')
      .map((key) => t(`event.${key}`, { defaultValue: key }));
    return {
      title: t('meanwhile.title', {
        by: params['by'] || t('problems:somebody'),
        at: at && showMoment(at, i18n.language),
      }),
      did: steps.length > 0 ? t('meanwhile.did', { what: steps.join('、') }) : null,
    };
  };
}

/** Somebody else changed the draft first: theirs beside what the person typed, of which nothing is lost. */
export function Meanwhile(props: {
  readonly problem: ApiProblem;
  readonly base: DocumentView;
  readonly mine: Fields;
  readonly onTake: (newest: DocumentView) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const words = useMeanwhileWords()(props.problem);
  const { base, mine } = props;
  const { data: newest } = useQuery({
    ...documentQuery(base.id),
    queryKey: ['document', base.id, 'newest', String(props.problem.params['version'] ?? '')],
    gcTime: 0,
  });
  const before = ownFields(base.template, base.fields);
  const theirs = newest && ownFields(base.template, newest.fields);
  const changed = theirs ? differing(before, theirs) : [];
  return (
    <Notice
      tone="fault"
      title={words.title}
      actions={
        <Button type="primary" disabled={!newest} onClick={() => newest && props.onTake(newest)}>
          {t('meanwhile.take')}
        </Button>
      }
    >
      {words.did && <p>{words.did}</p>}
      {theirs && changed.length === 0 && <p>{t('meanwhile.same')}</p>}
      {theirs && changed.length > 0 && (
        <dl className="changes">
          {changed.map((key) => (
            <div key={key}>
              <dt>{base.template.fields.find((one) => one.key === key)?.name[language] ?? key}</dt>
              <dd>
                <span className="now lines">
                  <small>{t('meanwhile.theirs')}</small> {theirs[key]}
                </span>
                {mine[key] !== before[key] && (
                  <span className="was lines">
                    <small>{t('meanwhile.mine')}</small> {mine[key]}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
