import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(max-width: 47.99rem)');

/** Whether the window is too narrow for a table or a fixed navigation. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}

function subscribe(changed: () => void): () => void {
  const media = query();
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
