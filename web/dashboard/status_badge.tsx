import type { Badge as BadgeName, Status } from '../rules/types.gen';
import { badges, statuses } from '../rules/words';
import { Badge, type BadgeTone } from '../ui/badge';

const tones: Record<Status | BadgeName, BadgeTone> = { new: 'accent', open: 'good', waiting: 'idle', closed: 'idle' };

export const StatusBadge = ({ status }: { status: Status }) => <Badge label={statuses[status]} tone={tones[status]} />;

/** The coarser view that a header shows. */
export const HeaderBadge = ({ badge }: { badge: BadgeName }) => <Badge label={badges[badge]} tone={tones[badge]} />;
