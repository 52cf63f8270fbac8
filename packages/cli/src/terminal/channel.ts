import { writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import pc from 'picocolors';

/** One of the two streams of the process, as a command sees it. */
export interface Channel {
  write(text: string): void;
  readonly paint: Paint;
  /** True on a terminal, where a line can be drawn again. */
  readonly live: boolean;
  /** Width of the terminal; 80 where there is none. */
  columns(): number;
}

/** The few styles that Sigil uses. Each gives its text unchanged where color is off. */
export type Paint = Pick<
  ReturnType<typeof pc.createColors>,
  'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'
>;

/** Where a command speaks. */
export interface Terminal {
  /** Results: nothing but JSON under `--json`. */
  readonly out: Channel;
  /** Progress, warnings, errors. */
  readonly err: Channel;
}

/** The streams of this process. `NO_COLOR` switches color off, `FORCE_COLOR` on. */
export function processTerminal(): Terminal {
  return { out: streamChannel(process.stdout, process.env), err: streamChannel(process.stderr, process.env) };
}

function streamChannel(stream: ProcessStream, env: NodeJS.ProcessEnv): Channel {
  const dumb = env['TERM'] === 'dumb';
  const live = stream.isTTY && !dumb;
  // https://no-color.org: present and not empty, whatever its value.
  const color = !env['NO_COLOR'] && (env['FORCE_COLOR'] === undefined ? live : env['FORCE_COLOR'] !== '0');
  return {
    write: stream instanceof Socket ? (text) => void stream.write(text) : (text) => writeWhole(stream, text),
    paint: pc.createColors(color),
    live,
    columns: () => stream.columns ?? 80,
  };
}

type ProcessStream = NodeJS.WriteStream & { readonly fd: number };

/** A file or a device: Node's own stream takes a part that was written, before the disk was full, for the whole. */
function writeWhole(stream: ProcessStream, text: string): void {
  try {
    writeFileSync(stream.fd, text);
  } catch (error) {
    stream.emit('error', error);
  }
}
