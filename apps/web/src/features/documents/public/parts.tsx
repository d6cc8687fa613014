import type { PublicMark, PublicVersion } from '@ludao/contracts';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { piecesOf } from './marks.ts';

/** The paper paragraph by paragraph; what the public does not see is white on black. */
export function Parts({
  parts,
  marks,
  ref,
}: {
  readonly parts: PublicVersion['parts'];
  readonly marks: readonly PublicMark[];
  readonly ref?: Ref<HTMLOListElement>;
}) {
  const { t } = useTranslation('documents');
  return (
    <ol ref={ref} className="public-parts" aria-label={t('public.parts')}>
      {parts.map(({ kind, text }, at) => (
        <li key={at}>
          <small>
            {at + 1} {t(`public.part.${kind}`)}
          </small>
          {/* Only the paper's own text within: a selection is counted from its beginning. */}
          <p data-part={at} lang="zh-CN">
            {piecesOf(text, at, marks).map(({ text: piece, mark }, key) =>
              mark ? (
                <mark key={key} className="black-bar">
                  {piece}
                </mark>
              ) : (
                piece
              ),
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
