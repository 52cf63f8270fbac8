/** Words that stand for "no value" where a field may have none. */
export function isNoValue(text: string): boolean {
  return /^(?:null|none|n\/a)?$/iu.test(text.trim());
}

/** Where the answer begins: after what a reasoning model wrote for itself. */
export const DRAFT_END = '</think>';

/** An end token that a server left at the end of a reply, or `''`. */
export function endToken(text: string): string {
  return /(?:<\|[a-z_]{1,20}\|>|<\/s>|\[\[ ?## ?completed ?## ?\]\])$/u.exec(text.slice(-28))?.[0] ?? '';
}
