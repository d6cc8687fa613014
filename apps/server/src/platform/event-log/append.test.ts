import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing.ts';
import { append } from './append.ts';
import { writeBody, type JsonObject } from './body.ts';
import { sm3 } from './digest.ts';
import { StreamConflictError, type EventContext, type NewEvent } from './model.ts';
import { readStream, readTimeline } from './read.ts';
import { aContext, anEvent } from './testing.ts';
import { verifyDatabase } from './verify.ts';

describeOnEachDatabase('appending events', (database) => {
  const store = (events: NewEvent[], context: EventContext = aContext) =>
    database().transaction((tx) => append(tx, context, events));
  const read = (stream: string) => database().transaction((tx) => readStream(tx, stream));

  test('gives back every field as it was, numbered from 1', async () => {
    const [actingFor, office, ownerOrg] = [randomUUID(), randomUUID(), randomUUID()];
    const event = anEvent({ ownerOrg, occurredAt: new Date('2026-11-24T23:59:59.999Z') });
    const context = { ...aContext, actingFor, office, causeId: 'request-7' };
    const [ref] = await store([event], context);
    const { occurredAt, type, typeVersion, body, districtCode, stream } = event;
    expect(await read(stream)).toEqual([
      {
        stream,
        type,
        typeVersion,
        body,
        districtCode,
        occurredAt,
        ownerOrg,
        actingFor,
        office,
        actor: 'system:clock',
        causeId: 'request-7',
        seq: 1,
        recordedAt: aContext.now,
        position: expect.any(BigInt),
        hash: ref?.hash,
      },
    ]);
  });

  test('an id in capitals is stored and hashed in small letters', async () => {
    const event = anEvent({ ownerOrg: randomUUID().toUpperCase() });
    await store([event]);
    expect((await read(event.stream))[0]?.ownerOrg).toBe(event.ownerOrg?.toLowerCase());
  });

  test('events of several streams keep the order they were given in', async () => {
    const [a, b] = [anEvent(), anEvent()];
    const refs = await store([a, b, a, b, b]);
    expect(refs.map(({ seq }) => seq)).toEqual([1, 1, 2, 2, 3]);
    const all = await database().transaction((tx) => readTimeline(tx, [a.stream, b.stream]));
    expect(all.map(({ hash }) => hash)).toEqual(refs.map(({ hash }) => hash));
    const rest = await database().transaction((tx) =>
      readTimeline(tx, [a.stream, b.stream], { after: all[2]!.position, limit: 1 }),
    );
    expect(rest.map(({ hash }) => hash)).toEqual([refs[3]?.hash]);
    const tail = await database().transaction((tx) =>
      readStream(tx, b.stream, { after: 1, limit: 1 }),
    );
    expect(tail.map(({ seq }) => seq)).toEqual([2]);
  });

  test('takes as many statements for 4,000 events as for one', async () => {
    const count = async (events: NewEvent[]) => {
      let statements = 0;
      await database().transaction((tx) =>
        append(
          { ...tx, query: (sql, params) => (statements++, tx.query(sql, params)) },
          aContext,
          events,
        ),
      );
      return statements;
    };
    expect(await count([anEvent()])).toBe(2);
    expect(await count(Array.from({ length: 4000 }, () => anEvent()))).toBe(2);
  });

  test('chains an event to the one before it, also across batches, under either algorithm', async () => {
    const event = anEvent();
    const refs = [...(await store([event, event])), ...(await store([event]))];
    const more = await database().transaction((tx) => append(tx, aContext, [event, event], sm3));
    const hashes = [...refs, ...more].map(({ hash }) => hash);
    const rows = await database().transaction((tx) =>
      tx.query('select prev_hash, hash, alg from event where stream = $1 order by seq', [
        event.stream,
      ]),
    );
    expect(rows).toEqual(
      hashes.map((hash, at) => ({
        hash,
        prev_hash: hashes[at - 1] ?? null,
        alg: at < 3 ? 'SHA-256' : 'SM3',
      })),
    );
  });

  test('any body survives the way there and back, and its hash with it', async () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((one) => one !== 'toJSON');
    const text = fc
      .string({ unit: 'binary', maxLength: 12 })
      .filter((one) => !/\p{Surrogate}/u.test(one));
    const leaf = fc.oneof(
      text,
      fc.maxSafeInteger().map((n) => n + 0),
      fc.boolean(),
      fc.constant(null),
    );
    const body = fc.dictionary(
      key,
      fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(key, leaf, { maxKeys: 3 })),
      { maxKeys: 5 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 20 }), async (bodies) => {
        const { stream } = anEvent();
        const given = JSON.parse(JSON.stringify(bodies)) as JsonObject[];
        await store(given.map((one) => anEvent({ stream, body: one })));
        const found = await read(stream);
        expect(found.map((one) => writeBody(one.body))).toEqual(given.map(writeBody));
      }),
      { numRuns: 40 },
    );
    const report = await verifyDatabase(database(), { folder: '/nowhere', keys: [] });
    expect(report.findings).toEqual([]);
  });

  test('a writer who expects another state is told what was found', async () => {
    const event = anEvent();
    await store([event, event]);
    const late = store([{ ...event, expectedSeq: 1 }]);
    await expect(late).rejects.toMatchObject({
      name: 'StreamConflictError',
      stream: event.stream,
      expected: 1,
      found: 2,
    });
    await expect(store([{ ...anEvent(), expectedSeq: 3 }])).rejects.toThrow(StreamConflictError);
    await store([
      { ...event, expectedSeq: 2 },
      { ...event, expectedSeq: 3 },
    ]);
    expect(await read(event.stream)).toHaveLength(4);
  });

  test('of writers who decided on the same state one is stored, the others conflict', async () => {
    for (const seq of [0, 1]) {
      const event = anEvent();
      if (seq > 0) await store([event]);
      const writers = Array.from({ length: 5 }, () => store([{ ...event, expectedSeq: seq }]));
      const outcomes = await Promise.allSettled(writers);
      const refused = outcomes.filter((one) => one.status === 'rejected').map((one) => one.reason);
      expect(refused).toHaveLength(4);
      for (const reason of refused) {
        expect(reason).toBeInstanceOf(StreamConflictError);
        expect(reason).toMatchObject({ stream: event.stream, expected: seq, found: seq + 1 });
      }
      expect(await read(event.stream)).toHaveLength(seq + 1);
    }
  });

  test('writers without an expectation take turns, whatever order they name the streams in', async () => {
    const [a, b] = [anEvent(), anEvent()];
    await store([a, b]);
    await Promise.all(Array.from({ length: 8 }, (_, at) => store(at % 2 ? [a, b] : [b, a])));
    for (const { stream } of [a, b]) {
      expect((await read(stream)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  test('what was rolled back leaves neither event nor head', async () => {
    const event = anEvent();
    const failed = database().transaction(async (tx) => {
      await append(tx, aContext, [event]);
      throw new Error('refused later');
    });
    await expect(failed).rejects.toThrow('refused later');
    expect((await store([{ ...event, expectedSeq: 0 }]))[0]?.seq).toBe(1);
  });

  test.each([
    ['an id that is none', { ownerOrg: 'x' }, 'ownerOrg'],
    ['an instant that is none', { occurredAt: new Date(Number.NaN) }, 'occurredAt'],
    ['a body with a loss', { body: { grams: 0.5 } }, 'decimal strings'],
    ['a stream with capitals', { stream: 'Enterprise/1' }, 'event_stream_named'],
    ['a district of five digits', { districtCode: '33060' }, 'event_district_plausible'],
    ['a type without a name', { type: '' }, 'event_type_named'],
  ])('refuses %s', async (_, changes, word) => {
    await expect(store([anEvent(changes)])).rejects.toThrow(word);
  });
});
