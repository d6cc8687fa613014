import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem, problemOf } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import type { Wiring } from '../../ui/desk/field.tsx';
import { FileDrop } from '../../ui/desk/file-drop.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { useState } from 'react';

export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** A scan on its way to the server; what is kept is told by its SHA-256. */
export function ScanUpload(props: {
  readonly wiring: Wiring;
  readonly purpose: string;
  readonly value: SentFile | null;
  readonly onChange: (file: SentFile | null) => void;
}) {
  const { t } = useTranslation('documents');
  const problemText = useProblemText();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: (chosen: File) => sendFile(chosen, props.purpose),
    onSuccess: props.onChange,
  });
  return (
    <>
      <FileDrop
        wiring={props.wiring}
        accept=".pdf,.jpg,.jpeg,.png"
        invitation={t('seal.invite')}
        again={t('seal.again')}
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          props.onChange(null);
          if (chosen) send.mutate(chosen);
        }}
      />
      {send.isPending && <p role="status">{t('seal.sending')}</p>}
      {send.error && <Notice tone="fault" title={problemText(send.error)} />}
      {props.value && (
        <p className="sent-file">
          <small>{t('seal.sha256')}</small>{' '}
          <span className="fingerprint">{props.value.sha256}</span>
        </p>
      )}
    </>
  );
}

/** @throws {ApiProblem} for everything that is not the promised answer */
async function sendFile(file: File, purpose: string): Promise<SentFile> {
  const asked = new URLSearchParams({ name: file.name, purpose });
  const response = await fetch(`/api/files?${asked.toString()}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiProblem({ status: 0, code: 'NO_CONNECTION' });
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as SentFile;
}
