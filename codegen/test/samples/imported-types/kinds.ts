export enum Priority {
  High = 'high',
  Low = 'low',
}

export interface Item {
  /** Stock keeping unit. */
  sku: string;
  priority: Priority;
}
