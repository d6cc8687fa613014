export { openTestProvider, TEST_CLIENT, type TestProvider } from './sign-on/testing.ts';
