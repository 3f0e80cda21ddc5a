import { getRouteApi } from '@tanstack/react-router';
import { type Session } from '@proofdesk/contract';

const desk = getRouteApi('/desk');

/** Who is signed in. Only for pages behind the sign-in, where there always is somebody. */
export const useSession = (): Session => desk.useRouteContext().session;
