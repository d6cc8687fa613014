import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Notice } from '../../ui/desk/notice.tsx';

/** What the law of today changed under a case; it is put right by asking it again. */
const LAW_MOVED = ['CASE_LEVEL_CHANGED', 'CASE_LAW_CHANGED', 'CASE_RELIEF_LAPSED'];

/** Why a step was refused, in the owner's words, and the way that is left. */
export function Refused(props: {
  readonly error: unknown;
  /** The public answer about the same project, where there is one. */
  readonly answer?: string | undefined;
  readonly onRenew?: (() => void) | undefined;
  readonly onFresh?: (() => void) | undefined;
}) {
  const { t } = useTranslation('cases');
  const problemText = useProblemText();
  const { error, answer, onRenew, onFresh } = props;
  if (!error) return null;
  const code = error instanceof ApiProblem ? error.code : '';
  const ways: ReactNode[] = [];
  if (code === 'CASE_DIRECT_ENTRY') {
    ways.push(
      <Button key="entry" type="primary" href="/desk/admissions/new">
        {t('refused.toAdmission')}
      </Button>,
    );
  }
  if (answer !== undefined && code.startsWith('CASE_')) {
    ways.push(
      <Button key="answer" href={answer}>
        {t(code === 'CASE_LEVEL_OPEN' ? 'refused.goOn' : 'refused.toAnswer')}
      </Button>,
    );
  }
  if (onRenew && LAW_MOVED.includes(code)) {
    ways.push(
      <Button key="renew" type="primary" onClick={onRenew}>
        {t('refused.renew')}
      </Button>,
    );
  }
  if (onFresh && code === 'CHANGED_MEANWHILE') {
    ways.push(
      <Button key="fresh" type="primary" onClick={onFresh}>
        {t('refused.fresh')}
      </Button>,
    );
  }
  return <Notice tone="fault" title={problemText(error)} actions={ways.length > 0 && ways} />;
}
