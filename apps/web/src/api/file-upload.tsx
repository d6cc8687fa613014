import {
  acceptedKinds,
  FILE_KIND_NAMES,
  FILE_KINDS,
  ROUTES,
  type FileKindName,
  type FileView,
} from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/index.ts';
import { Field } from '../ui/desk/field.tsx';
import { FileDrop } from '../ui/desk/file-drop.tsx';
import { ask } from './client.ts';
import { FileChip } from './file-chip.tsx';
import { ApiProblem } from './problem.ts';
import { useProblemText } from './problem-text.ts';
import { sendFile } from './send-file.ts';

const MEGABYTE = 1024 * 1024;
const endingsOf = (kinds: readonly FileKindName[]) =>
  kinds.flatMap((kind) => FILE_KINDS[kind].endings.map((ending) => `.${ending}`)).join(',');

/** A file on its way: how much has left, and how to stop it. */
interface Sending {
  readonly name: string;
  readonly share: number;
  readonly stop: () => void;
}

/** Files of a form: each is sent as soon as it is chosen, and the form holds what the server kept. */
export function FileUpload(props: {
  readonly id: string;
  readonly label: string;
  /** Says why there has to be one, where the form was sent without. */
  readonly fault?: string | undefined;
  readonly optional?: string;
  /** What they are for, as a short code: 'notice-scan'. */
  readonly purpose: string;
  readonly most?: number;
  /** Where only some of what is taken in serves the purpose. */
  readonly kinds?: readonly FileKindName[];
  readonly files: readonly FileView[];
  readonly onChange: (files: readonly FileView[]) => void;
}) {
  const { t, i18n } = useTranslation('files');
  const problemText = useProblemText();
  const [sending, setSending] = useState<Sending | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const stopRef = useRef<() => void>(() => {});
  const box = useRef<HTMLDivElement>(null);
  // Whoever leaves the page takes nothing further along.
  useEffect(() => () => stopRef.current(), []);
  const rules = useQuery({
    queryKey: ['file-rules'],
    queryFn: ({ signal }) => ask(ROUTES.getFileRules, {}, signal),
    staleTime: Infinity,
  });
  const { files, most = 1, kinds = FILE_KIND_NAMES } = props;
  const limit = rules.data?.fileBytes;

  function tellFault(error: unknown): void {
    setWrong(problemText(error));
    setSaid(problemText(error));
  }

  /** What had the focus is gone; whoever works by keyboard stays where the files are. */
  function leave(): void {
    setSending(null);
    box.current?.focus();
  }

  async function send(file: File): Promise<void> {
    const leaving = new AbortController();
    const stop = () => leaving.abort();
    stopRef.current = stop;
    const show = (share: number) => setSending({ name: file.name, share, stop });
    show(0);
    setSaid('');
    try {
      const kept = await sendFile(file, props.purpose, show, leaving.signal);
      props.onChange([...files, kept]);
      setSaid(t('added', { name: kept.name }));
    } catch (error) {
      if (leaving.signal.aborted) setSaid(t('cancelled', { name: file.name }));
      else tellFault(error);
    } finally {
      leave();
    }
  }

  function choose(file: File | null): void {
    if (!file) return;
    const fault = limit === undefined ? null : faultOf(file, limit);
    setWrong(null);
    if (fault) tellFault(fault);
    else void send(file);
  }

  const hint = [
    limit !== undefined &&
      t('limits', {
        megabytes: limit / MEGABYTE,
        kinds: acceptedKinds(currentLanguage(i18n), kinds),
      }),
    most > 1 && t('most', { count: most }),
  ].filter(Boolean);
  return (
    <Field
      id={props.id}
      label={props.label}
      optional={props.optional}
      hint={hint.length > 0 && hint.join(' ')}
      fault={wrong ?? props.fault}
    >
      {(wiring) => (
        <div ref={box} tabIndex={-1} className="file-upload">
          {files.length > 0 && (
            <ul className="file-list" aria-label={t('list')}>
              {files.map((file) => (
                <li key={file.id}>
                  <FileChip file={file} />
                  <Button
                    size="small"
                    aria-label={t('removeNamed', { name: file.name })}
                    onClick={() => {
                      props.onChange(files.filter((one) => one !== file));
                      box.current?.focus();
                    }}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {sending && <Progress sending={sending} />}
          {!sending && files.length < most && (
            <FileDrop
              wiring={wiring}
              invitation={t(files.length > 0 ? 'more' : 'choose')}
              again=""
              file={null}
              accept={endingsOf(kinds)}
              onChange={choose}
            />
          )}
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </div>
      )}
    </Field>
  );
}

function Progress({ sending }: { readonly sending: Sending }) {
  const { t } = useTranslation('files');
  const { name, share, stop } = sending;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const percent = Math.floor(share * 100);
  // All of it has left; the server looks at it.
  const text = t(share < 1 ? 'sending' : 'checking', { name });
  return (
    <div className="file-progress">
      <div>
        <p>
          {text} <span className="quiet-text">{share < 1 && t('percent', { percent })}</span>
        </p>
        <progress max={100} value={share < 1 ? percent : undefined} aria-label={text} />
      </div>
      <Button ref={button} onClick={stop}>
        {t('cancel')}
      </Button>
    </div>
  );
}

/** What can be told of a file before it is sent; what is in it, the server judges. */
function faultOf({ size }: File, limit: number): ApiProblem | null {
  if (size === 0) return new ApiProblem({ status: 422, code: 'FILE_EMPTY' });
  if (size <= limit) return null;
  const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10;
  const params = { megabytes, limit: limit / MEGABYTE };
  return new ApiProblem({ status: 422, code: 'FILE_TOO_LARGE', params });
}
