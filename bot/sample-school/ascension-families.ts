import * as marks from './ascension-marks.ts';
import type { KnownFamily } from './known-families.ts';
import { family } from './known-families.ts';

/** Families that the Ascension sample has, whatever the seed, each for what the policy says of it. */
export const ascensionFamilies: readonly KnownFamily[] = [
  family('Bissell', 'together', ['Karen', 'Paul'], ['Orla', '3A', marks.alwaysThere]),
  family('Hadley', 'together', ['Jodie', 'Ross'], ['Poppy', '3A', marks.causeForConcern]),
  family('Tranter', 'apart', ['Melissa', 'Darren'], ['Reuben', '4A', marks.afterInitialLetter]),
  family('Hodgetts', 'one adult', ['Donna', 'Kevin'], ['Bobby', '4A', marks.afterInitialLetter]),
  family('Cartledge', 'apart', ['Lorraine', 'Neil'], ['Ivy', '5A', marks.formallyMonitored]),
  family('Bytheway', 'one adult', ['Dawn', 'Craig'], ['Leo', '6A', marks.agenciesInvolved]),
  family('Perrins', 'together', ['Stacey', 'Lee'], ['Ruby', '5A', marks.noticeToImprove]),
  family('Grosvenor', 'apart', ['Tracy', 'Shaun'], ['Jenson', '6A', marks.twoNotices]),
  family('Round', 'one adult', ['Kirsty', 'Ian'], ['Elsie', '2A', marks.reasonsStillOpen]),
  family('Tibbetts', 'together', ['Hayley', 'Mark'], ['Florence', '3A', marks.amendedSince]),
  family('Darby', 'together', ['Nicola', 'Adam'], ['Harry', '1A', marks.longIllness]),
  family('Whitehouse', 'together', ['Gemma', 'Scott'], ['Grace', '4A', marks.illOverTheWeekend]),
  family('Hackett', 'together', ['Laura', 'Ryan'], ['Evie', '1A', marks.illOneWeek]),
  family('Attwood', 'one adult', ['Michelle', 'Gary'], ['Max', '5A', marks.doubtedIllness]),
  family('Southall', 'one adult', ['Samantha', 'Dean'], ['Freddie', '2A', marks.persistentlyAbsent]),
  family('Foley', 'together', ['Rebecca', 'Simon'], ['Albie', '6A', marks.exactlyTenPercent]),
  family('Nock', 'carer', ['Leanne', 'Carl'], ['Scarlett', '6A', marks.severelyAbsent]),
  family('Millward', 'together', ['Helen', 'Andrew'], ['Jude', '5A', marks.backAfterIllness]),
  family('Wedge', 'apart', ['Kelly', 'Martin'], ['Teddy', '3A', marks.oftenLate]),
  family(
    'Hingley',
    'together',
    ['Claire', 'Stuart'],
    ['Olive', '2A', marks.holidayTaken],
    ['Rufus', 'RA', marks.holidayTaken],
  ),
  family('Doherty', 'together', ['Bridget', 'Martin'], ['Nell', '4A', marks.travelling]),
  family('Pargeter', 'one adult', ['Carly', 'Wayne'], ['Riley', '6A', marks.suspended]),
];
