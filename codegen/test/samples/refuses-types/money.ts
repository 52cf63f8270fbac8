export class Money {
  amount = 0;
}
