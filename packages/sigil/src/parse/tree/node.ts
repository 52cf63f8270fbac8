/** What a reader made of a piece of a reply, with its place: text, a list, or an object. No type has been asked yet. */
export type Node = TextNode | ListNode | ObjectNode;

interface Placed {
  /** Index of the first character in the reply. */
  readonly start: number;
  /** Index after the last character read so far. */
  end: number;
  /** False while the value is still being read, and for good where the reply breaks off in it. */
  closed: boolean;
  /** What had to be mended in this value, those inside of it not counted. */
  fixes?: Fix[];
}

/** A text in quotes, or a bare word: numbers, `true` and `null` are bare words here. */
export interface TextNode extends Placed {
  readonly kind: 'text';
  text: string;
  readonly quoted: boolean;
  /** True while a quote has come that closes the text, or is part of it: what follows will tell. */
  held?: boolean;
}

export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: Node[];
}

export interface ObjectNode extends Placed {
  readonly kind: 'object';
  readonly members: Member[];
}

/** A key and its value, in the order of the reply; a key may stand there twice. */
export interface Member {
  readonly key: string;
  readonly value: Node;
}

/** One mistake in a text and what it was read as. */
export interface Fix {
  readonly kind: string;
  /** The text as it stands, where it is short. */
  readonly from: string;
  /** True where something of the reply is in no value. */
  readonly isLoss?: true;
}

/** Notes a mistake; one kind is noted once for a value, unless something is lost. */
export function mend(node: Node, kind: string, from: string, isLoss?: true): void {
  node.fixes ??= [];
  if (isLoss !== true && node.fixes.some((fix) => fix.kind === kind)) return;
  node.fixes.push(isLoss === undefined ? { kind, from } : { kind, from, isLoss });
}

/** A text that is over; it stands where the whole text it is from stands, if no place is given. */
export function textNode(
  text: string,
  quoted: boolean,
  { start, end }: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): TextNode {
  return { kind: 'text', text, quoted, start, end, closed: true };
}
