/** What was selected of one paragraph, in UTF-16 code units of its text. */
export interface Selected {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What is selected on the page, where it lies within one paragraph of the box; blanks at its ends left out. */
export function readSelection(box: HTMLElement | null): Selected | null {
  const selection = getSelection();
  if (!box || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const part = partOf(range.startContainer);
  if (!part || part !== partOf(range.endContainer) || !box.contains(part)) return null;
  const before = document.createRange();
  before.selectNodeContents(part);
  before.setEnd(range.startContainer, range.startOffset);
  const said = range.toString();
  const words = said.trim();
  if (words === '') return null;
  const from = before.toString().length + said.indexOf(words);
  return { paragraph: Number(part.dataset['part']), from, to: from + words.length, words };
}

function partOf(node: Node): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-part]') ?? null;
}
