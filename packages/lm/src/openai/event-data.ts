/**
 * The data of server-sent events (WHATWG HTML, section 9.2.6), an event each. Bytes may be cut anywhere: within a
 * character, or between CR and LF. The time grows with the length alone, also for one event of megabytes, which the
 * reader of the `openai` package looks through again with each piece. Whoever stops reading closes the connection.
 */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const lines = lineReader();
  let data: string[] = [];
  for await (const text of textOf(body)) {
    for (const line of lines.push(text)) {
      if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      } else data.push(...dataIn(line));
    }
  }
  // Some services leave out the empty line behind the last event.
  data.push(...dataIn(lines.end()));
  if (data.length > 0) yield data.join('\n');
}

function dataIn(line: string): readonly string[] {
  return line === 'data' || line.startsWith('data:') ? [line.slice(5).replace(/^ /u, '')] : [];
}

/** Takes a text piece by piece and gives its lines, which end with LF, CR LF or CR. */
function lineReader(): {
  readonly push: (text: string) => readonly string[];
  /** What no line end came behind. */
  readonly end: () => string;
} {
  let open: string[] = [];
  let endsWithCR = false;
  return {
    push(text) {
      const given = endsWithCR && text.startsWith('\n') ? text.slice(1) : text;
      endsWithCR = text.endsWith('\r');
      const [first = '', ...others] = given.split(/\r\n|\n|\r/u);
      open.push(first);
      const last = others.pop();
      if (last === undefined) return [];
      const lines = [open.join(''), ...others];
      open = [last];
      return lines;
    },
    end: () => open.join(''),
  };
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const text = decoder.decode(value, { stream: true });
      if (text !== '') yield text;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
