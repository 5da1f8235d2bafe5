import { expect, it } from 'vitest';
import { createFakeClock } from '../keepalive/testing/fake-clock.ts';
import { createContact } from './contact.ts';

it('counts keys that nothing from the server has followed, and the time since the first of them', () => {
  const clock = createFakeClock();
  const contact = createContact(clock);
  expect([contact.unconfirmedKeys(), contact.unconfirmedForMs()]).toEqual([0, null]);
  contact.noteSent();
  clock.advance(1000);
  contact.noteTyped();
  clock.advance(300);
  contact.noteTyped();
  clock.advance(200);
  expect([contact.unconfirmedKeys(), contact.unconfirmedForMs()]).toEqual([2, 500]);
  contact.noteReceived();
  expect([contact.unconfirmedKeys(), contact.unconfirmedForMs()]).toEqual([0, null]);
  clock.advance(700);
  contact.noteTyped();
  expect([contact.unconfirmedKeys(), contact.unconfirmedForMs()]).toEqual([1, 0]);
});

it('knows how long it was not used, by keys and output alone', () => {
  const clock = createFakeClock();
  const contact = createContact(clock);
  clock.advance(1000);
  expect(contact.unusedMs()).toBe(1000);
  contact.noteTyped();
  clock.advance(500);
  contact.noteReceived();
  contact.noteSent();
  contact.noteAsked();
  clock.advance(500);
  expect(contact.unusedMs()).toBe(1000);
  contact.noteOutput();
  expect(contact.unusedMs()).toBe(0);
});
