import { absent } from './theme/absent.js';
import { booleans } from './theme/booleans.js';
import { commas } from './theme/commas.js';
import { comments } from './theme/comments.js';
import { constraints } from './theme/constraints.js';
import { cutOff } from './theme/cut-off.js';
import { drafts } from './theme/drafts.js';
import { enums } from './theme/enums.js';
import { escapes } from './theme/escapes.js';
import { fences } from './theme/fences.js';
import { hostile } from './theme/hostile.js';
import { languages } from './theme/languages.js';
import { lists } from './theme/lists.js';
import { literals } from './theme/literals.js';
import { longReplies } from './theme/long-replies.js';
import { maps } from './theme/maps.js';
import { minified } from './theme/minified.js';
import { mixtures } from './theme/mixtures.js';
import { numbers } from './theme/numbers.js';
import { objects } from './theme/objects.js';
import { otherNumberFormats } from './theme/other-number-formats.js';
import { prose } from './theme/prose.js';
import { quotes } from './theme/quotes.js';
import { recursion } from './theme/recursion.js';
import { severalBlobs } from './theme/several-blobs.js';
import { smallModels } from './theme/small-models.js';
import { texts } from './theme/texts.js';
import { unions } from './theme/unions.js';
import { wrappers } from './theme/wrappers.js';
import { namesInProse } from './theme/names-in-prose.js';
import { numbersInProse } from './theme/numbers-in-prose.js';
import { codeInTexts } from './theme/code-in-texts.js';
import { envelopes } from './theme/envelopes.js';
import { tornReplies } from './theme/torn-replies.js';
import { thoughts } from './theme/thoughts.js';
import type { Theme } from './reply/theme.js';

/** All replies, by theme. */
export const corpus: readonly Theme[] = [
  fences,
  prose,
  drafts,
  severalBlobs,
  quotes,
  escapes,
  comments,
  commas,
  minified,
  cutOff,
  numbers,
  otherNumberFormats,
  booleans,
  absent,
  enums,
  literals,
  texts,
  lists,
  maps,
  objects,
  unions,
  recursion,
  constraints,
  wrappers,
  hostile,
  languages,
  smallModels,
  mixtures,
  longReplies,
  envelopes,
  thoughts,
  tornReplies,
  codeInTexts,
  numbersInProse,
  namesInProse,
];
