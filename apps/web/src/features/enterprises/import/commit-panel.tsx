import { ROUTES, type ImportView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Notice } from '../../../ui/desk/notice.tsx';
import { CancelImport } from './cancel-import.tsx';
import type { Chosen } from './plain-rows.tsx';
import { useCount, useImportProblem } from './texts.ts';

/** Says exactly what will happen, and does it. */
export function CommitPanel(props: {
  readonly view: ImportView;
  readonly chosen: Chosen;
  readonly onUnchoose: () => void;
}) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const problem = useImportProblem();
  const { view, chosen } = props;
  const { id, counts } = view;
  const commit = useMutation({
    mutationFn: () =>
      ask(ROUTES.commitImport, {
        params: { id },
        body: { rows: chosen.size > 0 ? [...chosen.keys()] : null },
      }),
    onSuccess: (now) => queries.setQueryData(['enterprise-import', id], now),
    onError: () => void queries.invalidateQueries({ queryKey: ['enterprise-import', id] }),
  });
  const count = useCount();
  const sentence = useSentence(view, chosen);
  const isNothing = counts.new + counts.change === 0;
  return (
    <section className="sheet commit-panel" aria-labelledby="commit">
      <h2 id="commit">{t('commit.title')}</h2>
      {commit.error && <Notice tone="fault" title={problem(commit.error)} />}
      <p className="commit-sentence" role="status">
        {sentence}
      </p>
      {counts.faulty > 0 && !isNothing && <p className="quiet-text">{t('commit.later')}</p>}
      <div className="card-actions">
        {!isNothing && (
          <Button
            type="primary"
            aria-busy={commit.isPending}
            onClick={() => !commit.isPending && commit.mutate()}
          >
            {commit.isPending
              ? t('commit.busy')
              : chosen.size > 0
                ? t('commit.submitChosen', { n: count(chosen.size) })
                : t('commit.submit')}
          </Button>
        )}
        {chosen.size > 0 && <Button onClick={props.onUnchoose}>{t('commit.unchoose')}</Button>}
        <CancelImport view={view} />
      </div>
    </section>
  );
}

function useSentence({ counts }: ImportView, chosen: Chosen): string {
  const { t } = useTranslation('imports');
  const count = useCount();
  const what = (registered: number, changed: number) =>
    [
      registered > 0 && t('commit.new', { n: count(registered) }),
      changed > 0 && t('commit.change', { n: count(changed) }),
    ]
      .filter((part) => part !== false)
      .join(t('commit.and'));
  if (chosen.size > 0) {
    const outcomes = [...chosen.values()];
    const registered = outcomes.filter((outcome) => outcome === 'NEW').length;
    return t('commit.chosen', {
      n: count(chosen.size),
      what: what(registered, chosen.size - registered),
    });
  }
  const { faulty } = counts;
  if (counts.new + counts.change === 0) {
    return faulty > 0 ? t('commit.noneFaulty', { n: count(faulty) }) : t('commit.none');
  }
  const done = what(counts.new, counts.change);
  if (faulty === 0) return t('commit.allGood', { what: done });
  return t('commit.all', { what: done }) + t('commit.faulty', { n: count(faulty) });
}
