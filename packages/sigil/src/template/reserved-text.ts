/** Where the answer begins: after what a reasoning model wrote for itself. */
export const DRAFT_END = '</think>';

/** True for text with a token of a chat template. Some servers read one in a message as the structure that it stands for. */
export function hasChatToken(text: string): boolean {
  return text.includes('<|') && /<\|\w{1,40}\|>/u.test(text);
}

/** Where a chat template ends a turn, with text behind it: `<|im_end|>`, or two of its tokens in a row; -1 if nowhere. */
export function turnBreak(text: string): number {
  if (!text.includes('<|')) return -1;
  return text.search(/<\|(?:im_end|eot_id|end|endoftext)\|>|<\|[a-z_]{1,20}\|>\s*<\|[a-z_]{1,20}\|>/u);
}

/** An end token that a server left at the end of a reply, or `''`. */
export function endToken(text: string): string {
  if (!text.endsWith('>') && !text.endsWith(']')) return '';
  return /(?:<\|[a-z_]{1,20}\|>|<\/s>|\[\[ ?## ?completed ?## ?\]\])$/u.exec(text.slice(-28))?.[0] ?? '';
}
