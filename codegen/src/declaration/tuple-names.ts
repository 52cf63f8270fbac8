/** What an element without a label is called: a model answers an object with a property for each. */
export function itemName(at: number): string {
  return `item${at + 1}`;
}
