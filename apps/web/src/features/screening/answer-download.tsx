import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Screening } from '../../api/screening/link.ts';

type State = 'idle' | 'making' | 'busy' | 'failed';

/**
 * The answer as a document. It is the one thing that sends a project to the server, so the button
 * says so and nothing is sent before it is pressed.
 */
export function DownloadPdf(props: { readonly screening: Screening; readonly on: string }) {
  const { screening, on } = props;
  const { t } = useTranslation('screening');
  const [state, setState] = useState<State>('idle');
  async function download(): Promise<void> {
    setState('making');
    try {
      const response = await askForPdf(screening, on);
      if (response.ok) saveAs(await response.blob(), t('answer.pdfName', { day: on }));
      setState(response.ok ? 'idle' : response.status === 503 ? 'busy' : 'failed');
    } catch {
      setState('failed');
    }
  }
  return (
    <div className="download">
      <button
        type="button"
        aria-describedby="pdf-hint"
        disabled={state === 'making'}
        onClick={() => void download()}
      >
        {t(state === 'making' ? 'answer.pdfMaking' : 'answer.pdf')}
      </button>
      <p id="pdf-hint" className="hint">
        {t('answer.pdfHint')}
      </p>
      <p role="status" className="hint">
        {state === 'busy' && t('answer.pdfBusy')}
        {state === 'failed' && t('answer.pdfFailed')}
      </p>
    </div>
  );
}

function askForPdf({ project, jurisdiction, demo }: Screening, on: string): Promise<Response> {
  const body = JSON.stringify({ ...project, on, jurisdiction, ...(demo ? { demo } : {}) });
  const headers = { 'content-type': 'application/json' };
  return fetch('/api/screenings/pdf', { method: 'POST', headers, body });
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
