import { type ErrorEntry, part } from './entry.ts';

/** Errors of pages, descriptions, overlays and records. */
export const contractErrors = {
  PAGE_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The page {file} cannot be read: {reason}', zh: '无法读取页面 {file}：{reason}' },
    remedy: {
      en: 'Give Knife4j Markdown files, or folders of them.',
      zh: '请给出 Knife4j 的 Markdown 文件或其所在目录。',
    },
  },
  CONTRACT_UNREADABLE: {
    exit: 'usage',
    message: {
      en: 'The contract {file} cannot be read: {reason}',
      zh: '无法读取契约 {file}：{reason}',
    },
    remedy: {
      en: 'Give an OpenAPI 3.1, OpenAPI 3.0 or Swagger 2.0 file (YAML or JSON), a Knife4j page (.md) or a folder of pages.',
      zh: '请给出 OpenAPI 3.1、OpenAPI 3.0 或 Swagger 2.0 文件（YAML 或 JSON）、Knife4j 页面（.md）或页面目录。',
    },
  },
  CONTRACT_VERSION: {
    exit: 'usage',
    message: {
      en: 'The contract {file} is of a version that is not read: {name} is "{version}"',
      zh: '不支持契约 {file} 的版本：{name} 的值是“{version}”',
    },
    remedy: {
      en: 'Give it as OpenAPI 3.1, OpenAPI 3.0 or Swagger 2.0.',
      zh: '请以 OpenAPI 3.1、OpenAPI 3.0 或 Swagger 2.0 给出。',
    },
  },
  CONTRACT_EMPTY: {
    exit: 'usage',
    message: {
      en: 'No operation can be read from {file}.',
      zh: '无法从 {file} 中读取任何接口。',
    },
    remedy: {
      en: 'Give a Knife4j page (.md), or a folder of them.',
      zh: '请给出 Knife4j 页面（.md）或其所在目录。',
    },
  },
  OVERLAY_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The overlay {file} cannot be used: {reason}', zh: '无法使用覆盖文件 {file}：{reason}' },
    remedy: {
      en: 'It must be a document of the OpenAPI Overlay Specification 1.0.',
      zh: '它应符合 OpenAPI Overlay 规范 1.0。',
    },
  },
  OVERLAY: {
    exit: 'usage',
    message: { en: 'The overlay "{title}" does not fit the pages:', zh: '覆盖文件“{title}”与页面不符：' },
    remedy: {
      en: 'If a page changed, see what changed with `contract diff`, then correct or remove these actions.',
      zh: '若页面已更新，请先用 `contract diff` 查看变化，再更正或删除这些操作。',
    },
  },
  OVERLAY_ACTION: {
    ...part,
    message: { en: 'action {number}, {target}: {reason}', zh: '第 {number} 个操作，{target}：{reason}' },
  },
  NO_SUITE_RECORD: {
    exit: 'usage',
    message: {
      en: 'There is no record of the suites in {file}; only they look for drift and observe.',
      zh: '{file} 中没有测试套件的运行记录；只有测试套件检查漂移并记录观察结果。',
    },
    remedy: {
      en: 'Give the folder of a run, or the record of the suites.',
      zh: '请给出运行目录或测试套件的记录。',
    },
  },
  OBSERVED_UNREADABLE: {
    exit: 'usage',
    message: {
      en: 'The observations {file} cannot be read: {reason}',
      zh: '无法读取观察结果文件 {file}：{reason}',
    },
    remedy: {
      en: 'Correct or delete it, or correct PKDK_OBSERVED; `npm run contract -- observe <run>` writes it from a run.',
      zh: '请更正或删除该文件，或更正 PKDK_OBSERVED；`npm run contract -- observe <run>` 可由某次运行生成。',
    },
  },
  RECORD_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The record {file} cannot be read: {reason}', zh: '无法读取运行记录 {file}：{reason}' },
    remedy: {
      en: 'Give the record.json of a run, or the folder it is in.',
      zh: '请给出某次运行的 record.json 或其所在目录。',
    },
  },
  RECORD_NEWER: {
    exit: 'usage',
    message: {
      en: 'The record {file} is of version {version}; this toolkit reads records up to version {known}',
      zh: '运行记录 {file} 的版本为 {version}，本工具只能读取不高于 {known} 的版本',
    },
    remedy: {
      en: 'Update the toolkit to the one that wrote the record, or a later one.',
      zh: '请将本工具更新到写出该记录的版本或更高版本。',
    },
  },
  RECORD_VERSION: {
    exit: 'usage',
    message: {
      en: 'The record {file} does not say which version it is of: its schemaVersion is {version}',
      zh: '运行记录 {file} 未说明其版本：schemaVersion 为 {version}',
    },
    remedy: {
      en: 'Versions go from 1 to {known}. Give the record.json of a run, or the folder it is in.',
      zh: '版本为 1 到 {known}。请给出某次运行的 record.json 或其所在目录。',
    },
  },
  HISTOGRAM_DAMAGED: {
    exit: 'usage',
    message: {
      en: 'A histogram of the record is damaged: {reason}',
      zh: '运行记录中的延迟直方图已损坏：{reason}',
    },
    remedy: {
      en: 'Take another copy of the record, or measure again.',
      zh: '请使用该记录的其他副本，或重新测量。',
    },
  },
  MERGE: {
    exit: 'usage',
    message: {
      en: 'These records do not make one run:',
      zh: '这些记录无法合并为一次运行：',
    },
    remedy: {
      en: 'Give the records of all shards of one run, each once.',
      zh: '请给出同一次运行的全部分片记录，每片一份。',
    },
  },
  MERGE_KIND: {
    ...part,
    message: {
      en: '{file} is a record of kind {kind}; only those of the suites are merged',
      zh: '{file} 是 {kind} 类型的记录；只能合并测试套件的记录',
    },
  },
  MERGE_WHOLE: {
    ...part,
    message: { en: '{file} was not run with --shard', zh: '{file} 运行时未使用 --shard' },
  },
  MERGE_SEEDS: {
    ...part,
    message: { en: 'the seeds differ: {values}.', zh: '种子不一致：{values}。' },
    remedy: {
      en: 'Run all shards with one PKDK_SEED; without it each draws its own.',
      zh: '请为所有分片设置同一个 PKDK_SEED；不设置时各分片会自行随机取种子。',
    },
  },
  MERGE_DIFFERS: {
    ...part,
    message: { en: '{name} differs: {values}', zh: '{name} 不一致：{values}' },
  },
  MERGE_MISSING: {
    ...part,
    message: { en: 'missing: shard {shards}', zh: '缺少分片：{shards}' },
  },
  MERGE_DOUBLED: {
    ...part,
    message: { en: 'shard {shard} is there more than once: {files}', zh: '分片 {shard} 重复：{files}' },
  },
  MERGE_OVERLAP: {
    ...part,
    message: {
      en: '{count} cases are in more than one shard, "{title}" among them: the shards were not run with the same arguments',
      zh: '{count} 个用例出现在多个分片中，例如“{title}”：各分片的运行参数不同',
    },
  },
  BLOB_FOREIGN: {
    exit: 'usage',
    message: {
      en: 'A blob does not say how it was run.',
      zh: '有 blob 未包含运行信息。',
    },
    remedy: {
      en: 'Write blobs with `npm run suite -- --reporter blob`, and merge them with this version of the toolkit.',
      zh: '请用 `npm run suite -- --reporter blob` 生成 blob，并用同一版本的工具合并。',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
