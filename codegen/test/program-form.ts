/** An expression that builds a predictor. */
export const P = 'new Predict(Ask)';
/** How a program class begins. */
export const MAIN = 'export class Main extends Module';
/** What every module has. */
export const FORWARD = 'forward(inputs: { text: string }): object { return inputs; }';

/** A program class with these members, and what stands before it. */
export const program = (members: string, head = MAIN, before = ''): string => `${before}
@Program()
${head} {
  static readonly artifact: any = gen.Main;
${members}
  ${FORWARD}
}
`;
