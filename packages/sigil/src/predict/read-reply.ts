import { fieldsToWire } from '@sigil/schema';
import {
  ConstraintError,
  IncompleteReplyError,
  ReplyError,
  type Adapter,
  type Artifact,
  type LMReply,
  type ParsedReply,
} from '@sigil/spec';
import { validate } from './validate.js';
import { withoutAbsent } from './without-absent.js';

/** The outputs of a reply. */
export interface ReadReply {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly parsed: ParsedReply;
}

/** Why a reply is not a whole one; undefined for one that can be read. */
export function incompleteness({ finishReason, text }: LMReply): IncompleteReplyError | undefined {
  if (finishReason === 'length') return new IncompleteReplyError('cut-off', text);
  if (finishReason === 'content-filter') return new IncompleteReplyError('filtered', text);
  if (finishReason === 'other') return new IncompleteReplyError('stopped', text);
  return text.trim() === '' ? new IncompleteReplyError('empty', text) : undefined;
}

/** The outputs of a reply, or the reason why it cannot be used. */
export async function readReply(
  artifact: Artifact,
  adapter: Adapter,
  reply: LMReply,
): Promise<ReadReply | ReplyError> {
  const incomplete = incompleteness(reply);
  if (incomplete !== undefined) return incomplete;
  try {
    const parsed = adapter.parse(artifact.spec, reply.text);
    const outputs = artifact.spec.fields.filter((field) => field.direction === 'out');
    const checked = await validate(
      artifact.schemas().output,
      fieldsToWire(artifact.spec.fields, parsed.values),
      outputs,
    );
    if ('problems' in checked) return new ConstraintError(checked.problems, reply.text, checked.issues);
    return { outputs: withoutAbsent(outputs, checked.values), parsed };
  } catch (error) {
    if (ReplyError.isInstance(error)) return error;
    throw error;
  }
}
