export { languageModelContract } from './language-model-contract.js';
export type { LanguageModelContractOptions } from './language-model-contract.js';
export { contractReply, contractResponse } from './contract-script.js';
