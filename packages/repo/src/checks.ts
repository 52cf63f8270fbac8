import { appliedDecoratorsCheck } from './check/applied-decorators.js';
import type { Check } from './check/check.js';
import { compilerLibraryCheck } from './check/compiler-library.js';
import { deferredWorkCheck } from './check/deferred-work.js';
import { dependencyVersionsCheck } from './check/dependency-versions.js';
import { documentedNamesCheck } from './check/documented-names.js';
import { doorsCheck } from './check/doors.js';
import { emptyCatchCheck } from './check/empty-catch.js';
import { excusedAnyCheck } from './check/excused-any.js';
import { exportsMapCheck } from './check/exports-map.js';
import { fileCyclesCheck } from './check/file-cycles.js';
import { fileLengthCheck } from './check/file-length.js';
import { floorsCheck } from './check/floors.js';
import { foreignWordsCheck } from './check/foreign-words.js';
import { lonelyFilesCheck } from './check/lonely-files.js';
import { namesCheck } from './check/names.js';
import { readmesCheck } from './check/readmes.js';
import { referencesCheck } from './check/references.js';
import { roomOrderCheck } from './check/room-order.js';
import { rootLayoutCheck } from './check/root-layout.js';
import { suppressionsCheck } from './check/suppressions.js';
import { unreadOptionsCheck } from './check/unread-options.js';

/** All conventions that are checked, from the large to the small. */
export const checks: readonly Check[] = [
  rootLayoutCheck,
  floorsCheck,
  referencesCheck,
  exportsMapCheck,
  doorsCheck,
  documentedNamesCheck,
  dependencyVersionsCheck,
  roomOrderCheck,
  fileCyclesCheck,
  compilerLibraryCheck,
  namesCheck,
  lonelyFilesCheck,
  readmesCheck,
  fileLengthCheck,
  unreadOptionsCheck,
  appliedDecoratorsCheck,
  excusedAnyCheck,
  suppressionsCheck,
  emptyCatchCheck,
  deferredWorkCheck,
  foreignWordsCheck,
];
