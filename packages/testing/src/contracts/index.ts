export { adapterContract } from './adapter-contract.js';
export type { AdapterContractOptions } from './adapter-contract.js';
export { languageModelContract } from './language-model-contract.js';
export type { LanguageModelContractOptions } from './language-model-contract.js';
export { cacheContract } from './cache-contract.js';
export type { CacheContractOptions } from './cache-contract.js';
export { contractReply, contractResponse } from './contract-script.js';
