import { largestUpload } from '../../shared/upload.ts';
import { failureResponse, refuse } from './failure.ts';
import { tooLarge, type Uploads } from './uploads.ts';

/** Answers POST /uploads?name=FILE, whose body is the file itself, with { uploadId, name, bytes }. It never rejects. */
export function createUploadHandler(
  uploads: Uploads,
  onBug: (error: unknown) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') {
      const refusal = { code: 'method', message: `${request.method} is not for uploads.`, hint: 'Use POST.' };
      return refuse(405, refusal, { allow: 'POST' });
    }
    try {
      const name = new URL(request.url).searchParams.get('name') ?? '';
      const largest = largestUpload(name);
      if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge(largest);
      const upload = await uploads.receive(name, request.body ?? emptyBody(), request.signal);
      return Response.json(upload, { status: 201 });
    } catch (error) {
      // Whoever went away while sending needs no answer, and that is no bug.
      return failureResponse(error, request.signal.aborted ? () => undefined : onBug);
    }
  };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {
  // A request without a body: nothing comes.
}
