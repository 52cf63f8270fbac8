import { FakeLM } from '../fake-lm/fake-lm.js';
import { contractReply } from './contract-script.js';
import { languageModelContract } from './language-model-contract.js';

languageModelContract({
  name: 'FakeLM',
  create: () => new FakeLM(contractReply, { delay: 20 }),
});

languageModelContract({
  name: 'FakeLM with a seed',
  create: () => new FakeLM(contractReply, { delay: 20, capabilities: { seed: true } }),
});

languageModelContract({
  name: 'FakeLM that takes a JSON schema',
  create: () => new FakeLM(contractReply, { delay: 20, capabilities: { seed: false, jsonSchema: true } }),
});

languageModelContract({
  name: 'A model that cannot be had',
  skip: 'there are no weights',
  create: () => {
    throw new Error('A skipped suite makes no model.');
  },
});
