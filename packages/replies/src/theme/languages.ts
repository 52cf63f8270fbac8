import { as, changed, changes, either, fails, harder, reads, refused } from '../reply/reply-case.js';
import type { Theme } from '../reply/theme.js';

/** Replies in other languages than English. */
export const languages: Theme = {
  name: 'other languages',
  groups: [
    {
      type: 'interface Receta { plato: string; raciones: int; picante: boolean; }',
      cases: [
        reads(
          'Spanish around',
          '¡Claro! Aquí está la receta:\n\n```json\n{"plato": "gazpacho", "raciones": 4, "picante": false}\n```\n\n¿Algo más?',
          {
            plato: 'gazpacho',
            raciones: 4,
            picante: false,
          },
        ),
        changes('a unit in Spanish', '{"plato": "paella", "raciones": "6 raciones", "picante": "false"}', {
          plato: 'paella',
          raciones: 6,
          picante: false,
        }),
        either(
          'sí for true',
          '{"plato": "mole", "raciones": 2, "picante": "sí"}',
          changed({ plato: 'mole', raciones: 2, picante: true }),
          refused('picante'),
        ),
        reads(
          'a thought in Spanish',
          '<think>¿Cuántas raciones? {"raciones": 2} no, tres.</think>{"plato": "tortilla", "raciones": 3, "picante": false}',
          {
            plato: 'tortilla',
            raciones: 3,
            picante: false,
          },
        ),
      ],
    },
    {
      type: "enum Farbe { Rot = 'rot', Gruen = 'grün', Weiss = 'weiß' }",
      cases: [
        reads('a name with an umlaut', 'grün', 'grün'),
        changes('a name in a German sentence', 'Die Ampel ist Rot.', 'rot'),
        changes('an umlaut in capitals', '**GRÜN**', 'grün'),
        harder(either('another spelling of ß', 'weiss', changed('weiß'), as('weiß'), refused())),
        fails('a longer word that holds a name', 'Karotte oder Brot'),
      ],
    },
    {
      type: 'interface Book { 書名: string; 頁数: int; }',
      cases: [
        reads('keys in Japanese', '以下が結果です。\n{"書名": "雪国", "頁数": 180}', {
          書名: '雪国',
          頁数: 180,
        }),
        reads('bare keys in Japanese, a comma at the end', '{書名: "こころ", 頁数: 300,}', {
          書名: 'こころ',
          頁数: 300,
        }),
        harder(
          either(
            'Japanese quotes',
            '{"書名": 「坊っちゃん」, "頁数": 200}',
            as({
              書名: '坊っちゃん',
              頁数: 200,
            }),
            as({ 書名: '「坊っちゃん」', 頁数: 200 }),
          ),
        ),
        changes('a unit in Japanese', '{"書名": "細雪", "頁数": "936ページ"}', { 書名: '細雪', 頁数: 936 }),
      ],
    },
    {
      type: 'interface Colis { adresse: string; poids: number; }',
      cases: [
        reads('French quotes in a text', '{"adresse": "Au « Lion d’Or », 3 rue Basse", "poids": 1.5,}', {
          adresse: 'Au « Lion d’Or », 3 rue Basse',
          poids: 1.5,
        }),
        either(
          'a weight with a comma',
          '{"adresse": "Lille", "poids": "1,5 kg"}',
          changed({ adresse: 'Lille', poids: 1.5 }),
          refused('poids'),
        ),
        harder(
          either(
            'French quotes as delimiters',
            '{«adresse»: «Nice», «poids»: 2}',
            as({ adresse: 'Nice', poids: 2 }),
            refused(),
          ),
        ),
      ],
    },
    {
      type: "type Sentiment = 'положительный' | 'отрицательный' | 'нейтральный';",
      cases: [
        reads('a name in Russian', 'нейтральный', 'нейтральный'),
        changes('a name in a Russian sentence', 'Отзыв отрицательный, автор недоволен.', 'отрицательный'),
        fails('two names in Russian', 'положительный или отрицательный'),
        changes('a name in capitals', '**Положительный**', 'положительный'),
      ],
    },
    {
      type: 'interface Msg { text: string; lang: string; }',
      cases: [
        reads('from right to left', '{"text": "שלום "עולם"", "lang": "he"}', {
          text: 'שלום "עולם"',
          lang: 'he',
        }),
        reads('Arabic with its comma', "{'text': 'مرحبا، كيف الحال؟', 'lang': 'ar'}", {
          text: 'مرحبا، كيف الحال؟',
          lang: 'ar',
        }),
        reads('Korean in a fence', '결과:\n```json\n{"text": "안녕하세요", "lang": "ko"}\n```\n감사합니다.', {
          text: '안녕하세요',
          lang: 'ko',
        }),
        reads('Hindi, single quotes', "{'text': 'नमस्ते', 'lang': 'hi',}", { text: 'नमस्ते', lang: 'hi' }),
        reads('emoji of several code points', '{text: "👩‍👩‍👧 ok", lang: "emoji"}', {
          text: '👩‍👩‍👧 ok',
          lang: 'emoji',
        }),
        reads('German quotes in a text', '{"text": "Er sagte „nein“.", "lang": "de",}', {
          text: 'Er sagte „nein“.',
          lang: 'de',
        }),
      ],
    },
  ],
};
