import { open } from '../../store/open.ts';
import { conformance } from './conformance.ts';

conformance(async () => {
  const store = await open({ dataDir: 'memory://' });
  return { store, another: async () => store, close: () => store.close() };
});
