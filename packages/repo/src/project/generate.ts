import { apply, plan } from '@sigil/codegen';
import { chatAdapter } from 'sigil/adapter';
import type { Finding } from '../check/check.js';
import type { ExampleModule } from '../example/example-module.js';
import { placeIn } from './compile.js';
import type { TemporaryProject } from './temporary-project.js';

/**
 * Runs the real generator on the signatures of the examples, so that `./x.gen.js` is there.
 *
 * @returns what it refuses, at the lines of the examples
 */
export async function generate(
  project: TemporaryProject,
  modules: readonly ExampleModule[],
): Promise<Finding[]> {
  const planned = await plan({
    root: project.root,
    include: ['**/src/**/*.ts'],
    adapters: [chatAdapter],
  });
  await apply(planned);
  return planned.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line = 1, code, message }) => ({
      ...placeIn(modules, file, line),
      message: `cannot be generated: ${code}: ${message}`,
    }));
}
