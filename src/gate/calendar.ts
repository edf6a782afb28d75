/** Days of the calendar, as waivers and exclusions name their last one. */
import { z } from 'zod';

/** `2027-06-30`, a day that there is. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day written 2027-06-30', abort: true })
  .refine(isDay, 'a day of the calendar');

function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  // a date beyond the end of its month would be one of the next
  return month >= 1 && month <= 12 && date >= 1 && Date.UTC(year, month - 1, date) < Date.UTC(year, month, 1);
}

const A_DAY = 86_400_000;

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / A_DAY);
