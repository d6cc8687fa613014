import { ROUTES, type StockImport } from '@ludao/contracts';
import { ask } from '../../api/client.ts';
import { sendFile } from '../../api/send-file.ts';

/**
 * Sends scans one after the other and adds them to an import.
 * @param onSent is told how many have arrived
 */
export async function sendScans(
  importId: string,
  files: readonly File[],
  onSent: (count: number) => void,
): Promise<StockImport> {
  const kept: string[] = [];
  const whole = new AbortController();
  for (const file of files) {
    onSent(kept.length);
    const { id } = await sendFile(file, 'stock-scan', () => {}, whole.signal);
    kept.push(id);
  }
  return ask(ROUTES.addStockScans, { params: { id: importId }, body: { files: kept } });
}
