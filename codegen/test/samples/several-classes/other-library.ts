export const Signature = () => (_target: unknown): void => {};
