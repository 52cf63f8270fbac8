/**
 * A generator that can be left while its next item is still being waited for. By itself a generator that waits only ends
 * when what it waits for is there.
 *
 * @param make a generator that ends when its signal fires
 */
export function leavable<Item>(
  make: (left: AbortSignal) => AsyncGenerator<Item, void, undefined>,
): AsyncGenerator<Item, void, undefined> {
  const leave = new AbortController();
  const items = make(leave.signal);
  const end = items.return.bind(items);
  items.return = (value) => {
    leave.abort();
    return end(value);
  };
  return items;
}
