import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isRecord } from '../spec/is-record.js';
import { isCode } from './is-code.js';

/** Who holds a lock. */
export interface LockOwner {
  readonly pid: number;
  /** When the process began, as the system counts it: ids are used again. Empty where it does not tell. */
  readonly began: string;
  /** Where the id means something: not in another container, nor after the machine was started again. */
  readonly home: string;
  /** Tells one taking of a lock from all others. */
  readonly token: string;
}

/** This process, about to take a lock. */
export function newOwner(): LockOwner {
  const { pid } = process;
  return { pid, began: beginOf(pid), home: ownHome(), token: randomUUID() };
}

/** What stands in a lock. */
export function ownerText({ pid, began, home, token }: LockOwner): string {
  return `${JSON.stringify({ pid, began, home, token })}\n`;
}

/** The owner in a lock; undefined for one that says nothing of that kind. */
export function ownerIn(text: string): LockOwner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const { pid, began, home, token } = value;
    const isPid = typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0;
    if (!isPid || typeof began !== 'string' || typeof home !== 'string' || typeof token !== 'string')
      return undefined;
    return { pid, began, home, token };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True where it is certain that the process of an owner has ended. */
export function isGone({ pid, began, home }: LockOwner): boolean {
  if (home !== ownHome()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
  const now = beginOf(pid);
  return began !== '' && now !== '' && began !== now;
}

function ownHome(): string {
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  return [hostname(), boot, read(() => readlinkSync('/proc/self/ns/pid'))].join(' ');
}

function beginOf(pid: number): string {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in parentheses and may hold anything.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** What a system tells that has such a file. */
function read(from: () => string): string {
  try {
    return from();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
