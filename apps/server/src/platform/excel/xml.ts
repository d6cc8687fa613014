import { isXmlError, SaxParser } from '@cj-tech-master/excelts/xml';
import { SheetRefused } from './refusal.ts';

/** Names come without their prefix: some programs write x:row for row. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlFeed {
  /** @throws SheetRefused on a DOCTYPE or what is no XML; and what a handler throws */
  write(bytes: Buffer): void;
  end(): void;
}

const DOCTYPE = '<!DOCTYPE';

/** Parses a part as it unpacks. Entities that a file defines itself are never expanded. */
export function openXmlFeed(part: string, handlers: XmlHandlers): XmlFeed {
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip' });
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), attributes));
  if (handlers.close) parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  if (handlers.text) {
    parser.on('text', (text) => handlers.text?.(text));
    parser.on('cdata', (text) => handlers.text?.(text));
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let tail = '';

  function feed(text: string): void {
    const seen = tail + text;
    if (seen.includes(DOCTYPE)) throw new SheetRefused('HAS_DOCTYPE', { part });
    tail = seen.slice(1 - DOCTYPE.length);
    parser.write(text);
  }

  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      const badUtf8 = error instanceof TypeError && 'code' in error;
      if (!isXmlError(error) && !badUtf8) throw error;
      throw new SheetRefused('DAMAGED', { part }, error);
    }
  }

  return {
    write: (bytes) => guarded(() => feed(decoder.decode(bytes, { stream: true }))),
    end: () =>
      guarded(() => {
        feed(decoder.decode());
        parser.close();
      }),
  };
}

/** Parses a whole part, for those of which only the handlers' findings are kept. */
export async function parseXml(
  part: string,
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): Promise<void> {
  const feed = openXmlFeed(part, handlers);
  for await (const piece of pieces) feed.write(piece);
  feed.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
