import { buildLexicon, type AliasTable, type Lexicon, type Screener } from '@ludao/rules';
import { useEffect, useState } from 'react';

let loading: Promise<AliasTable> | null = null;

/** The everyday words, fetched once per visit: a description is read here and never sent. */
function loadWords(): Promise<AliasTable> {
  loading ??= fetchWords().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchWords(): Promise<AliasTable> {
  const response = await fetch('/api/words');
  if (!response.ok) throw new Error(`/api/words: ${response.status}`);
  return (await response.json()) as AliasTable;
}

/** All words that can be recognised, or null while they load; a failure goes to the error page. */
export function useLexicon(screener: Screener | null): Lexicon | null {
  const [lexicon, setLexicon] = useState<Lexicon | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (!screener) return undefined;
    let wanted = true;
    const { vocabulary, industries } = screener.ruleSet;
    loadWords().then(
      (words) => wanted && setLexicon(buildLexicon(vocabulary, industries, words)),
      (error: unknown) => wanted && setFailure(error ?? new Error('no words')),
    );
    return () => {
      wanted = false;
    };
  }, [screener]);
  if (failure) throw failure;
  return lexicon;
}
