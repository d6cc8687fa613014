import { PdfFile, ScreeningAnswer, ScreeningRequest } from '../screening.ts';
import { route } from '../route.ts';

export const SCREENING_ROUTES = {
  screen: route({
    method: 'POST',
    url: '/api/screenings',
    summary: 'What the EIA catalogue asks of a project on a day, and why',
    tag: 'screening',
    access: 'public',
    body: ScreeningRequest,
    response: ScreeningAnswer,
  }),
  screenPdf: route({
    method: 'POST',
    url: '/api/screenings/pdf',
    summary: 'The answer as a Chinese A4 document; nothing of the project is kept',
    tag: 'screening',
    access: 'public',
    body: ScreeningRequest,
    response: PdfFile,
    mediaType: 'application/pdf',
  }),
} as const;
