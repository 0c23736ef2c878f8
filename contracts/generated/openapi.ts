// Generated from contracts/openapi.yaml by `npm run generate`; do not edit.
export interface paths {
    readonly "/v2/binding/enduserapi/batchGetPureBtResetCredentials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * 批量获取纯蓝牙设备重置凭证
         * @description 批量获取纯蓝牙设备重置凭证
         */
        readonly post: operations["batchGetPureBtResetCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly PkDkDto: {
            /** @description Device Key */
            readonly dk: string;
            /** @description Product Key */
            readonly pk: string;
        };
        readonly SuccessAnswer: {
            /**
             * @description 响应状态码
             * @constant
             */
            readonly code: 200;
            readonly data: components["schemas"]["ResetCredentialsDto"];
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
            /** @description 响应消息 */
            readonly msg?: string;
        };
        /** @description 响应数据 */
        readonly ResetCredentialsDto: {
            /** @description 失败列表 */
            readonly failedList: readonly components["schemas"]["ResetCredentialsFailedDto"][];
            /** @description 成功列表 */
            readonly successList: readonly components["schemas"]["ResetCredentialsSuccessDto"][];
        };
        readonly ResetCredentialsFailedDto: {
            readonly dk: string;
            readonly msg: string;
            readonly pk: string;
        };
        readonly ResetCredentialsSuccessDto: {
            readonly dk: string;
            readonly pk: string;
            /** @description 纯蓝牙设备重置凭证 */
            readonly resetCredentials: string;
        };
        readonly BusinessErrorAnswer: {
            /**
             * Format: int32
             * @description 响应状态码
             */
            readonly code: number;
            /** @description 响应数据 */
            readonly data?: Record<string, never> | null;
            /** @description 扩展消息 */
            readonly extMsg?: string | null;
            /** @description 响应消息 */
            readonly msg: string;
        };
        readonly TokenInvalidAnswer: components["schemas"]["BusinessErrorAnswer"] & {
            /** @constant */
            readonly code?: 5032;
        };
        readonly TokenMissingAnswer: components["schemas"]["BusinessErrorAnswer"] & {
            /** @constant */
            readonly code?: 5106;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly batchGetPureBtResetCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": readonly components["schemas"]["PkDkDto"][];
            };
        };
        readonly responses: {
            /** @description 业务结果由应答体中的 code 区分 */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SuccessAnswer"] | components["schemas"]["TokenInvalidAnswer"] | components["schemas"]["TokenMissingAnswer"];
                };
            };
        };
    };
}
