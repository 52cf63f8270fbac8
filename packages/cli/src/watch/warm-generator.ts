import { apply, ParsedFiles, type Applied, type Plan } from '@sigil/codegen';
import { finishedSources, remember, type KnownSources } from '@sigil/codegen/unchanged';
import { compileProject } from '../project/compile-project.js';
import { projectKey } from '../project/generate-project.js';
import { openProject, type Project } from '../project/open-project.js';
import { isOutput } from './watched-files.js';

/** What a run found and did. */
export interface WarmRun extends Applied {
  readonly planned: Plan;
}

/** Generates a project again and again: what did not change is neither parsed nor read again. */
export class WarmGenerator {
  readonly #cwd: string;
  readonly #kept = new ParsedFiles();
  #known: KnownSources = new Map();
  #project: Project | undefined;
  #last: Plan | undefined;
  #read = new Set<string>();
  #configCode: readonly string[] = [];

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Absolute paths of everything that was read so far. */
  get files(): ReadonlySet<string> {
    return new Set([...this.#read, ...this.#configCode]);
  }

  /** Absolute paths at which imports that lead nowhere were looked for. */
  get awaited(): ReadonlySet<string> {
    return this.#kept.awaited();
  }

  /** True for a file that the configuration was made of. */
  isConfigCode(file: string): boolean {
    return this.#configCode.includes(file);
  }

  /** @throws UsageError for a broken configuration */
  async project(): Promise<Project> {
    if (this.#project === undefined) {
      this.#project = await openProject(this.#cwd, true);
      this.#configCode = this.#project.code.imported();
    }
    return this.#project;
  }

  /** Reads the configuration again before the next run. */
  forgetProject(): void {
    this.#project = undefined;
  }

  /** @throws UsageError for a broken configuration */
  async run(): Promise<WarmRun> {
    const project = await this.project();
    const planned = await compileProject(project, { known: this.#known, kept: this.#kept });
    const applied = await apply(planned);
    this.#last = planned;
    this.#known = finishedSources(planned);
    const behind = planned.inputs.sources.flatMap(({ known, behind: paths }) =>
      known === undefined ? paths : [...known.files.keys()],
    );
    this.#read = new Set([...planned.inputs.files, ...behind].filter((file) => !isOutput(file)));
    return { planned, ...applied };
  }

  /** Leaves what is known to the next process. */
  remember(): void {
    if (this.#last !== undefined && this.#project !== undefined) {
      remember(this.#last, projectKey(this.#project));
    }
  }
}
