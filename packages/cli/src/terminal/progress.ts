import type { Channel } from './channel.js';
import { liveLine, plainLine, type ProgressState } from './progress-line.js';
import { rateMeter } from './rate-meter.js';

/** Shows how far something is: one live line on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  update(state: ProgressState): void;
  /** Writes a line of its own above the live one. */
  interject(text: string): void;
  /** Takes the live line away. Nothing is shown afterwards. */
  end(): void;
}

/** Between two drawings of the live line, in milliseconds. */
const redrawMs = 100;
/** Between two drawings where nothing new happened, in milliseconds. */
const tickMs = 1000;
/** Between two plain lines, where no tenth of the way has passed, in milliseconds. */
const plainMs = 10_000;
/** Between two plain lines at least, but for the last, in milliseconds. */
const shortestPlainMs = 500;
/** Takes what is on the line away and goes to its start. */
const clearLine = '\r\u001b[2K';

/**
 * @param channel where to show it
 * @param now milliseconds of any monotonic clock
 */
export function startProgress(channel: Channel, now: () => number): Progress {
  return channel.live ? liveProgress(channel, now) : plainProgress(channel, now);
}

function liveProgress(channel: Channel, now: () => number): Progress {
  const meter = rateMeter(now());
  let state: ProgressState | undefined;
  let drawnAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  const draw = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (state === undefined) return;
    drawnAt = now();
    channel.write(clearLine + liveLine(state, meter.perSecond(now()), channel.columns(), channel.paint));
  };
  // Also while nothing comes back: a line that stands still looks dead.
  const ticking = setInterval(draw, tickMs).unref();
  const drawSoon = (): void => {
    const wait = drawnAt + redrawMs - now();
    if (wait <= 0) draw();
    else timer ??= setTimeout(draw, wait).unref();
  };
  return {
    update(next) {
      state = next;
      meter.add(next.done, now());
      drawSoon();
    },
    interject(text) {
      channel.write(`${clearLine}${text}\n`);
      draw();
    },
    end() {
      clearTimeout(timer);
      clearInterval(ticking);
      if (state !== undefined) channel.write(clearLine);
      state = undefined;
    },
  };
}

function plainProgress(channel: Channel, now: () => number): Progress {
  const meter = rateMeter(now());
  let saidAt = now();
  let saidTenths = 0;
  return {
    update(state) {
      meter.add(state.done, now());
      const tenths = state.total === 0 ? 0 : Math.floor((state.done / state.total) * 10);
      const since = now() - saidAt;
      const isDue = tenths > saidTenths ? since >= shortestPlainMs || tenths === 10 : since >= plainMs;
      if (!isDue) return;
      saidTenths = tenths;
      saidAt = now();
      channel.write(`${plainLine(state, meter.perSecond(now()))}\n`);
    },
    interject: (text) => channel.write(`${text}\n`),
    end: () => {},
  };
}
