export { makeAnswerPdf, paperOf } from './answer-pdf.ts';
export { registerScreening } from './routes.ts';
export { screen, screenerFor } from './service.ts';
