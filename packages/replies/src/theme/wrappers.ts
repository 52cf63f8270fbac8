import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Envelopes around the value, and other notations for it. */
export const wrappers: Theme = {
  name: 'wrappers and other notations',
  groups: [
    {
      type: 'interface Weather { city: string; celsius: number; }',
      cases: [
        either(
          'under a key',
          '{"weather": {"city": "Oslo", "celsius": 3}}',
          changed({ city: 'Oslo', celsius: 3 }),
          refused(),
        ),
        either(
          'under result',
          '{"result": {"city": "Rome", "celsius": 24.5}}',
          changed({ city: 'Rome', celsius: 24.5 }),
          refused(),
        ),
        either(
          'a tool call',
          '{"name": "report_weather", "arguments": {"city": "Cairo", "celsius": 38}}',
          changed({ city: 'Cairo', celsius: 38 }),
          refused(),
        ),
        either(
          'a tool call with its arguments as a text',
          '{"id": "call_1", "type": "function", "function": {"name": "report", "arguments": "{\\"city\\": \\"Lima\\", \\"celsius\\": 19}"}}',
          changed({ city: 'Lima', celsius: 19 }),
          refused(),
        ),
        either(
          'a tool call in a tag',
          '<tool_call>\n{"name": "weather", "arguments": {"city": "Bern", "celsius": 8}}\n</tool_call>',
          changed({ city: 'Bern', celsius: 8 }),
          refused(),
        ),
        either(
          'each value in an object',
          '{"city": {"value": "Riga"}, "celsius": {"value": 5}}',
          changed({ city: 'Riga', celsius: 5 }),
          changed({ city: '{"value":"Riga"}', celsius: 5 }),
          changed({ city: '{"value": "Riga"}', celsius: 5 }),
          refused(),
        ),
        either(
          'each value with its type',
          '{"city": {"type": "string", "value": "Kyiv"}, "celsius": {"type": "number", "value": 7}}',
          changed({ city: 'Kyiv', celsius: 7 }),
          refused(),
        ),
        either(
          'a schema filled in',
          '{"type": "object", "properties": {"city": "Nice", "celsius": 21}}',
          changed({ city: 'Nice', celsius: 21 }),
          refused(),
        ),
        either(
          'XML',
          '<weather>\n  <city>Pune</city>\n  <celsius>33</celsius>\n</weather>',
          as({ city: 'Pune', celsius: 33 }),
          refused(),
        ),
        either('YAML', 'city: Doha\ncelsius: 41', as({ city: 'Doha', celsius: 41 }), refused()),
        either(
          'YAML in a fence',
          '```yaml\ncity: "Nuuk"\ncelsius: -12.5\n```',
          as({ city: 'Nuuk', celsius: -12.5 }),
          refused(),
        ),
        either(
          'bold labels',
          '**City:** Apia\n**Celsius:** 29',
          as({ city: 'Apia', celsius: 29 }),
          refused(),
        ),
        either(
          'a table',
          '| city | celsius |\n|---|---|\n| Suva | 27 |',
          as({ city: 'Suva', celsius: 27 }),
          refused(),
        ),
        either(
          'a table of two columns',
          '| field | value |\n|---|---|\n| city | Male |\n| celsius | 30 |',
          as({ city: 'Male', celsius: 30 }),
          refused(),
        ),
        either(
          'key and value with equals signs',
          'city=Lome, celsius=31',
          as({ city: 'Lome', celsius: 31 }),
          refused(),
        ),
        reads('a call of Python', 'Weather(**{"city": "Tunis", "celsius": 26})', {
          city: 'Tunis',
          celsius: 26,
        }),
        harder(
          either(
            'a call with named arguments',
            'Weather(city="Sofia", celsius=14)',
            as({ city: 'Sofia', celsius: 14 }),
            refused(),
          ),
        ),
        either(
          'a list around the wrapper',
          '[{"weather": {"city": "Baku", "celsius": 17}}]',
          changed({ city: 'Baku', celsius: 17 }),
          refused(),
        ),
        reads('an export of a module', 'export default {city: "Graz", celsius: 11};', {
          city: 'Graz',
          celsius: 11,
        }),
        reads('a return', 'return {\n  city: "Linz",\n  celsius: 12,\n};', { city: 'Linz', celsius: 12 }),
        fails('an error of a service', '{"error": {"message": "rate limit", "code": 429}}'),
      ].map(harder),
    },
    {
      type: 'interface Track { artist: string; plays: int; }\ntype Chart = Track[];',
      cases: [
        either(
          'a table',
          '| artist | plays |\n| --- | ---: |\n| Nova | 120 |\n| Echo | 95 |',
          as([
            { artist: 'Nova', plays: 120 },
            { artist: 'Echo', plays: 95 },
          ]),
          refused(),
        ),
        either(
          'YAML',
          '- artist: Pulse\n  plays: 3\n- artist: Wire\n  plays: 4',
          as([
            { artist: 'Pulse', plays: 3 },
            { artist: 'Wire', plays: 4 },
          ]),
          refused(),
        ),
        either(
          'JSON in bullets',
          '- {"artist": "Hum", "plays": 5}\n- {"artist": "Drone", "plays": 6}',
          as([
            { artist: 'Hum', plays: 5 },
            { artist: 'Drone', plays: 6 },
          ]),
        ),
        either(
          'JSON in numbered steps with prose',
          '1. {"artist": "Tin", "plays": 7} - a classic\n2. {"artist": "Zinc", "plays": 8} - newer',
          as([
            { artist: 'Tin', plays: 7 },
            { artist: 'Zinc', plays: 8 },
          ]),
        ),
        either(
          'a comma table',
          'artist,plays\nOnyx,9\nOpal,10',
          as([
            { artist: 'Onyx', plays: 9 },
            { artist: 'Opal', plays: 10 },
          ]),
          refused(),
        ),
      ].map(harder),
    },
    {
      type: 'interface Search { keywords: string[]; limit: int; }',
      cases: [
        either(
          'parameters beside a name',
          '{"tool": "search", "parameters": {"keywords": ["ice", "age"], "limit": 3}}',
          changed({ keywords: ['ice', 'age'], limit: 3 }),
          refused(),
        ),
        changes(
          'the value and a thought in one object',
          '{"thought": "two words", "keywords": ["bog", "oak"], "limit": 4}',
          {
            keywords: ['bog', 'oak'],
            limit: 4,
          },
        ),
        harder(
          either(
            'two levels of wrappers',
            '{"response": {"data": {"keywords": ["fen"], "limit": 5}}}',
            changed({ keywords: ['fen'], limit: 5 }),
            refused(),
          ),
        ),
      ].map(harder),
    },
  ],
};
