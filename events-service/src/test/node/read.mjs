// Reads a calendar file from standard input and prints what ical.js understands of it, as JSON.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone);
}
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    status: component.getFirstPropertyValue('status'),
    zone: event.startDate.zone.tzid,
    starts: new Date(event.startDate.toUnixTime() * 1000).toISOString(),
    ends: new Date(event.endDate.toUnixTime() * 1000).toISOString(),
  };
});
console.log(JSON.stringify({ method: calendar.getFirstPropertyValue('method'), events }));
