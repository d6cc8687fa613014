import type { PublicGround, PublicMark, PublicVersion } from '@ludao/contracts';
import { Button, Input, Select } from 'antd';
import { useEffect, useState, type FormEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/desk/field.tsx';
import { useGroundOptions } from './grounds.ts';
import { coverWords, withMark } from './marks.ts';
import { readSelection, type Selected } from './selection.ts';

const EVERYWHERE = -1;

/** Covers what was selected in the paragraphs, or words that are typed, wherever they stand. */
export function CoverForm(props: {
  readonly version: PublicVersion;
  readonly marks: readonly PublicMark[];
  readonly box: RefObject<HTMLElement | null>;
  readonly onCover: (marks: readonly PublicMark[], added: number) => void;
}) {
  const { t } = useTranslation('documents');
  const grounds = useGroundOptions();
  const { box, marks, onCover } = props;
  const { parts } = props.version;
  const [selected, setSelected] = useState<Selected | null>(null);
  const [typed, setTyped] = useState({ words: '', where: EVERYWHERE });
  const [ground, setGround] = useState<PublicGround>('PERSONAL');
  const [fault, setFault] = useState<string | undefined>();
  useEffect(() => {
    function look(): void {
      const found = readSelection(box.current);
      if (!found) return;
      setSelected(found);
      setTyped({ words: found.words, where: found.paragraph });
      setFault(undefined);
    }
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [box]);

  /** What is typed counts from then on, and not what was selected before. */
  function type(next: Partial<typeof typed>): void {
    setSelected(null);
    setTyped((now) => ({ ...now, ...next }));
    setFault(undefined);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const words = typed.words.trim();
    if (words === '') return setFault(t('public.wordsMissing'));
    const { paragraph, from, to } = selected ?? {};
    const made =
      paragraph !== undefined && from !== undefined && to !== undefined
        ? { marks: withMark(marks, { paragraph, from, to, ground }), added: 1 }
        : coverWords(parts, marks, words, typed.where < 0 ? null : typed.where, ground);
    if (made.added === 0) return setFault(t('public.wordsNowhere', { words }));
    onCover(made.marks, made.added);
    setSelected(null);
    setTyped({ words: '', where: EVERYWHERE });
    getSelection()?.removeAllRanges();
  }

  return (
    <form onSubmit={submit} noValidate className="cover-form" aria-label={t('public.add')}>
      <Field id="cover-words" label={t('public.words')} hint={t('public.addHint')} fault={fault}>
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            value={typed.words}
            onChange={(event) => type({ words: event.target.value })}
          />
        )}
      </Field>
      <Field id="cover-where" label={t('public.where')}>
        {(wiring) => (
          <Select
            {...wiring}
            popupMatchSelectWidth={false}
            options={[
              { value: EVERYWHERE, label: t('public.everywhere') },
              ...parts.map(({ text }, at) => ({
                value: at,
                label: t('public.whereOne', { at: at + 1, begin: text.slice(0, 12) }),
              })),
            ]}
            value={typed.where}
            onChange={(where: number) => type({ where })}
          />
        )}
      </Field>
      <Field id="cover-ground" label={t('public.ground')}>
        {(wiring) => (
          <Select
            {...wiring}
            popupMatchSelectWidth={false}
            options={grounds}
            value={ground}
            onChange={setGround}
          />
        )}
      </Field>
      <Button htmlType="submit">{t('public.cover')}</Button>
    </form>
  );
}
