import { AnyFile, FileRules, FileView, UploadFileQuery } from '../files.ts';
import { ById } from '../register.ts';
import { route } from '../route.ts';

const shared = { tag: 'files', access: 'session' } as const;

/** Files by themselves; capabilities serve those of their own rows at addresses of their own. */
export const FILE_ROUTES = {
  getFileRules: route({
    ...shared,
    method: 'GET',
    url: '/api/file-rules',
    summary: 'How large files may be here, and whether they are scanned for viruses',
    response: FileRules,
  }),
  uploadFile: route({
    ...shared,
    method: 'POST',
    url: '/api/files',
    summary: 'Takes in a file, which belongs to the organisation of the asker’s first post',
    query: UploadFileQuery,
    upload: true,
    response: FileView,
  }),
  getFile: route({
    ...shared,
    method: 'GET',
    url: '/api/files/:id',
    summary: 'The bytes of a file that one of the asker’s posts reaches',
    params: ById,
    response: AnyFile,
    mediaType: 'application/octet-stream',
  }),
} as const;
