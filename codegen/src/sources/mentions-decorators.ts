/**
 * True for a source that may hold a signature or a program: it names one of the decorators and applies something. A quick look at
 * the text, so that only such files are parsed; what the names stand for is decided by their imports.
 */
export function mentionsDecorators(text: string): boolean {
  return text.includes('@') && /\b(?:Signature|Program|InputField|OutputField)\b/u.test(text);
}
