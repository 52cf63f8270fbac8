export class Money {
  amount = 0;
}

export class Wallet {
  amount!: number;
  pay(): void {}
}
