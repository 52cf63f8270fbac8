/** What the system says when a folder cannot take a file, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write',
  EPERM: 'no permission to write',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in its place',
  ENOENT: 'it cannot be made',
};

/** True for an error of the file system that another folder may not have. */
export function isUnwritable(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in reasons;
}

/** `the disk is full (ENOSPC)`. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  return `${reasons[code] ?? error.message} (${code})`;
}
