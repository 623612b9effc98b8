import year2024 from 'chinese-days/dist/years/2024.json';
import year2025 from 'chinese-days/dist/years/2025.json';
import year2026 from 'chinese-days/dist/years/2026.json';
import { WorkCalendar, type CalendarYear } from './calendar';

/** Days by date, each with its holiday's names. */
interface PublishedYear {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

function yearOf(year: number, number: string, day: string, published: PublishedYear): CalendarYear {
  return {
    year,
    notice: { number, day },
    free: Object.keys(published.holidays),
    working: Object.keys(published.workdays),
  };
}

/** The years that are known when this is built. */
export const builtInYears: readonly CalendarYear[] = [
  yearOf(2024, '国办发明电〔2023〕7号', '2023-10-25', year2024),
  yearOf(2025, '国办发明电〔2024〕12号', '2024-11-12', year2025),
  yearOf(2026, '国办发明电〔2025〕7号', '2025-11-04', year2026),
];

export const builtInCalendar = new WorkCalendar(builtInYears);
