import { expect, it } from 'vitest';
import { environmentToSend } from './environment.ts';

const own = { LANG: 'C', LC_ALL: 'C.UTF-8', LC_TIME: 'x', HOME: '/home/ada', GONE: undefined };

it('sends the variables that are asked for, by name or pattern, and that are set', () => {
  expect(environmentToSend({ sentVariables: ' LANG  LC_* GONE NOWHERE', environment: [] }, own)).toEqual([
    { name: 'LANG', value: 'C' },
    { name: 'LC_ALL', value: 'C.UTF-8' },
    { name: 'LC_TIME', value: 'x' },
  ]);
});

it('sends nothing of this computer unless asked to', () => {
  expect(environmentToSend({ sentVariables: '', environment: [] }, own)).toEqual([]);
});

it('lets a value that the session has go before', () => {
  const environment = [{ name: 'LANG', value: 'de_AT.UTF-8' }];
  expect(environmentToSend({ sentVariables: 'LANG', environment }, own)).toEqual(environment);
});
