import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PackError, Source } from '@ludao/rules/load';
import type { z } from 'zod';

/** A folder of packs, read by paths that are relative to it; every fault names file and place. */
export class PackFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** @throws PackError when the file cannot be read */
  text(path: string): string {
    try {
      return readFileSync(join(this.root, path), 'utf8');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new PackError([{ file: path, line: 1, column: 1, code: 'file.unreadable', message }]);
    }
  }

  open(path: string): Source {
    return new Source(path, this.text(path));
  }

  /** A transcription is written by a program, so its place is the file and the path inside it. */
  json<T>(path: string, schema: z.ZodType<T>): T {
    const refuse = (message: string) =>
      new PackError([{ file: path, line: 1, column: 1, code: 'file.content', message }]);
    let value: unknown;
    try {
      value = JSON.parse(this.text(path));
    } catch (error) {
      if (error instanceof PackError) throw error;
      throw refuse(error instanceof Error ? error.message : String(error));
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw refuse(`${issue!.message} (at ${issue!.path.map(String).join('.')})`);
  }

  /** The YAML files of one folder by name; none where there is no such folder. */
  yamlFiles(path: string): Source[] {
    if (!this.has(path)) return [];
    return readdirSync(join(this.root, path))
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => this.open(`${path}/${name}`));
  }

  /** The folders in one folder by name, as paths; none where there is no such folder. */
  subfolders(path: string): string[] {
    if (!this.has(path)) return [];
    return readdirSync(join(this.root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}`)
      .toSorted();
  }

  /** Folders below that hold a file of this name, in the order of their paths. */
  foldersWith(name: string): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name === name)
      .map((entry) => relative(this.root, entry.parentPath).replaceAll('\\', '/'))
      .toSorted();
  }
}
