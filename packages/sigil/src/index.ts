// What users write.
export { Signature, type SignatureDecorator } from './decorate/signature.js';
export { InputField, OutputField, type FieldDecorator } from './decorate/field.js';
export { readArtifact } from './artifact/read-artifact.js';
export type { Artifact, InputOf, OutputOf } from '@sigil/spec';
