type Booked = readonly [
  message: string,
  room: 'single' | 'double' | 'suite',
  nights: number,
  breakfast: boolean,
  guest: string,
];

const DEMOS: readonly Booked[] = [
  ['A double for three nights please, with breakfast. The name is Moreau.', 'double', 3, true, 'Moreau'],
  [
    'Hello, Ines Falk here. I need a single room for one night, no breakfast.',
    'single',
    1,
    false,
    'Ines Falk',
  ],
  [
    'We would like your suite for our anniversary, 2 nights, breakfast included. Book it for Tom Reed.',
    'suite',
    2,
    true,
    'Tom Reed',
  ],
  [
    'Please keep a double for Dr. Osei, five nights. He will not have breakfast.',
    'double',
    5,
    false,
    'Dr. Osei',
  ],
];

const ROWS: readonly Booked[] = [
  ['Single room, 2 nights, with breakfast, for Anna Lind.', 'single', 2, true, 'Anna Lind'],
  ['I would like a double for four nights. No breakfast. My name is Park.', 'double', 4, false, 'Park'],
  ['Is the suite free? Seven nights with breakfast, for Mrs. Iyer.', 'suite', 7, true, 'Mrs. Iyer'],
  ['Paul Weber, one night, single, without breakfast.', 'single', 1, false, 'Paul Weber'],
  ['Book us a double, 3 nights, and yes, we want breakfast. The Novaks.', 'double', 3, true, 'The Novaks'],
  ['We get up late, so no breakfast. A suite for 2 nights, name of Silva.', 'suite', 2, false, 'Silva'],
  [
    'My mother Rosa Conti needs a single for ten nights and loves your breakfast.',
    'single',
    10,
    true,
    'Rosa Conti',
  ],
  ['Double room for Kim, six nights, room only.', 'double', 6, false, 'Kim'],
  ['A suite for five nights for Mr. Haddad, breakfast every day.', 'suite', 5, true, 'Mr. Haddad'],
  ['Just a bed: single, 1 night, no meals. Ben Okoro.', 'single', 1, false, 'Ben Okoro'],
  [
    'For Julia and Max Berg: a double, two nights, breakfast included.',
    'double',
    2,
    true,
    'Julia and Max Berg',
  ],
  [
    'I am Lena Roth. The suite, please, for 4 nights. I do not need breakfast.',
    'suite',
    4,
    false,
    'Lena Roth',
  ],
  ['Three nights in a single with breakfast. It is for Omar Aziz.', 'single', 3, true, 'Omar Aziz'],
  ['Could you hold a double for Ms. Tran? 8 nights, no breakfast.', 'double', 8, false, 'Ms. Tran'],
  ['The suite with breakfast for one night. Name: Delgado.', 'suite', 1, true, 'Delgado'],
  ['Single, five nights, breakfast not needed, for Eva Horn.', 'single', 5, false, 'Eva Horn'],
  ['Nadia Petrov would like a double room for nine nights and breakfast.', 'double', 9, true, 'Nadia Petrov'],
  ['We want the suite for 3 nights and will eat in town. Family Costa.', 'suite', 3, false, 'Family Costa'],
  ['One single for 4 nights, breakfast please. Sam Doyle.', 'single', 4, true, 'Sam Doyle'],
  ['A double for a night, no breakfast, under the name Ito.', 'double', 1, false, 'Ito'],
  ['Our director Mr. Vance takes the suite, 6 nights, with breakfast.', 'suite', 6, true, 'Mr. Vance'],
  [
    'I need a single from Monday, 7 nights, without breakfast. Clara Nunes.',
    'single',
    7,
    false,
    'Clara Nunes',
  ],
  ['Double room, five nights, breakfast for both. Holm is the name.', 'double', 5, true, 'Holm'],
  ['Suite, 2 nights, skip the breakfast. Booked for Ada Quinn.', 'suite', 2, false, 'Ada Quinn'],
  ['For my son Leo Maas: a single, two nights, with breakfast.', 'single', 2, true, 'Leo Maas'],
  ['Double for 10 nights. Breakfast is not for me. Hugo Brandt.', 'double', 10, false, 'Hugo Brandt'],
  ['We celebrate! Suite for four nights with breakfast, for Zoe Lam.', 'suite', 4, true, 'Zoe Lam'],
  ['A quiet single for 6 nights, no breakfast. Professor Lund.', 'single', 6, false, 'Professor Lund'],
  ['Mia Rossi here, double room, one night, and breakfast please.', 'double', 1, true, 'Mia Rossi'],
  ['Keep the suite for Mr. Abel for 8 nights. He has breakfast elsewhere.', 'suite', 8, false, 'Mr. Abel'],
  ['Single with breakfast, 9 nights, for Ivy Chen.', 'single', 9, true, 'Ivy Chen'],
  ['Two of us, so a double, 7 nights, no breakfast. Name is Farah.', 'double', 7, false, 'Farah'],
];

/** Messages of guests, and what each of them books. */
export const BOOKINGS = ROWS.map(row);

/** Four more. */
export const BOOKING_DEMOS = DEMOS.map(row);

function row([message, room, nights, breakfast, guest]: Booked) {
  return { message, room, nights, breakfast, guest };
}
