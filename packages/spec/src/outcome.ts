/**
 * How an optimization ended. `improved`: the new state passed its test. `no-evidence`: it did not, the committed
 * artifact stays. `failed`: an outage or a defect. `budget`: the budget ended first. `cancelled`: somebody stopped it.
 */
export type Outcome = 'improved' | 'no-evidence' | 'failed' | 'budget' | 'cancelled';
