import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** More than one value in a reply. */
export const severalBlobs: Theme = {
  name: 'several blobs',
  groups: [
    {
      type: 'interface Spot { lat: number; lon: number; }',
      cases: [
        changes('two that fit: the first', '{"lat": 1.5, "lon": 2.5}\n{"lat": 3.5, "lon": 4.5}', {
          lat: 1.5,
          lon: 2.5,
        }),
        reads(
          'settings, then the value',
          'Settings: {"units": "deg", "digits": 2}\nSpot: {"lat": 47.1, "lon": 8.5}',
          {
            lat: 47.1,
            lon: 8.5,
          },
        ),
        reads(
          'the value, then settings',
          '{"lat": 47.2, "lon": 8.6}\n\nI used {"units": "deg", "digits": 1}.',
          {
            lat: 47.2,
            lon: 8.6,
          },
        ),
        reads('a list before the value', '["lat", "lon"] -> {"lat": -1, "lon": 0}', { lat: -1, lon: 0 }),
        reads('a broken one before the value', 'Like {"lat": , or so. Better: {"lat": 10, "lon": 20}', {
          lat: 10,
          lon: 20,
        }),
        harder(
          either(
            'the same twice',
            '{"lat": 6, "lon": 7}\n```json\n{"lat": 6, "lon": 7}\n```',
            as({ lat: 6, lon: 7 }),
          ),
        ),
        fails('none has all the fields', '{"lat": 6}\n{"lon": 7}'),
      ],
    },
    {
      type: 'interface Song { title: string; year: int; }\ntype Album = Song[];',
      cases: [
        reads(
          'lines of JSON',
          '{"title": "Dust", "year": 1999}\n{"title": "Salt", "year": 2001}\n{"title": "Ash", "year": 2004}',
          [
            { title: 'Dust', year: 1999 },
            { title: 'Salt', year: 2001 },
            { title: 'Ash', year: 2004 },
          ],
        ),
        reads(
          'objects with commas and no brackets',
          '{"title": "Fog", "year": 1970},\n{"title": "Mist", "year": 1971}',
          [
            { title: 'Fog', year: 1970 },
            { title: 'Mist', year: 1971 },
          ],
        ),
        reads(
          'objects among prose',
          'First {"title": "Noon", "year": 1988}, which I like. Then {"title": "Dusk", "year": 1990}.',
          [
            { title: 'Noon', year: 1988 },
            { title: 'Dusk', year: 1990 },
          ],
        ),
        reads(
          'objects in fences of their own',
          '```json\n{"title": "Hail", "year": 2011}\n```\n```json\n{"title": "Sleet", "year": 2012}\n```',
          [
            { title: 'Hail', year: 2011 },
            { title: 'Sleet', year: 2012 },
          ],
        ),
        reads('one line of JSON that is cut in its brackets', '[{"title": "Reef", "year": 2020}', [
          { title: 'Reef', year: 2020 },
        ]),
        either(
          'one line of three does not fit',
          '{"title": "Oak", "year": 1}\n{"name": "Elm"}\n{"title": "Fir", "year": 3}',
          changed([
            { title: 'Oak', year: 1 },
            { title: 'Fir', year: 3 },
          ]),
          refused(),
        ),
        harder(
          either(
            'two lists one after the other',
            '[{"title": "Bay", "year": 5}]\n[{"title": "Cove", "year": 6}]',
            changed([{ title: 'Bay', year: 5 }]),
            as([
              { title: 'Bay', year: 5 },
              { title: 'Cove', year: 6 },
            ]),
            changed([{ title: 'Cove', year: 6 }]),
            refused(),
          ),
        ),
      ],
    },
    {
      type: 'type Digits = int[];',
      cases: [
        reads('a list among other lists of text', 'Columns ["a", "b"]; values [4, 5]', [4, 5]),
        harder(either('numbers on lines', '7\n8\n9', as([7, 8, 9]), refused())),
      ],
    },
    {
      type: 'interface Event { name: string; at: Date; }',
      cases: [
        reads(
          'a tool call logged before the answer',
          '[log] {"tool": "calendar", "ok": true}\n[log] {"tool": "clock", "ok": true}\n{"name": "demo", "at": "2031-02-03T10:00:00Z"}',
          { name: 'demo', at: new Date('2031-02-03T10:00:00Z') },
        ),
        reads(
          'an example with dots before the answer',
          'Format: {"name": "...", "at": "..."}\nAnswer: {"name": "retro", "at": "2030-05-06T08:30:00Z"}',
          { name: 'retro', at: new Date('2030-05-06T08:30:00Z') },
        ),
      ],
    },
    {
      type: 'interface Vote { choice: string; weight: int; }',
      cases: [
        harder(
          reads(
            'an example from the prompt before the answer, which names its type',
            'Schema: {"choice": "string", "weight": "int"}\nOutput: {"choice": "no", "weight": 2}',
            { choice: 'no', weight: 2 },
          ),
        ),
        reads(
          'a value inside of an object that does not fit',
          '{"meta": {"v": 2}}\n{"choice": "yes", "weight": 1}',
          {
            choice: 'yes',
            weight: 1,
          },
        ),
      ],
    },
  ],
};
