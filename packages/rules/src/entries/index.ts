export { fieldsOf, type Field } from './fields.ts';
export {
  CALENDAR_ENTRY,
  ENTRY_SCHEMAS,
  IDENTITY,
  LIST_ENTRIES,
  type EntryTopic,
  type Refers,
} from './schemas.ts';
