export { canonicalJson } from './canonical-json.js';
export { contentHash, sha256 } from './content-hash.js';
