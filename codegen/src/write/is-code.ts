/** True for an error of the file system with this code: `ENOENT`, `EEXIST`, .. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
