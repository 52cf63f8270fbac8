import color from 'picocolors';

/** Begins a part of the page. */
export function heading(text: string): void {
  console.log(`\n${color.bold(text)}\n`);
}

/** Prints a line of text. */
export function line(text: string): void {
  console.log(text);
}

/** Prints a command as a person would type it. */
export function command(text: string): void {
  console.log(color.dim(`$ ${text}`));
}
