import { spawnSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.js';
import { abandonedParts, freePart, newPart } from './part-file.js';

const host = hostname().replaceAll(/[^\w-]/g, '-');

describe('a part of a file', () => {
  it('never has the name of another one', () => {
    const names = Array.from({ length: 100 }, () => newPart('/folder/file'));
    expect(new Set(names).size).toBe(100);
  });

  it('belongs to the process that writes it', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(newPart(path), '');
    expect(await abandonedParts(path)).toEqual([]);
  });

  it('is abandoned where it was freed, or its process is gone', async () => {
    const path = join(temporaryFolder(), 'file');
    const { pid } = spawnSync(process.execPath, ['--version']);
    const gone = `${path}.${host}.${pid}.00000000.part`;
    for (const part of [gone, freePart(path)]) writeFileSync(part, '');
    expect((await abandonedParts(path)).sort()).toEqual([gone, freePart(path)].sort());
  });

  it("of another machine's process is abandoned after a day", async () => {
    const path = join(temporaryFolder(), 'file');
    const part = `${path}.elsewhere.1.00000000.part`;
    writeFileSync(part, '');
    expect(await abandonedParts(path)).toEqual([]);
    const yesterday = Date.now() / 1000 - 25 * 60 * 60;
    utimesSync(part, yesterday, yesterday);
    expect(await abandonedParts(path)).toEqual([part]);
  });

  it('of another file is left alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(freePart(join(folder, 'other')), '');
    writeFileSync(join(folder, 'file.json'), '');
    expect(await abandonedParts(join(folder, 'file'))).toEqual([]);
  });
});
