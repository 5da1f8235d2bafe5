import { expect, it } from 'vitest';
import { createFakeClock } from '../../keepalive/testing/fake-clock.ts';
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

it('knows the longest silence in both directions after which it was answered', () => {
  const clock = createFakeClock();
  const contact = createContact(clock);
  contact.noteAsked();
  contact.noteReceived();
  expect(contact.survivedMs()).toBe(0);
  clock.advance(30_000);
  contact.noteSent();
  clock.advance(5000);
  contact.noteAsked();
  contact.noteReceived();
  expect(contact.survivedMs()).toBe(30_000);
  clock.advance(90_000);
  contact.noteReceived();
  expect(contact.survivedMs()).toBe(30_000);
});

it('tells whether the first packet that nothing has followed is one that is answered', () => {
  const contact = createContact(createFakeClock());
  contact.noteSent();
  contact.noteTyped();
  expect(contact.isAnswerDue()).toBe(false);
  contact.noteReceived();
  contact.noteAsked();
  contact.noteSent();
  expect(contact.isAnswerDue()).toBe(true);
});

it('knows when the last key was typed, whatever came in since', () => {
  const clock = createFakeClock();
  const contact = createContact(clock);
  expect(contact.untypedMs()).toBeNull();
  contact.noteTyped();
  clock.advance(3000);
  contact.noteReceived();
  contact.noteOutput();
  expect(contact.untypedMs()).toBe(3000);
});
