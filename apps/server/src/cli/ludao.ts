import { PackError } from '@ludao/rules/load';
import { StartupError } from '../platform/startup-error.ts';
import { runFirstAccount } from './first-account.ts';
import { runPacks } from './packs.ts';
import { runScreen } from './screen.ts';
import { runSimulate } from './simulate.ts';
import { UsageError } from './usage.ts';
import { runVerifyLog } from './verify-log.ts';

const USAGE = `ludao: 小微园区环保服务平台

  ludao screen FILE|- [--on YYYY-MM-DD] [--jurisdiction 330603] [--json] [--explain] [--demo] [--lang zh|en] [--pdf OUT.pdf]
      这个项目要办什么环评手续，为什么；--demo 把演示用的虚构园区和采纳文件也算上。FILE 是 YAML 或 JSON；- 读标准输入。
      What the EIA catalogue asks of the project in FILE (YAML or JSON; - is standard input);
      --demo also counts the invented parks and adoptions of the demonstration.
      --pdf 另存一份中文 PDF。 --pdf also writes the answer as a Chinese document.

  ludao screen --text TEXT|- [--json] [--lang zh|en]
      一段话里看得出什么：行业、工艺、用量，供核对，不作判断。- 读标准输入。
      What a description in Chinese seems to say, to be confirmed; nothing is decided.

  ludao simulate --packs A,B FILE.ndjson|- [--on YYYY-MM-DD] [--list 50] [--json] [--report FILE.html] [--lang zh|en]
      同一批项目（每行一个 JSON）按两套规则各判一遍，哪些变、为什么变。A、B 是 law、demo 或规则包文件夹，可加 @日期。
      Many projects, one JSON a line, under two sets of rules: which change, and why. A and B are
      law, demo or a folder of rule packs, each with an optional @YYYY-MM-DD; docs/guides/what-if.md.

  ludao packs [--json]
      列出规则包，并当场运行其用例。
      Lists the rule packs and runs their cases now.

  ludao packs export DIR [--on YYYY-MM-DD] [--json]
      把某一天执行的规则包连同审核通过的条目写进文件夹，附摘要；文件夹可以打包转给别处。
      Writes the packs in force on a day, with approved entries and digests, into a folder.

  ludao packs import DIR --by NAME [--code 123456] [--json] [--lang zh|en]
      读入别处导出的文件夹：条目以 NAME 的名义提交，等待另一人审核，不直接生效。密码读 LUDAO_PASSWORD 或询问。
      Puts the entries of such a folder before a second person here, in the name of NAME; the
      password is read from LUDAO_PASSWORD or asked for. docs/guides/rulebook.md

  ludao verify-log [--checkpoints DIR] [--public-key FILE] [--json] [--lang zh|en]
      核对事件日志：有没有被改动、缺失或补入的事件，哪些事件尚未受检查点保护。检查点和公钥宜用另存他处的副本。
      Checks the event log for altered, missing and added events against the signed checkpoints,
      best a copy kept elsewhere; says which events no checkpoint protects yet. docs/adr/0023.

  ludao first-account [--role system|security|audit] --name 姓名 --sign-in NAME [--organisation 单位 --district 330600] [--renew NAME] [--lang zh|en]
      正式使用的第一天：开设第一个系统、安全、审计管理员，显示一次初始密码。--renew 为登录不了的三员换发。
      The first day in earnest: the first system, security and audit officer, with an initial
      password shown once. --renew for one of them who cannot sign in. docs/guides/first-day.md.

写法 / Input: docs/guides/screening.md`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number> | number>> = {
  screen: runScreen,
  simulate: runSimulate,
  packs: runPacks,
  'verify-log': runVerifyLog,
  'first-account': runFirstAccount,
};

/**
 * 0: answered. 1: the input was refused, a pack's case failed, or the log was tampered with.
 * 2: the call itself was wrong, or what it needs cannot be opened.
 */
export async function ludao(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${USAGE}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`没有“${name}”这个命令。No command “${name}”.\n\n${USAGE}\n`);
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (error instanceof PackError) {
      process.stderr.write(`规则包有错。The rule packs have faults.\n${error.message}\n`);
      return 1;
    }
    if (!(error instanceof UsageError || error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
