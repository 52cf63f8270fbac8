import { InputField, OutputField } from 'sigil';

export class Ticket {
  @InputField() message!: string;
  @OutputField() team!: string;
}
