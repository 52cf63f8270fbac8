import { InputField, OutputField, Signature } from 'sigil';
import * as gen from './booking.gen.js';

/** Read the booking in a guest's message to a hotel. */
@Signature()
export class Booking {
  static readonly artifact = gen.Booking;

  @InputField() message!: string;

  @OutputField() room!: 'single' | 'double' | 'suite';

  /** How many nights the guest stays. @asType integer */
  @OutputField() nights!: number;

  /** Whether the guest wants breakfast. */
  @OutputField() breakfast!: boolean;

  /** Who the room is for. */
  @OutputField() guest!: string;
}
