/** The part of Vite's `Plugin` that is used here. */
export interface DecoratorPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  transform(code: string, id: string): Promise<{ code: string; map: string } | undefined>;
}

/**
 * A plugin for Vite 8 and vitest on it, whose compiler leaves standard decorators in its output. It hands files with
 * decorators to esbuild first. Legacy decorators (`"experimentalDecorators": true`) need no plugin.
 *
 * @throws Error when `esbuild`, an optional dependency, is not installed
 * @example
 * ```ts
 * // vite.config.ts
 * import { standardDecorators } from 'sigil/vite';
 *
 * export default { plugins: [standardDecorators()] };
 * ```
 */
export function standardDecorators(): DecoratorPlugin {
  return {
    name: 'sigil:standard-decorators',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.split('?', 1);
      if (!/\.[cm]?tsx?$/u.test(file) || !/^\s*@\w/mu.test(code)) return undefined;
      const { transform } = await import('esbuild');
      const lowered = await transform(code, {
        loader: file.endsWith('x') ? 'tsx' : 'ts',
        sourcefile: file,
        sourcemap: true,
        target: 'es2022',
        tsconfigRaw: { compilerOptions: { experimentalDecorators: false } },
      });
      return { code: lowered.code, map: lowered.map };
    },
  };
}
