import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError, codeOf, explainFolderFailure } from './startup-error.ts';

/** Held as long as this process may write to the data folder. */
export interface DataLock {
  release(): void;
}

/**
 * One process that ever held the lock. The start time tells it from a later process that was given
 * the same number; a computer's start is part of it, because numbers begin anew after that.
 */
interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

const PREFIX = 'ludao.lock.';

/**
 * Takes the data folder for this process; PGlite itself would let a second one in and damage it.
 *
 * Every process first leaves a file of its own, named after itself, and only then looks for others.
 * Of two that come together at least one sees the other, so both can never believe they are alone,
 * and removing the file of a dead process can never hit a living one, because names do not recur.
 * A process that was killed leaves its file behind; the next one finds it dead and removes it.
 * @throws StartupError naming the process that holds the folder, or saying why it cannot be written
 */
export async function lockDataFolder(folder: string): Promise<DataLock> {
  const self = thisProcess();
  // Two that saw each other both step back; a little chance decides who comes first next time.
  for (const attempt of [1, 2, 3, 4]) {
    const lock = leaveOwnFile(folder, self);
    const other = livingHolder(folder, self);
    if (other === undefined) return lock;
    lock.release();
    if (attempt === 4) throw held(folder, other);
    await delay(50 + Math.random() * 150);
  }
  throw new Error('unreachable');
}

function leaveOwnFile(folder: string, self: Holder): DataLock {
  const file = join(folder, `${PREFIX}${self.pid}.${self.started}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(self), { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && readHolder(file) !== undefined) throw held(folder, self);
    throw explainFolderFailure(error, folder);
  }
  return { release: () => rmSync(file, { force: true }) };
}

function livingHolder(folder: string, self: Holder): Holder | undefined {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(PREFIX))) {
    const file = join(folder, name);
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (holder.pid === self.pid && holder.started === self.started) continue;
    // Another computer's processes cannot be asked; only a person can say that it is gone.
    if (holder.host !== self.host || isAlive(holder)) return holder;
    rmSync(file, { force: true });
  }
  return undefined;
}

/** @returns undefined when the file was removed meanwhile, or is still being written by a newcomer */
function readHolder(file: string): Holder | undefined {
  const [, pid, started] = /ludao\.lock\.(\d+)\.(.+)$/.exec(file) ?? [];
  try {
    const text = readFileSync(file, 'utf8');
    if (pid === undefined || started === undefined) return undefined;
    // The name says enough when the content is not there yet: the process is on this computer.
    const host = text === '' ? hostname() : String(JSON.parse(text).host);
    return { pid: Number(pid), started, host };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function held(folder: string, holder: Holder): StartupError {
  if (holder.host !== hostname()) {
    const file = join(folder, `${PREFIX}${holder.pid}.${holder.started}`);
    return new StartupError(
      `数据目录 ${folder} 正被另一台计算机（${holder.host}）上的进程 ${holder.pid} 使用；确认其已停止后，请删除文件 ${file}。`,
      `The data folder ${folder} is in use by process ${holder.pid} on another computer (${holder.host}). If that one is gone for good, delete ${file}.`,
    );
  }
  return new StartupError(
    `数据目录 ${folder} 正被进程 ${holder.pid} 使用；请先停止该进程，或用 LUDAO_DATA 指定其他目录。`,
    `The data folder ${folder} is in use by process ${holder.pid}. Stop it first, or set LUDAO_DATA to another folder.`,
  );
}

function thisProcess(): Holder {
  const started = startOf(process.pid) ?? String(Math.round(Date.now() - process.uptime() * 1000));
  return { pid: process.pid, started, host: hostname() };
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives but belongs to someone else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  // Where the system does not tell start times, a living number counts as the same process.
  return started === undefined || started === holder.started;
}

/**
 * When a process started: the computer's start plus clock ticks since then, which Linux tells.
 * @returns undefined elsewhere, 'ended' for a process that only waits to be collected
 */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name, may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? 'ended' : `${boot}-${ticks}`;
  } catch {
    return undefined;
  }
}
