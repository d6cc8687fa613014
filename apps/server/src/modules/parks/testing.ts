import type { AdmissionForm, ParkEiaForm } from '@ludao/contracts';
import type { Client } from '../../testing-app.ts';

const KEQIAO = '330603';

/** A dossier for dyeing mills: 1752, dyeing allowed, ten tonnes of COD and a thousand cubic metres. */
export function aParkEia(
  parkId: string,
  changes: Partial<Omit<ParkEiaForm, 'envelope'>> & {
    readonly envelope?: Partial<ParkEiaForm['envelope']>;
  } = {},
): ParkEiaForm {
  const { envelope, ...rest } = changes;
  return {
    parkId,
    title: '演示轻纺小微园整体环境影响报告书',
    historical: true,
    liability: 'PARK_ENTITY',
    preparer: '演示环评技术有限公司',
    summary: '',
    reportFile: null,
    ...rest,
    envelope: {
      industries: ['1752'],
      digits: 4,
      processes: ['process.dyeing'],
      conditions: [{ no: '准入范围1', text: '按重量不超过6000吨', when: 'capacity.t_a <= 6000' }],
      totals: [
        { pollutant: 'COD', gramsPerYear: 10_000_000 },
        { pollutant: 'NH3N', gramsPerYear: 1_000_000 },
      ],
      wastewaterLitresPerDay: 1_000_000,
      distances: [{ metres: 100, to: '居民区', text: '印染车间外100米' }],
      conclusions: ['区域环境质量现状'],
      ...envelope,
    },
  };
}

/** A mill within that envelope. */
export function anAdmission(
  enterpriseId: string,
  changes: Partial<AdmissionForm> = {},
): AdmissionForm {
  return {
    enterpriseId,
    project: {
      industries: ['1752'],
      facts: { nature: 'new', building: 'industrial', 'capacity.t_a': 900 },
      unstated: 'no',
    },
    processes: ['process.dyeing'],
    pollutants: [{ pollutant: 'COD', gramsPerYear: 1_000_000 }],
    wastewaterLitresPerDay: 100_000,
    representative: '演示代表人',
    committed: true,
    ...changes,
  };
}

/** An adoption of direct entry and a pilot in Keqiao, entered by one and approved by the other. */
export async function adoptDirectEntry(officer: Client, head: Client): Promise<void> {
  const document = {
    district: KEQIAO,
    sourceTitle: '演示：支持小微企业园区的通知',
    sourceNo: '演示政办发〔2026〕8号',
    issuer: '演示柯桥区人民政府',
    sourceDate: null,
    sourceWhere: '',
    layer: 'MUNICIPAL_NORMATIVE',
    confidence: 'verified',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  };
  const adoption = {
    id: 'direct-entry',
    reliefs: ['park_eia_direct_entry', 'cite_park_eia'],
    jurisdiction: KEQIAO,
    adoptedBy: document.issuer,
    documentNo: document.sourceNo,
    title: document.sourceTitle,
    from: '2026-01-01',
  };
  const { id, reliefs: _r, adoptedBy: _a, ...pilot } = adoption;
  for (const [topic, entry] of [
    ['adoptions', adoption],
    ['pilots', { id, measure: 2, ...pilot }],
  ] as const) {
    const body = { ...document, topic, entries: [entry] };
    const submitted = (await officer.post('/api/rulebook/entries', body)).json<{ id: string }>();
    const decision = `/api/rulebook/entries/${submitted.id}/decision`;
    const decided = await head.post(decision, { decision: 'approve' });
    if (decided.statusCode !== 200) throw new Error(decided.body);
  }
}

export interface Houses {
  readonly manager: Client;
  readonly officer: Client;
  readonly head: Client;
}

/** Takes a dossier to the approval by the way that people go; tenants may then enter directly. */
export async function approveParkEia(
  { manager, officer, head }: Houses,
  form: ParkEiaForm,
): Promise<string> {
  const drafted = await manager.post('/api/park-eias', form);
  const { id } = drafted.json<{ id: string }>();
  const at = `/api/park-eias/${id}`;
  await manager.post(`${at}/submission`, { version: 1 });
  await officer.post(`${at}/decision`, await anApproval(officer, 2));
  const confirmed = await head.post(`${at}/confirmation`, { version: 3 });
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  await officer.post(`${at}/opening-balance`, { version: 4 });
  return id;
}

export async function anApproval(officer: Client, version: number) {
  const sent = await officer.upload(
    '/api/files?name=approval.pdf&purpose=park-eia-approval',
    Buffer.from('%PDF-1.7\n% approval\n%%EOF\n'),
  );
  return {
    version,
    decision: 'APPROVE',
    office: '演示市生态环境局柯桥分局',
    words: '',
    approvalNo: '演示环审〔2026〕10号',
    approvedOn: '2026-11-20',
    approvalFile: sent.json<{ id: string }>().id,
    inForceFrom: '2026-11-20',
    validTo: '2031-11-19',
    permitNo: null,
  };
}
