import { PackError } from '@ludao/rules/load';
import { shippedLaw, type RulebookService } from './modules/rulebook/index.ts';
import { StartupError } from './platform/startup-error.ts';

/** On half the law nobody may be answered: a faulty pack keeps the program from starting. */
export function openTheLaw(): RulebookService {
  try {
    return shippedLaw();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new StartupError(
      `规则包有错，程序没有启动：\n${error.message}\n`,
      'The rule packs have the faults above; the program did not start.',
      { cause: error },
    );
  }
}
