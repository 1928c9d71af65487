import type { Actor } from '../../domain/words.ts';
import { lockAgents } from './agents.ts';
import { audit } from '../report/audit.ts';
import { hint } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** Something an agent may give as the reason of Not Ready; `label` by language tag. */
export interface NotReadyReason {
  readonly code: string;
  readonly label: Readonly<Record<string, string>>;
}

/** The reasons, in the order they are shown. */
export async function readReasons(db: Db): Promise<NotReadyReason[]> {
  return db.selectFrom('not_ready_reason').select(['code', 'label']).orderBy('position').orderBy('code').execute();
}

/** Writes the reasons whole, in this order. Agents who have given one that goes keep it until they choose another. */
export async function saveReasons(db: Db, { reasons, actor }: { reasons: readonly NotReadyReason[]; actor: Actor }): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockAgents(tx);
    const before = await readReasons(tx);
    await tx.deleteFrom('not_ready_reason').execute();
    const rows = reasons.map(({ code, label }, index) => ({ code, label: JSON.stringify(label), position: index + 1 }));
    if (rows.length > 0) await tx.insertInto('not_ready_reason').values(rows).execute();
    const after = await readReasons(tx);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await audit(tx, { actor, action: 'reasons_edited', subject: 'reasons', before, after });
    await hint(tx, 'everything');
  });
}
