import * as marks from './bramhall-marks.ts';
import type { KnownFamily } from './known-families.ts';
import { family } from './known-families.ts';

/** Families that the Bramhall sample has, whatever the seed, each for what the policy says of it. */
export const bramhallFamilies: readonly KnownFamily[] = [
  family('Standish', 'together', ['Rachel', 'David'], ['Maya', '7A', marks.noticed]),
  family('Hollins', 'apart', ['Tracy', 'Neil'], ['Ethan', '8B', marks.onAPlan]),
  family('Leigh', 'one adult', ['Joanne', 'Carl'], ['Callum', '9A', marks.onAPlan]),
  family('Mottram', 'together', ['Anita', 'Philip'], ['Zara', '8C', marks.onAPlan]),
  family('Pownall', 'together', ['Helen', 'Richard'], ['Noah', '7C', marks.medicalCase]),
  family('Ashworth', 'together', ['Claire', 'Simon'], ['Lottie', '10B', marks.medicalCase]),
  family('Grange', 'one adult', ['Lisa', 'Tom'], ['Phoebe', '7A', marks.brokenWeeks]),
  family('Bowdon', 'apart', ['Michelle', 'Jason'], ['Alisha', '9B', marks.exactlyTen]),
  family('Marple', 'together', ['Deborah', 'Ian'], ['Tom', '8A', marks.tenAcrossTheHoliday]),
  family('Heald', 'one adult', ['Donna', 'Steve'], ['Jake', '10A', marks.overTen]),
  family('Offerton', 'together', ['Stacey', 'Lee'], ['Ryan', '10C', marks.noticeRunning]),
  family('Romiley', 'apart', ['Kerry', 'Mark'], ['Kayla', '11A', marks.noticeBreached]),
  family('Hazelgrove', 'together', ['Nicola', 'Paul'], ['Dylan', '9C', marks.monitored]),
  family('Torkington', 'apart', ['Samantha', 'Wayne'], ['Bradley', '11B', marks.monitoredToTheEnd]),
  family('Woodsmoor', 'one adult', ['Julie', 'Gary'], ['Chloe', '11B', marks.longProcess]),
  family('Adswood', 'together', ['Dawn', 'Craig'], ['Liam', '11C', marks.longProcess]),
  family('Bosden', 'one adult', ['Mandy', 'Keith'], ['Sean', '11A', marks.longProcess]),
  family('Norbury', 'one adult', ['Leanne', 'Shaun'], ['Kyle', '10B', marks.tenDaysAway]),
  family('Woodford', 'apart', ['Wendy', 'Darren'], ['Jay', '10A', marks.nineDaysAway]),
  family('Ladybrook', 'together', ['Sarah', 'Michael'], ['Amelia', '8C', marks.fifteenWithExpected]),
  family('Fernacre', 'together', ['Emma', 'John'], ['George', '9A', marks.thirteenWithExpected]),
  family(
    'Poynton',
    'together',
    ['Elena', 'Marco'],
    ['Sofia', '7B', marks.fiveDaysOfLeave],
    ['Luca', '9B', marks.threeDaysOfLeave],
  ),
  family('Doran', 'together', ['Kathleen', 'James'], ['Jimmy', '9A', marks.travelling]),
  family('Ridge', 'carer', ['Kelly', 'Scott'], ['Ellie', '9B', marks.unexplainedNow]),
  family('Birtles', 'together', ['Gemma', 'Adam'], ['Mason', '8A', marks.oftenLate]),
  family('Bridge', 'together', ['Louise', 'Peter'], ['Isaac', '7C', marks.arrivedAtTwentyToNine]),
  family('Siddall', 'apart', ['Karen', 'Anthony'], ['Nadia', '8B', marks.amendedSince]),
];
